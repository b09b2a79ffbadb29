import type { Context } from '../context.ts'
import type { When } from '../desk/flags.ts'
import { themeFlag, whenFlag, wordFlag } from '../desk/flags.ts'
import { hourOf } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import type { Length } from '../settings/settings.ts'
import { lengths } from '../settings/settings.ts'
import type { CoursePlan } from './course.ts'
import { gatherKnown } from './known.ts'
import type { Walk, Wish } from './plan.ts'
import { planWalk } from './plan.ts'

export interface TodayFlags {
  length?: string
  theme?: string[]
  at?: string
  answers?: string
  sheet?: boolean
  fromSheet?: string
  keys?: boolean
  private?: boolean
  /** `hearten` without a command, which never reads a pipe. */
  bare?: boolean
}

/** What the flags of a session said. */
export interface SessionWish {
  readonly when: When
  readonly length?: Length
  readonly only?: Wish['only']
  readonly choicesOnly?: boolean
  readonly isPrivate?: true
  /** A session of a course in the place of today's questions. */
  readonly course?: CoursePlan
}

/** What holds of a session however often it is interrupted. */
export type Wished = Pick<SessionWish, 'length' | 'only' | 'choicesOnly'>

export const wishedIn = ({ length, only, choicesOnly }: SessionWish): Wished => ({
  ...(length && { length }),
  ...(only && { only }),
  ...(choicesOnly && { choicesOnly }),
})

export function wishOf(context: Context, flags: TodayFlags): SessionWish {
  const length = wordFlag(flags.length, lengths, '--length')
  const only = flags.theme?.map(themeFlag)
  return {
    when: whenFlag(flags.at, context),
    ...(length && { length }),
    ...(only && { only }),
    ...(flags.private && { isPrivate: true }),
    ...(flags.keys && { choicesOnly: true }),
  }
}

/** The journal, what is known of the day, and a way to plan its walk. */
export async function prepare(context: Context, { when, length, only }: SessionWish) {
  const journal = await context.openJournal()
  const { known } = await gatherKnown(journal, when.day, context.settings)
  const usual = length ?? context.settings.length
  const plan = (mood: Scale | undefined, themes = only, how = usual): Walk =>
    planWalk(known, {
      length: how,
      hour: hourOf(when.at),
      ...(mood !== undefined && { mood }),
      ...(themes && { only: themes }),
    })
  return { journal, known, plan }
}
