import { expect, test, vi } from 'vitest'
import { fieldOf, type TextField } from '../../src/dialogue/field.ts'
import { type Layout, layouter, offsetInRow, place, rowAt } from '../../src/dialogue/rows.ts'
import { displayWidth } from '../../src/render/wrap.ts'
import fc from '../helpers/properties.ts'
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
    fc.constantFrom(
      ...['a', 'word', 'unbreakable-and-longer', ' ', '\n', '\t', 'é', 'e\u0301', '眠', '👩‍👧'],
      ...['שלום', 'سلام', '\u05b0', '\u200d', '\x1b', '\u202e'],
    ),
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
      const row = choice % layout.rowCount
      const at = offsetInRow(layout, it, row, choice % width)
      expect(place(layout, { text: it, at }).row).toBe(row)
    }),
  )
})

const rowsOf = (layout: Layout) =>
  Array.from({ length: layout.rowCount }, (_, row) => rowAt(layout, row))

test('laid out again after any changes as if it were new', () => {
  const change = fc.record({ from: fc.nat(), gone: fc.nat(12), come: text, narrower: fc.boolean() })
  fc.assert(
    fc.property(text, fc.array(change, { maxLength: 6 }), (first, changes) => {
      const lay = layouter()
      let it = first
      let width = 12
      lay(it, width)
      for (const { from, gone, come, narrower } of changes) {
        const at = from % (it.length + 1)
        it = it.slice(0, at) + come + it.slice(at + gone)
        if (narrower) width--
        expect(lay(it, width)).toEqual(layouter()(it, width))
      }
    }),
  )
})

test('the rows are the text in order, and every place in it is on the last row that begins before it', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 4, max: 12 }), (it, width) => {
      const layout = layouter()(it, width)
      const rows = rowsOf(layout)
      const begins = rows.map(row => row?.from ?? Number.NaN)
      const ends = rows.map(row => row?.until ?? Number.NaN)
      expect(rows.map((_, row) => it.slice(begins[row], begins[row + 1])).join('')).toBe(it)
      expect(rows.map((_, row) => it.slice(begins[row], ends[row])).join('')).toBe(
        it.replaceAll('\n', ''),
      )
      for (let at = 0; at <= it.length; at++)
        expect(place(layout, { text: it, at }).row).toBe(
          begins.filter(from => from <= at).length - 1,
        )
      expect(rowAt(layout, -1)).toBeUndefined()
      expect(rowAt(layout, rows.length)).toBeUndefined()
      expect(layout.words).toBe(it.match(/\S+/g)?.length ?? 0)
    }),
  )
})

test('only paragraphs that changed are measured again', () => {
  const measured = vi.spyOn(String.prototype, 'match')
  try {
    const lay = layouter()
    const paragraphs = Array.from({ length: 200 }, (_, at) => `paragraph ${at} é`)
    lay(paragraphs.join('\n'), 40)
    measured.mockClear()
    lay(paragraphs.with(100, 'another').join('\n'), 40)
    lay(paragraphs.with(100, 'another\nand one more').join('\n'), 40)
    // 'another', and then the one below it.
    expect(measured.mock.calls.length).toBe(2)
  } finally {
    measured.mockRestore()
  }
})

test('keys that come together do what they do one by one, also to what undo takes back', () => {
  const press = (field: TextField, name: string) =>
    name === '\n' ? field.insert(name) : field.press(key(name))
  const names = ['a', 'b', ' ', '\n', '\t', '眠', 'left', 'up', 'backspace', '\x1f']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), text, (presses, it) => {
      const together = fieldOf(it)
      const oneByOne = fieldOf(it)
      together.show(12, 3)
      oneByOne.show(12, 3)
      for (const name of presses) {
        press(together, name)
        press(oneByOne, name)
        oneByOne.show(12, 3)
      }
      for (let step = 0; step < 60; step++) {
        expect(together.text).toBe(oneByOne.text)
        press(together, '\x1f')
        press(oneByOne, '\x1f')
      }
    }),
  )
})

test('undo goes back a hundred words, however many came at once', () => {
  const words = Array.from({ length: 250 }, (_, at) => `${at} `)
  const together = fieldOf('')
  const oneByOne = fieldOf('')
  for (const letter of words.join('')) {
    together.press(key(letter))
    oneByOne.press(key(letter))
    expect(oneByOne.words).toBeGreaterThan(0)
  }
  for (let step = 0; step < 110; step++) {
    together.press(key('\x1f'))
    oneByOne.press(key('\x1f'))
    expect(together.text).toBe(oneByOne.text)
  }
  expect(together.text).toBe(words.slice(0, 150).join(''))
})
