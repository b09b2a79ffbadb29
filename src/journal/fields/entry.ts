import { energyScale, moodScale } from '../../themes/scales.ts'
import { themeNames } from '../../themes/theme.ts'
import type { EntryField } from './field.ts'

/** What every entry has, whatever its kind, in the order of a record's line. */
export const entryFields = {
  at: {
    type: 'code',
    form: 'moment',
    required: true,
    label: 'When',
    shown: 'above',
    edit: '--at',
    about: 'the moment it is about, ISO 8601 with offset',
  },
  zone: {
    type: 'code',
    form: 'zone',
    required: true,
    label: 'Time zone',
    shown: 'never',
    about: 'the time zone you were in',
  },
  day: {
    type: 'day',
    required: true,
    label: 'Day',
    shown: 'above',
    edit: '--at',
    about: 'the day it belongs to; never changes by itself',
  },
  text: {
    type: 'words',
    required: true,
    label: 'Words',
    shown: 'above',
    edit: 'words after the id',
    about: 'your words, Markdown',
  },
  tags: {
    type: 'tags',
    required: true,
    label: 'Tags',
    edit: '--tag, --no-tag',
    about: 'list, without `#`',
  },
  people: {
    type: 'names',
    required: true,
    label: 'People',
    edit: '--person, --no-person',
    about: 'list of names, as you write them',
  },
  mood: {
    type: 'scale',
    words: moodScale.words,
    label: 'Mood',
    edit: '--mood <1-5>',
    about: '1 very low to 5 very good',
  },
  energy: {
    type: 'scale',
    words: energyScale.words,
    label: 'Energy',
    edit: '--energy <1-5>',
    about: '1 empty to 5 plenty',
  },
  feelings: { type: 'word-list', label: 'Feelings', edit: '--feeling <word>' },
  attachments: {
    type: 'codes',
    form: 'any',
    label: 'Attachments',
    edit: 'comes with an import',
    about:
      'list of paths: pictures and files that another journal had with it, and that stay there',
  },
  starred: { type: 'yes', label: 'starred', shown: 'mark', edit: '--star, --no-star' },
  bring: {
    type: 'yes',
    label: 'to bring along',
    shown: 'mark',
    edit: 'hearten star --bring',
    about: '`true` when marked to take along to a group or a therapist',
  },
  private: {
    type: 'yes',
    label: 'private',
    shown: 'mark',
    edit: '--private, --no-private',
    about: '`true` when kept out of reviews, reports and exports',
  },
  theme: { type: 'choice', words: themeNames, label: 'Theme', shown: 'above', edit: '--theme' },
  prompt: {
    type: 'group',
    label: 'Question',
    shown: 'above',
    about: 'the question',
    fields: {
      id: { type: 'code', form: 'any', required: true, label: 'Its id', about: 'its id' },
      text: {
        type: 'code',
        form: 'any',
        required: true,
        label: 'As it was asked',
        about: 'as it was asked',
      },
      deeper: { type: 'yes', label: 'The second one', about: '`true` when it was the second one' },
    },
  },
  session: {
    type: 'code',
    form: 'any',
    label: 'Session',
    shown: 'never',
    about: 'the same for everything written in one sitting',
  },
} as const satisfies Readonly<Record<string, EntryField>>
