import { Scalar, stringify } from 'yaml'
import type { Entry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import { visibleLine } from '../render/gate.ts'
import { obsidianTags } from './obsidian-tag.ts'
import type { ExportPage } from './pages.ts'

/** Of what stands in front of our notes. In the first, `moods` and `energy` were always lists. */
const layoutVersion = 2

/** What programs can ask of a page, in YAML: Obsidian calls it its properties. */
export function frontMatter({ day, entries }: ExportPage): string {
  const list = (of: (entry: Entry) => readonly string[], key = nameKey) =>
    joined(key, ...entries.map(of))
      .map(visibleLine)
      .filter(word => word.trim() !== '')
      .map(readable)
  const moods = entries.flatMap(entry => entry.mood ?? [])
  const energies = entries.flatMap(entry => entry.energy ?? [])
  const fields = {
    tags: obsidianTags(...entries.map(entry => entry.tags)).map(readable),
    people: list(entry => entry.people),
    mood: meanOf(moods),
    moods: moods.length > 1 ? moods : [],
    energy: meanOf(energies),
    energies: energies.length > 1 ? energies : [],
    feelings: list(entry => entry.feelings ?? []),
    themes: list(entry => (entry.theme ? [entry.theme] : [])),
  }
  const filled = Object.entries(fields).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  )
  // Readers of either YAML are out there: in 1.1 an unquoted `no` is false and `1:30` is ninety.
  const options = { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false } as const
  const rest = filled.length > 0 ? escaped(stringify(Object.fromEntries(filled), options)) : ''
  return `---\n${day === undefined ? '' : `date: ${day}\n`}${rest}hearten: ${layoutVersion}\n---\n`
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
