import { existsSync, readFileSync } from 'node:fs'
import type { Context } from '../context.ts'
import { besideInWords, bringBackBeside, missingHere } from '../desk/beside.ts'
import { confirmed } from '../desk/confirmed.ts'
import { followPlan } from '../desk/follow-plan.ts'
import { readGiven } from '../desk/given-file.ts'
import { lookOf } from '../desk/look.ts'
import { writeResult } from '../desk/result.ts'
import { UsageError, UserError } from '../errors.ts'
import { readJson, writeJson } from '../formats/json.ts'
import { readDate } from '../journal/dates.ts'
import type { Restoring } from '../journal/restoring.ts'
import { visibleLine } from '../render/gate.ts'
import { renderRestoring } from '../render/restoring.ts'
import { besideIn } from '../settings/beside.ts'
import type { Beside } from '../store/beside.ts'
import type { Everything, Journal, Lacking } from '../store/journal.ts'
import { copiesOfParts } from '../store/part-copies.ts'
import { many } from '../wording/counts.ts'

/** A verified copy: one more in the data folder, or everything in one file. */
export async function backup(
  context: Context,
  [file]: string[],
  flags: { list?: boolean },
): Promise<number | undefined> {
  const { terminal, globals } = context
  if (file !== undefined && flags.list)
    throw new UsageError('--list is for the copies in the data folder; leave out FILE.')
  const journal = await context.openJournal()
  if (file !== undefined) return intoFile(context, journal, file)

  const made = flags.list ? undefined : await journal.snapshot()
  const backups = await journal.backups()
  const lacks: Record<string, readonly string[]> = {}
  for (const name of backups) {
    const lacking = await journal.lacking(name)
    if (lacking.length > 0) lacks[name] = lacking
  }
  const missed = made === undefined ? [] : (lacks[made] ?? [])
  if (globals.json) terminal.data({ backups, lacks, ...(made && { made }) })
  else if (flags.list) {
    terminal.printWords(
      backups
        .map(name => [name, ...(lacks[name] ? [lacking(lacks[name])] : [])].join('  '))
        .join('\n'),
    )
  } else if (made === undefined) terminal.notify('There is nothing to copy yet.')
  else if (missed.length > 0)
    terminal.notify(
      `Copied as ${made}, but it ${lacking(missed)}. Where an earlier copy was good, it was carried on.\nRun \`hearten doctor\`.`,
    )
  else
    terminal.notify(
      `Copied and checked, as ${made}. \`hearten restore ${made}\` brings it back.\nIt lies in the data folder; \`hearten backup FILE\` makes one to keep elsewhere.`,
    )
  return missed.length > 0 ? 1 : undefined
}

const lacking = (files: readonly string[]): string => `lacks ${files.join(', ')}`

async function intoFile(context: Context, journal: Journal, file: string): Promise<undefined> {
  const everything = await journal.everything()
  const parts = context.globals.part === undefined ? copiesOfParts(journal.folder) : []
  const beside = { ...besideIn(context.folders), ...(parts.length > 0 && { parts }) }
  const text = writeJson({ ...everything, beside })
  await writeResult(context, file, text)
  if (file === '-') return
  if (writeJson(readJson(readFileSync(file, 'utf8'))) !== text)
    throw new UserError(
      `${file} does not hold what was written to it. The journal itself is whole; try another disk.`,
    )
  const { length } = everything.entries
  if (journal.sealed) context.terminal.notify(notEncrypted)
  context.terminal.notify(
    `Read back and compared: ${many(length, 'entry', 'entries')}, people, history, preferences and help numbers.`,
  )
  if (parts.length > 0)
    context.terminal.notify(
      `It holds ${many(parts.length, 'part')} with a lock too, still locked, and not looked into.`,
    )
}

const notEncrypted =
  'This file is not encrypted: it must open on the day everything else is gone. Keep it where only you look.'

/** Brings a copy back, after showing what that would change. `undo` takes it back. */
export async function restore(
  context: Context,
  [typed = '']: string[],
  flags: { dryRun?: boolean },
): Promise<undefined> {
  const { terminal, globals } = context
  const journal = await context.openJournal()
  const { name: found, target, isInside } = await copyNamed(context, journal, typed)
  const ofCopy = target.beside ?? { preferences: {}, numbers: [] }
  const beside = missingHere(context, ofCopy, isInside ? 'missing' : 'otherwise')
  const besideToo = besideInWords(beside)
  const name = visibleLine(found)
  const staying = ofCopy.parts?.filter(part => !beside.parts?.includes(part)) ?? []
  if (staying.length > 0)
    terminal.notify(
      `Parts of it that are here too stay as they are here: ${staying.map(part => part.name).join(', ')}.`,
    )
  const { lacks = [] } = target
  if (lacks.length > 0)
    terminal.notify(`${name} ${lacking(lacks)}. What lies there now stays as it is.`)
  const plan = await journal.planRestore(target)
  if (isNothing(plan) && besideToo === '') {
    terminal.notify(`The journal holds what ${name} holds. Nothing was changed.`)
    return
  }
  const shown = [
    isNothing(plan) ? '' : renderRestoring(plan, lookOf(context)),
    besideToo && `${besideToo} would come back. \`undo\` does not take these back.`,
  ]
    .filter(Boolean)
    .join('\n')
  if (flags.dryRun) {
    terminal.printWords(shown)
    terminal.notify('Nothing was changed.')
    return
  }
  if (globals.yes) terminal.draw(shown)
  await confirmed(context, `Bringing back ${name} would change this:\n${shown}`)
  const restored = await journal.restore(`restore ${name}`, target)
  await followPlan(context, journal, restored)
  await bringBackBeside(context, beside)
  terminal.notify(`Brought back ${name}.${restored ? ' `hearten undo` takes that back.' : ''}`)
}

const isNothing = ({ added, changed, removed }: Restoring): boolean =>
  added.length + changed.length + removed.length === 0

/** The copy that is meant: the name of one in the data folder, a file, or a day there is a copy of. */
async function copyNamed(
  context: Context,
  journal: Journal,
  typed: string,
): Promise<{
  name: string
  target: Everything & Lacking & { beside?: Beside }
  /** Whether it lies in the data folder. */
  isInside: boolean
}> {
  const backups = await journal.backups()
  const named = async (name: string) => ({
    name,
    target: await journal.backup(name),
    isInside: true,
  })
  if (backups.includes(typed)) return named(typed)
  if (typed === '-' || existsSync(typed))
    return { name: typed, target: readJson(await readGiven(context, typed)), isInside: false }
  const day = dayMeant(context, typed)
  const ofDay = day && backups.findLast(name => name.startsWith(day))
  if (ofDay) return named(ofDay)
  const there = backups.length > 0 ? `There are copies of ${backups.join(', ')}.` : ''
  throw new UsageError(
    `"${typed}" is neither a file nor a copy in the data folder. Nothing was changed.\n${there || 'There is no copy in the data folder yet.'}`,
  )
}

function dayMeant(context: Context, typed: string): string | undefined {
  const { today, zone } = context.stamp()
  try {
    const { from, to } = readDate(typed, { today, zone })
    return from === to ? from : undefined
  } catch {
    return undefined
  }
}
