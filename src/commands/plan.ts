import type { Context } from '../context.ts'
import { wordFlag } from '../desk/flags.ts'
import { keep } from '../desk/keep.ts'
import { lookOf } from '../desk/look.ts'
import { filledParts, keepPlanOpen } from '../desk/open-plan.ts'
import { isHtmlPage, refuseNoPage } from '../desk/page-file.ts'
import { writeResult } from '../desk/result.ts'
import { keepSetting } from '../desk/setting.ts'
import { surroundings } from '../desk/surroundings.ts'
import type { GivenWords } from '../desk/written.ts'
import { writtenText } from '../desk/written.ts'
import { UsageError, UserError } from '../errors.ts'
import { planPart } from '../journal/plan-part.ts'
import { nextRevision, revisionsOf } from '../journal/record.ts'
import type { PlanPart } from '../journal/setting.ts'
import { planHtml, planMarkdown, renderPlan } from '../render/plan.ts'
import type { HardHour } from '../session/hard-hour.ts'
import { forHardHour } from '../session/hard-hour.ts'
import { readNumbers } from '../store/help-numbers.ts'
import type { Journal } from '../store/journal.ts'
import { waysToReach } from '../themes/helpline.ts'
import { helplinesHere } from '../themes/helplines.ts'
import type { PlanPartText } from '../themes/plan-parts.ts'
import { planParts } from '../themes/plan-parts.ts'
import { listed } from '../wording/counts.ts'

/** The plan for hard hours, as it stands. */
export async function showPlan(context: Context): Promise<undefined> {
  const { terminal, globals } = context
  const journal = await context.openJournal()
  const written = await journal.settings('plan')
  const textOf = (id: string) => written.find(({ part }) => part === id)?.text ?? ''
  if (globals.json) {
    terminal.data({ parts: planParts.map(({ id, name }) => ({ id, name, text: textOf(id) })) })
    return
  }
  await keepPlanOpen(context, journal)
  const open = planParts.filter(({ id }) => textOf(id).trim() === '').map(({ name }) => name)
  await terminal.page(renderPlan(await filledParts(journal), open, lookOf(context)))
}

/** Writes one part, or with none named the open ones in turn, each kept before the next. */
export async function editPlan(context: Context, [id, ...words]: string[]): Promise<undefined> {
  const ids = planParts.map(part => part.id)
  const named = id === undefined ? undefined : wordFlag(id, ids, 'the part')
  const journal = await context.openJournal()
  if (named === undefined && !context.terminal.interactive)
    throw new UsageError(`Say which part: ${listed(ids, 'or')}. Nothing was changed.`)
  // Words that are there already need nothing read.
  if (words.length === 0 && context.terminal.interactive) await journal.unlock()
  const written = journal.locked ? [] : await journal.settings('plan')
  const isOpen = ({ id }: PlanPartText) => !written.some(it => it.part === id && it.text.trim())
  const parts =
    named === undefined ? planParts.filter(isOpen) : planParts.filter(part => part.id === named)
  if (parts.length === 0)
    throw new UserError(
      `Every part holds something. Say which to change: ${listed(ids, 'or')}. Nothing was changed.`,
    )
  const known = await forHardHour(context, journal)
  for (const part of parts) {
    const before = written.find(it => it.part === part.id)
    if (await writePart(context, journal, part, before, known, words)) return
  }
}

/** @returns whether the person stopped there */
async function writePart(
  context: Context,
  journal: Journal,
  part: PlanPartText,
  before: PlanPart | undefined,
  known: HardHour,
  words: readonly string[],
): Promise<boolean> {
  const base = before && revisionsOf(before)
  const given: GivenWords = await writtenText(context, journal, words, {
    kind: 'plan',
    makes: { kind: 'plan', part: part.id },
    ...(base && { base }),
    ask: part.ask,
    beside: offered(part, known),
    initial: before?.text ?? linesOffered(context, part),
  })
  const { text, held, stopped = false } = given
  const isSame = text.trim() === (before?.text ?? '').trim()
  if (text.trim() === '' || isSame) {
    held.done()
    if (text.trim() === '' && before && before.text !== '') {
      const gone = nextRevision(before, { deleted: true }, context.stamp())
      await keepSetting(
        context,
        journal,
        'plan edit',
        gone,
        `${part.name}: empty now. \`hearten undo\` brings it back.`,
      )
      await keepPlanOpen(context, journal)
    } else context.terminal.notify(isSame && before ? 'Left as it was.' : 'Left open.')
    return stopped
  }
  const record = planPart(part.id, text, before ? [before] : [], base, context.stamp())
  await keep(context, journal, {
    label: 'plan edit',
    records: [record],
    words: [text],
    held,
    tell: () => `Kept in your plan: ${part.name}.`,
  })
  if (!journal.locked) await keepPlanOpen(context, journal)
  return stopped
}

/** What the journal knows for a part: tools that were noted, people who may be turned to. */
function offered({ offers }: PlanPartText, { tools, close, others }: HardHour): string[] {
  const from = offers === 'tools' ? tools : offers === 'people' ? [...close, ...others] : []
  return from.length > 0 ? [`From your journal: ${listed(from.slice(0, 6))}.`] : []
}

/** The lines of help-now, to be changed or taken away. */
function linesOffered(context: Context, { offers }: PlanPartText): string {
  if (offers !== 'lines') return ''
  const { lines } = helplinesHere(context.settings.country, surroundings(context))
  const { numbers } = readNumbers(context.folders.data)
  return [
    ...numbers.map(({ name, number }) => `${name}: ${number}`),
    ...lines.slice(0, 3).map(line => `${line.name}: ${waysToReach(line)}`),
  ].join('\n')
}

/** One page for paper or somebody else: HTML where the file says so, else Markdown. */
export async function printPlan(context: Context, [file = '']: string[]): Promise<undefined> {
  refuseNoPage(file)
  const parts = await filledParts(await context.openJournal())
  if (parts.length === 0)
    throw new UserError('The plan is empty, so nothing was written. `hearten plan edit` begins it.')
  const text = isHtmlPage(file) ? planHtml(parts) : planMarkdown(parts)
  await writeResult(context, file, text)
}

/** Whether the plan can be read without unlocking the journal, as the numbers of help-now can. */
export async function unlockPlan(context: Context, [answer = '']: string[]): Promise<undefined> {
  const unlocked = wordFlag(answer, ['yes', 'no'], 'the answer') === 'yes'
  if (context.globals.part !== undefined)
    throw new UsageError('The plan of a part stays behind its lock. Nothing was changed.')
  const journal = await context.openJournal()
  if (!journal.sealed) {
    await keepPlanOpen(context, journal)
    context.terminal.notify(
      'This journal is not encrypted, so `hearten help-now` shows the plan anyway.',
    )
    return
  }
  await keepPlanOpen(context, journal, unlocked)
  context.terminal.notify(unlocked ? whatUnlockedMeans : 'The plan is locked with the rest again.')
}

const whatUnlockedMeans = `\`hearten help-now\` shows your plan now, also while the journal is locked.
Its words lie in help.json as they are. Whoever can read your files can read them there.
\`hearten plan unlocked no\` takes that back.`
