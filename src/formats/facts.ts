import type { Entry, PromiseStep, Scale } from '../journal/entry.ts'
import { visibleLine } from '../render/gate.ts'
import { energyScale, moodScale } from '../themes/scales.ts'
import { themes } from '../themes/theme.ts'

/** What an entry says beside its words: "Mood", "low (2 of 5)". Labels are fixed, so they can be read back. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** "Emotional Support", "Check-in, on arriving", "Note · Learning and Growth". */
export function headingOf(entry: Entry): string {
  const theme = themes.find(({ id }) => id === entry.theme)?.name
  if (entry.kind === 'reflection') return theme ?? 'Reflection'
  return theme ? `${kindName(entry)} · ${theme}` : kindName(entry)
}

/** `21:30`, on the clock of where it was written. */
export const timeOf = (entry: Entry): string => entry.at.slice(11, 16)

export function factsOf(entry: Entry): Fact[] {
  const { mood, energy, feelings, people, tags } = entry
  const details = Object.entries(entry.details).flatMap(([field, value]) =>
    detailFacts(field, value),
  )
  return [
    ...fact('Mood', mood && `${moodScale.words[mood]} (${mood} of 5)`),
    ...fact('Energy', energy && `${energyScale.words[energy]} (${energy} of 5)`),
    ...fact('Feelings', feelings?.join(', ')),
    ...details,
    ...fact('People', people.join(', ')),
    ...fact('Tags', tags.map(tag => `#${tag}`).join(' ')),
    ...fact('Marked', marksOf(entry).join(', ')),
  ]
}

const kindNames = {
  reflection: 'Reflection',
  note: 'Note',
  checkin: 'Check-in',
  promise: 'Promise',
  reachout: 'Reach-out',
  coping: 'Coping tool',
  meeting: 'Meeting',
  letter: 'Letter',
} as const

function kindName(entry: Entry): string {
  const moment = entry.kind === 'checkin' ? entry.details.moment : undefined
  if (moment) return moment === 'arrive' ? 'Check-in, on arriving' : 'Check-in, on leaving'
  return kindNames[entry.kind]
}

const marksOf = ({ starred, bring, private: own }: Entry): string[] => [
  ...(starred ? ['starred'] : []),
  ...(bring ? ['to bring along'] : []),
  ...(own ? ['private'] : []),
]

/** Fields without a label here (those of a newer version, say) are in the JSON export only. */
const labels: ReadonlyMap<string, string> = new Map([
  ['strengthBefore', 'Strength before'],
  ['strengthAfter', 'Strength after'],
  ['understood', 'Felt understood'],
  ['understoodBy', 'Understood by'],
  ['source', 'Came from'],
  ['similarity', 'Nearness of their story'],
  ['hopeBefore', 'Hope before'],
  ['hopeAfter', 'Hope after'],
  ['lessAlone', 'Less alone'],
  ['sharedBack', 'Shared something back'],
  ['support', 'Kind of support'],
  ['direction', 'Which way'],
  ['expected', 'Response expected'],
  ['actual', 'Response'],
  ['answered', 'Answered'],
  ['caredFor', 'Felt cared for'],
  ['insight', 'Worth keeping'],
  ['connection', 'Connection'],
  ['cue', 'If'],
  ['due', 'Due'],
  ['witness', 'Who knows'],
  ['confidence', 'How sure'],
  ['tool', 'Tool'],
  ['before', 'Mood before'],
  ['after', 'Mood after'],
  ['useAgain', 'Would use it again'],
  ['name', 'Name'],
  ['next', 'Next time'],
  ['to', 'To'],
  ['sealedUntil', 'Sealed until'],
  ['unsent', 'Never to be sent'],
])

function detailFacts(field: string, value: unknown): Fact[] {
  if (field === 'steps') return (value as PromiseStep[]).flatMap(stepFacts)
  const label = labels.get(field)
  return label ? fact(label, inWords(value)) : []
}

function stepFacts({ on, outcome, helped, obstacle, was }: PromiseStep): Fact[] {
  return [
    ...fact('How it went', `${outcome.replace('-', ' ')} (${on})`),
    ...fact('What helped', helped),
    ...fact('In the way', obstacle),
    ...fact('Before the change', [was?.text, was?.due].filter(Boolean).join(', due ')),
  ]
}

function inWords(value: unknown): string | undefined {
  if (typeof value === 'number') return `${value} of 5`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.join(', ')
  if (typeof value !== 'object' || value === null) return undefined
  const items = Object.entries(value) as [string, Scale][]
  return items.map(([name, scale]) => `${name} ${scale} of 5`).join(', ')
}

const fact = (label: string, value: string | false | undefined | 0): Fact[] =>
  value ? [{ label, value: visibleLine(value).trim() }].filter(one => one.value !== '') : []
