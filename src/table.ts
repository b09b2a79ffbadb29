import type { Context } from './context.ts'
import type { Row } from './help.ts'
import type { CorrectionFlag } from './journal/fields/correct.ts'

/** A command's work: its words and flags in, an exit code out (0 when it gives none). */
export type Action<Flags> = (
  context: Context,
  words: string[],
  flags: Flags,
) => Promise<number | undefined>

/** One command in the table of contents. */
export interface TableEntry {
  /** commander's form: `jot [text...]`. */
  readonly use: string
  readonly about: string
  /** Whether the command gives data, so that `--json` means something. */
  readonly json?: true
  readonly flags?: readonly Flag[]
  /** Shown on top of its help: a line to type and, where it needs one, a word about it. */
  readonly examples?: readonly Row[]
  /** Shown below its flags. */
  readonly notes?: readonly string[]
  /** Loads the command's own file, and nothing else does. */
  readonly load: () => Promise<Action<never>>
  readonly actions?: readonly TableEntry[]
}

/** A flag in commander's form, `--mood <1-5>`; what it is for; and whether it may be given more than once, or must be. */
export type Flag = readonly [form: string, about: string, how?: 'again' | 'required']

export const again = (form: string, about: string): Flag => [
  form,
  `${about}; may be given again`,
  'again',
]

// Flags that several commands have.

export const aboutDay: Flag = ['--at <date>', 'the day it is about']
export const privately: Flag = ['--private', 'keep it out of reviews, reports and exports']
export const fewWords: Flag = ['--note <text>', 'a few words beside it']
export const itsTheme: Flag = ['--theme <theme>', 'the theme it belongs to']
export const moodBefore: Flag = ['--before <1-5>', 'mood before']
export const moodAfter: Flag = ['--after <1-5>', 'mood after']

/** `export` calls the last day `--until`, since its `--to` is a folder. */
export const between = (lastDay: '--to' | '--until' = '--to'): readonly Flag[] => [
  ['--from <date>', 'from this day on'],
  [`${lastDay} <date>`, 'up to this day'],
]

/** Which entries are meant. */
export const filters = (lastDay?: '--until'): readonly Flag[] => [
  ...between(lastDay),
  ['--on <date>', 'on this day, month or year'],
  again('--theme <theme>', 'only this theme'),
  again('--tag <tag>', 'only with this tag'),
  again('--person <name>', 'only with this person'),
  again('--mood <1-5>', 'only with this mood'),
  again('--kind <kind>', 'only this kind of entry'),
  ['--starred', 'only starred ones'],
  ['--limit <n>', 'at most so many, the newest'],
]

/** What is kept with an entry's words. */
export const saving: readonly Flag[] = [
  ['--at <date>', 'the day it is about, with a time if you like'],
  ['--mood <1-5>', 'mood from 1 very low to 5 very good'],
  again('--tag <tag>', 'a tag'),
  again('--person <name>', 'somebody it is about'),
  ['--star', 'star it'],
  privately,
]

/** What each flag of a field is for; the type is the table of fields, so that none is left out. */
const corrected: { readonly [F in Exclude<CorrectionFlag, '--mood <1-5>'>]: string } = {
  '--energy <1-5>': 'energy from 1 empty to 5 plenty',
  '--feeling <word>': 'a feeling word, in place of those there were',
  '--strength-before <1-5>': 'how strong the feeling was before writing',
  '--strength-after <1-5>': 'how strong it was after',
  '--understood <1-5>': 'how far you felt understood',
  '--understood-by <name>': 'who understood, in place of those there were',
  '--source <word>':
    'where it came from: person, meeting, reading, online, group, workshop, book or own',
  '--similarity <1-5>': 'how near their story is to yours',
  '--hope-before <1-5>': 'hope before',
  '--hope-after <1-5>': 'hope after',
  '--less-alone <1-5>': 'how much less alone you felt',
  '--shared-back <yes-no>': 'whether you shared something in return',
  '--support <word>': 'listened, advice, company or practical',
  '--direction <word>': 'asked, offered, received or given',
  '--expected <1-5>': 'how you thought it would go',
  '--actual <1-5>': 'how it went',
  '--cared-for <1-5>': 'how cared for you felt',
  '--insight <text>': 'the line worth keeping',
  '--connection <item=1-5>': 'understood, known, cared, step or learned, as in known=4',
  '--if <cue>': 'the cue of a promise',
  '--due <date>': 'the day it is for',
  '--who <name>': 'who knows, in place of those there were',
  '--confidence <1-5>': 'how sure you are',
  '--outcome <word>': 'how it went last: done, partly, not-yet, changed or let-go',
  '--helped <text>': 'what helped',
  '--obstacle <text>': 'what got in the way',
  '--answered <yes-no>': 'whether they answered',
  '--tool <name>': 'the coping tool',
  '--before <1-5>': 'mood before',
  '--after <1-5>': 'mood after',
  '--again <yes-no>': 'whether you would use it again',
  '--name <text>': 'the name of a meeting',
  '--next <date>': 'when the next one is',
  '--until <date>': 'the day a letter is sealed until',
  '--to <name>': 'whom a letter is to',
}

/** Flags for what may be said more than once. */
const severalTimes = /^--(feeling|understood-by|who|connection) /

/** A flag for each field of an entry that can be put right. */
export const corrections: readonly Flag[] = Object.entries(corrected).map(([form, about]) =>
  severalTimes.test(form) ? again(form, about) : [form, about],
)

export const sessionFlags: readonly Flag[] = [
  ['--length <length>', 'short, steady or deep'],
  again('--theme <theme>', 'walk only this theme'),
  aboutDay,
  ['--keys', 'only keys to press, nothing to write'],
  ['--answers <file>', 'take every answer from a JSON file (- for standard input)'],
  ['--sheet', 'print the session as a form to fill in'],
  ['--from-sheet <file>', 'take a filled-in form back (- for standard input)'],
]
