import type { Context } from '../context.ts'
import { lookOf } from '../desk/look.ts'
import { surroundings } from '../desk/surroundings.ts'
import { UsageError } from '../errors.ts'
import { dayAtOffset } from '../journal/day.ts'
import { nameKey } from '../journal/person.ts'
import { noColours } from '../render/colours.ts'
import { visibleLine } from '../render/gate.ts'
import { questionBelow, renderCountries, renderHelp } from '../render/help.ts'
import type { Look } from '../render/look.ts'
import { defaultSettings } from '../settings/settings.ts'
import { changeNumbers, helpFile, readNumbers } from '../store/help-numbers.ts'
import type { World } from '../system/world.ts'
import { widthFor } from '../system/world.ts'
import { countryName } from '../themes/countries.ts'
import type { OwnContact } from '../themes/helpline.ts'
import type { Help } from '../themes/helplines.ts'
import { helplineCountries, helplinesFor, helplinesHere } from '../themes/helplines.ts'

/**
 * People to call. Opens no journal, and has an answer whatever is broken. Asks one thing, once, when
 * the numbers are on the screen already: the country.
 */
export async function helpNow(
  context: Context,
  _words: string[],
  flags: { country?: string; countries?: boolean },
): Promise<undefined> {
  const { terminal, folders, settings, globals } = context
  if (flags.countries) return listCountries(context)
  const named = flags.country?.trim() ?? ''
  const help =
    named === '' ? helplinesHere(settings.country, surroundings(context)) : helplinesFor(named)
  const { broken, ...own } = readNumbers(folders.data)
  const mayAsk = named === '' && settings.country === '' && !globals.json
  const asks = mayAsk && terminal.interactive && terminal.outputIsTerminal
  const onScreen = (help: Help, below: number) => {
    const rows = terminal.outputIsTerminal ? terminal.rows - below : undefined
    return renderHelp(help, own, lookOf(context), undefined, rows)
  }
  if (globals.json) terminal.data({ ...help, ...own, broken })
  else terminal.print(onScreen(help, asks ? questionBelow : 1))
  if (broken)
    terminal.notify(`Your own numbers in ${helpFile(folders.data)} could not all be read.`)
  if (!asks) return
  const dialogue = await context.dialogue('Say it with `hearten config set country`.')
  try {
    const { askCountry } = await import('../session/ask-country.ts')
    const said = await askCountry(context, dialogue)
    // Whoever came for numbers has them now, and need not come again.
    if (said !== undefined && said !== help.country) terminal.print(onScreen(helplinesFor(said), 1))
  } finally {
    dialogue.close()
  }
}

/** People to call where it is not known what is whose: no home, so no preferences and no own numbers. */
export function helpWithoutHome(world: World, asJson: boolean): string {
  const help = helplinesHere('', world)
  const now = world.now()
  const look: Look = {
    width: widthFor(world),
    colours: noColours,
    plain: false,
    piped: !world.outputIsTerminal,
    today: dayAtOffset(now, world.offset(now), defaultSettings.nightEnds),
  }
  return asJson
    ? JSON.stringify({ version: 1, ...help, numbers: [], plan: [], broken: false }, null, 2)
    : renderHelp(help, { numbers: [], plan: [] }, look)
}

/** What there is lines for. */
function listCountries(context: Context): undefined {
  const { terminal, globals } = context
  const countries = helplineCountries
    .map(code => ({ code, name: countryName(code) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  if (globals.json) terminal.data({ countries })
  else
    terminal.print(
      renderCountries(
        countries.map(({ code, name }) => [code, name]),
        lookOf(context),
      ),
    )
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

const without = (numbers: readonly OwnContact[], name: string) =>
  numbers.filter(it => nameKey(it.name) !== nameKey(name))
