type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only the fields that have something in them: what was not said is left out, not kept as nothing. */
export const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, it]) => it !== undefined)) as Defined<T>
