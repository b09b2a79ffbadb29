import { isDay } from '../journal/day.ts'
import type { Helpline } from '../themes/helpline.ts'
import { waysToReach } from '../themes/helpline.ts'
import type { Help } from '../themes/helplines.ts'
import { namedDay } from './entry.ts'
import { visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { displayWidth, wrapWords } from './wrap.ts'

export interface OwnNumber {
  readonly name: string
  readonly number: string
  readonly addedOn: string
}

/** People to call: danger first, then one's own people, then lines, then where to find more. */
export function renderHelp(help: Help, own: readonly OwnNumber[], look: Look): string {
  const { colours } = look
  const blocks: string[][] = [
    wrapped(`If you are in danger now, call ${emergencyOf(help)}.`, look).map(colours.strong),
  ]
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
      colours.accent(`  ${countryName(help.country)}`),
      ...columns(help.lines.map(lineCells), look),
    ])
  blocks.push([
    colours.accent('  Anywhere'),
    ...columns(
      help.directories.map(({ name, address }) => [name, address]),
      look,
    ),
  ])
  blocks.push(
    closing(help)
      .flatMap(text => wrapped(text, look))
      .map(colours.dim),
  )
  return blocks.map(block => block.join('\n')).join('\n\n')
}

const emergencyOf = ({ emergency }: Help): string =>
  /^\d/.test(emergency) ? `your emergency number: ${emergency}` : emergency

const lineCells = (line: Helpline): string[] => [
  line.name,
  waysToReach(line),
  [line.hours, line.audience === 'anyone' ? '' : line.audience].filter(Boolean).join(', '),
]

function closing(help: Help): string[] {
  const oldest = help.lines.map(line => line.checkedOn).sort()[0]
  const sources = [...new Set(help.lines.map(line => line.source))].join(', ')
  if (oldest)
    return [
      `Checked on ${oldest} (${sources}). Numbers change; if one does not answer, try the next.`,
      '`hearten help-now --country IE` for another country.',
    ]
  return [
    help.country === ''
      ? 'No country is set, so no lines are listed. `hearten help-now --country IE` shows them; `hearten config set country IE` keeps it.'
      : `No lines are listed here for ${countryName(help.country)} yet. The addresses above list them by country.`,
  ]
}

/** "Ireland" for IE; the code itself where it means no country. */
function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) ?? code
  } catch {
    return visibleLine(code)
  }
}

/** Cells side by side where they fit, else one under the other. */
function columns(rows: readonly (readonly string[])[], { width, plain, piped }: Look): string[] {
  const widths = [0, 1].map(at => Math.max(...rows.map(row => displayWidth(row[at] ?? ''))))
  const total = 4 + Math.max(...rows.map(row => lineOf(row, widths).length))
  if (plain || piped) return rows.map(row => `    ${row.filter(Boolean).join(', ')}`)
  if (total <= width) return rows.map(row => `    ${lineOf(row, widths)}`)
  return rows.flatMap(([first = '', ...rest]) => [
    ...wrapWords(first, width - 4).map(row => `    ${row.trimEnd()}`),
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
