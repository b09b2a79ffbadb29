import type { CommandGroup, Contents } from '../table.ts'
import { again, command } from '../table.ts'

/** How it is set up, and shown. @param contents all of the table, for the shells */
export const commandsToSetUp = (contents: () => Promise<Contents>): CommandGroup => [
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
      load: async () => (await import('../../commands/inbox.ts')).inbox,
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
      load: async () => (await import('../../commands/prompts.ts')).listPrompts,
      actions: [
        command({
          use: 'show <id>',
          about: 'one question, why it is asked and what that rests on',
          json: true,
          load: async () => (await import('../../commands/prompts.ts')).showPrompt,
        }),
        command({
          use: 'add [text...]',
          about: 'a question of your own',
          flags: [
            ['--theme <theme>', 'the theme it belongs to', 'required'],
            ['--deeper <text>', 'a second question'],
          ],
          load: async () => (await import('../../commands/prompts.ts')).addPrompt,
        }),
        command({
          use: 'edit <id> <text...>',
          about: 'other words for a question of your own',
          load: async () => (await import('../../commands/prompts.ts')).editPrompt,
        }),
        command({
          use: 'remove <id>',
          about: 'take a question of your own away',
          load: async () => (await import('../../commands/prompts.ts')).removePrompt,
        }),
        command({
          use: 'mute <id>',
          about: 'never ask this one again',
          load: async () => (await import('../../commands/prompts.ts')).mutePrompt,
        }),
        command({
          use: 'unmute <id>',
          about: 'ask it again',
          load: async () => (await import('../../commands/prompts.ts')).unmutePrompt,
        }),
        command({
          use: 'packs',
          about: 'the packs of questions you have taken in',
          json: true,
          load: async () => (await import('../../commands/prompt-packs.ts')).listPacks,
        }),
        command({
          use: 'add-pack <file>',
          about: 'take in a pack of questions, in YAML or JSON',
          notes: [
            'A pack has a name, `pack`, and a list, `prompts`.',
            'Each of these has an `id`, a `theme` and a `text`. It may have a `deeper` one, a `depth` and a `note`.',
            '`hearten prompts share` writes your own as a pack.',
          ],
          load: async () => (await import('../../commands/prompt-packs.ts')).addPack,
        }),
        command({
          use: 'remove-pack <name>',
          about: 'take a pack away again',
          load: async () => (await import('../../commands/prompt-packs.ts')).removePack,
        }),
        command({
          use: 'share [pack]',
          about: 'a pack, or your own questions, as a file for somebody else',
          json: true,
          flags: [['--output <file>', 'write it to this file']],
          load: async () => (await import('../../commands/prompt-packs.ts')).sharePack,
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
      load: async () => (await import('../../commands/config.ts')).listSettings,
      actions: [
        command({
          use: 'list',
          about: 'every preference and its value',
          json: true,
          load: async () => (await import('../../commands/config.ts')).listSettings,
        }),
        command({
          use: 'get <name>',
          about: 'one value',
          json: true,
          load: async () => (await import('../../commands/config.ts')).getSetting,
        }),
        command({
          use: 'set <name> <value...>',
          about: 'change one',
          load: async () => (await import('../../commands/config.ts')).setSetting,
        }),
        command({
          use: 'unset <name>',
          about: 'back to the usual value',
          load: async () => (await import('../../commands/config.ts')).unsetSetting,
        }),
        command({
          use: 'path',
          about: 'where preferences and journal are kept',
          json: true,
          load: async () => (await import('../../commands/config.ts')).showPaths,
        }),
        command({
          use: 'mute [what] [value...]',
          about:
            'a person, tag, period or entry not to be shown again unasked; without words, the list',
          json: true,
          load: async () => (await import('../../commands/mute.ts')).mute,
        }),
        command({
          use: 'unmute <what> <value...>',
          about: 'let it be shown again',
          load: async () => (await import('../../commands/mute.ts')).unmute,
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
      load: async () => (await import('../../commands/help-now.ts')).helpNow,
      actions: [
        command({
          use: 'add <name> <number...>',
          about: "keep somebody's number, readable even when the journal is locked",
          load: async () => (await import('../../commands/help-now.ts')).addNumber,
        }),
        command({
          use: 'remove <name...>',
          about: 'remove a number',
          load: async () => (await import('../../commands/help-now.ts')).removeNumber,
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
      load: async () => (await import('../../commands/remind.ts')).remind,
      actions: [
        command({
          use: 'pause [day...]',
          about: 'quiet until a day, or for a week',
          json: true,
          load: async () => (await import('../../commands/remind.ts')).pauseReminder,
        }),
        command({
          use: 'on',
          about: 'end the pause',
          json: true,
          load: async () => (await import('../../commands/remind.ts')).resumeReminder,
        }),
        command({
          use: 'off',
          about: 'no more reminders; removes what was written for them',
          json: true,
          load: async () => (await import('../../commands/remind.ts')).stopReminder,
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
      load: async () => (await import('../completion.ts')).completionOf(await contents()),
    }),
    command({
      use: 'demo',
      inNoPart: true,
      about: 'three months of a made-up journal, to look around in',
      flags: [['--into <dir>', 'make it in this new or empty folder']],
      load: async () => (await import('../../commands/demo.ts')).demo,
    }),
  ],
]
