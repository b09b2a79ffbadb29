import type { Context } from '../context.ts'
import type { Row } from './help.ts'

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
  /** Whether the command gives data of its own with `--json`; every other one says what it changed. */
  readonly json?: true
  /** It prints a file as it is, and `--json` means nothing. */
  readonly noJson?: true
  readonly flags?: readonly Flag[]
  /** Shown on top of its help: a line to type and, where it needs one, a word about it. */
  readonly examples?: readonly Row[]
  /** Shown below its flags. */
  readonly notes?: readonly string[]
  /** Whether it is about the whole journal, so that `--part` means nothing. */
  readonly inNoPart?: true
  /** Opens the journal and lets the inbox lie: always, or with this flag. */
  readonly leavesInbox?: 'always' | `--${string}`
  /** Loads the command's own file, and nothing else does. */
  readonly load: () => Promise<Action<never>>
  readonly actions?: readonly TableEntry[]
}

/** Commands that stand together in help, under their title. */
export type CommandGroup = readonly [title: string, entries: readonly TableEntry[]]

/** The table of contents: every command in its group, and the one that `hearten` alone is. */
export interface Contents {
  readonly groups: readonly CommandGroup[]
  readonly session: TableEntry
}

/** A flag in commander's form, `--mood <1-5>`; what it is for; and whether it may be given more than once, or must be. */
export type Flag = readonly [form: string, about: string, how?: 'again' | 'required']

/** `--cared-for <1-5>` as commander names it for the action: `caredFor`; `--no-answer` is `answer`, `--no-tag <tag>` `noTag`. */
type NameOf<Form extends string> = Form extends `${string}--${infer Rest}`
  ? Rest extends `no-${infer Word}`
    ? Rest extends `${string} <${string}`
      ? InCamelCase<FirstWord<Rest>>
      : InCamelCase<FirstWord<Word>>
    : InCamelCase<FirstWord<Rest>>
  : never
