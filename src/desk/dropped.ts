import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import { entryFromRow } from '../formats/importer.ts'
import { dayOf } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { marksIn } from '../journal/tags.ts'
import type { SavingFlags } from './flags.ts'
import { savingFields, scaleFlag, whenFlag } from './flags.ts'
import { datedByWords } from './written.ts'

/** The words of a file in the inbox, and when it was written. */
export interface Dropped {
  readonly name: string
  readonly text: string
  readonly writtenAt: Date
}

/**
 * The entry a dropped file becomes; undefined when it says nothing. Everything in it is read as of the
 * moment the file was written: "yesterday" is the day before that. The same name, words and moment give
 * the same ids, whenever and by whomever they are taken in, so that a file is one entry for good.
 */
export function entryIn({ name, text, writtenAt }: Dropped, context: Context): Entry | undefined {
  const { zone, newId } = context.stamp()
  const today = dayOf(writtenAt, zone, context.settings.nightEnds)
  const stamp = { now: writtenAt, zone, today, newId }
  const then: Context = { ...context, stamp: () => stamp }

  const { flags, rest } = headed(text, then)
  const when = whenFlag(flags.at, then)
  const dated =
    flags.at === undefined
      ? datedByWords({ text: rest, from: 'file' }, when, then)
      : { text: rest, when }
  const isSilent = dated.text.trim() === ''
  if (isSilent && flags.mood === undefined) return undefined
  const draft = { details: {}, ...savingFields(flags, isSilent ? '' : dated.text) }
  const entry = entryFromRow(
    // Of all that stands in the file, so that one that was put right is another one.
    'inbox',
    [name, text],
    isSilent ? { kind: 'checkin', ...draft } : { kind: 'note', ...draft },
    // For the ids alone: wherever one is by the time it is taken in, they are the same.
    { moment: new Date(dated.when.at), zone: 'UTC' },
    stamp,
  )
  return { ...entry, ...dated.when, zone }
}

/** First lines like `mood: 3`. One that cannot be read as such is where the words begin. */
function headed(text: string, context: Context): { flags: SavingFlags; rest: string } {
  const lines = text.replace(/\n+$/, '').split('\n')
  const flags: SavingFlags = {}
  let at = 0
  for (const line of lines) {
    const said = flagIn(line, context)
    if (said === undefined || Object.keys(said).some(name => name in flags)) break
    Object.assign(flags, said)
    at++
  }
  if (at > 0 && lines[at]?.trim() === '') at++
  return { flags, rest: lines.slice(at).join('\n') }
}

function flagIn(line: string, context: Context): SavingFlags | undefined {
  const [, name = '', value = ''] = /^(date|mood|tags?)[ \t]*:[ \t]*(\S.*)$/i.exec(line) ?? []
  try {
    switch (name.toLowerCase()) {
      case 'date':
        whenFlag(value, context)
        return { at: value }
      case 'mood':
        scaleFlag(value, '--mood')
        return { mood: value }
      case 'tag':
      case 'tags':
        return tagsIn(value)
      default:
        return undefined
    }
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

/** `calm, #sleep`: each word a tag, or none of it is. */
function tagsIn(value: string): SavingFlags | undefined {
  const words = value.split(/[\s,]+/).filter(Boolean)
  const tags = marksIn(words.map(word => `#${word.replace(/^[#+]/, '')}`).join(' ')).tags
  return tags.length === new Set(words).size ? { tag: tags } : undefined
}
