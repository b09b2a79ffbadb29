import type { CommandGroup } from '../table.ts'
import { aboutDay, command, privately } from '../table.ts'

/** What a season asks for. */
export const commandsForASeason: CommandGroup = [
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
      load: async () => (await import('../../commands/course.ts')).course,
      actions: [
        command({
          use: 'begin <name...>',
          about: 'begin one, or go on with one that rested',
          load: async () => (await import('../../commands/course.ts')).beginCourse,
        }),
        command({
          use: 'show [name...]',
          about: 'its sessions, and which were done',
          json: true,
          load: async () => (await import('../../commands/course.ts')).showCourse,
        }),
        command({
          use: 'pause [name...]',
          about: 'let it rest; nothing is counted meanwhile',
          load: async () => (await import('../../commands/course.ts')).pauseCourse,
        }),
        command({
          use: 'leave [name...]',
          about: 'leave it; what you wrote stays',
          load: async () => (await import('../../commands/course.ts')).leaveCourse,
        }),
        command({
          use: 'add <file>',
          about: 'a course of your own, in YAML or JSON',
          load: async () => (await import('../../commands/course.ts')).addCourse,
        }),
        command({
          use: 'remove <id>',
          about: 'take a course of your own away; what you wrote stays',
          load: async () => (await import('../../commands/course.ts')).removeCourse,
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
      load: async () => (await import('../../commands/urge.ts')).urge,
      actions: [
        command({
          use: 'later',
          about: 'what became of the last one',
          flags: [
            ['--acted', 'you acted on it'],
            ['--not-acted', 'you did not'],
            ['--eased <text>', 'what helped'],
          ],
          load: async () => (await import('../../commands/urge.ts')).urgeLater,
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
      load: async () => (await import('../../commands/plan.ts')).showPlan,
      actions: [
        command({
          use: 'edit [part] [text...]',
          about: 'write a part: signs, myself, places, ask, lines, safer or stay',
          load: async () => (await import('../../commands/plan.ts')).editPlan,
        }),
        command({
          use: 'print <file>',
          about: 'one page to give away or to put on a door: .html or .md',
          load: async () => (await import('../../commands/plan.ts')).printPlan,
        }),
        command({
          use: 'unlocked <answer>',
          about: 'whether it can be read without unlocking the journal: yes or no',
          load: async () => (await import('../../commands/plan.ts')).unlockPlan,
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
      load: async () => (await import('../../commands/since.ts')).listSince,
      actions: [
        command({
          use: 'add <name> <date...>',
          about: 'count from a day; of one that is there, from another day',
          load: async () => (await import('../../commands/since.ts')).addSince,
        }),
        command({
          use: 'slip [name...]',
          about: 'note a slip, in your own words',
          flags: [['--note <text>', 'what came before'], aboutDay, privately],
          load: async () => (await import('../../commands/since.ts')).slip,
        }),
        command({
          use: 'remove <name...>',
          about: 'count it no more; what you wrote stays',
          load: async () => (await import('../../commands/since.ts')).removeSince,
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
      load: async () => (await import('../../commands/measure.ts')).listMeasures,
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
          load: async () => (await import('../../commands/measure.ts')).addMeasure,
        }),
        command({
          use: 'rename <name> <new...>',
          about: 'another name; what you noted before counts with it',
          load: async () => (await import('../../commands/measure.ts')).renameMeasure,
        }),
        command({
          use: 'pause <name...>',
          about: 'not asked for now',
          flags: [['--off', 'ask it again']],
          load: async () => (await import('../../commands/measure.ts')).pauseMeasure,
        }),
        command({
          use: 'remove <name...>',
          about: 'take one away; what you noted stays',
          load: async () => (await import('../../commands/measure.ts')).removeMeasure,
        }),
      ],
    }),
  ],
]
