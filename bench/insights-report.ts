// Tallies in, tables and missed bars out.
import type { Tallies, Tally } from './insights-trials.ts'

export function report(
  tallies: Tallies,
  lengths: readonly number[],
): { text: string; missed: string[] } {
  /** Adds up what the pattern matches. */
  const sum = (pattern: RegExp): Tally =>
    Object.entries(tallies)
      .filter(([what]) => pattern.test(what))
      .reduce<Tally>(([a, b], [, [times, of]]) => [a + times, b + of], [0, 0])
  const share = (pattern: RegExp) => percent(sum(pattern))
  const missed: string[] = []
  const bar = (name: string, pattern: RegExp, holds: (share: number) => boolean) => {
    const [times, of] = sum(pattern)
    const met = holds(times / of)
    if (!met) missed.push(`${name} (${percent([times, of])})`)
    return `| ${name} | ${percent([times, of])} of ${of} | ${met ? 'yes' : 'no'} |`
  }

  const nothing = lengths.map(
    n =>
      `| ${n} | ${['plain', 'drift', 'answering'].map(kind => `${share(RegExp(`^none ${kind} ${n} any`))} | ${share(RegExp(`^none ${kind} ${n} p<`))}`).join(' | ')} |`,
  )
  const found = ['same 0.5', 'same 0.8', 'same 1.2', 'next 0.8'].flatMap(kind =>
    lengths.map(n => {
      const at = `^${kind} ${n}`
      const [total, times] = sum(RegExp(`${at} difference when found`))
      const [when, effect] = kind.split(' ')
      return `| ${effect}, ${when} day | ${n} | ${share(RegExp(`${at} found`))} | ${share(RegExp(`${at} p<`))} | ${share(RegExp(`${at} holds$`))} | ${share(RegExp(`${at} holds planted`))} | ${times < 10 ? '–' : (total / times).toFixed(2)} | ${share(RegExp(`${at} other`))} |`
    }),
  )
  const shown = lengths.map(
    n =>
      `| ${n} | ${share(RegExp(`^(none (plain|drift)|same|next).* ${n} shown holds`))} | ${share(RegExp(`^(same|next) \\S+ ${n} shown holds`))} | ${share(RegExp(`^(same|next) \\S+ ${n} shown right way`))} |`,
  )
  const trends = [0, 0.25, 0.5, 1].flatMap(slope =>
    [21, ...lengths]
      .filter(n => `trend ${slope} ${n} holds` in tallies)
      .map(n => {
        const said = ['rising', 'falling', 'steady', 'not clear yet', 'holds']
        return `| ${slope} | ${n} | ${said.map(words => share(RegExp(`^trend ${slope} ${n} ${words}`))).join(' | ')} |`
      }),
  )
  const bars = [
    bar(
      'Journals where nothing went with mood that show any insight: at most 10%',
      /^none (plain|drift) \d+ any/,
      x => x <= 0.1,
    ),
    ...['same 0.5', 'same 0.8', 'same 1.2', 'next 0.8'].map(kind =>
      bar(
        `90% interval of a planted ${kind.split(' ')[1]}, ${kind.split(' ')[0]} day, shown or not: 85% or more`,
        RegExp(`^${kind} \\d+ holds$`),
        x => x >= 0.85,
      ),
    ),
    bar(
      'Intervals as shown, false insights among them: 85% or more',
      /^(none (plain|drift)|same|next).* shown holds/,
      x => x >= 0.85,
    ),
    ...[21, ...lengths].map(n =>
      bar(
        `95% interval of a flat trend over ${n} days: 85% or more`,
        RegExp(`^trend 0 ${n} holds`),
        x => x >= 0.85,
      ),
    ),
    bar(
      '"Steady" where mood moves a point a month: at most 5%',
      /^trend 1 \d+ steady/,
      x => x <= 0.05,
    ),
  ]

  const text = [
    `From ${sum(/^(none|same|next).* any/)[1]} made-up journals for insights and ${sum(/^trend.* holds/)[1]} for the trend.`,
    table(['Bar', 'Measured', 'Met'], bars),
    '**Nothing to find.** Share of journals that show any insight, and share of single tests with p < .05.',
    table(
      [
        'Rated days',
        'any',
        'p < .05',
        'any, shared drift',
        'p < .05',
        'any, factors answering to yesterday',
        'p < .05',
      ],
      nothing,
    ),
    '**Something to find.** Among journals in which the planted factor could be looked at.',
    table(
      [
        'Points added',
        'Rated days',
        'Shown',
        'p < .05 by itself',
        '90% interval holds',
        'holds what was planted',
        'Mean difference when shown',
        'Another factor shown',
      ],
      found,
    ),
    '**Intervals of what is shown.** All shown insights, with the false ones; then only journals with something to find, and how often the direction is right there.',
    table(['Rated days', 'holds, all', 'holds, something to find', 'right way'], shown),
    '**The trend.** What is said, and how often the 95% interval holds.',
    table(
      [
        'Points a month',
        'Rated days',
        'rising',
        'falling',
        'steady',
        'not clear yet',
        'interval holds',
      ],
      trends,
    ),
  ].join('\n\n')
  return { text, missed }
}

/** A Markdown table with its columns in line, as the formatter wants it. */
function table(head: readonly string[], rows: readonly string[]): string {
  const cells = [head, ...rows.map(row => row.slice(2, -2).split(' | '))]
  const widths = head.map((_, i) => Math.max(...cells.map(row => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = line(widths.map(width => '-'.repeat(width)))
  return [line(head), rule, ...cells.slice(1).map(line)].join('\n')
}

function percent([times, of]: Tally): string {
  return of === 0 ? '–' : `${((100 * times) / of).toFixed(1)}%`
}
