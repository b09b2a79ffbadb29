import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { promptTables } from '../../bench/prompt-tables.ts'
import { guards, leanings, REST_DAYS, themeLeanings } from '../../src/session/rules.ts'

const doc = readFileSync(new URL('../../docs/choosing.md', import.meta.url), 'utf8')
  // The formatter pads the columns.
  .replace(/ +\|/g, ' |')
  .replace(/-{3,}/g, '---')

const table = (head: readonly [string, string], rows: readonly (readonly [string, string])[]) =>
  [head, ['---', '---'], ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

/** Drawn where points are equal, and no leaning. */
const byLot = {
  when: 'What is equal otherwise',
  rule: 'Less than 1 point, drawn from the seed of the journal, the day and the prompt.',
}

it('docs/choosing.md holds every rule as the code applies it', () => {
  expect(doc).toContain(
    table(
      ['When', 'Then'],
      guards.map(({ when, rule }) => [when, rule]),
    ),
  )
  expect(doc).toContain(
    table(
      ['What counts', 'How much'],
      [...leanings, byLot].map(({ when, rule }) => [when, rule]),
    ),
  )
  expect(doc).toContain(
    table(
      ['When', 'Visits taken off'],
      themeLeanings.map(({ when, less }) => [
        when,
        Object.entries(less)
          .map(([theme, count]) => `\`${theme}\` ${count}`)
          .join(', '),
      ]),
    ),
  )
  expect(doc).toContain(`${REST_DAYS} days`)
})

it('docs/choosing.md holds the tables of `npm run prompts:report -- --write`', () => {
  expect(doc).toContain(promptTables())
})
