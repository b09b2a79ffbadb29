import type { Context } from '../context.ts'
import type { JournalRecord } from '../journal/change.ts'
import { addDays } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { circleOf } from '../journal/person.ts'
import { discretionOf } from '../reflect/discretion.ts'
import { signsBack } from '../reflect/early-signs.ts'
import { visibleLine } from '../render/gate.ts'
import type { Journal } from '../store/journal.ts'

/**
 * One line where an early sign of the person's own has come up on three of seven days. It is said when that
 * has become so since the last time it could be said, and then not again while it stays so.
 *
 * @param signs lines of the plan
 * @param kept what was kept just now
 * @param couldTell whether this is said after entries like these
 */
export async function tellEarlySigns(
  context: Context,
  journal: Journal,
  signs: readonly string[],
  kept: readonly JournalRecord[],
  couldTell: (entry: Entry) => boolean,
): Promise<void> {
  const { today } = context.stamp()
  const entries = await journal.entries({ today, from: addDays(today, -14), to: today })
  const ids = new Set(kept.map(({ id }) => id))
  const earlier = entries.filter(({ id }) => !ids.has(id))
  const last = earlier
    .filter(couldTell)
    .reduce<Entry | undefined>((a, b) => (a && a.writtenAt > b.writtenAt ? a : b), undefined)
  const before = last
    ? signsBack(
        signs,
        earlier.filter(({ writtenAt }) => writtenAt <= last.writtenAt),
        last.day,
      )
    : []
  const sign = signsBack(signs, entries, today).find(it => !before.includes(it))
  if (sign === undefined) return
  const circle = circleOf(await journal.people())
  const may = discretionOf({ today, circle, mutes: await journal.mutes() })
  const what = may.mayRead(sign)
    ? `“${visibleLine(sign.replace(/[.]+$/, ''))}”`
    : 'An early sign of yours'
  context.terminal.notify(
    `${what} came up on three of these seven days.\nYour plan is there for such a time: \`hearten plan\`.`,
  )
}
