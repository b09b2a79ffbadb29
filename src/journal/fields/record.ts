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

/** The fields of records that are no entries, by kind. */
export const settingFields = {
  person: {
    name: { type: 'name', filled: true, required: true, label: 'Name' },
    aliases: { type: 'names', required: true, label: 'Other names' },
    status: { type: 'choice', words: statusWords, required: true, label: 'Status' },
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
} as const satisfies Record<string, Fields>