type FirstWord<Text extends string> = Text extends `${infer Word} ${string}` ? Word : Text
type InCamelCase<Text extends string> = Text extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<InCamelCase<Rest>>}`
  : Text
type ValueOf<F extends Flag> = F[2] extends 'again'
  ? string[]
  : F[0] extends `${string}<${string}`
    ? string
    : boolean

/** What commander makes of these flags. */
export type FlagsOf<Fs extends readonly Flag[]> = {
  [F in Fs[number] as F[2] extends 'required' ? never : NameOf<F[0]>]?: ValueOf<F>
} & { [F in Fs[number] as F[2] extends 'required' ? NameOf<F[0]> : never]: ValueOf<F> }

/** Said by the table itself, not on the line: `hearten` without a command. */
type Unsaid = 'bare'

/** Nothing more where the flags of the table are those the action takes; else what is wrong. */
type Tied<Taken, Offered> =
  Exclude<keyof Taken, keyof Offered | Unsaid> extends never
    ? Exclude<keyof Offered, keyof Taken> extends never
      ? Offered extends Taken
        ? unknown
        : { readonly flagsOfOtherTypesThan: Offered }
      : { readonly flagsNobodyTakes: Exclude<keyof Offered, keyof Taken> }
    : { readonly flagsNobodyOffers: Exclude<keyof Taken, keyof Offered> }

/** A line of the table, whose flags are held against those its action takes: a difference is a type error. */
export const command = <const Fs extends readonly Flag[] = [], Taken extends object = object>(
  entry: Omit<TableEntry, 'flags' | 'load'> & {
    readonly flags?: Fs
    readonly load: () => Promise<Action<Taken>>
  } & Tied<Taken, FlagsOf<Fs>>,
): TableEntry => entry as TableEntry

export const again = <const F extends string>(form: F, about: string) =>
  [form, `${about}; may be given again`, 'again'] as const satisfies Flag

// Flags that several commands have.

export const aboutDay = ['--at <date>', 'the day it is about'] as const satisfies Flag
export const privately = [
  '--private',
  'keep it out of reviews, reports and exports',
] as const satisfies Flag
export const fewWords = ['--note <text>', 'a few words beside it'] as const satisfies Flag
export const itsTheme = ['--theme <theme>', 'the theme it belongs to'] as const satisfies Flag
export const moodBefore = ['--before <1-5>', 'mood before'] as const satisfies Flag
export const moodAfter = ['--after <1-5>', 'mood after'] as const satisfies Flag

/** `export` calls the last day `--until`, since its `--to` is a folder. */
export const between = <const L extends '--to' | '--until'>(lastDay: L) =>
  [
    ['--from <date>', 'from this day on'],
    [`${lastDay} <date>`, 'up to this day'],
  ] as const satisfies readonly Flag[]

/** Which entries are meant. */
export const filters = <const L extends '--to' | '--until'>(lastDay: L) =>
  [
    ...between(lastDay),
    ['--on <date>', 'on this day, month or year'],
    again('--theme <theme>', 'only this theme'),
    again('--tag <tag>', 'only with this tag'),
    again('--person <name>', 'only with this person'),
    again('--mood <1-5>', 'only with this mood'),
    again('--kind <kind>', 'only this kind of entry'),
    ['--starred', 'only starred ones'],
    ['--limit <n>', 'at most so many, the newest'],
  ] as const satisfies readonly Flag[]

/** What is kept with an entry's words. */
export const saving = [
  ['--at <date>', 'the day it is about, with a time if you like'],
  ['--mood <1-5>', 'mood from 1 very low to 5 very good'],
  again('--tag <tag>', 'a tag'),
  again('--person <name>', 'somebody it is about'),
  ['--star', 'star it'],
  privately,
] as const satisfies readonly Flag[]

/** A flag for each field of an entry that can be put right, as the table of fields names them. */
export const corrections = [
  ['--energy <1-5>', 'energy from 1 empty to 5 plenty'],
  again('--feeling <word>', 'a feeling word, in place of those there were'),
  ['--strength-before <1-5>', 'how strong the feeling was before writing'],
  ['--strength-after <1-5>', 'how strong it was after'],
  ['--understood <1-5>', 'how far you felt understood'],
  again('--understood-by <name>', 'who understood, in place of those there were'),
  [
    '--source <word>',
    'where it came from: person, meeting, reading, online, group, workshop, book or own',
  ],
  ['--similarity <1-5>', 'how near their story is to yours'],
  ['--hope-before <1-5>', 'hope before'],
  ['--hope-after <1-5>', 'hope after'],
  ['--less-alone <1-5>', 'how much less alone you felt'],
  ['--shared-back <yes-no>', 'whether you shared something in return'],
  ['--support <word>', 'listened, advice, company or practical'],
  ['--direction <word>', 'asked, offered, received or given'],
  ['--expected <1-5>', 'how you thought it would go'],
  ['--actual <1-5>', 'how it went'],
  ['--cared-for <1-5>', 'how cared for you felt'],
  ['--insight <text>', 'the line worth keeping'],
  ['--still-true <1-5>', 'how true an earlier answer was by then'],
  again('--connection <item=1-5>', 'understood, known, cared, step or learned, as in known=4'),
  ['--if <cue>', 'the cue of a promise'],
  ['--due <date>', 'the day it is for'],
  again('--who <name>', 'who knows, in place of those there were'),
  ['--confidence <1-5>', 'how sure you are'],
  ['--outcome <word>', 'how it went last: done, partly, not-yet, changed or let-go'],
  ['--helped <text>', 'what helped'],
  ['--obstacle <text>', 'what got in the way'],
  ['--answered <yes-no>', 'whether they answered'],
  ['--tool <name>', 'the coping tool'],
  ['--before <1-5>', 'mood before'],
  ['--after <1-5>', 'mood after'],
  ['--again <yes-no>', 'whether you would use it again'],
  ['--name <text>', 'the name of a meeting'],
  ['--next <date>', 'when the next one is'],
  ['--until <date>', 'the day a letter is sealed until'],
  ['--to <name>', 'whom a letter is to'],
  again('--measure <name=value>', 'one of your own measures, as in craving=3'),
  ['--for <text>', 'what an urge was for'],
  ['--strength <0-10>', 'how strong an urge was'],
  ['--strength-later <0-10>', 'how strong it was after the wait'],
  ['--minutes <n>', 'how many minutes you waited'],
  ['--acted <yes-no>', 'whether you acted on it'],
  ['--eased <text>', 'what helped with it'],
  ['--since <name>', 'what a slip came after'],
] as const satisfies readonly Flag[]

export const sessionFlags = [
  ['--length <length>', 'short, steady or deep'],
  again('--theme <theme>', 'walk only this theme'),
  aboutDay,
  ['--keys', 'only keys to press, nothing to write'],
  privately,
  ['--answers <file>', 'take every answer from a JSON file (- for standard input)'],
  ['--sheet', 'print the session as a form to fill in'],
  ['--from-sheet <file>', 'take a filled-in form back (- for standard input)'],
] as const satisfies readonly Flag[]
