import type { Entry, Scale } from './entry.ts'

/** The mood called "very low". */
export const veryLow = 1
/** From here down a day is a low one: no page of a better day is brought up. */
const low = 2

/** Whether a mood is low or very low. */
export const isLow = (mood: Scale | undefined): boolean => mood !== undefined && mood <= low

/** The mood that was given last, whatever it came by. */
export const lastMood = (entries: readonly Entry[]): Scale | undefined =>
  entries.findLast(entry => entry.mood !== undefined)?.mood

/** The moods of check-ins, newest last; those on leaving a session do not count. */
export const moodsOnComing = (entries: readonly Entry[]): Scale[] =>
  entries.flatMap(entry =>
    entry.kind === 'checkin' && entry.details.moment !== 'leave' && entry.mood ? [entry.mood] : [],
  )

/** Very low on five of the last seven check-ins: time to offer a person, whatever the words say. */
export const isVeryLowOften = (moods: readonly Scale[]): boolean =>
  moods.slice(-7).filter(mood => mood === veryLow).length >= 5
