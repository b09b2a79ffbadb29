import type { Context } from '../context.ts'
import { lookOf } from '../desk/look.ts'
import { UsageError } from '../errors.ts'
import { nameKey } from '../journal/person.ts'
import { visibleLine } from '../render/gate.ts'
import { renderHelp } from '../render/help.ts'
import type { OwnNumber } from '../store/help-numbers.ts'
import { changeNumbers, helpFile, readNumbers } from '../store/help-numbers.ts'
import { helplinesFor } from '../themes/helplines.ts'

/** People to call. Opens no journal, asks nothing, and has an answer whatever is broken. */
export async function helpNow(
  context: Context,
  _words: string[],
  flags: { country?: string },
): Promise<undefined> {
  const { terminal, folders, settings, globals } = context
  const help = helplinesFor(flags.country ?? settings.country)
  const { numbers, broken } = readNumbers(folders.data)
  if (globals.json) terminal.data({ ...help, numbers, broken })
  else terminal.print(renderHelp(help, numbers, lookOf(context)))
  if (broken)
    terminal.notify(`Your own numbers in ${helpFile(folders.data)} could not all be read.`)
}

/** `help-now add "my sister" +44 20 …`: what looks like a number at the end is the number. */
export async function addNumber(context: Context, words: string[]): Promise<undefined> {
  const { terminal, folders, stamp } = context
  const said = words.join(' ').replace(/\s+/g, ' ').trim()
  const [, name = '', number = ''] = /^(.*\D) (\+?[\d(][\d\s().,/#*-]*)$/.exec(said) ?? []
  if (name.trim() === '')
    throw new UsageError(
      `No number was found at the end of "${said}". Write it like \`hearten help-now add sister +44 20 7946 0000\`.`,
    )
  const own = { name: name.trim(), number, addedOn: stamp().today }
  await changeNumbers(numbersOf(context), numbers => [...without(numbers, name), own])
  terminal.notify(
    [
      `${visibleLine(name.trim())} is in \`hearten help-now\`: ${number}`,
      `This is kept apart, in ${helpFile(folders.data)}.`,
      'It can be read even when the journal is locked, so that it is there when you need it.',
    ].join('\n'),
  )
}

export async function removeNumber(context: Context, words: string[]): Promise<undefined> {
  const name = words.join(' ')
  await changeNumbers(numbersOf(context), numbers => {
    const others = without(numbers, name)
    if (others.length === numbers.length)
      throw new UsageError(
        `There is no number for "${name}". \`hearten help-now\` shows them. Nothing was changed.`,
      )
    return others
  })
  context.terminal.notify(`The number of ${visibleLine(name)} is removed.`)
}

const numbersOf = ({ folders, checkup }: Context) => ({
  folder: folders.data,
  host: checkup().host,
})

const without = (numbers: readonly OwnNumber[], name: string) =>
  numbers.filter(it => nameKey(it.name) !== nameKey(name))
