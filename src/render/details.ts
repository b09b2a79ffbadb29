import { longDayWithYear } from '../journal/day.ts'
import type { Entry, PromiseStep } from '../journal/entry.ts'
import { cueWords } from '../journal/promise.ts'
import { energyScale, moodScale } from '../themes/scales.ts'
import { visibleLine } from './gate.ts'

/** What is kept beside an entry's words, a line each, in words: mood, people, how a promise went. */
export function detailLines(entry: Entry): string[] {
  const { mood, energy, feelings = [], people, tags } = entry
  const marks = [
    entry.starred && 'starred',
    entry.bring && 'to bring along',
    entry.private && 'private',
  ].filter(Boolean)
  return [
    mood && `mood ${mood}, ${moodScale.words[mood]}`,
    energy && `energy ${energy}, ${energyScale.words[energy]}`,
    feelings.length > 0 && `feelings: ${feelings.join(', ')}`,
    ...ofKind(entry),
    people.length > 0 && `with: ${people.join(', ')}`,
    tags.length > 0 && `tags: ${tags.map(tag => `#${tag}`).join(' ')}`,
    marks.length > 0 && marks.join(', '),
  ].flatMap(line => (line ? visibleLine(line) : []))
}

function ofKind(entry: Entry): (string | false | undefined)[] {
  switch (entry.kind) {
    case 'reflection':
      return Object.entries(entry.details).map(
        ([name, value]) => `${inWords(name)}: ${said(value)}`,
      )
    case 'note':
      return []
    case 'checkin':
      return Object.entries(entry.details.connection ?? {}).map(
        ([name, value]) => `${inWords(name)}: ${value} of 5`,
      )
    case 'promise':
      return [
        entry.details.cue && cueWords(entry.details.cue),
        entry.details.due && `for ${longDayWithYear(entry.details.due)}`,
        entry.details.witness?.length && `who knows: ${entry.details.witness.join(', ')}`,
        entry.details.confidence && `how sure: ${entry.details.confidence} of 5`,
        ...(entry.details.steps ?? []).map(stepInWords),
      ].filter(line => line !== 0)
    case 'letter':
      return [
        entry.details.to && `to: ${entry.details.to}`,
        entry.details.unsent && 'never to be sent',
        entry.details.sealedUntil && `sealed until ${longDayWithYear(entry.details.sealedUntil)}`,
      ]
    case 'meeting':
    case 'coping':
    case 'reachout':
      return Object.entries(entry.details).map(
        ([name, value]) => `${inWords(name)}: ${said(value)}`,
      )
  }
}

function stepInWords({ on, outcome, helped, obstacle, was }: PromiseStep): string {
  const before = [was?.text && `was "${was.text}"`, was?.due && `was for ${was.due}`]
  const beside = [
    helped && `what helped: ${helped}`,
    obstacle && `in the way: ${obstacle}`,
    ...before,
  ]
  const more = beside.filter(Boolean).join('; ')
  return `${on}: ${outcome.replace('-', ' ')}${more && `; ${more}`}`
}

/** `strengthBefore` → "strength before". */
const inWords = (name: string): string => name.replace(/[A-Z]/g, c => ` ${c.toLowerCase()}`)

const said = (value: unknown): string =>
  Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'number'
      ? `${value} of 5`
      : value === true
        ? 'yes'
        : value === false
          ? 'no'
          : String(value)
