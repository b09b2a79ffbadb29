import type { Context } from '../context.ts'
import { askAndKeep } from '../desk/asked.ts'
import { numberFlag, savingFields, whenFlag } from '../desk/flags.ts'
import { keep, savedFor } from '../desk/keep.ts'
import { heldElsewhere } from '../desk/kept-draft.ts'
import { lookOf } from '../desk/look.ts'
import { entriesWhereReadable } from '../desk/readable.ts'
import { UsageError, UserError } from '../errors.ts'
import { addDays } from '../journal/day.ts'
import { defined } from '../journal/defined.ts'
import type { Entry, Urge } from '../journal/entry.ts'
import { newEntry, revise } from '../journal/entry.ts'
import { firstRevision } from '../journal/record.ts'
import { renderList } from '../render/entry.ts'
import { forHardHour } from '../session/hard-hour.ts'
import type { SaidOfUrge } from '../session/urge.ts'
import { askLater, askOfUrge, strengthEnds } from '../session/urge.ts'
import type { Journal } from '../store/journal.ts'

interface UrgeFlags {
  for?: string
  strength?: string
  strengthLater?: string
  minutes?: string
  acted?: boolean
  notActed?: boolean
  eased?: string
  note?: string
  at?: string
  private?: boolean
  list?: boolean
}

/** A moment of wanting something: what for, how strong, ten minutes together, how strong then. */
export async function urge(
  context: Context,
  _words: string[],
  flags: UrgeFlags,
): Promise<undefined> {
  const said: SaidOfUrge = {
    want: flags.for?.trim() ?? '',
    before: flags.note ?? '',
    eased: flags.eased?.trim() ?? '',
    strength: numberFlag(flags.strength, '--strength', strengthEnds),
    strengthLater: numberFlag(flags.strengthLater, '--strength-later', strengthEnds),
    minutes: numberFlag(flags.minutes, '--minutes', { from: 0, to: 1440, whole: true }),
    acted: actedIn(flags),
    message: '',
    letGo: [],
  }
  const when = whenFlag(flags.at, context)
  const journal = await context.openJournal()
  const isSaid = () =>
    said.want + said.before + said.eased !== '' ||
    (said.strength ?? said.strengthLater ?? said.minutes ?? said.acted) !== undefined
  const asks = !isSaid()
  if (flags.list || (asks && context.globals.json)) return listUrges(context, journal)
  if (asks && !context.terminal.interactive)
    throw new UsageError(
      'There is nobody to ask here. Give --for and --strength; --list shows what was noted.',
    )
  const stamp = context.stamp()
  const [first, second] = [firstRevision(stamp), firstRevision(stamp)]
  const entries = (): Entry[] => {
    const { want, eased, strength, strengthLater, minutes, acted, message } = said
    const words = { want: want || undefined, eased: eased || undefined }
    const details = defined({ ...words, strength, strengthLater, minutes, acted })
    const fields = savingFields(flags, said.before)
    const own = flags.private ? { private: true as const } : {}
    const letter = { kind: 'letter', text: message, details: { unsent: true } } as const
    return [
      ...(isSaid()
        ? [newEntry({ ...first, kind: 'urge', ...fields, details, ...when }, stamp)]
        : []),
      ...(message.trim() === ''
        ? []
        : [newEntry({ ...second, ...own, ...letter, ...when }, stamp)]),
    ]
  }
  let earlier: Urge[] = []
  const known = asks ? await forHardHour(context, journal) : undefined
  const last = asks ? await urgeToTellOf(context, journal) : undefined
  await askAndKeep(context, journal, {
    label: 'urge',
    what: 'an urge',
    records: () => [...earlier, ...entries()],
    words: () => [
      ...[said.want, said.before, said.eased, said.message],
      ...earlier.flatMap(({ details }) => details.eased ?? []),
    ],
    letGo: () => said.letGo,
    tell: () => savedFor(context, journal, when.day),
    nothing: 'Nothing was noted, so nothing was saved.',
    ask: known && {
      instead: '',
      async questions(asking) {
        if (last) {
          const next = revise(last, {}, stamp)
          await askLater(asking, last, details => {
            earlier = [{ ...next, details }]
          })
        }
        await askOfUrge(asking, said, known, {
          now: () => context.stamp().now,
          edit: (text, onSave) => context.editText(text, onSave),
        })
      },
    },
  })
}

/** What became of the last urge, said afterwards. */
export async function urgeLater(
  context: Context,
  _words: string[],
  flags: { acted?: boolean; notActed?: boolean; eased?: string },
): Promise<undefined> {
  const acted = actedIn(flags)
  const eased = flags.eased?.trim()
  if (acted === undefined && !eased)
    throw new UsageError('Say --acted, --not-acted or --eased. Nothing was saved.')
  const journal = await context.openJournal()
  const query = { today: context.stamp().today, kinds: ['urge' as const] }
  const last = (await journal.entries(query)).at(-1)
  if (last?.kind !== 'urge')
    throw new UserError('No urge was noted yet. `hearten urge` notes one. Nothing was saved.')
  const details = { ...last.details, ...defined({ acted, eased: eased || undefined }) }
  await keep(context, journal, {
    label: 'urge later',
    records: [revise(last, { details }, context.stamp())],
    words: [eased ?? ''],
    held: heldElsewhere,
    tell: () => savedFor(context, journal, last.day),
  })
}

function actedIn(flags: { acted?: boolean; notActed?: boolean }): boolean | undefined {
  if (flags.acted && flags.notActed)
    throw new UsageError('--acted and --not-acted say opposite things. Nothing was saved.')
  return flags.acted || (flags.notActed ? false : undefined)
}

/** The last urge of these days, where nothing was said yet of what became of it. */
async function urgeToTellOf(context: Context, journal: Journal): Promise<Urge | undefined> {
  if (journal.locked) return undefined
  const { today } = context.stamp()
  const query = { today, from: addDays(today, -laterDays), to: today, kinds: ['urge' as const] }
  const last = (await entriesWhereReadable(journal, query)).at(-1)
  return last?.kind === 'urge' && last.details.acted === undefined ? last : undefined
}

const laterDays = 3

async function listUrges(context: Context, journal: Journal): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const urges = await journal.entries({ today: stamp().today, kinds: ['urge'] })
  if (globals.json) terminal.data({ urges })
  else if (urges.length > 0) await terminal.page(renderList(urges, lookOf(context)))
  else terminal.notify('No urge was noted yet. `hearten urge` notes one, and waits with you.')
}
