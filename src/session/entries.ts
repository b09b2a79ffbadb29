import type { Day } from '../journal/day.ts'
import { isoWithOffset } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type {
  Coping,
  Entry,
  EntryDraft,
  Kind,
  PromiseEntry,
  ReflectionDetails,
} from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { withStep } from '../journal/promise.ts'
import type { Stamp } from '../journal/record.ts'
import { joined, marksIn, tagKey } from '../journal/tags.ts'
import type { Question } from '../themes/questions.ts'
import { questionsFor } from '../themes/questions.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'
import type { Answers, ThemeAnswer, Value } from './answers.ts'

/** What a session's entries have in common. */
export interface Sitting {
  readonly session: string
  /** Fixed when the session began. */
  readonly day: Day
  /** When it began. */
  readonly began: Date
  readonly zone: string
  /** Nothing of it is for other eyes. */
  readonly private?: true
}

/**
 * The entries a session makes, in the order in which they were given. What was skipped makes none.
 *
 * @param promises the promises whose outcomes may be among the answers
 */
export function entriesFrom(
  answers: Answers,
  sitting: Sitting,
  promises: readonly PromiseEntry[],
  stamp: Stamp,
): Entry[] {
  const entries: Entry[] = []
  const add = <K extends Kind>(draft: EntryDraft<K>) => {
    const { session, day, zone, began } = sitting
    // A second apart, so that they keep their order wherever they are sorted by time.
    const at = isoWithOffset(new Date(began.getTime() + entries.length * 1000), zone)
    const text = draft.text?.trim() ?? ''
    const marks = marksIn(text)
    entries.push(
      newEntry(
        {
          ...draft,
          ...(sitting.private && { private: true }),
          text,
          tags: marks.tags,
          people: joined(nameKey, draft.people ?? [], marks.people),
          session,
          day,
          zone,
          at,
        } as EntryDraft<K>,
        stamp,
      ),
    )
  }

  const passed = answers.passed?.length ? { passed: answers.passed } : {}
  const leaves = answers.leave !== undefined
  addArrival(add, answers, leaves ? {} : passed)
  for (const theme of themeIds) {
    const answer = answers.themes[theme]
    if (answer) addTheme(add, theme, answer)
  }
  if (answers.plan) {
    const { step, person, due } = answers.plan
    add({ kind: 'promise', text: step, people: [person], details: { due } })
  }
  if (answers.reachout) {
    const { person, direction, text = '' } = answers.reachout
    const details = direction ? { direction } : {}
    add({ kind: 'reachout', theme: 'support', people: [person], text, details })
  }
  for (const tool of answers.comforts ?? [])
    add({ kind: 'coping', theme: 'growth', details: { tool } })
  if (answers.letter && answers.letter.text.trim() !== '') {
    const { text, to } = answers.letter
    add({ kind: 'letter', text, details: { ...defined({ to }), unsent: true } })
  }
  for (const text of answers.notes ?? []) {
    if (text.trim() !== '') add({ kind: 'note', text, details: {} })
  }
  if (answers.leave !== undefined) {
    add({ kind: 'checkin', mood: answers.leave, details: { moment: 'leave', ...passed } })
  }
  return [...settled(answers, sitting, promises, stamp), ...entries]
}

type Add = <K extends Kind>(draft: EntryDraft<K>) => void

function addArrival(add: Add, answers: Answers, passed: { passed?: string[] }): void {
  const { mood, energy, feelings = [], connection = {}, measures, course } = answers
  const connected = Object.keys(connection).length > 0
  const said =
    mood ??
    energy ??
    (feelings.length > 0 || connected || measures || course || passed.passed || undefined)
  if (said === undefined) return
  add({
    kind: 'checkin',
    ...(mood !== undefined && { mood }),
    ...(energy !== undefined && { energy }),
    ...(feelings.length > 0 && { feelings }),
    details: {
      moment: 'arrive',
      ...(connected && { connection }),
      ...defined({ measures, course }),
      ...passed,
    },
  })
}

function addTheme(add: Add, theme: ThemeId, answer: ThemeAnswer): void {
  const { prompt, text = '', deeper = '', values = {} } = answer
  const kept = keptBy(theme, values)
  const understoodBy = namesIn(values.understoodBy)
  const people = joined(nameKey, namesIn(kept.people.people), understoodBy)
  const details = kept.reflection as ReflectionDetails
  const asked = prompt && { prompt: { id: prompt.id, text: prompt.text } }

  if (text.trim() !== '' || people.length > 0 || Object.keys(details).length > 0) {
    add({ kind: 'reflection', theme, ...asked, text, people, details })
  }
  if (deeper.trim() !== '') {
    const second = prompt && { id: prompt.id, text: prompt.deeper ?? '', deeper: true as const }
    add({ kind: 'reflection', theme, ...(second && { prompt: second }), text: deeper, details: {} })
  }
  const { step, cue, due, witness, confidence } = kept.promise
  if (typeof step === 'string') {
    const knows = namesIn(witness)
    const plan: Record<string, Value> = {
      ...defined({ cue, due, confidence }),
      ...(knows.length > 0 && { witness: knows }),
    }
    const details = plan as PromiseEntry['details']
    add({ kind: 'promise', theme, text: step, people: knows, details })
  }
  const { meeting } = kept.meeting
  if (typeof meeting === 'string') add({ kind: 'meeting', theme, details: { name: meeting } })
  const { tool, moodBefore: before, moodAfter: after, useAgain } = kept.coping
  if (typeof tool === 'string') {
    const tried = defined({ tool, before, after, useAgain }) as Coping['details']
    add({ kind: 'coping', theme, details: tried })
  }
}

/** The values of a theme, sorted by the kind of entry they belong to. */
function keptBy(theme: ThemeId, values: Record<string, Value>) {
  const kept: Record<Question['keptIn'], Record<string, Value>> = {
    reflection: {},
    people: {},
    promise: {},
    meeting: {},
    coping: {},
  }
  for (const { id, keptIn } of questionsFor(theme, 'deep')) {
    const value = values[id]
    if (value !== undefined) kept[keptIn][id] = value
  }
  return kept
}

const namesIn = (value: Value | undefined): string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : []

function settled(
  { promises: said = {} }: Answers,
  { day }: Sitting,
  promises: readonly PromiseEntry[],
  stamp: Stamp,
): Entry[] {
  return promises.flatMap(promise => {
    const answer = said[promise.id]
    if (!answer) return []
    const { text, due, ...step } = answer
    const becomes = { ...(text !== undefined && { text }), ...(due !== undefined && { due }) }
    return [withStep(promise, { on: day, ...step }, becomes, stamp)]
  })
}

/** Of a session that is taken a second time: what was not kept then, and whether any words differ. */
export function notYetKept(
  entries: readonly Entry[],
  kept: readonly Entry[],
): { fresh: Entry[]; changed: boolean } {
  const placeOf = (it: Entry) =>
    [it.kind, it.theme, it.prompt?.deeper, it.kind === 'checkin' && it.details.moment].join(' ')
  const there = new Map(kept.map(entry => [placeOf(entry), entry]))
  return {
    fresh: entries.filter(entry => !there.has(placeOf(entry))),
    changed: entries.some(entry => (there.get(placeOf(entry)) ?? entry).text !== entry.text),
  }
}

/** Tags and names in a session's words, for what is offered on leaving. */
export function marksOf(words: readonly string[]): { tags: string[]; people: string[] } {
  const marks = words.map(marksIn)
  return {
    tags: joined(tagKey, ...marks.map(it => it.tags)),
    people: joined(nameKey, ...marks.map(it => it.people)),
  }
}
