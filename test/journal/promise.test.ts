import { expect, it } from 'vitest'
import { cueWords } from '../../src/journal/promise.ts'

it.each([
  ['I wake before six', 'if I wake before six'],
  ['If I wake before six', 'if I wake before six'],
  ['After lunch on Saturday', 'after lunch on Saturday'],
  ['when the kettle boils', 'when the kettle boils'],
  ['whenever', 'whenever'],
])('a cue reads as it is said: %s', (cue, words) => {
  expect(cueWords(cue)).toBe(words)
})
