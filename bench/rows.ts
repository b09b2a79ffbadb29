// What the bench measures: command lines, what each may cost, and what we aim for, in bare starts of Node.

export interface Row {
  readonly name: string
  /** Words after `hearten`; `OUT` stands for a folder that is empty each time. */
  readonly words: readonly string[]
  /** The most it may cost, as a ratio to `node -e 0`. */
  readonly budget: number
  readonly goal: number
  /** In megabytes, at its peak. */
  readonly memory: number
  /** Run before each one and not measured: what makes it stale. */
  readonly before?: readonly string[]
}

const row = (name: string, words: string, budget: number, goal: number, memory = 50): Row => ({
  name,
  words: words.split(' '),
  budget,
  goal,
  memory,
})

const review = (period: string): Row[] => [
  row(`review ${period}`, `review ${period}`, 2, 1.7),
  {
    ...row(`review ${period}, a month stale`, `review ${period}`, 2.7, 2.2),
    before: ['jot', '-q', 'a line in between'],
  },
]

export const rows: readonly Row[] = [
  row('--version', '--version', 1.1, 1.05),
  row('--help', '--help', 1.5, 1.3),
  { ...row('jot', 'jot', 1.75, 1.4), words: ['jot', '-q', 'a line in between'] },
  row('list, the last ten', 'list --limit 10', 1.7, 1.5),
  row('status', 'status', 2, 1.6),
  row('calendar', 'calendar', 2, 1.6),
  row('search, a rare word', 'search zymurgy', 3, 1.9),
  ...review('month'),
  ...review('year'),
  ...review('all'),
  row('insights', 'insights', 3, 2.2),
  row('today, to its first question', 'today --sheet', 2.2, 1.8),
  row('export json', 'export json', 5, 3, 60),
  row('export markdown', 'export markdown', 12, 8, 60),
  row('export html, twice through', 'export html', 16, 12, 60),
]

/** Measured beside them, though it is no command of Node's: the function of the shell. */
export const shellRow = { name: 'hjot, from the shell', budget: 0.35, goal: 0.28 }
