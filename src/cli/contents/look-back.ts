import type { CommandGroup } from '../table.ts'
import { again, between, command, filters, privately } from '../table.ts'

/** What tells of what was written. */
export const commandsToLookBack: CommandGroup = [
  'Look back:',
  [
    command({
      use: 'review [period...]',
      about: 'the reflection summary: day, week, month, year, season, all, or 2026-03',
      json: true,
      flags: [
        ...between('--to'),
        ['--html <file>', 'write a report that opens in a browser and prints'],
        ['--markdown', 'as Markdown'],
        ['--then-and-now', 'pages of other times beside these'],
        ['--no-words', 'without your own words: numbers and names only'],
        ['--no-marked-words', 'without the words that mark this time'],
      ],
      examples: [
        ['hearten review', 'this month'],
        ['hearten review 2026-03'],
        ['hearten review season --html season.html'],
      ],
      load: async () => (await import('../../commands/review.ts')).review,
    }),
    command({
      use: 'calendar [period...]',
      about: 'the year as a grid, or a month: 2026-03, "last month"',
      json: true,
      flags: [['--by <what>', 'mood, presence, or the name of a theme']],
      load: async () => (await import('../../commands/calendar.ts')).calendar,
    }),
    command({
      use: 'insights',
      about: 'what went with better days, with honest statistics',
      json: true,
      flags: [['--of <name>', 'what went with more or less of one of your measures']],
      load: async () => (await import('../../commands/insights.ts')).insights,
    }),
    command({
      use: 'list',
      about: 'entries, newest last',
      json: true,
      flags: [...filters('--to')],
      examples: [
        ['hearten list --theme support --from "3 weeks ago"'],
        ['hearten list --on 2026-03 --json'],
      ],
      load: async () => (await import('../../commands/list.ts')).list,
    }),
    command({
      use: 'show [id-or-date...]',
      about: 'one entry, or the entries of a day; without words, you pick one',
      json: true,
      flags: [['--history', 'with every earlier version']],
      examples: [['hearten show yesterday']],
      load: async () => (await import('../../commands/show.ts')).show,
    }),
    command({
      use: 'search <words...>',
      about: 'find words, whatever their case; several words all match',
      json: true,
      flags: [
        ...filters('--to'),
        ['--any', 'any of the words is enough'],
        ['--regex', 'the words are a regular expression'],
      ],
      examples: [['hearten search talked sister'], ['hearten search --regex "slept (badly|well)"']],
      load: async () => (await import('../../commands/search.ts')).search,
    }),
    command({
      use: 'again [id]',
      about: 'an old answer and its question, answered once more, side by side',
      json: true,
      flags: [
        ['--still-true <1-5>', 'how true it is now, from 1 not any more to 5 as true as then'],
        ['--answer <text>', 'the answer of today'],
        privately,
      ],
      examples: [
        ['hearten again', 'an old answer that fits today'],
        ['hearten again 4kq --still-true 2 --answer "I see it otherwise now"'],
      ],
      notes: [
        'Without an id nothing private, muted or heavy comes up, and on a low day nothing does.',
        '`hearten config set resurface yes` lets `hearten` offer one now and then.',
      ],
      load: async () => (await import('../../commands/again.ts')).askAgain,
    }),
    command({
      use: 'page [whom]',
      about: 'what you bring to a group, a therapist, a sponsor or a friend',
      flags: [
        ...between('--to'),
        ['--on <date>', 'on this day, month or year'],
        ['--course <name>', 'the pages of a course'],
        ['--session <id>', 'with --course: those of one session of it'],
        again('--tag <tag>', 'the pages with this tag'),
        ['--brought', 'what was brought before as well'],
        ['--with-plan', 'your plan for hard hours, too'],
        ['--redact', 'initials in place of names'],
        ['--pseudonyms', 'made-up names in place of names'],
        ['--output <file>', 'into this file: .html or .md'],
      ],
      examples: [
        ['hearten page group', 'what is marked to bring, to read aloud'],
        ['hearten page therapist --from "6 weeks ago" --output weeks.html'],
        ['hearten page sponsor --course recovery --session early-signs --redact'],
      ],
      notes: [
        'It is shown before a file is written. `hearten star --bring` marks what goes on it.',
        'What a file took along is not on the next page for the same one, unless it is marked again.',
      ],
      load: async () => (await import('../../commands/page.ts')).page,
    }),
    command({
      use: 'status',
      about: 'one line: days present, promises due, an unfinished session',
      json: true,
      flags: [
        ['--short', 'shorter, for a prompt or a status bar'],
        ['--since <name>', 'the days since it, too'],
      ],
      leavesInbox: '--short',
      load: async () => (await import('../../commands/status.ts')).status,
    }),
  ],
]
