import type { Scale } from '../../journal/entry.ts'
import { energyScale, stepMeant } from '../../themes/scales.ts'
import type { Importer } from '../importer.ts'
import type { TableRow } from '../table.ts'
import { columnsOf, tableIn } from '../table.ts'
import type { JournalRow, Placed } from './rows.ts'
import { journalOf } from './rows.ts'
import { clock, noon } from './when.ts'

// Facts about Bearable: its CSV as public readers of it describe it. A row is one thing that was noted, under a
// category; days are in `date formatted`; several things in a cell are parted by bars, and have an emoji in front.

type Cells = TableRow['cells']

/** The CSV of Bearable: what was noted for one part of a day is one entry. */
export const bearableImporter: Importer = {
  id: 'bearable',
  what: 'the CSV of Bearable',
  recognises(bytes) {
    const names = columnsOf(bytes)
    return ['date formatted', 'category', 'rating/amount', 'detail'].every(it => names.includes(it))
  },
  read(bytes, stamp, about) {
    const groups = new Map<string, { readonly line: number; readonly rows: Cells[] }>()
    const odd: Placed[] = []
    for (const { line, cells, problem } of tableIn(bytes).rows) {
      if (problem !== undefined) {
        odd.push({ line, row: problem })
        continue
      }
      const part = `${cells['date formatted']} ${cells['time of day']}`
      const group = groups.get(part)
      if (group) group.rows.push(cells)
      else groups.set(part, { line, rows: [cells] })
    }
    const words = moodWords([...groups.values()].flatMap(({ rows }) => rows))
    const placed = [...groups].flatMap(([part, { line, rows }]): Placed[] => {
      const [first = {}] = rows
      const when = clock(
        first['date formatted'] ?? '',
        hourOf(first['time of day']),
        undefined,
        stamp,
      )
      if (typeof when === 'string') return [{ line, row: when }]
      const row = rowOf(rows)
      return [
        ...(isEmpty(row) ? [] : [{ line, row: { ...row, when, key: part } }]),
        ...ratedAgain(rows).map((row, n) => ({ line, row: { ...row, when, key: [part, n] } })),
      ]
    })
    return journalOf('bearable', [...odd, ...placed], stamp, about, words)
  },
}

type Said = Omit<JournalRow, 'when' | 'key'>

/** What is measured there, and has no place in a journal. */
const measured =
  /^(?:sleep|sleep quality|nutrition|water|meds\/supplements|health measurements|period|bowel movements|weather)$/i

function rowOf(rows: readonly Cells[]): Said {
  const of = (category: RegExp) => rows.filter(row => category.test(row.category ?? ''))
  const written = of(/^(?:gratitudes|extra notes)$/i)
  const symptoms = of(/^symptom$/i)
  const others = rows.filter(
    ({ category = '' }) =>
      !measured.test(category) &&
      !/^(?:mood|energy|symptom|gratitudes|extra notes)$/i.test(category),
  )
  const notes = rows.map(row => row.notes ?? '')
  const parts = (some: readonly Cells[]) => some.flatMap(row => partsIn(row.detail ?? ''))
  return {
    text: [
      ...written.map(row => row.detail ?? ''),
      ...notes,
      symptoms.map(row => `- ${bare(row.detail ?? '')}`).join('\n'),
    ]
      .filter(text => text.trim() !== '')
      .join('\n\n'),
    ...ratings(rows)[0],
    feelings: parts(of(/^mood$/i)),
    tags: parts(others).map(part => part.replace(/ - [^-]*$/, '')),
  }
}

/** Mood and energy, as often as they were noted in a part of a day. */
function ratings(rows: readonly Cells[]): Pick<Said, 'mood' | 'energy'>[] {
  const of = (category: RegExp) =>
    rows.filter(row => category.test(row.category ?? '')).map(row => row['rating/amount'] ?? '')
  const [moods, energies] = [of(/^mood$/i), of(/^energy$/i)]
  return Array.from({ length: Math.max(moods.length, energies.length) }, (_, at) => ({
    mood: moods[at],
    energy: stepMeant(energies[at] ?? '', energyScale.words),
  }))
}

/** The second rating of a part of a day, and those after it: each is a check-in of its own. */
const ratedAgain = (rows: readonly Cells[]): Said[] =>
  ratings(rows)
    .slice(1)
    .filter(({ mood, energy }) => mood || energy)

const isEmpty = ({ text, mood, energy, feelings = [], tags = [] }: Said): boolean =>
  !text && !mood && !energy && feelings.length === 0 && tags.length === 0

/** A mood is 1 to 5 or 1 to 10, as the person set it; one above 5 says that two steps there are one here. */
function moodWords(rows: readonly Cells[]): Record<string, Scale> {
  const ratings = rows.flatMap(row =>
    /^mood$/i.test(row.category ?? '') ? Number(row['rating/amount']) : [],
  )
  const isOfTen = ratings.some(rating => rating > 5)
  const steps = isOfTen ? [1, 1, 2, 2, 3, 3, 4, 4, 5, 5] : [1, 2, 3, 4, 5]
  return Object.fromEntries(steps.map((step, at) => [String(at + 1), step as Scale]))
}

const hours: Readonly<Record<string, string>> = {
  pre: '06:00',
  am: '09:00',
  mid: noon,
  pm: '18:00',
}

/** A part of a day as an hour of it; hours are kept. */
const hourOf = (part = ''): string =>
  /\d[:.]\d\d/.test(part) ? part : (hours[part.toLowerCase()] ?? noon)

const partsIn = (cell: string): string[] => cell.split('|').map(bare).filter(Boolean)

/** Words without the emoji in front of them. */
const bare = (words: string): string => words.replace(/^[^\p{L}\p{N}]+/u, '').trim()
