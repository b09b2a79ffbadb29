import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The paths of all files in a folder, at any depth. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())

/** Those that hold a word as bytes, or in their path. */
export const filesHolding = (folder: string, word: string): string[] =>
  filesIn(folder).filter(path => path.includes(word) || readFileSync(path).includes(word))
