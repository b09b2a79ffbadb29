import type { Context } from '../context.ts'
import type { Contents, TableEntry } from './table.ts'
import {
  aboutDay,
  again,
  between,
  command,
  corrections,
  fewWords,
  filters,
  itsTheme,
  moodAfter,
  moodBefore,
  privately,
  saving,
  sessionFlags,
} from './table.ts'

/** `hearten` on its own is `hearten today`. */
export const session = command({
  use: 'today',
  about: "today's guided session; goes on with an unfinished one",
  flags: sessionFlags,
  load: async () => (await import('../commands/today.ts')).today,
})

/** The table of contents: every command, in the order help shows them. */
export const groups: Contents['groups'] = [
  [
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
        load: async () => (await import('../commands/jot.ts')).jot,
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
        load: async () => (await import('../commands/checkin.ts')).checkin,
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
        load: async () => (await import('../commands/promise.ts')).promise,
        actions: [
          settle('done', 'it is done'),
          settle('partly', 'it is partly done'),
          settle('not-yet', 'not yet, which is an answer'),
          settle('let-go', 'let it go'),
          command({
            use: 'shrink <number> [text...]',
            about: 'make it smaller',
            load: async () => (await import('../commands/settle.ts')).shrink,
          }),
          command({
            use: 'move <number> <day...>',
            about: 'move it to another day',
            load: async () => (await import('../commands/settle.ts')).move,
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
        load: async () => (await import('../commands/people.ts')).listPeople,
        actions: [
          command({
            use: 'add <name...>',
            about: 'somebody in your life',
            flags: [
              ['--status <status>', 'close, distant, estranged, unsafe, died or paused'],
              again('--alias <name>', 'another name for them'),
            ],
            load: async () => (await import('../commands/people.ts')).addPerson,
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
            load: async () => (await import('../commands/reached.ts')).reached,
          }),
          command({
            use: 'status [name] [status...]',
            about: 'close, distant, estranged, unsafe, died or paused',
            load: async () => (await import('../commands/people.ts')).setStatus,
          }),
          command({
            use: 'show <name...>',
            about: 'one person, and the pages that name them',
            json: true,
            load: async () => (await import('../commands/person.ts')).showPerson,
          }),
          command({
            use: 'rename <name> <new...>',
            about: 'another name; the old one still means them',
            load: async () => (await import('../commands/person.ts')).renamePerson,
          }),
          command({
            use: 'remove <name...>',
            about: 'take somebody off the list; your words stay',
            flags: [['--from-pages', 'also out of what is noted beside your words']],
            load: async () => (await import('../commands/person.ts')).removePerson,
          }),
          command({
            use: 'join <name> <other>',
            about: 'two names that mean one person; the first is kept',
            load: async () => (await import('../commands/people.ts')).joinPeople,
          }),
        ],
      }),
      command({
        use: 'toolkit',
        about: 'coping tools, with what they did for your mood',
        json: true,
        flags: [['--with-private', 'what private pages hold, too']],
        examples: [['hearten toolkit use "a walk outside" --before 2 --after 3']],
        load: async () => (await import('../commands/toolkit.ts')).listTools,
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
            load: async () => (await import('../commands/toolkit.ts')).useTool,
          }),
          command({
            use: 'show <name...>',
            about: 'one tool, and each time it was used',
            json: true,
            load: async () => (await import('../commands/tool.ts')).showTool,
          }),
          command({
            use: 'rename <name> <new...>',
            about: 'another name, in every entry that notes it',
            load: async () => (await import('../commands/tool.ts')).renameTool,
          }),
          command({
            use: 'remove <name...>',
            about: 'take one away; the entries that note it go to the trash',
            load: async () => (await import('../commands/tool.ts')).removeTool,
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
        load: async () => (await import('../commands/meeting.ts')).meeting,
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
        load: async () => (await import('../commands/letter.ts')).letter,
      }),
    ],
  ],
  [
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
        load: async () => (await import('../commands/review.ts')).review,
      }),
      command({
        use: 'calendar [period...]',
        about: 'the year as a grid, or a month: 2026-03, "last month"',
        json: true,
        flags: [['--by <what>', 'mood, presence, or the name of a theme']],
        load: async () => (await import('../commands/calendar.ts')).calendar,
      }),
      command({
        use: 'insights',
        about: 'what went with better days, with honest statistics',
        json: true,
        flags: [['--of <name>', 'what went with more or less of one of your measures']],
        load: async () => (await import('../commands/insights.ts')).insights,
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
        load: async () => (await import('../commands/list.ts')).list,
      }),
      command({
        use: 'show [id-or-date...]',
        about: 'one entry, or the entries of a day; without words, you pick one',
        json: true,
        flags: [['--history', 'with every earlier version']],
        examples: [['hearten show yesterday']],
        load: async () => (await import('../commands/show.ts')).show,
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
        examples: [
          ['hearten search talked sister'],
          ['hearten search --regex "slept (badly|well)"'],
        ],
        load: async () => (await import('../commands/search.ts')).search,
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
        load: async () => (await import('../commands/again.ts')).askAgain,
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
        load: async () => (await import('../commands/page.ts')).page,
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
        load: async () => (await import('../commands/status.ts')).status,
      }),
    ],
  ],
  [
    'Keep:',
    [
      command({
        use: 'edit [id] [text...]',
        about: 'change an entry; every earlier version is kept',
        flags: [
          ...saving,
          itsTheme,
          again('--no-tag <tag>', 'take a tag away'),
          again('--no-person <name>', 'take somebody away'),
          ['--no-star', 'take the star away'],
          ['--no-private', 'let it be seen again'],
          ...corrections,
        ],
        examples: [
          [
            'hearten edit 4kq --mood 3',
            'either end of an id is enough, as `hearten list` shows it',
          ],
          ['hearten edit 4kq --no-tag work --energy ""', 'take a tag and a number away'],
        ],
        notes: ['An empty word takes away what a flag says: `--due ""`.'],
        load: async () => (await import('../commands/edit.ts')).edit,
      }),
      command({
        use: 'delete [id...]',
        about: 'move entries to the trash',
        json: true,
        flags: [
          ['--forever', 'remove every copy that hearten made'],
          ['--trash', 'what lies in the trash'],
          ['--back', 'bring these back from the trash'],
        ],
        examples: [['hearten delete 4kq'], ['hearten delete --trash', 'what can be brought back']],
        load: async () => (await import('../commands/delete.ts')).deleteEntries,
      }),
      command({
        use: 'star [id]',
        about: 'star an entry, or mark it to bring along',
        flags: [
          ['--bring', 'mark it to bring to a group or a therapist'],
          ['--off', 'take the mark away'],
        ],
        load: async () => (await import('../commands/star.ts')).star,
      }),
      command({
        use: 'undo',
        about: 'take back the last change; again goes further back',
        leavesInbox: 'always',
        load: async () => (await import('../commands/undo.ts')).undo,
      }),
      command({
        use: 'redo',
        about: 'bring back what undo took back',
        leavesInbox: 'always',
        load: async () => (await import('../commands/undo.ts')).redo,
      }),
      command({
        use: 'erase',
        inNoPart: true,
        about: 'remove the whole journal, every copy that hearten made',
        flags: [['--all', 'yes, all of it']],
        leavesInbox: 'always',
        load: async () => (await import('../commands/erase.ts')).erase,
      }),
      command({
        use: 'export <format>',
        about: 'markdown, html, json, csv, text or jrnl',
        flags: [
          ...filters('--until'),
          ['--to <dir>', 'one file a day or a theme into this folder (markdown)'],
          ['--name <pattern>', 'with --to: names of its files, like "Journal {date}"'],
          ['--layout <layout>', 'by day or by theme, or card: only the words and their day'],
          ['--output <file>', 'into this file'],
          ['--prune', 'remove our files whose entries are gone'],
          ['--bring', 'what is marked to bring along and was not brought yet'],
          ['--brought', 'with --bring: what was brought before as well'],
          ['--with-private', 'private entries too'],
          ['--redact', 'initials in place of names'],
          ['--pseudonyms', 'made-up names in place of names'],
        ],
        examples: [
          ['hearten export markdown --output journal.md'],
          ['hearten export markdown --to notes --name "Journal {date}"', 'one file a day'],
          ['hearten export json --output journal.json', 'complete'],
        ],
        load: async () => (await import('../commands/export.ts')).exportJournal,
      }),
      command({
        use: 'import <file>',
        about: 'what another journal wrote: a file, an archive or a folder',
        flags: [
          ['--format <format>', 'what it is, where it is not known by itself'],
          ['--dry-run', 'show what would come in, change nothing'],
          ['--strict', 'nothing at all, if a part of it cannot be read'],
          again('--mood-map <word=1-5>', 'what a word for a mood means; none for no mood'),
          ['--theme <theme>', 'the theme of what comes in'],
          again('--tag <tag>', 'a tag for all of it'),
        ],
        examples: [
          ['hearten import journal.json --dry-run'],
          ['hearten import daylio.csv --mood-map super=5', "where a mood has a name of one's own"],
        ],
        notes: [
          'It reads jrnl, Day One, Daylio, Journey, Diarium, Diaro, Apple Journal and daily notes in Markdown (Obsidian).',
          'It also reads How We Feel, Bearable, Apple Health, State of Mind, Pixels, tui-journal and feeling.',
          'Tables (CSV) and JSON that anybody can make work too, and the Markdown and JSON of hearten.',
        ],
        load: async () => (await import('../commands/import.ts')).importFile,
      }),
      command({
        use: 'vault',
        about: 'encryption: whether it is on; turn it on or off',
        json: true,
        leavesInbox: 'always',
        examples: [
          ['hearten vault on', 'asks for a passphrase, and gives you a recovery key'],
          ['hearten vault passphrase', 'another passphrase'],
        ],
        notes: [
          'Reading then asks for the passphrase, once a command. Writing does not.',
          'HEARTEN_PASSPHRASE_FILE names a file that holds the passphrase, for scripts.',
          'The files are in the age format: `age` opens them, with the passphrase or the recovery key.',
        ],
        load: async () => (await import('../commands/vault.ts')).vaultStatus,
        actions: [
          command({
            use: 'status',
            about: 'whether the journal is encrypted',
            json: true,
            leavesInbox: 'always',
            load: async () => (await import('../commands/vault.ts')).vaultStatus,
          }),
          command({
            use: 'on',
            inNoPart: true,
            about: 'encrypt everything in the journal',
            leavesInbox: 'always',
            load: async () => (await import('../commands/vault.ts')).vaultOn,
          }),
          command({
            use: 'off',
            inNoPart: true,
            about: 'take the encryption away',
            leavesInbox: 'always',
            load: async () => (await import('../commands/vault.ts')).vaultOff,
          }),
          command({
            use: 'passphrase',
            about: 'another passphrase; the recovery key stays',
            flags: [['--new <file>', 'a file that holds the new one, for scripts']],
            leavesInbox: 'always',
            load: async () => (await import('../commands/vault-key.ts')).changePassphrase,
          }),
          command({
            use: 'recovery',
            about: 'show the recovery key again',
            leavesInbox: 'always',
            load: async () => (await import('../commands/vault-key.ts')).showRecovery,
          }),
          command({
            use: 'recover',
            about: 'a new passphrase by the recovery key, when it is forgotten',
            leavesInbox: 'always',
            load: async () => (await import('../commands/vault-key.ts')).recoverJournal,
          }),
          command({
            use: 'keychain',
            about: 'whether the keychain of the system remembers the passphrase',
            json: true,
            inNoPart: true,
            leavesInbox: 'always',
            examples: [
              ['hearten vault keychain on', 'asks for the passphrase this once'],
              ['hearten vault keychain off', 'the keychain forgets it'],
            ],
            notes: [
              'It is off until you turn it on. Any program of this account can read the journal then.',
              'On Linux it needs `secret-tool`; macOS has what it takes; Windows has not.',
            ],
            load: async () => (await import('../commands/vault.ts')).vaultStatus,
            actions: [
              command({
                use: 'on',
                about: 'have the keychain of the system remember the passphrase',
                inNoPart: true,
                leavesInbox: 'always',
                load: async () => (await import('../commands/vault-key.ts')).keychainOn,
              }),
              command({
                use: 'off',
                about: 'have it forget the passphrase',
                inNoPart: true,
                leavesInbox: 'always',
                load: async () => (await import('../commands/vault-key.ts')).keychainOff,
              }),
            ],
          }),
          command({
            use: 'part',
            about: 'parts with a lock of their own: the list of them',
            json: true,
            inNoPart: true,
            leavesInbox: 'always',
            examples: [
              [
                'hearten vault part add NAME',
                'asks for its passphrase, and gives you its recovery key',
              ],
              ['hearten jot --part NAME', 'writes into it; that asks for nothing'],
              ['hearten vault part open NAME -- search tea', 'reads in it, for this one command'],
            ],
            notes: [
              'Every command takes --part NAME and is about that part alone then. Reading asks for its passphrase.',
              'HEARTEN_PART_PASSPHRASE_FILE names a file that holds that passphrase, for scripts.',
              '`hearten vault passphrase --part NAME` changes it. The journal and other parts keep theirs.',
            ],
            load: async () => (await import('../commands/vault-part.ts')).listParts,
            actions: [
              command({
                use: 'list',
                about: 'the parts there are, by name',
                json: true,
                inNoPart: true,
                leavesInbox: 'always',
                load: async () => (await import('../commands/vault-part.ts')).listParts,
              }),
              command({
                use: 'add <name>',
                about: 'a part with a passphrase of its own',
                inNoPart: true,
                leavesInbox: 'always',
                load: async () => (await import('../commands/vault-part.ts')).addPart,
              }),
              command({
                use: 'open <name> [command...]',
                about: 'show what is in a part, or what another command finds there',
                json: true,
                inNoPart: true,
                flags: [...filters('--to')],
                load: async () => (await import('../commands/vault-part.ts')).openPart,
              }),
              command({
                use: 'move <name> <id...>',
                about: 'bring entries into a part; where they were, nothing of them stays',
                flags: [['--back', 'out of the part, into the journal']],
                inNoPart: true,
                load: async () => (await import('../commands/vault-part.ts')).moveEntries,
              }),
              command({
                use: 'destroy <name>',
                about: 'remove a part: its key, and every copy that hearten made',
                inNoPart: true,
                leavesInbox: 'always',
                load: async () => (await import('../commands/vault-part.ts')).removePart,
              }),
            ],
          }),
        ],
      }),
      command({
        use: 'backup [file]',
        about: 'a verified copy, in the data folder or as one JSON file',
        json: true,
        flags: [['--list', 'the copies in the data folder']],
        load: async () => (await import('../commands/backup.ts')).backup,
      }),
      command({
        use: 'restore <file-or-day>',
        about: 'bring a copy back; shows first what would change',
        flags: [['--dry-run', 'only show what would change']],
        load: async () => (await import('../commands/backup.ts')).restore,
      }),
      command({
        use: 'doctor',
        about: 'a check-up: 0 healthy, 1 something found',
        json: true,
        flags: [
          ['--mend', 'bring back what can be brought back'],
          ['--break-lock', 'with --mend: remove a lock left by another machine'],
        ],
        load: async () => (await import('../commands/doctor.ts')).doctor,
      }),
    ],
  ],
  [
    'Season:',
    [
      command({
        use: 'course [name...]',
        about: 'a way through several weeks; goes on with the one you began',
        json: true,
        flags: [
          ['--session <session>', 'this session of it, by its number or its name'],
          ['--sheet', 'print the session as a form to fill in'],
          ['--keys', 'only keys to press, nothing to write'],
          privately,
        ],
        examples: [
          ['hearten course', 'lists them, or goes on'],
          ['hearten course begin break-up'],
          ['hearten course --session 3'],
        ],
        load: async () => (await import('../commands/course.ts')).course,
        actions: [
          command({
            use: 'begin <name...>',
            about: 'begin one, or go on with one that rested',
            load: async () => (await import('../commands/course.ts')).beginCourse,
          }),
          command({
            use: 'show [name...]',
            about: 'its sessions, and which were done',
            json: true,
            load: async () => (await import('../commands/course.ts')).showCourse,
          }),
          command({
            use: 'pause [name...]',
            about: 'let it rest; nothing is counted meanwhile',
            load: async () => (await import('../commands/course.ts')).pauseCourse,
          }),
          command({
            use: 'leave [name...]',
            about: 'leave it; what you wrote stays',
            load: async () => (await import('../commands/course.ts')).leaveCourse,
          }),
          command({
            use: 'add <file>',
            about: 'a course of your own, in YAML or JSON',
            load: async () => (await import('../commands/course.ts')).addCourse,
          }),
          command({
            use: 'remove <id>',
            about: 'take a course of your own away; what you wrote stays',
            load: async () => (await import('../commands/course.ts')).removeCourse,
          }),
        ],
      }),
      command({
        use: 'urge',
        about: 'a moment of wanting something: ten minutes together',
        json: true,
        flags: [
          ['--for <text>', 'what it is for: "to drink", "to write to them"'],
          ['--strength <0-10>', 'how strong it is'],
          ['--strength-later <0-10>', 'how strong it was after a while'],
          ['--minutes <n>', 'how many minutes you waited'],
          ['--acted', 'you acted on it'],
          ['--not-acted', 'you did not'],
          ['--eased <text>', 'what helped'],
          ['--note <text>', 'what came before'],
          ['--list', 'those that were noted'],
          aboutDay,
          privately,
        ],
        examples: [
          ['hearten urge', 'asks, and waits with you'],
          ['hearten urge --for "to drink" --strength 7 --note "a fight on the phone"'],
          ['hearten urge later --not-acted --eased "the walk"'],
        ],
        load: async () => (await import('../commands/urge.ts')).urge,
        actions: [
          command({
            use: 'later',
            about: 'what became of the last one',
            flags: [
              ['--acted', 'you acted on it'],
              ['--not-acted', 'you did not'],
              ['--eased <text>', 'what helped'],
            ],
            load: async () => (await import('../commands/urge.ts')).urgeLater,
          }),
        ],
      }),
      command({
        use: 'plan',
        about: 'a plan for hard hours, in parts; first in help-now',
        json: true,
        examples: [
          ['hearten plan edit', 'the parts that are open, one after another'],
          ['hearten plan edit signs'],
          ['hearten plan print plan.html'],
        ],
        load: async () => (await import('../commands/plan.ts')).showPlan,
        actions: [
          command({
            use: 'edit [part] [text...]',
            about: 'write a part: signs, myself, places, ask, lines, safer or stay',
            load: async () => (await import('../commands/plan.ts')).editPlan,
          }),
          command({
            use: 'print <file>',
            about: 'one page to give away or to put on a door: .html or .md',
            load: async () => (await import('../commands/plan.ts')).printPlan,
          }),
          command({
            use: 'unlocked <answer>',
            about: 'whether it can be read without unlocking the journal: yes or no',
            load: async () => (await import('../commands/plan.ts')).unlockPlan,
          }),
        ],
      }),
      command({
        use: 'since',
        about: 'days since something; a slip takes none of them away',
        json: true,
        examples: [
          ['hearten since add "last drink" 2026-08-01'],
          ['hearten since slip "last drink"', 'asks what came before'],
        ],
        load: async () => (await import('../commands/since.ts')).listSince,
        actions: [
          command({
            use: 'add <name> <date...>',
            about: 'count from a day; of one that is there, from another day',
            load: async () => (await import('../commands/since.ts')).addSince,
          }),
          command({
            use: 'slip [name...]',
            about: 'note a slip, in your own words',
            flags: [['--note <text>', 'what came before'], aboutDay, privately],
            load: async () => (await import('../commands/since.ts')).slip,
          }),
          command({
            use: 'remove <name...>',
            about: 'count it no more; what you wrote stays',
            load: async () => (await import('../commands/since.ts')).removeSince,
          }),
        ],
      }),
      command({
        use: 'measure',
        about: 'measures of your own beside mood',
        json: true,
        examples: [
          ['hearten measure add craving'],
          ['hearten measure add worry --from 0 --to 5 --low none --high constant'],
          ['hearten checkin --measure craving=3'],
        ],
        load: async () => (await import('../commands/measure.ts')).listMeasures,
        actions: [
          command({
            use: 'add <name...>',
            about: 'one more: steps, hours, a number, or yes and no',
            flags: [
              ['--from <n>', 'the least it can be'],
              ['--to <n>', 'the most it can be'],
              ['--low <text>', 'what the least means'],
              ['--high <text>', 'what the most means'],
              ['--unit <word>', 'steps, hours, number or yes-no'],
              ['--every <word>', 'day or week'],
            ],
            load: async () => (await import('../commands/measure.ts')).addMeasure,
          }),
          command({
            use: 'rename <name> <new...>',
            about: 'another name; what you noted before counts with it',
            load: async () => (await import('../commands/measure.ts')).renameMeasure,
          }),
          command({
            use: 'pause <name...>',
            about: 'not asked for now',
            flags: [['--off', 'ask it again']],
            load: async () => (await import('../commands/measure.ts')).pauseMeasure,
          }),
          command({
            use: 'remove <name...>',
            about: 'take one away; what you noted stays',
            load: async () => (await import('../commands/measure.ts')).removeMeasure,
          }),
        ],
      }),
    ],
  ],
  [
    'Set up:',
    [
      command({
        use: 'inbox',
        inNoPart: true,
        about: 'the drop-box: text files put there become entries',
        json: true,
        flags: [['--shell', 'print a function of the shell that drops words into it']],
        leavesInbox: 'always',
        examples: [
          ['hearten inbox --shell >> ~/.bashrc', 'then `hjot "slept badly"` takes no time at all'],
        ],
        notes: ['First lines like "date: yesterday 21:30", "mood: 3" and "tags: sleep" are read.'],
        load: async () => (await import('../commands/inbox.ts')).inbox,
      }),
      command({
        use: 'prompts',
        about: 'browse the questions',
        json: true,
        flags: [
          again('--theme <theme>', 'only this theme'),
          ['--depth <depth>', 'gentle, steady or deep'],
          ['--situation <word>', 'only those written for it, such as loss or pet-loss'],
        ],
        examples: [
          ['hearten prompts --theme growth --depth gentle'],
          ['hearten prompts add "What did the river say?" --theme growth'],
        ],
        load: async () => (await import('../commands/prompts.ts')).listPrompts,
        actions: [
          command({
            use: 'show <id>',
            about: 'one question, why it is asked and what that rests on',
            json: true,
            load: async () => (await import('../commands/prompts.ts')).showPrompt,
          }),
          command({
            use: 'add [text...]',
            about: 'a question of your own',
            flags: [
              ['--theme <theme>', 'the theme it belongs to', 'required'],
              ['--deeper <text>', 'a second question'],
            ],
            load: async () => (await import('../commands/prompts.ts')).addPrompt,
          }),
          command({
            use: 'edit <id> <text...>',
            about: 'other words for a question of your own',
            load: async () => (await import('../commands/prompts.ts')).editPrompt,
          }),
          command({
            use: 'remove <id>',
            about: 'take a question of your own away',
            load: async () => (await import('../commands/prompts.ts')).removePrompt,
          }),
          command({
            use: 'mute <id>',
            about: 'never ask this one again',
            load: async () => (await import('../commands/prompts.ts')).mutePrompt,
          }),
          command({
            use: 'unmute <id>',
            about: 'ask it again',
            load: async () => (await import('../commands/prompts.ts')).unmutePrompt,
          }),
          command({
            use: 'packs',
            about: 'the packs of questions you have taken in',
            json: true,
            load: async () => (await import('../commands/prompt-packs.ts')).listPacks,
          }),
          command({
            use: 'add-pack <file>',
            about:
              'take in a pack of questions, in YAML or JSON; `docs/packs.md` says what stands in one',
            load: async () => (await import('../commands/prompt-packs.ts')).addPack,
          }),
          command({
            use: 'remove-pack <name>',
            about: 'take a pack away again',
            load: async () => (await import('../commands/prompt-packs.ts')).removePack,
          }),
          command({
            use: 'share [pack]',
            about: 'a pack, or your own questions, as a file for somebody else',
            json: true,
            flags: [['--output <file>', 'write it to this file']],
            load: async () => (await import('../commands/prompt-packs.ts')).sharePack,
          }),
        ],
      }),
      command({
        use: 'config',
        about: 'preferences',
        json: true,
        examples: [
          ['hearten config set season break-up'],
          ['hearten config set season-start 2026-08-01'],
          ['hearten config mute person Alex'],
        ],
        load: async () => (await import('../commands/config.ts')).listSettings,
        actions: [
          command({
            use: 'list',
            about: 'every preference and its value',
            json: true,
            load: async () => (await import('../commands/config.ts')).listSettings,
          }),
          command({
            use: 'get <name>',
            about: 'one value',
            json: true,
            load: async () => (await import('../commands/config.ts')).getSetting,
          }),
          command({
            use: 'set <name> <value...>',
            about: 'change one',
            load: async () => (await import('../commands/config.ts')).setSetting,
          }),
          command({
            use: 'unset <name>',
            about: 'back to the usual value',
            load: async () => (await import('../commands/config.ts')).unsetSetting,
          }),
          command({
            use: 'path',
            about: 'where preferences and journal are kept',
            json: true,
            load: async () => (await import('../commands/config.ts')).showPaths,
          }),
          command({
            use: 'mute [what] [value...]',
            about:
              'a person, tag, period or entry not to be shown again unasked; without words, the list',
            json: true,
            load: async () => (await import('../commands/mute.ts')).mute,
          }),
          command({
            use: 'unmute <what> <value...>',
            about: 'let it be shown again',
            load: async () => (await import('../commands/mute.ts')).unmute,
          }),
        ],
      }),
      command({
        use: 'help-now',
        about: 'people to call, at any time, offline',
        json: true,
        flags: [
          ['--country <country>', 'for another country, like Ireland or IE'],
          ['--countries', 'the countries there are lines for'],
        ],
        examples: [
          ['hearten help-now --country Ireland'],
          ['hearten help-now add sister "+44 20 7946 0000"'],
        ],
        load: async () => (await import('../commands/help-now.ts')).helpNow,
        actions: [
          command({
            use: 'add <name> <number...>',
            about: "keep somebody's number, readable even when the journal is locked",
            load: async () => (await import('../commands/help-now.ts')).addNumber,
          }),
          command({
            use: 'remove <name...>',
            about: 'remove a number',
            load: async () => (await import('../commands/help-now.ts')).removeNumber,
          }),
        ],
      }),
      command({
        use: 'remind [time...]',
        about: 'a quiet reminder at an hour of your choosing; without words, what is set',
        json: true,
        flags: [
          ['--ics <file>', 'write a file for a calendar, of a phone too'],
          ['--shell', 'print a line for your shell: a reminder once a day'],
          ['--system', 'write a timer for this system: a note on the desktop'],
        ],
        examples: [
          ['hearten remind 20:30 --ics minutes.ics'],
          ['hearten remind 20:30 --shell >> ~/.bashrc'],
          ['hearten remind pause until monday'],
        ],
        notes: ['It says "A few quiet minutes", wherever it shows, and nothing of what you write.'],
        load: async () => (await import('../commands/remind.ts')).remind,
        actions: [
          command({
            use: 'pause [day...]',
            about: 'quiet until a day, or for a week',
            json: true,
            load: async () => (await import('../commands/remind.ts')).pauseReminder,
          }),
          command({
            use: 'on',
            about: 'end the pause',
            json: true,
            load: async () => (await import('../commands/remind.ts')).resumeReminder,
          }),
          command({
            use: 'off',
            about: 'no more reminders; removes what was written for them',
            json: true,
            load: async () => (await import('../commands/remind.ts')).stopReminder,
          }),
        ],
      }),
      command({
        use: 'completion <shell>',
        noJson: true,
        about: 'what makes Tab finish commands, flags and values: bash, zsh, fish or powershell',
        examples: [
          ['hearten completion bash > ~/.local/share/bash-completion/completions/hearten'],
          ['hearten completion zsh > ~/.zsh/_hearten', 'a folder that is in your fpath'],
          ['hearten completion fish > ~/.config/fish/completions/hearten.fish'],
          ['hearten completion powershell | Add-Content $PROFILE'],
        ],
        notes: [
          'The file starts nothing and reads no journal: no tag and no name is ever offered.',
          'Write it anew after an update.',
        ],
        load: async () => (await import('./completion.ts')).completionOf({ groups, session }),
      }),
      command({
        use: 'demo',
        inNoPart: true,
        about: 'three months of a made-up journal, to look around in',
        flags: [['--into <dir>', 'make it in this new or empty folder']],
        load: async () => (await import('../commands/demo.ts')).demo,
      }),
    ],
  ],
]

/** `promise done 2` and its sisters: one action, told which it is. */
function settle(outcome: 'done' | 'partly' | 'not-yet' | 'let-go', about: string): TableEntry {
  const use = `${outcome} <number>`
  const load = async () => {
    const { settle: action } = await import('../commands/settle.ts')
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
