import { expect, test } from 'vitest'
import {
  type Buffer,
  bufferOf,
  eraseTo,
  insert,
  type Move,
  moveTo,
} from '../../src/dialogue/buffer.ts'
import fc from '../helpers/properties.ts'

test('words, lines and ends', () => {
  const buffer = bufferOf('one two\nthree  four')
  expect(moveTo(buffer, 'wordLeft').at).toBe(15)
  expect(moveTo(moveTo(buffer, 'wordLeft'), 'wordLeft').at).toBe(8)
  expect(moveTo({ ...buffer, at: 13 }, 'wordRight').at).toBe(19)
  expect(moveTo(buffer, 'lineStart').at).toBe(8)
  expect(moveTo({ ...buffer, at: 3 }, 'lineEnd').at).toBe(7)
  expect(moveTo({ text: '\n', at: 0 }, 'lineStart').at).toBe(0)
  expect(eraseTo({ ...buffer, at: 13 }, 'lineStart')).toEqual({ text: 'one two\n  four', at: 8 })
  expect(eraseTo({ ...buffer, at: 7 }, 'wordLeft')).toEqual({ text: 'one \nthree  four', at: 4 })
})

test('a family is one step, and one backspace', () => {
  const buffer = bufferOf('a👩‍👩‍👧‍👦')
  expect(moveTo(buffer, 'left').at).toBe(1)
  expect(eraseTo(buffer, 'left')).toEqual({ text: 'a', at: 1 })
  expect(eraseTo({ ...buffer, at: 1 }, 'right')).toEqual({ text: 'a', at: 1 })
})

// The same, as slowly and simply as possible: the characters before the cursor and those behind it.
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const split = (text: string) => Array.from(segmenter.segment(text), it => it.segment)

class Model {
  before = ''
  behind = ''

  reach(to: Move): string {
    const left = split(this.before)
    const right = split(this.behind)
    switch (to) {
      case 'left':
        return left.slice(-1).join('')
      case 'right':
        return right.slice(0, 1).join('')
      case 'wordLeft':
        return /\S*\s*$/.exec(this.before)?.[0] ?? ''
      case 'wordRight':
        return /^\s*\S*/.exec(this.behind)?.[0] ?? ''
      case 'lineStart':
        return this.before.split('\n').at(-1) ?? ''
      case 'lineEnd':
        return this.behind.split('\n')[0] ?? ''
      case 'start':
        return this.before
      case 'end':
        return this.behind
    }
  }

  cut(to: Move): string {
    const reached = this.reach(to)
    if (to === 'left' || to === 'wordLeft' || to === 'lineStart' || to === 'start') {
      this.before = this.before.slice(0, this.before.length - reached.length)
    } else this.behind = this.behind.slice(reached.length)
    return reached
  }
}

const moves: Move[] = [
  'left',
  'right',
  'wordLeft',
  'wordRight',
  'lineStart',
  'lineEnd',
  'start',
  'end',
]
const piece = fc.constantFrom(
  'a',
  'word',
  ' ',
  '  ',
  '\n',
  '\t',
  'é',
  'e\u0301',
  '\u0301',
  '眠り',
  '👩‍👩‍👧',
  '🇩🇪',
  '👍🏽',
  '\u200d',
  'नी',
  '각',
)
const step = fc.oneof(
  piece.map(text => ({ insert: text })),
  fc.constantFrom(...moves).map(to => ({ move: to })),
  fc.constantFrom(...moves).map(to => ({ erase: to })),
)

test('does what the simple model does, whatever is typed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      let buffer: Buffer = bufferOf('')
      const model = new Model()
      for (const it of steps) {
        if ('insert' in it) {
          buffer = insert(buffer, it.insert)
          model.before += it.insert
        } else if ('erase' in it) {
          buffer = eraseTo(buffer, it.erase)
          model.cut(it.erase)
        } else {
          buffer = moveTo(buffer, it.move)
          const ahead = ['right', 'wordRight', 'lineEnd', 'end'].includes(it.move)
          const reached = model.cut(it.move)
          if (ahead) model.before += reached
          else model.behind = reached + model.behind
        }
        expect(buffer).toEqual({ text: model.before + model.behind, at: model.before.length })
      }
    }),
    { numRuns: 300 },
  )
})
