import {
  connectionWords,
  directionWords,
  momentWords,
  outcomeWords,
  sourceWords,
  supportWords,
} from '../../themes/choices.ts'
import type { EntryField, Field } from './field.ts'

/** The kinds of entry, as they are called where people read them. */
export const kindNames = {
  reflection: 'reflection',
  note: 'note',
  checkin: 'check-in',
  promise: 'promise',
  reachout: 'reach-out',
  coping: 'coping tool',
  meeting: 'meeting',
  letter: 'letter',
  urge: 'urge',
  slip: 'slip',
} as const

const support = {
  type: 'choice',
  words: supportWords,
  label: 'Kind of support',
  edit: '--support <word>',
} as const
const direction = {
  type: 'choice',
  words: directionWords,
  label: 'Which way',
  edit: '--direction <word>',
} as const
const expected = {
  type: 'scale',
  label: 'Response expected',
  edit: '--expected <1-5>',
  about: 'how good a response was expected, before',
} as const
const actual = {
  type: 'scale',
  label: 'Response',
  edit: '--actual <1-5>',
  about: 'how good it was, after',
} as const
const caredFor = { type: 'scale', label: 'Felt cared for', edit: '--cared-for <1-5>' } as const
const before = { type: 'scale', label: 'Mood before', edit: '--before <1-5>' } as const
const after = { type: 'scale', label: 'Mood after', edit: '--after <1-5>' } as const

/** How strong an urge is. */
const zeroToTen = { from: 0, to: 10, whole: true } as const

const scales = <W extends Readonly<Record<string, string>>>(words: W) =>
  Object.fromEntries(
    Object.entries(words).map(([id, label]): [string, Field] => [id, { type: 'scale', label }]),
  ) as { readonly [K in keyof W]: { readonly type: 'scale'; readonly label: string } }

