import { parse } from 'yaml'
import type { Scale } from '../../journal/entry.ts'
import { marksIn } from '../../journal/tags.ts'
import { energyScale, moodScale, stepMeant } from '../../themes/scales.ts'
import { decodeText } from '../../utf8.ts'
import type { About, Importer } from '../importer.ts'
import { refusal } from '../json.ts'
import { partsOf } from '../table.ts'
import type { JournalRow, JsonObject } from './rows.ts'
import { isJsonObject, journalOf } from './rows.ts'
import { clock, isoMoment, noon } from './when.ts'

// Facts about daily notes: Obsidian's documentation of properties, tags and daily notes; the names that Logseq
// (2024_03_01.md) and Diary of F-Droid (2024/03/01.md) give their files.

const dayInName = /(?:^|[^\d])(\d{4})[-_/.]?(\d\d)[-_/.]?(\d\d)(?!\d)[^/]*\.(?:md|markdown)$/i
const frontMatter = /^\ufeff?---\n([\s\S]{0,20000}?\n)?---(?:\n|$)/

/** A folder of Markdown notes with a day in each name, or in the front matter. */
export const dailyNotesImporter: Importer = {
  id: 'daily-notes',
  what: 'daily notes in Markdown: Obsidian, Logseq, Diary',
  recognises(bytes, name) {
    if (!/\.(?:md|markdown)$/i.test(name)) return false
    const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).replaceAll('\r\n', '\n')
    if (isOurs(start)) return false
    return dayInName.test(name) || /^(?:date|created):/m.test(frontMatter.exec(start)?.[1] ?? '')
  },
  read(bytes, stamp, about) {
    const text = decodeText(bytes, 'This file')
    if (isOurs(text)) throw refusal('hearten wrote it; `--format markdown` takes it in')
    const [whole = '', yaml = ''] = frontMatter.exec(text) ?? []
    const said = propertiesIn(yaml)
    const row = said
      ? rowOf(said, text.slice(whole.length), about?.name ?? '')
      : 'its front matter is no YAML'
    return journalOf('daily-notes', [{ line: 1, row }], stamp, about)

    function rowOf(said: JsonObject, words: string, name: string): JournalRow | string {
      const stated = said.date ?? said.created
      const own = isoMoment(stated, undefined, stamp)
      const inName = dayInName.exec(name)?.slice(1, 4).join('-')
      const isSame = typeof own !== 'string' && String(stated).startsWith(inName ?? '')
      // The name says the day, whatever stands in the note; the note may say the hour.
      const when = inName === undefined || isSame ? own : clock(inName, noon, undefined, stamp)
      if (typeof when === 'string') return when
      const { taken, left } = sorted(said, about)
      return {
        ...{ when, key: text, ...taken },
        text: [words.trim(), left.join('\n')].filter(Boolean).join('\n\n'),
        tags: [...taken.tags, ...marksIn(words).tags],
        attachments: [
          ...words.matchAll(
            /!\[\[([^[\]|\n]{1,300})(?:\|[^[\]\n]{0,300})?\]\]|!\[[^[\]\n]{0,300}\]\(([^()\s]{1,300})\)/g,
          ),
        ]
          .map(([, wiki, link]) => wiki ?? link ?? '')
          .filter(path => !path.includes('://')),
      }
    }
  },
}

/** Notes of hearten's own have an importer of their own. */
const isOurs = (text: string): boolean => /^<!-- hearten:\w/m.test(text)

/** What says when a note was made, which the row has, or only how it is shown. */
const passed = ['date', 'created', 'aliases', 'cssclasses']

/** What has a place in an entry, and a line each for all that has none or cannot be read there. */
function sorted(said: JsonObject, about: About | undefined) {
  const { mood = said.rating, tags = said.tag } = said
  const tagged = several(tags, ['string', 'number'])
  const feelings = several(said.feelings)
  const people = several(said.people)
  const taken = {
    mood: moodIn(mood, about),
    energy: stepMeant(String(said.energy ?? ''), energyScale.words),
    feelings: feelings ?? [],
    people: people ?? [],
    tags: tagged ?? [],
  }
  const isTaken: Readonly<Record<string, boolean>> = {
    mood: true,
    rating: said.mood === undefined,
    energy: taken.energy !== undefined,
    feelings: feelings !== undefined,
    people: people !== undefined,
    tags: tagged !== undefined,
    tag: tagged !== undefined && said.tags === undefined,
  }
  const left = Object.entries(said)
    .filter(([property]) => !passed.includes(property) && !isTaken[property])
    .flatMap(([property, value]) => (isEmpty(value) ? [] : `- ${property}: ${inOneLine(value)}`))
  return { taken, left }
}

/** A word for a mood that was given a step by the person has that one, also where it is a number of ours. */
function moodIn(mood: unknown, about: About | undefined): Scale | string | undefined {
  if (isEmpty(mood)) return undefined
  const word = Array.isArray(mood) ? mood.map(inOneLine).join(', ') : inOneLine(mood)
  return about?.moods.has(word.trim().toLowerCase())
    ? word
    : (stepMeant(word, moodScale.words) ?? word)
}

/** A link to a note is its name: `[[People/Anna|my sister]]` is Anna. */
const unlinked = (words: string): string =>
  words.replace(
    /\[\[(?:[^[\]|#]{0,200}\/)?([^[\]|#/]{1,200})(?:[|#][^[\]]{0,200})?\]\]/g,
    (_, name: string) => name.trim(),
  )

/** A property of a template that nobody filled in. */
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.every(isEmpty))

function propertiesIn(yaml: string): JsonObject | undefined {
  try {
    // Dates stay as they are written; references to other parts could make much of little.
    const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0, logLevel: 'error' })
    return value === null || value === undefined ? {} : isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * A list, or words with commas; undefined when something else is among them. A link without quotation marks,
 * `[[Anna]]`, is a list in a list.
 */
function several(value: unknown, types = ['string']): string[] | undefined {
  if (typeof value === 'string') return partsOf(unlinked(value))
  const list = [value].flat(4).filter(it => !isEmpty(it))
  return list.every(it => types.includes(typeof it))
    ? list.map(it => unlinked(String(it)))
    : undefined
}

const inOneLine = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
