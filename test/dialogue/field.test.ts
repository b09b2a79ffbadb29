import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldOf } from '../../src/dialogue/field.ts'
import { layouter, offsetInRow, place } from '../../src/dialogue/rows.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import { ctrl, key } from './key.ts'

test('soft-wraps, counts words, and shows the cursor', () => {
  const field = fieldOf('I kept reaching for the phone')
  expect(field.show(12, 10)).toEqual({
    rows: ['I kept', 'reaching for', 'the phone'],
    row: 2,
    column: 9,
    moreAbove: false,
    moreBelow: false,
  })
  expect(field.words).toBe(6)
})

test('up and down keep to their column, home and end to their row', () => {
  const field = fieldOf('long enough row\nab\nlong enough row')
  field.show(40, 10)
  field.press(key('left'))
  field.press(key('up'))
  expect(field.show(40, 10)).toMatchObject({ row: 1, column: 2 })
  field.press(key('up'))
  expect(field.show(40, 10)).toMatchObject({ row: 0, column: 14 })
  field.press(key('home'))
  expect(field.show(40, 10)).toMatchObject({ row: 0, column: 0 })
  field.press(key('end'))
  expect(field.show(40, 10)).toMatchObject({ row: 0, column: 15 })
})

test('end of a soft row stays on that row', () => {
  const field = fieldOf('abcdefgh ijk')
  field.show(8, 10)
  field.press(key('up'))
  field.press(key('end'))
  expect(field.show(8, 10)).toMatchObject({ row: 0, column: 8 })
})

test('up on the first row and down on the last go to the very ends', () => {
  const field = fieldOf('abc')
  field.show(10, 5)
  field.press(key('left'))
  field.press(key('up'))
  expect(field.show(10, 5).column).toBe(0)
  field.press(key('down'))
  expect(field.show(10, 5).column).toBe(3)
})

test('the window follows the cursor', () => {
  const field = fieldOf(Array.from({ length: 20 }, (_, row) => `row ${row}`).join('\n'))
  expect(field.show(20, 4)).toMatchObject({
    rows: ['row 16', 'row 17', 'row 18', 'row 19'],
    moreAbove: true,
  })
  field.press(key('pageup'))
  field.press(key('pageup'))
  expect(field.show(20, 4)).toMatchObject({ row: 0, moreAbove: true, moreBelow: true })
  field.press(ctrl('home'))
  expect(field.show(20, 4)).toMatchObject({
    row: 0,
    rows: ['row 0', 'row 1', 'row 2', 'row 3'],
    moreAbove: false,
  })
})

test('undo takes back a word at a time, and a paste or a deletion at once', () => {
  const field = fieldOf('')
  for (const letter of 'one two') field.press(key(letter))
  field.press({ ...key('paste'), text: ' and\nthree', pasted: true })
  field.press(ctrl('u'))
  expect(field.text).toBe('one two and\n')
  const undo = () => field.press(key('\x1f'))
  undo()
  expect(field.text).toBe('one two and\nthree')
  undo()
  expect(field.text).toBe('one two')
  undo()
  expect(field.text).toBe('one ')
  undo()
  undo()
  expect(field.text).toBe('')
})

test('letters with Ctrl that mean nothing here are left alone', () => {
  const field = fieldOf('')
  expect(field.press(ctrl('s'))).toBe(false)
  expect(field.press(key('f5'))).toBe(false)
  expect(field.text).toBe('')
})

const text = fc
  .array(
    fc.constantFrom('a', 'word', ' ', '\n', '\t', 'é', 'e\u0301', '眠', '👩‍👧', '\x1b', '\u202e'),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''))

test('the cursor is always inside what is shown, and nothing shown is too wide', () => {
  const keys = [
    'up',
    'down',
    'left',
    'right',
    'home',
    'end',
    'pageup',
    'pagedown',
    'backspace',
    'x',
  ]
  fc.assert(
    fc.property(
      text,
      fc.array(fc.constantFrom(...keys)),
      fc.integer({ min: 4, max: 12 }),
      (it, presses, width) => {
        const field = fieldOf(it)
        for (const name of presses) {
          field.press(key(name))
          const shown = field.show(width, 3)
          expect(shown.rows.length).toBeLessThanOrEqual(3)
          expect(shown.row).toBeGreaterThanOrEqual(0)
          expect(shown.row).toBeLessThan(shown.rows.length)
          expect(shown.column).toBeLessThanOrEqual(width)
          for (const row of shown.rows) {
            expect(row).not.toMatch(/[\x00-\x1f\u202e]/)
            if (!it.includes('👩‍👧')) expect(displayWidth(row)).toBeLessThanOrEqual(width)
          }
        }
      },
    ),
  )
})

test('an offset found by row and column is where it was', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 6, max: 12 }), fc.nat(), (it, width, choice) => {
      const layout = layouter()(it, width)
      const row = choice % layout.rows.length
      const at = offsetInRow(layout, it, row, choice % width)
      expect(place(layout, { text: it, at }).row).toBe(row)
    }),
  )
})

test('laid out again after a change as if it were new', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 4, max: 12 }), (first, second, width) => {
      const lay = layouter()
      lay(first, width)
      expect(lay(first + second, width)).toEqual(layouter()(first + second, width))
    }),
  )
})