/** What only entries of a kind have, by kind, in the order of a record's line. */
export const detailFields = {
  reflection: {
    // Compassionate Understanding
    strengthBefore: { type: 'scale', label: 'Strength before', edit: '--strength-before <1-5>' },
    strengthAfter: { type: 'scale', label: 'Strength after', edit: '--strength-after <1-5>' },
    understood: { type: 'scale', label: 'Felt understood', edit: '--understood <1-5>' },
    understoodBy: { type: 'names', label: 'Understood by', edit: '--understood-by <name>' },
    // Shared Experiences, and where an insight of Learning and Growth came from
    source: { type: 'choice', words: sourceWords, label: 'Came from', edit: '--source <word>' },
    similarity: { type: 'scale', label: 'Nearness of their story', edit: '--similarity <1-5>' },
    hopeBefore: { type: 'scale', label: 'Hope before', edit: '--hope-before <1-5>' },
    hopeAfter: { type: 'scale', label: 'Hope after', edit: '--hope-after <1-5>' },
    lessAlone: { type: 'scale', label: 'Less alone', edit: '--less-alone <1-5>' },
    sharedBack: { type: 'yes-no', label: 'Shared something back', edit: '--shared-back <yes-no>' },
    // Emotional Support
    support,
    direction,
    expected,
    actual,
    caredFor,
    // Learning and Growth
    insight: { type: 'words', label: 'Worth keeping', edit: '--insight <text>' },
    // An old question answered once more
    again: {
      type: 'code',
      form: 'id',
      label: 'Answers again',
      shown: 'never',
      about: 'the id of the earlier answer, where this one answers its question once more',
    },
    stillTrue: {
      type: 'scale',
      label: 'Still true',
      edit: '--still-true <1-5>',
      about: 'how true the earlier answer was by then',
    },
  },
  note: {},
  /** Mood, energy and feelings; in a session one on arriving and one on leaving. */
  checkin: {
    moment: { type: 'choice', words: momentWords, label: 'Moment', shown: 'above' },
    connection: {
      type: 'group',
      fields: scales(connectionWords),
      label: 'Connection',
      edit: '--connection <item=1-5>',
    },
    measures: {
      type: 'amounts',
      label: 'Measures',
      edit: '--measure <name=value>',
      about: 'your own measures by their names: a number, or `true` and `false`',
    },
    course: {
      type: 'group',
      label: 'Course',
      shown: 'never',
      about: 'the session of a course that this one was',
      fields: {
        id: { type: 'code', form: 'any', required: true, label: 'Its course' },
        session: { type: 'code', form: 'any', required: true, label: 'Which session' },
      },
    },
    passed: {
      type: 'codes',
      form: 'any',
      label: 'Passed over',
      shown: 'never',
      about: 'what was shown and not answered, so that it rests as well: prompts, and `connection`',
    },
  },
  /** One small step; `text` is the step. */
  promise: {
    cue: { type: 'words', label: 'If', edit: '--if <cue>', about: 'the "if ..." of the plan' },
    due: { type: 'day', label: 'Due', edit: '--due <date>' },
    witness: { type: 'names', label: 'Who knows', edit: '--who <name>' },
    confidence: { type: 'scale', label: 'How sure', edit: '--confidence <1-5>' },
    steps: {
      type: 'list',
      label: 'Steps',
      about: 'how it went, oldest first; the last one counts, and `edit` changes that one',
      fields: {
        on: { type: 'day', required: true, label: 'On', shown: 'above' },
        outcome: {
          type: 'choice',
          words: outcomeWords,
          required: true,
          label: 'How it went',
          beside: 'on',
          edit: '--outcome <word>',
        },
        helped: { type: 'words', label: 'What helped', edit: '--helped <text>' },
        obstacle: { type: 'words', label: 'In the way', edit: '--obstacle <text>' },
        was: {
          type: 'group',
          label: 'Before the change',
          about: 'with `changed`: what the step or its day was before',
          edit: 'hearten promise shrink, hearten promise move',
          fields: {
            text: { type: 'words', label: 'words' },
            due: { type: 'day', label: 'due' },
          },
        },
      },
    },
  },
  /** Reaching out to somebody, or being reached. */
  reachout: {
    support,
    direction,
    expected,
    actual,
    answered: { type: 'yes-no', label: 'Answered', edit: '--answered <yes-no>' },
    caredFor,
  },
  /** A coping tool that was tried. */
  coping: {
    tool: { type: 'words', filled: true, required: true, label: 'Tool', edit: '--tool <name>' },
    before,
    after,
    useAgain: { type: 'yes-no', label: 'Would use it again', edit: '--again <yes-no>' },
  },
  /** A group meeting of any kind; `text` is what stayed. */
  meeting: {
    name: { type: 'words', label: 'Name', edit: '--name <text>' },
    before,
    after,
    next: { type: 'day', label: 'Next time', edit: '--next <date>' },
  },
  /** To a later self, sealed until a day; or one never to be sent. */
  letter: {
    sealedUntil: { type: 'day', label: 'Sealed until', edit: '--until <date>' },
    to: { type: 'name', label: 'To', edit: '--to <name>' },
    unsent: { type: 'yes', label: 'Never to be sent', edit: 'with --to' },
  },
  /** A moment of wanting something; `text` is what came before. */
  urge: {
    want: { type: 'words', label: 'Wanted', edit: '--for <text>', about: 'what it was for' },
    strength: {
      type: 'number',
      ...zeroToTen,
      label: 'Strength',
      edit: '--strength <0-10>',
      about: 'how strong it was, 0 to 10',
    },
    strengthLater: {
      type: 'number',
      ...zeroToTen,
      label: 'Strength later',
      edit: '--strength-later <0-10>',
      about: 'how strong it was at the end of the wait',
    },
    minutes: {
      type: 'number',
      from: 0,
      whole: true,
      label: 'Minutes waited',
      edit: '--minutes <n>',
    },
    acted: { type: 'yes-no', label: 'Acted on', edit: '--acted <yes-no>' },
    eased: { type: 'words', label: 'What helped', edit: '--eased <text>' },
  },
  /** A slip after some days of a `since`; `text` is what came before. */
  slip: {
    since: {
      type: 'words',
      filled: true,
      required: true,
      label: 'After',
      edit: '--since <name>',
      about: 'the name of the `since`',
    },
  },
} as const satisfies Readonly<Record<keyof typeof kindNames, Readonly<Record<string, EntryField>>>>
