import type { Entry } from '../../journal/entry.ts'
import { digest } from '../digest.ts'
import type { Cache, Kept } from './cache-file.ts'

/** Something that is the same for a month however often it is asked: how often each word was used, say. */
export interface MonthSum<S extends object> {
  /** Letters only: it names a file. */
  readonly name: string
  /** All that `of` goes by beside the entries, where there is anything: whom somebody set apart, say. */
  readonly form?: string
  /** What it is made of. Each is read when somebody asks for it. */
  readonly parts: readonly (keyof S & string)[]
  /** Plain data. @param entries all of a month, oldest first */
  of(entries: readonly Entry[]): S
  /** Whether a sum that was kept is as one made today; left out, it always is. */
  isGood?(sum: S): boolean
}

/** The same, which sums up the entries of a month once, for who looks and for the cache. */
export function summingOnce<S extends object>(sum: MonthSum<S>): MonthSum<S> {
  const known = new WeakMap<readonly Entry[], S>()
  const of = (entries: readonly Entry[]): S => {
    const its = known.get(entries) ?? sum.of(entries)
    known.set(entries, its)
    return its
  }
  return { ...sum, of }
}

export const sumCache = <S extends object>({ name, form, parts, of }: MonthSum<S>): Cache => ({
  name: `${name}.json`,
  // It may tell whom somebody does not want to be reminded of.
  ...(form !== undefined && { form: digest(form) }),
  height: parts.length,
  lines: entries => {
    const sum = of(entries)
    return parts.map(part => JSON.stringify(sum[part]))
  },
})

/** A sum out of its lines. */
export function sumIn<S extends object>({ parts }: MonthSum<S>, { line }: Kept): S {
  const sum = {}
  for (const [nth, part] of parts.entries())
    Object.defineProperty(sum, part, {
      configurable: true,
      enumerable: true,
      get() {
        const value = JSON.parse(line(nth))
        Object.defineProperty(sum, part, { value, enumerable: true })
        return value
      },
    })
  return sum as S
}
