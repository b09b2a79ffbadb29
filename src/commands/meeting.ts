import type { Context } from '../context.ts'
import type { Asking } from '../desk/ask.ts'
import { askDay, askLine, askScale } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { futureDayFlag, savingFields, scaleFlag, whenFlag } from '../desk/flags.ts'
import { savedFor } from '../desk/keep.ts'
import { UsageError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { firstRevision } from '../journal/record.ts'
import { takesPipe } from '../system/terminal.ts'
import { moodScale } from '../themes/scales.ts'
import { namedDay } from '../wording/days.ts'

interface MeetingFlags {
  before?: string
  after?: string
  stayed?: string
  next?: string
  at?: string
  private?: boolean
}

interface Answers {
  name: string
  before?: Scale | undefined
  after?: Scale | undefined
  next?: Day | undefined
  stayed: string
}

/** A group meeting of any sort. With a flag, or nobody to ask, nothing is asked. */
export async function meeting(
  context: Context,
  words: string[],
  flags: MeetingFlags,
): Promise<undefined> {
  const when = whenFlag(flags.at, context)
  const said: Answers = {
    name: words.join(' ').trim(),
    before: scaleFlag(flags.before, '--before'),
    after: scaleFlag(flags.after, '--after'),
    next: flags.next === undefined ? undefined : futureDayFlag(flags.next, '--next', context),
    stayed: flags.stayed ?? '',
  }
  const flagged = said.before ?? said.after ?? said.next ?? (said.stayed || undefined)
  if (!context.terminal.interactive && said.name === '' && flagged === undefined)
    throw new UsageError(
      `Name the meeting, or give --before, --after, --stayed or --next.${context.terminal.inputIsPiped ? `\n${takesPipe}` : ''}`,
    )
  const stamp = context.stamp()
  const first = firstRevision(stamp)
  const entry = () => {
    const { name, before, after, next, stayed } = said
    const details = {
      ...(name && { name }),
      ...(before && { before }),
      ...(after && { after }),
      ...(next && { next }),
    }
    if (Object.keys(details).length === 0 && stayed === '') return []
    const fields = savingFields(flags, stayed)
    return [
      newEntry({ ...first, kind: 'meeting', theme: 'shared', ...fields, details, ...when }, stamp),
    ]
  }
  const journal = await context.openJournal()
  await askAndKeep(context, journal, {
    label: 'meeting',
    what: 'a meeting',
    records: entry,
    words: () => [said.name, said.stayed],
    async tell() {
      const saved = await savedFor(context, journal, when.day)
      return said.next ? `${saved}\nThe next one is on ${namedDay(said.next, when.day)}.` : saved
    },
    nothing: 'Nothing was noted, so nothing was saved.',
    ask:
      flagged === undefined && context.terminal.interactive
        ? { instead: '', questions: asking => askAbout(said, asking) }
        : undefined,
  })
}

async function askAbout(said: Answers, asking: Asking): Promise<void> {
  const { dialogue } = asking
  if (said.name === '')
    await askLine(dialogue, { ask: 'Which meeting was it?' }, text => {
      said.name = text
    })
  said.before = await askScale(dialogue, { ...moodScale, ask: 'How were you, going in?' })
  said.after = await askScale(dialogue, { ...moodScale, ask: 'And coming out?' })
  await askLine(dialogue, { ask: 'What stayed with you?' }, text => {
    said.stayed = text
  })
  said.next = await askDay(asking, 'When is the next one?')
}
