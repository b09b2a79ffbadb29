import { expect, it } from 'vitest'
import { sourceFiles, wordsInSource } from '../helpers/words-in-source.ts'
import { asksTwice, isFronted } from './reading.ts'

/** Kept word for word, since they stand above what was once written. */
const isKept = (name: string) => name.endsWith('retired-prompts.ts')

/** What the program asks in its own words, whichever room it is in. */
const asked = sourceFiles
  .filter(name => !isKept(name))
  .flatMap(name =>
    wordsInSource(name)
      .filter(text => /^[A-Z].*\?$/s.test(text))
      .map(text => [name, text] as const),
  )

it('every question of the program asks one thing, the way people speak', () => {
  expect(asked.length).toBeGreaterThan(300)
  expect(asked.filter(([, words]) => asksTwice(words) || isFronted(words))).toEqual([])
})
