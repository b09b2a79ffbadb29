import type { Context } from '../context.ts'
import { askLine, askScale, askYesNo } from '../desk/ask.ts'
import { askAndKeep } from '../desk/asked.ts'
import { savingFields, scaleFlag, whenFlag } from '../desk/flags.ts'
import { savedFor } from '../desk/keep.ts'
import { lookOf } from '../desk/look.ts'
import { picked } from '../desk/pick.ts'
import { countedHere, withLine } from '../desk/private-entries.ts'
import { entriesWhereReadable } from '../desk/readable.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { UsageError } from '../errors.ts'
import { defined } from '../journal/defined.ts'
import type { Scale } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { nameKey } from '../journal/person.ts'
import { firstRevision } from '../journal/record.ts'
import { toolkitOf } from '../reflect/toolkit.ts'
import { lines } from '../render/lines.ts'
import { renderToolkit } from '../render/toolkit.ts'
import type { Journal } from '../store/journal.ts'
import { copingTools } from '../themes/coping.ts'
import { moodScale } from '../themes/scales.ts'

/** How many are offered to somebody who has tools already. */
const someStarters = 5

/** The tools that were used and what went with them; then some to begin with. */
export async function listTools(
  context: Context,
  _words: string[],
  flags: { withPrivate?: boolean },
): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today } = stamp()
  const journal = await context.openJournal()
  const query = { today, to: today, kinds: ['coping'] } as const
  const { toolkit, tried, leftOut, counted } = await journal.findings(query, ({ entries }) => {
    const all = entries()
    const uses = flags.withPrivate ? all : all.filter(use => !use.private)
    return {
      toolkit: toolkitOf(uses),
      tried: new Set(uses.flatMap(use => (use.kind === 'coping' ? nameKey(use.details.tool) : []))),
      leftOut: all.length - uses.length,
      counted: countedHere(uses),
    }
  })
  const look = lookOf(context)
  const untried = copingTools.filter(({ name }) => !tried.has(nameKey(name)))
  if (globals.json) {
    const starters = untried.map(({ name, how, restsOn }) => ({ name, how, restsOn }))
    terminal.data({ ...toolkit, starters })
    return
  }
  const starters = tried.size > 0 ? untried.slice(0, someStarters) : untried
  await terminal.page(withLine(renderToolkit(toolkit, look, starters, leftOut), counted, look))
}

interface UseFlags {
  before?: string
  after?: string
  again?: boolean
  notAgain?: boolean
  note?: string
  at?: string
  private?: boolean
}

/** A tool that was tried. With any flag, or nobody to ask, nothing is asked. */
export async function useTool(
  context: Context,
  words: string[],
  flags: UseFlags,
): Promise<undefined> {
  if (flags.again && flags.notAgain)
    throw new UsageError('--again and --not-again say opposite things. Nothing was saved.')
  const when = whenFlag(flags.at, context)
  const use: Use = {
    before: scaleFlag(flags.before, '--before'),
    after: scaleFlag(flags.after, '--after'),
    useAgain: flags.again || (flags.notAgain ? false : undefined),
  }
  const said = { use, note: flags.note ?? '' }
  const journal = await context.openJournal()
  const tool =
    words.length > 0
      ? await toolNamed(context, journal, words.join(' '))
      : await pickTool(context, journal)
  if (!tool) return undefined
  const saysNothing = () => said.note === '' && Object.values(use).every(it => it === undefined)
  const asks = saysNothing() && context.terminal.interactive
  const stamp = context.stamp()
  const first = firstRevision(stamp)
  const entry = () => {
    const details = { tool: tool.name, ...defined(use) }
    const fields = savingFields(flags, said.note)
    return newEntry(
      { ...first, kind: 'coping', theme: 'growth', ...fields, details, ...when },
      stamp,
    )
  }
  await askAndKeep(context, journal, {
    label: 'toolkit use',
    what: 'a tool you tried',
    // Without anybody to ask, that it was tried is worth keeping.
    records: () => (asks && saysNothing() ? [] : [entry()]),
    words: () => [said.note],
    tell: () => savedFor(context, journal, when.day),
    nothing: 'Nothing was noted, so nothing was saved.',
    ask: asks
      ? {
          instead: '',
          questions({ dialogue, look }) {
            dialogue.say(() => lines(`${tool.name}${tool.how ? `. ${tool.how}` : ''}`, look))
            return askAbout(said, dialogue)
          },
        }
      : undefined,
  })
  return undefined
}

interface Use {
  before?: Scale | undefined
  after?: Scale | undefined
  useAgain?: boolean | undefined
}

async function askAbout(
  said: { readonly use: Use; note: string },
  dialogue: Dialogue,
): Promise<void> {
  const { use } = said
  use.before = await askScale(dialogue, { ...moodScale, ask: 'How was your mood before it?' })
  use.after = await askScale(dialogue, { ...moodScale, ask: 'And afterwards?' })
  use.useAgain = await askYesNo(dialogue, 'Would you use it again?')
  await askLine(dialogue, { ask: 'A few words about it?' }, text => {
    said.note = text
  })
}

interface Tool {
  readonly id?: string
  readonly name: string
  readonly how?: string
}

/** Ours, and those that were used before; what only private pages hold is not offered. */
async function toolsIn({ stamp }: Context, journal: Journal): Promise<Tool[]> {
  const uses = await entriesWhereReadable(journal, { today: stamp().today, kinds: ['coping'] })
  const own = uses.flatMap(use =>
    use.kind === 'coping' && !use.private ? { name: use.details.tool } : [],
  )
  return [...copingTools, ...own]
}

const nameTheTool = 'Name the tool, like `hearten toolkit use walk`.'

/** Those that were used come first, the latest before the others. */
const pickTool = async (context: Context, journal: Journal): Promise<Tool | undefined> => {
  return picked(context, journal, nameTheTool, async dialogue => {
    const all = await toolsIn(context, journal)
    const latestFirst = [...all.slice(copingTools.length).reverse(), ...copingTools]
    const keys = [...new Set(latestFirst.map(tool => nameKey(tool.name)))]
    const choices = keys.flatMap(key => {
      const tool = all.find(it => nameKey(it.name) === key)
      return tool ? [{ value: tool, label: tool.name, ...(tool.how && { hint: tool.how }) }] : []
    })
    return dialogue.pick({ ask: 'Which one did you try?', choices })
  })
}

/** What a typed name means: a tool used before or one of ours, by its id, its name or a part of one name only. */
async function toolNamed(context: Context, journal: Journal, typed: string): Promise<Tool> {
  const key = nameKey(typed)
  if (key === '') throw new UsageError(nameTheTool)
  // Without the passphrase it is called what it was typed as.
  const all: Tool[] = journal.locked ? [...copingTools] : await toolsIn(context, journal)
  const exact = all.find(tool => tool.id === key || nameKey(tool.name) === key)
  if (exact) return exact
  const near = all.filter(tool => nameKey(tool.name).split(' ').includes(key))
  const names = new Set(near.map(tool => nameKey(tool.name)))
  const [only] = near
  return only && names.size === 1 ? only : { name: typed.trim() }
}
