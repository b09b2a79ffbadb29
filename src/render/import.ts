import { monthName } from '../journal/day.ts'
import { grouped } from '../journal/grouped.ts'
import { many } from '../wording/counts.ts'
import { visibleLine } from './gate.ts'

/** How many odd rows or files are named; the rest is counted. */
const named = 5

interface OddPlace {
  readonly line: number
  readonly isRecord?: true
  readonly file?: string
  readonly reason: string
}

/** What an import would do, month by month, and what it leaves out. Empty when there is nothing to say. */
export function renderImport(
  plan: {
    readonly newByMonth: ReadonlyMap<string, number>
    readonly changedByMonth: ReadonlyMap<string, number>
    readonly different: readonly unknown[]
    readonly inTrash: readonly unknown[]
  },
  read: {
    readonly entries: readonly { readonly attachments?: readonly string[] }[]
    readonly odd: readonly OddPlace[]
    readonly unread: readonly string[]
    readonly others: readonly { readonly name: string; readonly format?: string }[]
    readonly unknownMoods?: readonly string[]
    readonly format: string
  },
): string {
  const byMonth = (counts: ReadonlyMap<string, number>, word: string) =>
    [...counts].map(([month, count]) => `  ${monthName(month)}  ${count} ${word}`)
  const lines = [
    ...byMonth(plan.newByMonth, 'new'),
    ...byMonth(plan.changedByMonth, 'changed'),
    ...read.odd
      .slice(0, named)
      .map(odd => `  ${placeOf(odd)} is left out: ${visibleLine(odd.reason)}`),
  ]
  if (read.odd.length > named)
    lines.push(`  and ${many(read.odd.length - named, 'other one', 'other ones')}`)
  if (plan.different.length > 0)
    lines.push(
      `${plan.different.length} already here say something else in the file. Your own words stay.`,
    )
  if (plan.inTrash.length > 0)
    lines.push(
      `${many(plan.inTrash.length, 'entry of it lies in the trash and stays there; --back brings it', 'entries of it lie in the trash and stay there; --back brings them')} back.`,
    )
  const attachments = read.entries.reduce((n, it) => n + (it.attachments?.length ?? 0), 0)
  if (attachments > 0 && plan.newByMonth.size > 0)
    lines.push(
      attachments === 1
        ? 'A picture or file stays where it is. Your entry keeps its name.'
        : `${attachments} pictures and files stay where they are. Your entries keep the names.`,
    )
  const { unread } = read
  if (unread.length > 0)
    lines.push(
      `Left alone, as ${unread.length === 1 ? 'it holds' : 'they hold'} no entries: ${few(unread)}.`,
    )
  for (const [format, others] of grouped(read.others, it => it.format ?? '')) {
    const names = few(others.map(it => it.name))
    const isOne = others.length === 1
    lines.push(
      format === ''
        ? `Left for another time, as ${isOne ? 'it is an archive' : 'they are archives'}: ${names}. Give each by itself.`
        : `Left for another time, as ${isOne ? 'it is' : 'they are'} of another kind: ${names}.\n\`--format ${format}\` takes ${isOne ? 'that one' : 'those'} in.`,
    )
  }
  if (read.unknownMoods) {
    lines.push(
      `Some words for moods have no step here: ${few(read.unknownMoods)}.`,
      `Say what each means: \`--mood-map "${visibleLine(read.unknownMoods[0] ?? '')}=4"\`, from 1 very low to 5 very good, or \`none\`.`,
    )
    if (read.format === 'daily-notes' && read.unknownMoods.some(word => /^\d/.test(word)))
      lines.push(
        'Numbers up to 5 come in as they are. Where your scale is longer, say what they mean too: `--mood-map 5=3`.',
      )
  }
  return lines.join('\n')
}

const placeOf = ({ line, isRecord, file }: OddPlace): string =>
  `${isRecord ? 'entry' : 'line'} ${line}${file === undefined ? '' : ` of ${visibleLine(file)}`}`

/** The first few of some names. */
export const few = (names: readonly string[]): string =>
  [
    ...names.slice(0, named).map(visibleLine),
    ...(names.length > named ? [`and ${names.length - named} more`] : []),
  ].join(', ')
