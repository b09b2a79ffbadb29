import { parse } from 'yaml'
import { marksIn } from '../../journal/tags.ts'
import { energyScale, moodScale, stepMeant } from '../../themes/scales.ts'
import { decodeText } from '../../utf8.ts'
import type { Importer } from '../importer.ts'
import { refusal } from '../json.ts'
import { partsOf } from '../table.ts'
import type { JournalRow, JsonObject } from './rows.ts'
import { isJsonObject, journalOf, textsIn } from './rows.ts'
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
      const { mood = said.rating, energy, feelings, people, tags = said.tag } = said
      const left = Object.entries(said)
        .filter(([property]) => !read.includes(property))
        .map(([property, value]) => `- ${property}: ${inOneLine(value)}`)
      return {
        ...{ when, key: text, people: several(people), feelings: several(feelings) },
        text: [words.trim(), left.join('\n')].filter(Boolean).join('\n\n'),
        mood:
          mood === undefined || mood === null
            ? undefined
            : (stepMeant(String(mood), moodScale.words) ?? String(mood)),
        energy: stepMeant(String(energy ?? ''), energyScale.words),
        tags: [...several(tags), ...marksIn(words).tags],
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

/** What has a place in an entry, and what says only how a note is shown. */
const read = [
  'date',
  'created',
  'mood',
  'rating',
  'energy',
  'feelings',
  'people',
  'tags',
  'tag',
  'aliases',
  'cssclasses',
]

function propertiesIn(yaml: string): JsonObject | undefined {
  try {
    // Dates stay as they are written; references to other parts could make much of little.
    const value: unknown = parse(yaml, { schema: 'core', maxAliasCount: 0, logLevel: 'error' })
    return value === null || value === undefined ? {} : isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A list, or words with commas. */
const several = (value: unknown): string[] =>
  typeof value === 'string' ? partsOf(value) : textsIn(value)

const inOneLine = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
