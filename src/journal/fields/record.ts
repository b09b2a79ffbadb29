import { themeNames } from '../../themes/theme.ts'
import type { Fields } from './field.ts'

/** What every record has, beside its `kind`. */
export const recordFields = {
  id: {
    type: 'code',
    form: 'id',
    required: true,
    label: 'Id',
    about: 'names the thing through all its revisions; sorts by the time it was made',
  },
  revision: {
    type: 'code',
    form: 'id',
    required: true,
    label: 'Revision',
    about: 'names this revision, for good',
  },
  supersedes: {
    type: 'codes',
    form: 'id',
    required: true,
    label: 'Replaces',
    about: 'the revisions this one replaces',
  },
  movedFrom: {
    type: 'code',
    form: 'month',
    label: 'Moved from',
    about: 'the month the thing lay in before, when its day moved to another',
  },
  writtenAt: {
    type: 'code',
    form: 'moment',
    required: true,
    label: 'Written',
    about: 'when this revision was made, in UTC',
  },
  deleted: {
    type: 'yes',
    label: 'Deleted',
    about: '`true` for a deletion; the words are in the revision before it',
  },
} as const satisfies Fields

/** Each status a person can have; the word is the id. */
const statusWords = {
  close: 'close',
  distant: 'distant',
  estranged: 'estranged',
  unsafe: 'unsafe',
  died: 'died',
  paused: 'paused',
} as const

/** What can be muted; the word is the id. */
const mutableWords = {
  person: 'person',
  tag: 'tag',
  period: 'period',
  entry: 'entry',
  prompt: 'prompt',
} as const

/** How much a question asks of a person; the word is the id. */
const depthWords = { gentle: 'gentle', steady: 'steady', deep: 'deep' } as const

/** How a measure is answered; the word is the id. */
const unitWords = {
  steps: 'steps',
  hours: 'hours',
  number: 'number',
  'yes-no': 'yes-no',
} as const

/** How often a measure is asked; the word is the id. */
const everyWords = { day: 'day', week: 'week' } as const

/** Where somebody is with a course; the word is the id. */
const courseStates = { going: 'going', paused: 'paused', left: 'left' } as const

/** Whom a page can be for; the word is the id. */
const audienceWords = {
  group: 'group',
  therapist: 'therapist',
  sponsor: 'sponsor',
  friend: 'friend',
} as const

/** The fields of records that are no entries, by kind. */
export const settingFields = {
  person: {
    name: { type: 'name', filled: true, required: true, label: 'Name' },
    aliases: { type: 'names', required: true, label: 'Other names' },
    status: { type: 'choice', words: statusWords, required: true, label: 'Status' },
    listens: { type: 'yes', label: 'Listens' },
    hands: { type: 'yes', label: 'Helps with hands' },
  },
  mute: {
    what: { type: 'choice', words: mutableWords, required: true, label: 'What is muted' },
    value: { type: 'words', required: true, label: 'Which' },
  },
  prompt: {
    theme: { type: 'choice', words: themeNames, required: true, label: 'Theme' },
    text: { type: 'words', required: true, label: 'Question' },
    deeper: { type: 'words', label: 'Second question' },
    pack: { type: 'words', label: 'Pack', about: 'the pack it came with' },
    slug: { type: 'words', label: 'Id in its pack' },
    depth: { type: 'choice', words: depthWords, label: 'How much it asks' },
    situations: { type: 'codes', form: 'any', label: 'Fits' },
    angles: { type: 'codes', form: 'any', label: 'Kind of question' },
    needs: { type: 'codes', form: 'any', label: 'What the day has to be like' },
    feelings: { type: 'word-list', label: 'Feelings it speaks to' },
    note: { type: 'words', label: 'Line for safety' },
    why: { type: 'words', label: 'Why it is asked' },
  },
  /** Something of one's own to keep beside mood. */
  measure: {
    name: { type: 'words', filled: true, required: true, label: 'Name' },
    aliases: {
      type: 'word-list',
      required: true,
      label: 'Earlier names',
      about: 'entries keep the name they were written with',
    },
    unit: { type: 'choice', words: unitWords, required: true, label: 'Kind of answer' },
    from: { type: 'number', label: 'Least', about: 'the least it can be' },
    to: { type: 'number', label: 'Most', about: 'the most it can be' },
    low: { type: 'words', label: 'What the least means' },
    high: { type: 'words', label: 'What the most means' },
    every: { type: 'choice', words: everyWords, required: true, label: 'How often it is asked' },
    paused: { type: 'yes', label: 'Paused', about: '`true` while it is not asked' },
  },
  /** A day from which days are counted. */
  since: {
    name: { type: 'words', filled: true, required: true, label: 'Name' },
    start: { type: 'day', required: true, label: 'Since' },
    told: {
      type: 'number',
      label: 'Last mark told',
      about: 'the mark, in days, that a line was last said about',
    },
  },
  /** One part of the plan for hard hours. */
  plan: {
    part: { type: 'code', form: 'any', required: true, label: 'Part' },
    text: { type: 'words', required: true, label: 'Words' },
  },
  /** A course that was begun. */
  course: {
    course: { type: 'code', form: 'any', required: true, label: 'Course' },
    begun: { type: 'day', required: true, label: 'Begun' },
    state: { type: 'choice', words: courseStates, required: true, label: 'State' },
  },
  /** A course from a file of one's own. */
  coursepack: {
    course: { type: 'code', form: 'any', required: true, label: 'Course' },
    content: { type: 'words', required: true, label: 'Content', about: 'the file, as JSON' },
  },
  /** Pages that were taken along. */
  brought: {
    whom: {
      type: 'choice',
      words: audienceWords,
      label: 'For',
      about: 'whom a page was for; left out of an export',
    },
    until: { type: 'day', required: true, label: 'Up to', about: 'the last day it tells of' },
    entries: {
      type: 'codes',
      form: 'id',
      required: true,
      label: 'Entries',
      about: 'the ids of the entries that went along',
    },
  },
} as const satisfies Record<string, Fields>
