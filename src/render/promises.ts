import type { PromiseEntry } from '../journal/entry.ts'
import type { Numbered } from '../journal/promise.ts'
import { cueWords, isDue } from '../journal/promise.ts'
import { namedDay } from '../wording/days.ts'
import { visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { wrapWords } from './wrap.ts'

/** Open promises with the numbers that commands take, in their order. */
export const renderPromises = (open: readonly Numbered[], look: Look): string =>
  open.map(({ promise, number }) => onePromise(promise, number, look)).join('\n')

function onePromise(promise: PromiseEntry, number: number, look: Look): string {
  const { colours, piped, plain, today, width } = look
  const { due, cue, witness = [] } = promise.details
  const step = visibleLine(promise.text)
  const day = due && (piped && !plain ? due : due === today ? 'today' : namedDay(due, today))
  const beside = [
    day && (isDue(promise, today) && due < today ? `since ${day}` : `for ${day}`),
    cue && cueWords(visibleLine(cue)),
    witness.length > 0 && `known to ${witness.map(visibleLine).join(', ')}`,
  ].filter(Boolean)
  if (plain) return [`${number}. ${step.replace(/[.,;]$/, '')}`, ...beside].join(', ').concat('.')
  if (piped) return [number, step, ...beside].join('  ')
  const column = Math.min(72, width - 5)
  return [
    ...wrapWords(step, column).map(
      (row, at) =>
        `${at === 0 ? String(number).padStart(3) : '   '}  ${colours.own(row.trimEnd())}`,
    ),
    ...wrapWords(beside.join(' · '), column).flatMap(row =>
      row === '' ? [] : `     ${colours.dim(row.trimEnd())}`,
    ),
  ].join('\n')
}
