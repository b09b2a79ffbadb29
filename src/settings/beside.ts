import type { Beside } from '../store/beside.ts'
import { readNumbers } from '../store/help-numbers.ts'
import { settingsHere } from './read.ts'

/** What a person keeps beside the journal: preferences as they stand in their file, and help numbers. */
export const besideIn = (folders: { readonly config: string; readonly data: string }): Beside => ({
  preferences: settingsHere(folders.config).kept ?? {},
  numbers: readNumbers(folders.data).numbers,
})
