import type { Context } from '../context.ts'
import { themeFlag, wordFlag } from '../desk/flags.ts'
import { keep } from '../desk/keep.ts'
import { lookOf } from '../desk/look.ts'
import { saidText, writtenText } from '../desk/written.ts'
import { UsageError, UserError } from '../errors.ts'
import { mutesOf, newMute } from '../journal/mute.ts'
import { circleOf } from '../journal/person.ts'
import { firstRevision, nextRevision } from '../journal/record.ts'
import type { OwnPrompt } from '../journal/setting.ts'
import { newPrompt } from '../journal/setting.ts'
import { visibleLine } from '../render/gate.ts'
import type { ShownPrompt } from '../render/prompts.ts'
import { keptPrompt, renderPrompt, renderPrompts } from '../render/prompts.ts'
import { ownPrompt } from '../session/plan.ts'
import type { Journal } from '../store/journal.ts'
import { depths, situations } from '../themes/prompt.ts'
import { promptIds, prompts } from '../themes/prompts.ts'
import { themeIds } from '../themes/theme.ts'

/** The questions there are, theme by theme. */
export async function listPrompts(
  context: Context,
  _words: string[],
  flags: { theme?: string[]; depth?: string; situation?: string },
): Promise<undefined> {
  const { terminal, globals } = context
  const themes = flags.theme?.map(themeFlag)
  const depth = wordFlag(flags.depth, depths, '--depth')
  const situation = wordFlag(flags.situation, situations, '--situation')
  const shown = (await everyPrompt(await context.openJournal())).filter(
    it =>
      (!themes || themes.includes(it.theme)) &&
      (!depth || it.depth === depth) &&
      (!situation || it.situations.includes(situation)),
  )
  if (globals.json) terminal.data({ prompts: shown })
  else await terminal.page(renderPrompts(shown, lookOf(context)))
}

/** One question, why it is asked and what that rests on. */
export async function showPrompt(context: Context, [id = '']: string[]): Promise<undefined> {
  const prompt = await promptNamed(await context.openJournal(), id)
  const { terminal, globals } = context
  if (globals.json) terminal.data({ prompt })
  else terminal.print(renderPrompt(prompt, lookOf(context)))
}

/** A question of the person's own. */
export async function addPrompt(
  context: Context,
  words: string[],
  flags: { theme: string; deeper?: string },
): Promise<undefined> {
  const theme = themeFlag(flags.theme)
  const deeper = flags.deeper?.trim()
  const makes = { kind: 'prompt', theme, ...(deeper && { deeper }) } as const
  const journal = await context.openJournal()
  const { id, text, held } = await writtenText(context, journal, words, {
    kind: 'prompt',
    makes,
    ask: 'Which question would you like to be asked?',
  })
  if (text.trim() === '') {
    held.done()
    throw new UserError('There were no words, so nothing was saved.')
  }
  const own = newPrompt(makes, text, { ...firstRevision(context.stamp()), id })
  await keep(context, journal, {
    label: 'prompts add',
    records: [own],
    words: [own.text, own.deeper ?? ''],
    held,
    tell: () => keptPrompt(own),
  })
}

export async function mutePrompt(context: Context, [id = '']: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const prompt = await promptNamed(journal, id)
  if (prompt.muted) {
    context.terminal.notify('That one is muted already.')
    return
  }
  await journal.commit('prompts mute', [newMute('prompt', prompt.id, context.stamp())])
  context.terminal.notify(`It will not be asked again: "${visibleLine(prompt.text)}"`)
}

export async function unmutePrompt(context: Context, [id = '']: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const prompt = await promptNamed(journal, id)
  if (!prompt.muted) {
    context.terminal.notify('That one was not muted, so nothing was changed.')
    return
  }
  const mutes = await journal.mutes()
  const found = promptIds(prompt).flatMap(it => mutesOf(mutes, 'prompt', it, circleOf([])))
  await journal.commit(
    'prompts unmute',
    found.map(it => nextRevision(it, { deleted: true }, context.stamp())),
  )
  context.terminal.notify(`It may be asked again: "${visibleLine(prompt.text)}"`)
}

/** Other words for a question of the person's own. Entries keep the words they were asked with. */
export async function editPrompt(
  context: Context,
  [id = '', ...words]: string[],
): Promise<undefined> {
  const said = await saidText(context, words)
  const text = said?.text.replace(/\s+/g, ' ').trim()
  if (!said || !text) throw new UsageError('The new words are missing. Nothing was changed.')
  const journal = await context.openJournal()
  const own = await ownNamed(journal, id)
  await keep(context, journal, {
    label: 'prompts edit',
    records: [nextRevision(own, { text }, context.stamp())],
    words: [text],
    held: said.held,
    tell: () => `It is asked like this now: "${visibleLine(text)}"`,
  })
}

/** Takes away a question of the person's own. Entries keep it where they answered it. */
export async function removePrompt(context: Context, [id = '']: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const own = await ownNamed(journal, id)
  await journal.commit('prompts remove', [nextRevision(own, { deleted: true }, context.stamp())])
  context.terminal.notify(
    `Removed: "${visibleLine(own.text)}". What you answered to it stays. \`hearten undo\` brings it back.`,
  )
}

async function ownNamed(journal: Journal, id: string): Promise<OwnPrompt> {
  const prompt = await promptNamed(journal, id)
  const own = (await journal.ownPrompts()).find(it => ownPrompt(it).id === prompt.id)
  if (own) return own
  throw new UsageError(
    `${prompt.id} is one of ours. \`hearten prompts mute ${prompt.id}\` has it never asked again. Nothing was changed.`,
  )
}

/** Ours and the person's own, in the order a session walks the themes. */
async function everyPrompt(journal: Journal): Promise<ShownPrompt[]> {
  const [own, mutes] = [await journal.ownPrompts(), await journal.mutes()]
  const muted = new Set(mutes.filter(it => it.what === 'prompt').map(it => it.value))
  const all = [
    ...prompts.map(prompt => ({ ...prompt, own: false })),
    ...own.map(prompt => ({ ...ownPrompt(prompt), own: true })),
  ]
  return themeIds.flatMap(theme =>
    all
      .filter(it => it.theme === theme)
      .map(it => ({ ...it, muted: promptIds(it).some(id => muted.has(id)) })),
  )
}

/** The prompt an id means; its beginning or its end is enough when only one has it. */
async function promptNamed(journal: Journal, id: string): Promise<ShownPrompt> {
  const typed = id.trim().toLowerCase()
  const all = await everyPrompt(journal)
  const exact = all.find(it => it.id === typed)
  const near = all.filter(it => it.id.startsWith(typed) || it.id.endsWith(typed))
  const [only] = near
  if (exact ?? (typed !== '' && near.length === 1)) return (exact ?? only) as ShownPrompt
  const some = near.slice(0, 5).map(it => it.id)
  throw new UsageError(
    typed !== '' && near.length > 1
      ? `"${id}" could be ${some.join(', ')}${near.length > 5 ? ' and others' : ''}. Nothing was changed.`
      : `There is no prompt "${id}". \`hearten prompts\` shows them with their ids. Nothing was changed.`,
  )
}
