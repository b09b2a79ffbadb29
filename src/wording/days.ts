import type { Day } from '../journal/day.ts'
import { longDay, longDayWithYear } from '../journal/day.ts'

/** "Sunday 22 November", with the year when it is not this one. */
export const namedDay = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? longDay(day) : longDayWithYear(day)
