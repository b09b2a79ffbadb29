// Tallies in, tables and missed bars out.
import type { Tallies, Tally } from './insights-trials.ts'
import { forTrend, withEffect, withoutEffect } from './insights-worlds.ts'

const names = (worlds: object) => Object.keys(worlds)
/** Trend worlds in which mood goes nowhere. */
const level = names(forTrend).filter(name => !name.startsWith('up '))

export function report(tallies: Tallies): { text: string; missed: string[] } {
  const at = (...key: (string | number)[]): Tally => tallies[key.join('/')] ?? [0, 0]
  const share = (...key: (string | number)[]) => percent(at(...key))
  const days = (about: string, world: string) =>
    [
      ...new Set(
        Object.keys(tallies).flatMap(key => {
          const [what, name, n] = key.split('/')
          return what === about && name === world ? Number(n) : []
        }),
      ),
    ].sort((a, b) => a - b)
  const missed: string[] = []
  const bars: string[] = []
  const bar = (
    name: string,
    measured: readonly (readonly [where: string, tally: Tally])[],
    atLeast: boolean,
    limit: number,
  ) => {
    const shares = measured
      .filter(([, [, of]]) => of > 0)
      .map(([where, [times, of]]) => ({ where, share: times / of }))
    if (shares.length === 0) return
    const worst = shares.reduce((a, b) => (a.share > b.share === atLeast ? b : a))
    const met = atLeast ? worst.share >= limit : worst.share <= limit
    if (!met) missed.push(`${name}: ${percent([worst.share, 1])} (${worst.where})`)
    bars.push(`| ${name} | ${percent([worst.share, 1])} | ${worst.where} | ${met ? 'yes' : 'no'} |`)
  }
  const cells = (about: string, worlds: readonly string[], what: string) =>
    worlds.flatMap(world =>
      days(about, world).map(n => [`${world}, ${n} days`, at(about, world, n, what)] as const),
    )

  const quiet = ['plain', 'shared drift']
  const strange = names(withoutEffect).filter(name => !quiet.includes(name))
  bar(
    'Something untrue is shown, plain worlds: at most 5%',
    cells('nothing', quiet, 'untrue'),
    false,
    0.05,
  )
  bar(
    'Something untrue is shown, all other worlds: at most 10%',
    cells('nothing', strange, 'untrue'),
    false,
    0.1,
  )
  bar(
    'Something untrue beside a companion habit: at most 15%',
    cells('something', ['a companion habit'], 'untrue'),
    false,
    0.15,
  )
  for (const [n, limit] of [
    [90, 0.7],
    [180, 0.93],
  ] as const)
    for (const world of ['0.8 points', '0.8 points, six habits'])
      bar(
        `${world} shown after ${n} days: at least ${Math.round(100 * limit)}%`,
        [[`${n} days`, at('something', world, n, 'found')]],
        true,
        limit,
      )
  const holds = Object.entries(tallies)
    .filter(([key]) => /^something\/.*\/holds$/.test(key))
    .map(([, tally]) => tally)
  bar(
    'What is shown, where there is something to find, holds: at least 85%',
    [['all', total(holds)]],
    true,
    0.85,
  )
  bar(
    'A direction is named where there is none: at most 10%',
    level.flatMap(world =>
      days('trend', world).map(
        n =>
          [
            `${world}, ${n} days`,
            total([at('trend', world, n, 'rising'), at('trend', world, n, 'falling')], 'times'),
          ] as const,
      ),
    ),
    false,
    0.1,
  )
  bar(
    '"Steady" where mood moves a point a month: at most 5%',
    cells('trend', ['up 1'], 'steady'),
    false,
    0.05,
  )
  bar(
    'A word is named where none marks the time: at most 10%',
    cells('words', ['plain'], 'named'),
    false,
    0.1,
  )

  const columns = [...new Set(names(withoutEffect).flatMap(world => days('nothing', world)))].sort(
    (a, b) => a - b,
  )
  const trendRows = names(forTrend).flatMap(world =>
    days('trend', world).map(
      n =>
        `| ${world} | ${n} | ${['rising', 'falling', 'steady', 'not clear yet'].map(words => share('trend', world, n, words)).join(' | ')} |`,
    ),
  )
  const found = names(withEffect).flatMap(world =>
    days('something', world).map(n => {
      const [sum, times] = at('something', world, n, 'size')
      return `| ${world} | ${n} | ${['found', 'together', 'holds'].map(what => share('something', world, n, what)).join(' | ')} | ${times < 10 ? '–' : (sum / times).toFixed(2)} | ${share('something', world, n, 'untrue')} |`
    }),
  )
  const made = (about: RegExp, what: RegExp) =>
    total(
      Object.entries(tallies)
        .filter(([key]) => about.test(key) && what.test(key))
        .map(([, tally]) => tally),
    )[1]
  const text = [
    `From ${made(/^(nothing|something)/, /untrue$/)} made-up journals for insights and ${made(/^trend/, /rising$/)} for the trend.`,
    table(['Bar', 'Measured at worst', 'where', 'Met'], bars),
    '**Nothing to find.** Share of journals that show something untrue, by rated days.',
    table(
      ['World', ...columns.map(String)],
      names(withoutEffect).map(
        world =>
          `| ${world} | ${columns.map(n => share('nothing', world, n, 'untrue')).join(' | ')} |`,
      ),
    ),
    `Looking every week: of plain journals ${share('looking', 'plain', 180, 'by week 13')} have shown something at least once by the thirteenth week, ${share('looking', 'plain', 180, 'by week 26')} by the twenty-sixth. Of ${made(/^words/, /named$/)} half-years of made-up text in which nothing marks a month, ${share('words', 'plain', 180, 'named')} name a word.`,
    '**Something to find.** Among journals in which the habit could be looked at.',
    table(
      [
        'One habit adds',
        'Rated days',
        'Shown',
        'of these, together with another',
        'Interval holds',
        'Mean difference when shown',
        'Something untrue',
      ],
      found,
    ),
    '**The trend.** What is said.',
    table(['Mood', 'Rated days', 'rising', 'falling', 'steady', 'not clear yet'], trendRows),
  ].join('\n\n')
  return { text, missed }
}

/** Adds up; with 'times', of what is counted for the same journals. */
function total(tallies: readonly Tally[], what: 'both' | 'times' = 'both'): Tally {
  const times = tallies.reduce((sum, [one]) => sum + one, 0)
  const of = tallies.reduce((sum, [, one]) => sum + one, 0)
  return [times, what === 'both' ? of : of / Math.max(1, tallies.length)]
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
