import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { asksTwice, isFronted } from '../themes/reading.ts'

const src = join(import.meta.dirname, '../../src')
/** Kept word for word, since they stand above what was once written. */
const isKept = (name: string) => name.endsWith('retired-prompts.ts')

/** What the program asks in its own words, whichever room it is in: text in quotation marks that ends in a question. */
const asked = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !isKept(name))
  .flatMap(name => {
    const text = readFileSync(join(src, name), 'utf8')
    return Array.from(
      text.matchAll(/'([A-Z](?:[^'\\\n]|\\.)* [^'\n]*\?)'|`([A-Z][^`$\n]* [^`$\n]*\?)`/g),
      found => [name, found[1] ?? found[2] ?? ''] as const,
    )
  })

it('every question of the program asks one thing, the way people speak', () => {
  expect(asked.length).toBeGreaterThan(300)
  expect(asked.filter(([, words]) => asksTwice(words) || isFronted(words))).toEqual([])
})
