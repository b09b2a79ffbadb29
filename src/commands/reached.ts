import type { Context } from '../context.ts'
import { askDirection, askLine, askYesNo } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { namesFlag, savingFields, scaleFlag, whenFlag, wordFlag } from '../desk/flags.ts'
import { savedFor } from '../desk/keep.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { defined } from '../journal/defined.ts'
import type { Scale, SupportDirection, SupportKind } from '../journal/entry.ts'
import { newEntry, supportDirections, supportKinds } from '../journal/entry.ts'
import { circleOf, nameKey } from '../journal/person.ts'
import { firstRevision } from '../journal/record.ts'
import { joined } from '../journal/tags.ts'
import { supportWords } from '../themes/choices.ts'
import { ratings } from '../themes/scales.ts'
import { pickPerson } from './who.ts'

interface ReachedFlags {
  direction?: string
  support?: string
  expected?: string
  actual?: string
  answered?: boolean
  /** False with `--no-answer`. */
  answer?: boolean
  caredFor?: string
  note?: string
  at?: string
  private?: boolean
}

interface Contact {
  direction?: SupportDirection | undefined
  support?: SupportKind | undefined
  expected?: Scale | undefined
  actual?: Scale | undefined
  answered?: boolean | undefined
  caredFor?: Scale | undefined
}

/** A reach-out, either way. With any flag, or nobody to ask, nothing is asked. */
export async function reached(
  context: Context,
  words: string[],
  flags: ReachedFlags,
): Promise<undefined> {
  const when = whenFlag(flags.at, context)
  const contact: Contact = {
    direction: wordFlag(flags.direction, supportDirections, '--direction'),
    support: wordFlag(flags.support, supportKinds, '--support'),
    expected: scaleFlag(flags.expected, '--expected'),
    actual: scaleFlag(flags.actual, '--actual'),
    answered: flags.answered || (flags.answer === false ? false : undefined),
    caredFor: scaleFlag(flags.caredFor, '--cared-for'),
  }
  const journal = await context.openJournal()
  const who = words.length > 0 ? words.join(' ') : await pickPerson(context, journal)
  if (who === undefined) return undefined
  // Two who are known as one stay one.
  const known = circleOf(await journal.people()).find(who)
  const names = known ? [known.name] : namesFlag('A name')(who)
  const said = { contact, note: flags.note ?? '' }
  const saysNothing = () => said.note === '' && Object.values(contact).every(it => it === undefined)
  const asks = saysNothing() && context.terminal.interactive
  const stamp = context.stamp()
  const first = firstRevision(stamp)
  const entry = () => {
    const fields = savingFields(flags, said.note)
    const people = joined(nameKey, names, fields.people)
    const details = defined(contact)
    return newEntry(
      { ...first, kind: 'reachout', theme: 'support', ...fields, people, details, ...when },
      stamp,
    )
  }
  await askAndKeep(context, journal, {
    label: 'reach-out',
    what: 'a reach-out',
    // Without anybody to ask, the name alone is worth keeping.
    records: () => (asks && saysNothing() ? [] : [entry()]),
    words: () => [said.note],
    tell: () => savedFor(context, journal, when.day),
    nothing: 'Nothing was noted, so nothing was saved.',
    ask: asks ? { instead: '', questions: ({ dialogue }) => askAbout(said, dialogue) } : undefined,
  })
  return undefined
}

async function askAbout(
  said: { readonly contact: Contact; note: string },
  dialogue: Dialogue,
): Promise<void> {
  const { contact } = said
  contact.direction = await askDirection(dialogue)
  contact.support = await dialogue.choose({ ask: 'What was it?', choices: supportChoices })
  if (contact.direction === 'asked') {
    contact.answered = await askYesNo(dialogue, 'Did they answer?')
    contact.expected = await dialogue.scale({
      ask: 'What response had you expected?',
      words: responses,
    })
  }
  if (contact.answered !== false)
    contact.actual = await dialogue.scale({ ask: 'How was the response?', words: responses })
  contact.caredFor = await dialogue.scale({ ask: 'How cared for do you feel?', words: caredFor })
  await askLine(dialogue, { ask: 'A few words about it?' }, text => {
    said.note = text
  })
}

const supportChoices = supportKinds.map(value => ({ value, label: supportWords[value] }))
const responses = [ratings.response[1], ratings.response[5]] as const
const caredFor = [ratings.caredFor[1], ratings.caredFor[5]] as const
