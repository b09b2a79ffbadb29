import type { Kind } from '../journal/entry.ts'
import { detailFields } from '../journal/fields/details.ts'
import { entryFields } from '../journal/fields/entry.ts'
import type { Field, Fields } from '../journal/fields/field.ts'
import type { Fact } from '../journal/fields/read.ts'
import { fromObsidianTag } from './obsidian-tag.ts'

/** What an entry says beside its words, by the names of its fields: the way back from its facts. */
export interface SaidBeside {
  readonly entry: Readonly<Record<string, unknown>>
  readonly details: Readonly<Record<string, unknown>>
}

/** @returns what the lines below an entry's words say, or the label of the first that says nothing to us */
export function saidIn(facts: readonly Fact[], kind: Kind): SaidBeside | string {
  const entry: Record<string, unknown> = {}
  const details: Record<string, unknown> = {}
  const own: Fields = detailFields[kind]
  for (const { label, value } of facts) {
    const isSaid =
      (label === 'Marked' && marked(entry, value)) ||
      put(entryFields, entry, label, value) ||
      put(own, details, label, value)
    if (!isSaid) return label
  }
  return { entry, details }
}

function marked(entry: Record<string, unknown>, value: string): boolean {
  const names = value.split(', ').map(word => nameOf(entryFields, word))
  for (const name of names) if (name !== undefined) entry[name] = true
  return names.every(name => name !== undefined)
}

const nameOf = (fields: Fields, label: string): string | undefined =>
  Object.keys(fields).find(name => fields[name]?.label === label)

/** Puts what a line says where it belongs; of a list, into its last item, or a new one if that has it already. */
function put(
  fields: Fields,
  holder: Record<string, unknown>,
  label: string,
  value: string,
): boolean {
  const name = nameOf(fields, label)
  const field = name === undefined ? undefined : fields[name]
  if (name === undefined || field === undefined || field.type === 'list') {
    const list = Object.entries(fields).find(([, it]) => it.type === 'list')
    return list !== undefined && putInLast(list, holder, label, value)
  }
  const beside = field.beside
  const [, before = value, inBrackets] =
    beside === undefined ? [] : (/^(.*) \(([^()]*)\)$/.exec(value) ?? [])
  const read = valueIn(field, before)
  if (read === undefined) return false
  holder[name] = read
  if (beside !== undefined && inBrackets !== undefined) holder[beside] = inBrackets
  return true
}

function putInLast(
  [name, field]: [string, Field],
  holder: Record<string, unknown>,
  label: string,
  value: string,
): boolean {
  if (field.type !== 'list') return false
  const items = (holder[name] ?? []) as Record<string, unknown>[]
  const inner = nameOf(field.fields, label)
  const last = items.at(-1)
  const begins = inner !== undefined && (last === undefined || field.fields[inner]?.required)
  const item = begins || last === undefined ? {} : last
  if (!put(field.fields, item, label, value)) return false
  holder[name] = item === last ? items : [...items, item]
  return true
}

/** A value out of the words that it reads as. */
function valueIn(field: Field, words: string): unknown {
  switch (field.type) {
    case 'scale': {
      const step = /(?:^|\()([1-5]) of 5\)?$/.exec(words)?.[1]
      return step === undefined ? undefined : Number(step)
    }
    case 'choice':
      return Object.keys(field.words).find(id => field.words[id] === words)
    case 'yes':
    case 'yes-no':
      return words === 'yes' ? true : words === 'no' ? false : undefined
    case 'number': {
      const [, number] = /^(-?[\d.e+-]+)(?: of [\d.]+)?$/.exec(words) ?? []
      return number === undefined ? undefined : Number(number)
    }
    case 'amounts':
      return amountsIn(words)
    case 'tags':
      return words.split(' ').map(tag => fromObsidianTag(tag.replace(/^#/, '')))
    case 'word-list':
    case 'names':
    case 'codes':
      return words.split(', ')
    case 'group':
      return groupIn(field.fields, words)
    case 'list':
      return undefined
    default:
      return words
  }
}

/** `craving 3, sleep 7.5, walked yes`; a comma may stand in a name. */
function amountsIn(words: string): Record<string, number | boolean> {
  const amounts: [string, number | boolean][] = []
  let begun = ''
  for (const item of words.split(', ')) {
    const [, name = '', amount = ''] = /^(?:(.*) )?(\S+)$/.exec(`${begun}${item}`) ?? []
    const value = amount === 'yes' ? true : amount === 'no' ? false : Number(amount)
    if (amount === '' || Number.isNaN(value)) {
      begun = `${begun}${item}, `
      continue
    }
    amounts.push([name, value])
    begun = ''
  }
  return Object.fromEntries(amounts)
}

/** `being understood 4 of 5, taking a step 2 of 5`; words in it come first, and have no label. */
function groupIn(fields: Fields, words: string): Record<string, unknown> | undefined {
  const group: Record<string, unknown> = {}
  let rest = words
  for (const [name, field] of Object.entries(fields).reverse()) {
    if (field.type === 'words') {
      if (rest !== '') group[name] = rest
      rest = ''
      continue
    }
    const at = rest.startsWith(`${field.label} `) ? 0 : rest.lastIndexOf(`, ${field.label} `)
    if (at < 0) continue
    const value = valueIn(field, rest.slice(at).replace(`${field.label} `, '').replace(/^, /, ''))
    if (value === undefined || (field.type === 'day' && !/^\d{4}-\d\d-\d\d$/.test(String(value))))
      continue
    group[name] = value
    rest = rest.slice(0, at)
  }
  return rest === '' ? Object.fromEntries(Object.entries(group).reverse()) : undefined
}
