import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import type { Scale } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { askDay, askScale } from '../session/ask.ts'
import { moodScale } from '../themes/scales.ts'
import { asked } from './asked.ts'
import { offerCare } from './care.ts'
import { futureDayFlag, savingFields, scaleFlag, whenFlag } from './flags.ts'
import { tellSaved } from './saved.ts'

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
    throw new UsageError('Name the meeting, or give --before, --after, --stayed or --next.')
  const journal = await context.openJournal()
  const left =
    flagged === undefined && context.terminal.interactive
      ? await asked(context, '', async (dialogue, asking) => {
          if (said.name === '')
            said.name = (await dialogue.line({ ask: 'Which meeting was it?' })) ?? ''
          said.before = await askScale(dialogue, { ...moodScale, ask: 'How were you, going in?' })
          said.after = await askScale(dialogue, { ...moodScale, ask: 'And coming out?' })
          said.stayed = (await dialogue.line({ ask: 'What stayed with you?' })) ?? ''
          said.next = await askDay(asking, 'When is the next one?')
        })
      : undefined

  const { name, before, after, next, stayed } = said
  const details = {
    ...(name && { name }),
    ...(before && { before }),
    ...(after && { after }),
    ...(next && { next }),
  }
  if (Object.keys(details).length === 0 && stayed === '') {
    if (left) throw left
    context.terminal.notify('Nothing was noted, so nothing was saved.')
    return
  }
  const fields = savingFields(flags, stayed)
  const entry = newEntry(
    { kind: 'meeting', theme: 'shared', ...fields, details, ...when },
    context.stamp(),
  )
  await journal.commit('meeting', [entry])
  await tellSaved(context, journal, when.day)
  await offerCare(context, [stayed])
  if (left) throw left
}
