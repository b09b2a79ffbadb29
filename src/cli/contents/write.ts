import type { Context } from '../../context.ts'
import type { CommandGroup, TableEntry } from '../table.ts'
import {
  aboutDay,
  again,
  command,
  fewWords,
  itsTheme,
  moodAfter,
  moodBefore,
  privately,
  saving,
} from '../table.ts'
import { session } from './session.ts'

/** What a person writes. */
export const commandsToWrite: CommandGroup = [
  'Write:',
  [
    session,
    command({
      use: 'jot [text...]',
      about: 'a free entry: words, a pipe, the writing field or your editor',
      flags: [...saving, itsTheme, ['--editor', 'write in $VISUAL or $EDITOR']],
      examples: [
        ['hearten jot "we talked at last"'],
        ['hearten jot "yesterday: a long walk +calm @sister"'],
        ['echo "some words" | hearten jot'],
      ],
      notes: [
        '#tag, +tag and @person in the text are read. An unquoted # starts a shell comment, hence +.',
        'Words given as arguments land in the history of your shell. A pipe or the writing field leaves no trace there.',
        'A dash takes the pipe wherever words are taken: `jot -`, `edit ID -`, `--note -`. Beside words, a pipe is left unread.',
      ],
      load: async () => (await import('../../commands/jot.ts')).jot,
    }),
    command({
      use: 'checkin',
      about: 'mood, energy and feelings in twenty seconds',
      flags: [
        ['--mood <1-5>', 'from 1 very low to 5 very good'],
        ['--energy <1-5>', 'from 1 empty to 5 plenty'],
        again('--feeling <word>', 'a feeling word'),
        again('--measure <name=value>', 'one of your own measures, as in craving=3'),
        fewWords,
        ['--at <date>', 'the day and time it is about'],
        privately,
      ],
      examples: [
        ['hearten checkin', 'asks'],
        ['hearten checkin --mood 2 --feeling lonely', 'says it all at once'],
      ],
      load: async () => (await import('../../commands/checkin.ts')).checkin,
    }),
    command({
      use: 'promise [text...]',
      about: 'make one; without words, list and settle the open ones',
      json: true,
      flags: [
        ['--if <cue>', 'the cue: "I wake before six"'],
        ['--due <date>', 'the day it is for'],
        again('--who <name>', 'somebody who knows'),
        ['--confidence <1-5>', 'how sure you are'],
        privately,
      ],
      examples: [
        ['hearten promise "text my sister" --if "I wake before six" --due tomorrow'],
        ['hearten promise done 2'],
      ],
      load: async () => (await import('../../commands/promise.ts')).promise,
      actions: [
        settle('done', 'it is done'),
        settle('partly', 'it is partly done'),
        settle('not-yet', 'not yet, which is an answer'),
        settle('let-go', 'let it go'),
        command({
          use: 'shrink <number> [text...]',
          about: 'make it smaller',
          load: async () => (await import('../../commands/settle.ts')).shrink,
        }),
        command({
          use: 'move <number> <day...>',
          about: 'move it to another day',
          load: async () => (await import('../../commands/settle.ts')).move,
        }),
      ],
    }),
    command({
      use: 'people',
      about: 'who is there: last in touch, kinds of support',
      json: true,
      flags: [['--with-private', 'names on private pages only, too']],
      examples: [
        ['hearten people add sister --status close'],
        ['hearten people reached sister --answered'],
      ],
      load: async () => (await import('../../commands/people.ts')).listPeople,
      actions: [
        command({
          use: 'add <name...>',
          about: 'somebody in your life',
          flags: [
            ['--status <status>', 'close, distant, estranged, unsafe, died or paused'],
            again('--alias <name>', 'another name for them'),
          ],
          load: async () => (await import('../../commands/people.ts')).addPerson,
        }),
        command({
          use: 'reached [name...]',
          about: 'note a reach-out, yours or theirs',
          flags: [
            ['--direction <word>', 'asked, offered, received or given'],
            ['--support <word>', 'listened, advice, company or practical'],
            ['--expected <1-5>', 'how you thought it would go'],
            ['--actual <1-5>', 'how it went'],
            ['--answered', 'they answered'],
            ['--no-answer', 'they have not answered'],
            ['--cared-for <1-5>', 'how cared for you felt'],
            fewWords,
            aboutDay,
            privately,
          ],
          load: async () => (await import('../../commands/reached.ts')).reached,
        }),
        command({
          use: 'status [name] [status...]',
          about: 'close, distant, estranged, unsafe, died or paused',
          load: async () => (await import('../../commands/people.ts')).setStatus,
        }),
        command({
          use: 'show <name...>',
          about: 'one person, and the pages that name them',
          json: true,
          load: async () => (await import('../../commands/person.ts')).showPerson,
        }),
        command({
          use: 'rename <name> <new...>',
          about: 'another name; the old one still means them',
          load: async () => (await import('../../commands/person.ts')).renamePerson,
        }),
        command({
          use: 'remove <name...>',
          about: 'take somebody off the list; your words stay',
          flags: [['--from-pages', 'also out of what is noted beside your words']],
          load: async () => (await import('../../commands/person.ts')).removePerson,
        }),
        command({
          use: 'join <name> <other>',
          about: 'two names that mean one person; the first is kept',
          load: async () => (await import('../../commands/people.ts')).joinPeople,
        }),
      ],
    }),
    command({
      use: 'toolkit',
      about: 'coping tools, with what they did for your mood',
      json: true,
      flags: [['--with-private', 'what private pages hold, too']],
      examples: [['hearten toolkit use "a walk outside" --before 2 --after 3']],
      load: async () => (await import('../../commands/toolkit.ts')).listTools,
      actions: [
        command({
          use: 'use [name...]',
          about: 'note that you tried one; asks before and after',
          flags: [
            moodBefore,
            moodAfter,
            ['--again', 'you would use it again'],
            ['--not-again', 'you would not'],
            fewWords,
            aboutDay,
            privately,
          ],
          load: async () => (await import('../../commands/toolkit.ts')).useTool,
        }),
        command({
          use: 'show <name...>',
          about: 'one tool, and each time it was used',
          json: true,
          load: async () => (await import('../../commands/tool.ts')).showTool,
        }),
        command({
          use: 'rename <name> <new...>',
          about: 'another name, in every entry that notes it',
          load: async () => (await import('../../commands/tool.ts')).renameTool,
        }),
        command({
          use: 'remove <name...>',
          about: 'take one away; the entries that note it go to the trash',
          load: async () => (await import('../../commands/tool.ts')).removeTool,
        }),
      ],
    }),
    command({
      use: 'meeting [name...]',
      about: 'a group meeting: before, after, and what stayed',
      flags: [
        moodBefore,
        moodAfter,
        ['--stayed <text>', 'what stayed with you'],
        ['--next <date>', 'when the next one is'],
        aboutDay,
        privately,
      ],
      examples: [['hearten meeting "Thursday group" --stayed "one day is enough"']],
      load: async () => (await import('../../commands/meeting.ts')).meeting,
    }),
    command({
      use: 'letter [text...]',
      about: 'to a later self, sealed until a day; or one never to be sent',
      json: true,
      flags: [
        ['--until <date>', 'sealed until this day'],
        ['--to <name>', 'whom it is to; it is never sent'],
        ['--list', 'the letters there are, sealed ones by date only'],
      ],
      examples: [
        ['hearten letter --until 2027-06-01', 'to your later self'],
        ['hearten letter --to mother', 'never to be sent'],
      ],
      load: async () => (await import('../../commands/letter.ts')).letter,
    }),
  ],
]

/** `promise done 2` and its sisters: one action, told which it is. */
function settle(outcome: 'done' | 'partly' | 'not-yet' | 'let-go', about: string): TableEntry {
  const use = `${outcome} <number>`
  const load = async () => {
    const { settle: action } = await import('../../commands/settle.ts')
    return (context: Context, words: string[], flags: { helped?: string; obstacle?: string }) =>
      action(context, [outcome, ...words], flags)
  }
  const flags = [
    ['--helped <text>', 'what helped'],
    ['--obstacle <text>', 'what got in the way'],
  ] as const
  if (outcome !== 'let-go') return command({ use, about, flags, load })
  return command({
    use,
    about,
    load: async () => {
      const action = await load()
      return (context: Context, words: string[]) => action(context, words, {})
    },
  })
}
