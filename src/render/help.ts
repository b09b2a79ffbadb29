import { isDay } from '../journal/day.ts'
import { inSentence } from '../themes/countries.ts'
import type { Helpline, OpenPlanPart, OwnContact } from '../themes/helpline.ts'
import { aboutLine, gapLine, waysToReach } from '../themes/helpline.ts'
import type { Help } from '../themes/helplines.ts'
import { capital } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import { visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { displayWidth, wrapWords } from './wrap.ts'

/** What the person keeps readable at any time. */
interface OwnHelp {
  readonly numbers: readonly OwnContact[]
  readonly plan: readonly OpenPlanPart[]
}

/**
 * People to call: danger first, then one's own plan for hard hours, one's own people, then lines, then where to find more.
 *
 * @param closing what stands below: where each number is from and how to see others, unless said otherwise
 * @param rows how many rows there is room for: where there are more, danger and whom to call first stand at the end again
 */
export function renderHelp(
  help: Help,
  { numbers: own, plan }: OwnHelp,
  look: Look,
  closing = whenceAndWhere,
  rows = Number.POSITIVE_INFINITY,
): string {
  const { colours } = look
  const danger = wrapped(`If you are in danger now, call ${emergencyOf(help)}.`, look).map(
    colours.strong,
  )
  const blocks: string[][] = [danger]
  for (const { name, text } of plan)
    blocks.push([
      colours.accent(`  ${visibleLine(name)}`),
      ...text.split('\n').flatMap(line => wrapped(`  ${visibleLine(line)}`, look)),
    ])
  if (own.length > 0)
    blocks.push([
      colours.accent('  Your people'),
      ...columns(
        own.map(it => [
          visibleLine(it.name),
          visibleLine(it.number),
          isDay(it.addedOn) ? `you added this on ${namedDay(it.addedOn, look.today)}` : '',
        ]),
        look,
      ),
    ])
  if (help.lines.length > 0)
    blocks.push([
      colours.accent(`  ${help.guessed ? `${help.name}, as a guess` : help.name}`),
      ...columns(
        help.lines.map(line => [line.name, waysToReach(line), aboutLine(line)]),
        look,
      ),
    ])
  if (help.gaps.length > 0)
    blocks.push(
      wrapped(
        `${help.gaps.map(gap => gapLine(gap, help.name)).join(' ')} The addresses below may list one.`,
        look,
      ),
    )
  blocks.push([
    colours.accent('  Anywhere'),
    ...columns(
      help.directories.map(({ name, address }) => [name, address]),
      look,
    ).map(line => withLinks(line, help.directories, colours)),
  ])
  blocks.push(
    closing(help)
      .flatMap(text => wrapped(text, look))
      .map(colours.dim),
  )
  const text = joined(blocks)
  if (text.split('\n').length <= rows) return text
  return joined([[text], [...danger, ...nearest(help, own, look)]])
}

/** How many rows a question below takes. */
export const questionBelow = 5

const joined = (blocks: readonly (readonly string[])[]): string =>
  blocks
    .filter(block => block.length > 0)
    .map(block => block.join('\n'))
    .join('\n\n')

/** Whom to call first, said once more where the top of the screen has scrolled away. */
function nearest({ lines }: Help, own: readonly OwnContact[], look: Look): string[] {
  const [mine] = own
  const [line] = lines
  const said = [
    ...(mine ? [`${visibleLine(mine.name)}: ${visibleLine(mine.number)}`] : []),
    ...(line ? [`${line.name}: ${waysToReach(line)}`] : []),
    'The rest stands above.',
  ]
  return said.flatMap(it => wrapped(it, look))
}

/** "your emergency number: 999 or 112"; of a country that is only a guess, as one that may be another. */
function emergencyOf({ emergency, guessed, name }: Help): string {
  if (!/^\d/.test(emergency)) return emergency
  return guessed
    ? `your local emergency number (${name}: ${emergency})`
    : `your emergency number: ${emergency}`
}

/** Where each number is from and when it was checked, and how to see those of another country. */
function whenceAndWhere(help: Help): string[] {
  const { lines, name, guessed } = help
  const another =
    '`hearten help-now --country France` shows another country, `hearten help-now --countries` lists them.'
  const keeps = '`hearten config set country France` keeps one.'
  if (guessed) return [...checkedOn(lines), `${aGuess(name)} ${another} ${keeps}`]
  if (lines.length > 0) return [...checkedOn(lines), another]
  return [
    name === ''
      ? `No country is set, so no lines are listed. ${another} ${keeps}`
      : `No lines are listed here for ${visibleLine(name)} yet. The addresses above list them by country. ${another}`,
  ]
}

const aGuess = (name: string): string =>
  `${capital(inSentence(name))} is a guess, by the clock or the language of this computer. It is kept nowhere.`

/** What stands below in the middle of a session, where the numbers must not scroll away. */
export const inShort = ({ name, guessed }: Help): string[] =>
  guessed ? [`${aGuess(name)} \`hearten help-now\` says more.`] : []

/** When and where each number was looked up, by day. */
function checkedOn(lines: readonly Helpline[]): string[] {
  const days = [...new Set(lines.map(line => line.checkedOn))].sort().reverse()
  const from = (day: string) =>
    new Set(
      lines
        .filter(line => line.checkedOn === day)
        .map(({ name, sources }) => `${name} (${sources.join(', ')})`),
    )
  return [
    ...days.map(day => `Checked on ${day}: ${[...from(day)].join('; ')}.`),
    'Numbers change; if one does not answer, try the next.',
  ]
}

/** The countries there are lines for, to choose from. */
export function renderCountries(countries: readonly (readonly string[])[], look: Look): string {
  return [
    ...columns(countries, look),
    '',
    ...wrapped('`hearten config set country Ireland` keeps one; names and codes both do.', look),
  ].join('\n')
}

/** Cells side by side where they fit, else one under the other. */
function columns(rows: readonly (readonly string[])[], { width, plain, piped }: Look): string[] {
  const widths = [0, 1].map(at => Math.max(...rows.map(row => displayWidth(row[at] ?? ''))))
  const total = 4 + Math.max(...rows.map(row => lineOf(row, widths).length))
  if (plain || piped) return rows.map(row => `    ${row.filter(Boolean).join(', ')}`)
  if (total <= width) return rows.map(row => `    ${lineOf(row, widths)}`)
  return rows.flatMap(([first = '', second = '', ...rest]) => [
    ...wrapWords(`${first}  ${second}`, width - 4).map(row => `    ${row.trimEnd()}`),
    ...rest
      .filter(Boolean)
      .flatMap(cell => wrapWords(cell, width - 6).map(row => `      ${row.trimEnd()}`)),
  ])
}

const lineOf = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(cell))))
    .join('  ')
    .trimEnd()

const wrapped = (text: string, { width }: Look): string[] =>
  wrapWords(text, Math.min(76, width - 2)).map(row => `  ${row.trimEnd()}`)

/** Addresses in a line that is laid out already, so that it stays as wide as it looks. */
const withLinks = (
  line: string,
  places: readonly { readonly address: string }[],
  colours: Look['colours'],
): string => {
  const at = places.find(({ address }) => line.endsWith(address))?.address
  return at ? `${line.slice(0, -at.length)}${colours.link(at, `https://${at}`)}` : line
}
