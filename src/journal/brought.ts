import type { Day } from './day.ts'
import { idsOf } from './fields/field.ts'
import { settingFields } from './fields/record.ts'
import type { Stamp, Writing } from './record.ts'
import { firstRevision, nextRevision } from './record.ts'
import type { Brought } from './setting.ts'

/** Whom a page can be for. */
export const audiences = idsOf(settingFields.brought.whom.words)
export type Audience = (typeof audiences)[number]

/** What was brought to somebody, or went out by an export where nobody is named. */
const broughtTo = (all: readonly Brought[], whom: Audience | undefined): readonly Brought[] =>
  all.filter(it => it.whom === whom)

/** The entries that went along to somebody already. Each has a last time of their own. */
export const idsBrought = (
  all: readonly Brought[],
  whom: Audience | undefined,
): ReadonlySet<string> => new Set(broughtTo(all, whom).flatMap(({ entries }) => entries))

/** The last day that was told of, the last time; undefined where there was none. */
export const lastTime = (all: readonly Brought[], whom: Audience | undefined): Day | undefined =>
  broughtTo(all, whom)
    .map(({ until }) => until)
    .sort()
    .at(-1)

/** That entries were brought. It holds no word of theirs. */
export const newBrought = (
  { whom, until, entries }: Pick<Brought, 'until' | 'entries'> & { whom?: Audience | undefined },
  stamp: Stamp,
): Brought => ({
  ...firstRevision(stamp),
  kind: 'brought',
  ...(whom && { whom }),
  until,
  entries,
})

/** What is to be kept so that entries which are marked anew come along once more. */
export const asNotBrought = (
  all: readonly Brought[],
  ids: ReadonlySet<string>,
  stamp: Writing,
): Brought[] =>
  all
    .filter(({ entries }) => entries.some(id => ids.has(id)))
    .map(it => nextRevision(it, { entries: it.entries.filter(id => !ids.has(id)) }, stamp))
