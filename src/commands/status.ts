import type { Context } from '../context.ts'
import { lookOf } from '../desk/look.ts'
import { addDays, daysBetween } from '../journal/day.ts'
import { visibleLine } from '../render/gate.ts'
import { wrapWords } from '../render/wrap.ts'
import { holdsSomething, isSession, whereItStopped } from '../session/draft.ts'
import { passphraseFileIn } from '../system/folders.ts'
import { many } from '../wording/counts.ts'

/** How many days back presence looks, today included. */
const window = 28

/** One line: days present, promises due, an unfinished session. */
export async function status(
  context: Context,
  _words: string[],
  flags: { short?: boolean; since?: string },
): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today } = stamp()
  const journal = await context.openJournal()
  // It stands in prompts of shells, where nobody waits to be asked for a passphrase.
  if (journal.locked && !globals.json && !passphraseFileIn(context, globals.part)) {
    terminal.printWords(
      flags.short ? 'locked' : 'Your journal is encrypted. `hearten review` reads it.',
    )
    return
  }
  const from = addDays(today, 1 - window)
  const asked = ['status', today, window, flags.since]
  const { present, promises, since } = await journal.answer(asked, async () => {
    const { glanceOf, glanceSum } = await import('../reflect/glance.ts')
    const { days, promises, slips } = await journal.findings(
      { today, to: today },
      ({ sums }) => glanceOf(sums, today),
      glanceSum(today),
    )
    const present = {
      days: days.filter(day => day >= from).length,
      of: Math.min(window, daysBetween(days[0] ?? today, today) + 1),
      lifetime: days.length,
    }
    if (flags.since === undefined) return { present, promises }
    const [{ theSince }, { sinceCount }] = await Promise.all([
      import('../desk/since.ts'),
      import('../journal/since.ts'),
    ])
    const { name, start } = await theSince(journal, flags.since)
    const count = sinceCount({ name, start }, slips, today)
    return { present, promises, since: { name, start, ...count } }
  })
  const { drafts } = journal
  const ids = (await drafts.list()).map(({ id }) => id)
  const pages = ids.map(async id => {
    const { draftFrom } = await import('../session/read-draft.ts')
    return draftFrom(id, await drafts.load(id))
  })
  const unfinished = (await Promise.all(pages)).find(
    draft => draft && (!isSession(draft) || holdsSomething(draft)),
  )
  const copies = (await journal.conflictCopies()).length
  if (globals.json) {
    const begun = unfinished && { kind: unfinished.kind, startedAt: unfinished.startedAt }
    terminal.data({
      present,
      promises,
      unfinished: begun ?? null,
      conflicts: copies,
      ...(since && { since }),
    })
    return
  }
  const parts = flags.short
    ? [
        // Whoever was away for long reads no "0/28" at every prompt of the shell.
        present.days > 0 && `${present.days}/${present.of}`,
        promises.due > 0 && `${promises.due} due`,
        unfinished && 'unfinished',
        since && `${visibleLine(since.name)} ${since.days}${since.lastSlip ? `/${since.of}` : ''}`,
      ]
    : [
        (present.lifetime > 0 || !unfinished) && presenceWords(present),
        promises.due > 0 && `${many(promises.due, 'promise')} to look at.`,
        unfinished &&
          `Something was begun ${whereItStopped(unfinished, today)}; \`hearten\` picks it up.`,
        since && (await import('../render/since.ts')).sinceLine(since, since, today),
      ]
  if (flags.short) {
    terminal.print(parts.filter(Boolean).join(' · '))
    return
  }
  if (copies > 0)
    terminal.notify(
      `Copies that a file-syncing tool made lie in the journal. \`hearten doctor --mend\` takes them in.`,
    )
  const { width, piped } = lookOf(context)
  const line = parts.filter(Boolean).join(' ')
  terminal.print(piped ? line : wrapWords(line, width).join('\n'))
}

/** A journal of a few days has nothing to be measured against yet. */
function presenceWords(present: { days: number; of: number; lifetime: number }): string {
  const { days, of, lifetime } = present
  if (lifetime === 0) return 'Nothing here yet. `hearten` begins, whenever you like.'
  // Nor has somebody who was away: none of the last days would count what was missed.
  if (of < 7 || days === 0) return `Here on ${many(lifetime, 'day')} so far.`
  return `Here on ${days} of the last ${of} days, ${many(lifetime, 'day')} in all.`
}
