/**
 * Now, or later: what plain paper gives at once, a paper that encrypts has to be waited for. Most of
 * the store just awaits. What must not, where nothing makes it wait, is written with these.
 */
export type Awaitable<T> = T | Promise<T>

/** Goes on with a value: at once when it is there, when it comes otherwise. */
export const after = <T, U>(value: Awaitable<T>, next: (value: T) => Awaitable<U>): Awaitable<U> =>
  value instanceof Promise ? value.then(next) : next(value)

/** What a call gives, or, when it fails now or later, what is done about that. */
export function orElse<T, U>(
  call: () => Awaitable<T>,
  otherwise: (error: unknown) => U,
): Awaitable<T | U> {
  try {
    const value = call()
    return value instanceof Promise ? value.catch(otherwise) : value
  } catch (error) {
    return otherwise(error)
  }
}

/** One thing after the other, in the order they were asked for; at once when nothing is going on. */
export function queue(): <T>(work: () => Awaitable<T>) => Awaitable<T> {
  let last: Promise<void> | undefined
  return work => {
    const result = last === undefined ? work() : last.then(work)
    if (!(result instanceof Promise)) return result
    const settled = result
      .then(
        () => {},
        () => {},
      )
      .then(() => {
        if (last === settled) last = undefined
      })
    last = settled
    return result
  }
}
