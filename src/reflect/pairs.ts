import { mean } from './statistics/average.ts'

/** Something rated before and after, or expected and met with: the means over the times both were given. */
export interface Pair {
  readonly n: number
  readonly before: number
  readonly after: number
}

/** Undefined when nothing was rated twice. */
export function pairOf(
  ratings: readonly { readonly before?: number | undefined; readonly after?: number | undefined }[],
): Pair | undefined {
  const both = ratings.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  )
  if (both.length === 0) return undefined
  return {
    n: both.length,
    before: mean(both.map(pair => pair.before)),
    after: mean(both.map(pair => pair.after)),
  }
}
