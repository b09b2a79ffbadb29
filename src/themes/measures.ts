/** A measure that many people want, to be added by its name alone. */
export interface StarterMeasure {
  readonly name: string
  readonly unit: 'steps' | 'hours' | 'number' | 'yes-no'
  readonly from?: number
  readonly to?: number
  /** What the ends mean. */
  readonly low?: string
  readonly high?: string
  readonly every: 'day' | 'week'
}

/** Those that hearten knows; energy is asked anyway. One more is one more line here. */
export const starterMeasures: readonly StarterMeasure[] = [
  { name: 'sleep', unit: 'hours', from: 0, to: 24, every: 'day' },
  {
    name: 'craving',
    unit: 'steps',
    from: 0,
    to: 10,
    low: 'none',
    high: 'overwhelming',
    every: 'day',
  },
  {
    name: 'grief',
    unit: 'steps',
    from: 0,
    to: 10,
    low: 'far off',
    high: 'all of it',
    every: 'day',
  },
  { name: 'pain', unit: 'steps', from: 0, to: 10, low: 'none', high: 'very bad', every: 'day' },
]
