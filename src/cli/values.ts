import { importers } from '../formats/importers.ts'
import { layouts } from '../formats/pages.ts'
import { audiences } from '../journal/brought.ts'
import { kinds } from '../journal/entry.ts'
import { periodNames } from '../journal/period.ts'
import { personStatuses } from '../journal/person.ts'
import { mutables } from '../journal/setting.ts'
import { calendarKinds } from '../reflect/calendar-kinds.ts'
import { lengths, settingRules } from '../settings/settings.ts'
import {
  connectionWords,
  directionWords,
  outcomeWords,
  sourceWords,
  supportWords,
} from '../themes/choices.ts'
import { feelings } from '../themes/feelings.ts'
import { depths, situations } from '../themes/prompt.ts'
import { themeIds } from '../themes/theme.ts'

/**
 * What may stand in a place of a command line: some words, a file, or a folder. Nothing of the journal is
 * among them: a name that Tab brings up is read by whoever looks on.
 */
export type Values = readonly string[] | 'file' | 'folder'

const steps = ['1', '2', '3', '4', '5']
const idsOf = (words: object): readonly string[] => Object.keys(words)
const feelingWords = feelings.map(({ word }) => word).filter(word => /^[a-z-]+$/.test(word))

/** By what help calls the word, wherever that says it all. */
const byWord: Readonly<Record<string, Values>> = {
  file: 'file',
  'file-or-day': 'file',
  dir: 'folder',
  '1-5': steps,
  'item=1-5': idsOf(connectionWords).flatMap(item => steps.map(step => `${item}=${step}`)),
  'yes-no': ['yes', 'no'],
  theme: themeIds,
  kind: kinds,
  length: lengths,
  depth: depths,
  layout: layouts,
  status: personStatuses,
  id: ['last'],
  'id-or-date': ['last', 'today', 'yesterday'],
}

/** By the flag, or the command and what help calls the word, where that is needed. */
const byPlace: Readonly<Record<string, Values>> = {
  '--feeling': feelingWords,
  '--source': idsOf(sourceWords),
  '--support': idsOf(supportWords),
  '--direction': idsOf(directionWords),
  '--outcome': idsOf(outcomeWords),
  '--situation': situations,
  '--by': calendarKinds,
  'import --format': importers.map(({ id }) => id),
  'export format': ['markdown', 'html', 'json', 'csv', 'text', 'jrnl'],
  'completion shell': ['bash', 'zsh', 'fish', 'powershell'],
  'page whom': audiences,
  'review period': periodNames,
  'config get name': settingRules.map(({ name }) => name),
  'config set name': settingRules.map(({ name }) => name),
  'config unset name': settingRules.map(({ name }) => name),
  'config mute what': mutables,
  'config unmute what': mutables,
  'restore file-or-day': 'file',
}

/** What may stand behind a flag, or where a command takes a word; undefined where anything may. */
export function valuesOf(path: readonly string[], word: string, flag?: string): Values | undefined {
  const command = path.join(' ')
  const place = flag ?? word
  // A prompt has an id of another kind, and so has a copy of the journal.
  if (command.startsWith('prompts ') && word === 'id') return undefined
  return byPlace[`${command} ${place}`] ?? byPlace[place] ?? byWord[word]
}
