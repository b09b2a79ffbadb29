import { visibleLine } from '../render/gate.ts'
import { many } from '../wording/counts.ts'
import type {
  Choice,
  GroupedChoice,
  PickChoice,
  PickManyQuestion,
  PickQuestion,
} from './dialogue.ts'
import { fitting, type KnownChoice, known, withoutMarks } from './fitting.ts'

/** What a typed answer means: a value and how it is said, what is the trouble with it, or undefined for a skip. */
export type Read<A> = (typed: string) => { value: A; spoken: string } | string | undefined

/** A question in words, and how its answers are read. */
export interface Spoken<A> {
  readonly question: string
  readonly read: Read<A>
}

/** Read out at once; the rest would be a long listen, and can be found by typing. */
const OFFERED = 9

/** A numbered list. */
export const numbered = (choices: readonly Choice<unknown>[]): string =>
  choices
    .map(({ label, hint }, index) => `${index + 1}. ${label}${hint ? `, ${hint}` : ''}`)
    .join('\n')

/** One of many: by its number in the list that was read out last, or by a part that fits one only. */
export function spokenPick<T>({ ask, choices }: PickQuestion<T>): Spoken<T> {
  const all = known(choices)
  let offered: readonly KnownChoice<PickChoice<T>>[] = []
  const offer = (list: readonly KnownChoice<PickChoice<T>>[]) => {
    offered = list.slice(0, OFFERED)
    const rest = list.length - offered.length
    const more = rest > 0 ? `\nAnd ${many(rest, 'other')}.` : ''
    return numbered(offered.map(it => it.choice)) + more
  }
  const found = ({ choice }: KnownChoice<PickChoice<T>>) => ({
    value: choice.value,
    spoken: choice.label,
  })
  const question = `${ask}\n${offer(all)}\nA number, or a part of it to find it. Enter skips.`
  return {
    question,
    read(typed) {
      if (typed === '') return undefined
      const byNumber = /^\d+\.?$/.test(typed) ? offered[Number.parseInt(typed, 10) - 1] : undefined
      if (byNumber) return found(byNumber)
      const fits = fitting(all, typed)
      const exact = fits.filter(it => withoutMarks(it.choice.label) === withoutMarks(typed))
      const [only, other] = exact.length === 1 ? exact : fits
      if (!only) return 'Nothing here fits that. Try another word, or Enter skips.'
      return other ? `${offer(fits)}\nWhich number?` : found(only)
    },
  }
}

/** Any number of many, by number or word, with commas between. */
export function spokenPickMany<T>({
  ask,
  choices,
  own,
  initial = [],
}: PickManyQuestion<T>): Spoken<T[]> {
  const all = known(choices)
  const before = initial
    .map(value => choices.find(it => it.value === value)?.label ?? String(value))
    .join(', ')
  const one = (typed: string): { value: T; spoken: string } | string => {
    const byNumber = /^\d+\.?$/.test(typed) ? choices[Number.parseInt(typed, 10) - 1] : undefined
    const exact = choices.find(it => withoutMarks(it.label) === withoutMarks(typed))
    const choice = byNumber ?? exact
    if (choice) return { value: choice.value, spoken: choice.label }
    if (own) return { value: own(typed), spoken: typed }
    const [only, other] = fitting(all, typed)
    if (only && !other) return { value: only.choice.value, spoken: only.choice.label }
    const trouble = only ? 'could mean more than one of them' : 'is not one of them'
    return `"${visibleLine(typed)}" ${trouble}. Numbers or words, with commas between.`
  }
  return {
    question: `${ask}\n${grouped(choices)}\nNumbers or words, with commas between. ${before ? `Enter for: ${before}` : 'Enter skips.'}`,
    read(typed) {
      if (typed === '' && before) return { value: [...initial], spoken: before }
      const parts = typed.split(/[,;]/).flatMap(part => part.trim() || [])
      if (parts.length === 0) return undefined
      const read = parts.map(one)
      const trouble = read.find(it => typeof it === 'string')
      if (trouble !== undefined) return trouble
      const found = read.flatMap(it => (typeof it === 'string' ? [] : it))
      const values = [...new Set(found.map(it => it.value))]
      return { value: values, spoken: found.map(it => it.spoken).join(', ') }
    },
  }
}

/** Each group on a line of its own, or a plain list. Numbers go on from group to group. */
function grouped(choices: readonly GroupedChoice<unknown>[]): string {
  if (choices.every(it => it.group === undefined)) return numbered(choices)
  const lines = new Map<string, string[]>()
  for (const [index, { group = '', label }] of choices.entries())
    lines.set(group, [...(lines.get(group) ?? []), `${index + 1} ${label}`])
  return [...lines].map(([group, words]) => `${group}: ${words.join(', ')}`).join('\n')
}
