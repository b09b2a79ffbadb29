import { basename } from 'node:path'
import type { Context } from '../context.ts'
import { confirmed } from '../desk/confirmed.ts'
import { readGiven } from '../desk/given-file.ts'
import { writeResult } from '../desk/result.ts'
import { UsageError } from '../errors.ts'
import type { PackedPrompt, PromptPack } from '../formats/prompt-pack.ts'
import { readPack, writePack } from '../formats/prompt-pack.ts'
import type { RecordBase } from '../journal/record.ts'
import { firstRevision, nextRevision } from '../journal/record.ts'
import type { OwnPrompt } from '../journal/setting.ts'
import { visibleLine } from '../render/gate.ts'
import { ownPrompt } from '../session/plan.ts'
import { many } from '../wording/counts.ts'

/** The packs of questions that were taken in. */
export async function listPacks(context: Context): Promise<undefined> {
  const packs = packsIn(await (await context.openJournal()).ownPrompts())
  const { terminal, globals } = context
  const counted = [...packs].map(([pack, prompts]) => ({ pack, prompts: prompts.length }))
  if (globals.json) terminal.data({ packs: counted })
  else if (counted.length === 0)
    terminal.notify('No packs yet. `hearten prompts add-pack FILE` takes one in.')
  else
    for (const { pack, prompts } of counted)
      terminal.printWords(`${visibleLine(pack)}  ${many(prompts, 'question')}`)
}

/** Takes in the questions of a file. One that was there in older words changes; one that is gone goes. */
export async function addPack(context: Context, [file = '']: string[]): Promise<undefined> {
  const name = file === '-' ? 'This' : basename(file)
  const { pack, about, prompts } = readPack(await readGiven(context, file), name)
  const journal = await context.openJournal()
  const before = packsIn(await journal.ownPrompts()).get(pack) ?? []
  const there = new Map(before.map(own => [own.slug, own]))
  const fresh = prompts.flatMap(it => {
    const own = there.get(it.id)
    there.delete(it.id)
    if (!own) return recordOf(pack, it, firstRevision(context.stamp()))
    const same = JSON.stringify(packed(own)) === JSON.stringify(packed(recordOf(pack, it, own)))
    return same ? [] : recordOf(pack, it, nextRevision(bare(own), {}, context.stamp()))
  })
  const gone = [...there.values()].map(own => nextRevision(own, { deleted: true }, context.stamp()))
  if (fresh.length + gone.length === 0) {
    context.terminal.notify(`All of ${pack} is here already, so nothing was changed.`)
    return
  }
  // Somebody else's words, so no card looks at them.
  await journal.commit('prompts add-pack', [...fresh, ...gone])
  context.terminal.notify(
    [
      `${before.length > 0 ? 'Changed' : 'Kept'}: ${pack}, ${many(prompts.length, 'question')}.`,
      about && visibleLine(about),
      context.settings.questions === 'all' &&
        '`hearten config set questions mine` asks only these and your own.',
    ]
      .filter(Boolean)
      .join('\n'),
  )
}

/** Takes a pack away. What was answered stays. */
export async function removePack(context: Context, [name = '']: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const { pack, prompts } = packNamed(await journal.ownPrompts(), name)
  await confirmed(context, `${many(prompts.length, 'question')} of ${pack} would be taken away.`)
  await journal.commit(
    'prompts remove-pack',
    prompts.map(own => nextRevision(own, { deleted: true }, context.stamp())),
  )
  context.terminal.notify(
    `Taken away: ${pack}. What you answered stays. \`hearten undo\` brings it back.`,
  )
}

/** The questions of a pack, or the person's own, as a file for somebody else. */
export async function sharePack(
  context: Context,
  [name]: string[],
  { output }: { output?: string },
): Promise<undefined> {
  const all = await (await context.openJournal()).ownPrompts()
  const { pack, prompts } =
    name === undefined
      ? { pack: 'my-questions', prompts: all.filter(it => it.pack === undefined) }
      : packNamed(all, name)
  if (prompts.length === 0)
    throw new UsageError('There is no question of your own yet. `hearten prompts add` makes one.')
  const shared: PromptPack = { pack, prompts: prompts.map(packed) }
  if (context.globals.json) context.terminal.data(shared)
  else await writeResult(context, output ?? '-', writePack(shared))
}

function packsIn(prompts: readonly OwnPrompt[]): Map<string, OwnPrompt[]> {
  const packs = new Map<string, OwnPrompt[]>()
  for (const own of prompts) {
    if (own.pack === undefined) continue
    const held = packs.get(own.pack)
    if (held) held.push(own)
    else packs.set(own.pack, [own])
  }
  return packs
}

function packNamed(all: readonly OwnPrompt[], name: string) {
  const packs = packsIn(all)
  const prompts = packs.get(name)
  if (prompts) return { pack: name, prompts }
  const names = [...packs.keys()].map(visibleLine).join(', ')
  throw new UsageError(
    `There is no pack "${visibleLine(name)}". ${names === '' ? 'There are none yet.' : `There are: ${names}.`} Nothing was changed.`,
  )
}

/** What a record is without what its pack says. */
const bare = ({ theme, text, kind, pack, slug, ...rest }: OwnPrompt): OwnPrompt => {
  const { deeper, depth, situations, angles, needs, feelings, note, why, ...base } = rest
  return { ...base, kind, theme, text, ...(pack && { pack }), ...(slug && { slug }) }
}

const recordOf = (pack: string, { id, ...said }: PackedPrompt, base: RecordBase): OwnPrompt => ({
  ...base,
  kind: 'prompt',
  pack,
  slug: id,
  ...said,
})

/** The other way round; a question of the person's own is called by its record. */
function packed(own: OwnPrompt): PackedPrompt {
  const { id, slug = id, theme, text, deeper, depth, note, why, feelings } = own
  const { situations, angles, needs } = ownPrompt(own)
  return {
    id: slug,
    theme,
    text,
    ...(deeper && { deeper }),
    ...(depth && { depth }),
    ...(own.situations && { situations: [...situations] }),
    ...(own.angles && { angles: [...(angles ?? [])] }),
    ...(own.needs && { needs: [...(needs ?? [])] }),
    ...(feelings && { feelings: [...feelings] }),
    ...(note && { note }),
    ...(why && { why }),
  }
}
