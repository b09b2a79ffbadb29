/** From where to where something runs. Findings are made on the five steps of mood, and told in its own. */
export interface Axis {
  readonly from: number
  readonly to: number
}

/** Mood itself. */
export const ofMood: Axis = { from: 1, to: 5 }

const stepsOfMood = ofMood.to - ofMood.from

/** A value on the five steps of mood. */
export const onSteps = (value: number, { from, to }: Axis): number =>
  1 + (stepsOfMood * (value - from)) / (to - from)

/** How large a step of mood is, in a measure's own numbers. */
export const sizeOfStep = ({ from, to }: Axis): number => (to - from) / stepsOfMood
