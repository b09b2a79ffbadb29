import { Scalar, stringify } from 'yaml'
import type { Day } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import { visibleLine } from '../render/gate.ts'
import { obsidianTags } from './obsidian-tag.ts'

/** Of what stands in front of our notes. In the first, `moods` and `energy` were always lists. */
const layoutVersion = 2

/** What of an entry stands in front of its page. */
export type Facing = Pick<Entry, 'tags' | 'people' | 'mood' | 'energy' | 'feelings' | 'theme'>

export const facingIn = ({ tags, people, mood, energy, feelings, theme }: Entry): Facing => ({
  ...{ tags, people },
  ...(mood && { mood }),
  ...(energy && { energy }),
  ...(feelings && { feelings }),
  ...(theme && { theme }),
})

/** What programs can ask of a page, in YAML: Obsidian calls it its properties. */
export function frontMatter(day: Day | undefined, entries: readonly Facing[]): string {
  const list = (of: (entry: Facing) => readonly string[], key = nameKey) =>
    joined(key, ...entries.map(of))
      .map(visibleLine)
      .filter(word => word.trim() !== '')
  const moods = entries.flatMap(entry => entry.mood ?? [])
  const energies = entries.flatMap(entry => entry.energy ?? [])
  const fields = {
    tags: obsidianTags(...entries.map(entry => entry.tags)),
    people: list(entry => entry.people),
    mood: meanOf(moods),
    moods: moods.length > 1 ? moods : [],
    energy: meanOf(energies),
    energies: energies.length > 1 ? energies : [],
    feelings: list(entry => entry.feelings ?? []),
    themes: list(entry => (entry.theme ? [entry.theme] : [])),
  }
  const lines = Object.entries(fields).map(([name, value = []]) => {
    if (typeof value === 'number') return `${name}: ${value}\n`
    const items = value.map(item => `  - ${typeof item === 'number' ? item : inYaml(item)}\n`)
    return items.length > 0 ? `${name}:\n${items.join('')}` : ''
  })
  return `---\n${day === undefined ? '' : `date: ${day}\n`}${lines.join('')}hearten: ${layoutVersion}\n---\n`
}

/** Words as YAML has them in a list. The same come on many pages, and each takes the library a while. */
const known = new Map<string, string>()

function inYaml(word: string): string {
  const text = known.get(word) ?? wordInYaml(word)
  known.set(word, text)
  return text
}

function wordInYaml(word: string): string {
  // Readers of either YAML are out there: in 1.1 an unquoted `no` is false and `1:30` is ninety.
  const options = { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false } as const
  const before = 'list:\n  - '
  return escaped(stringify({ list: [readable(word)] }, options).slice(before.length, -1))
}

/** What may not stand in YAML as it is (`c-printable`, YAML 1.2.2, 5.1) and passes the gate. */
const unprintable = /[\ufffe\uffff\p{Cs}]/gu

/** Only between double quotes can a character be written by its number. */
function readable(word: string): string | Scalar {
  if (word.search(unprintable) < 0) return word
  const quoted = new Scalar(word)
  quoted.type = Scalar.QUOTE_DOUBLE
  return quoted
}

const escaped = (yaml: string): string =>
  yaml.replace(unprintable, it => `\\u${it.charCodeAt(0).toString(16)}`)

/** A number that programs can draw and sort by; to one decimal. */
const meanOf = (ratings: readonly number[]): number | undefined =>
  ratings.length === 0
    ? undefined
    : Math.round((ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length) * 10) / 10
