import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readAnswers } from '../../src/session/fields.ts'
import { questionsFor } from '../../src/themes/questions.ts'
import { themeIds } from '../../src/themes/theme.ts'

const doc = readFileSync(new URL('../../docs/answers.md', import.meta.url), 'utf8')
const example = /```json\n([\s\S]*?)```/.exec(doc)?.[1] ?? ''

it('docs/answers.md shows a file that is taken as it stands', () => {
  expect(() => readAnswers(example, 'the example')).not.toThrow()
})

it('shows every structured question and every choice', () => {
  const shown = JSON.parse(example)
  for (const theme of themeIds) {
    for (const { id, keptIn, shape } of questionsFor(theme, 'deep')) {
      const field = keptIn === 'promise' ? shown.promise : shown.themes[theme]
      expect.soft(field).toHaveProperty(keptIn === 'promise' && id === 'step' ? 'text' : id)
      if (shape.kind !== 'choice') continue
      const choices = shape.options.map(option => option.id).join(', ')
      expect.soft(doc).toContain(`| \`themes.${theme}.${id}\` | ${choices} |`)
    }
  }
})
