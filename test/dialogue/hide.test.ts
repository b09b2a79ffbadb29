import { expect, test } from 'vitest'
import { choiceForm } from '../../src/dialogue/choice-form.ts'
import { scaleQuestion } from '../../src/dialogue/choices.ts'
import type { Form, SlowForm } from '../../src/dialogue/form.ts'
import { lineForm } from '../../src/dialogue/line-form.ts'
import { manyForm } from '../../src/dialogue/many-form.ts'
import { pickForm } from '../../src/dialogue/pick-form.ts'
import { confirmForm, secretForm } from '../../src/dialogue/stock-forms.ts'
import { writeForm } from '../../src/dialogue/write-form.ts'
import { on } from './on-stage.ts'

// Somebody walks in: one chord at any question, whatever kind it is of.

const ask = 'What about the secret?'
const choices = ['a secret', 'be secret'].map(value => ({ value, label: value }))
const chord = '\x0c'

interface Kind {
  readonly make: () => Form<unknown> | SlowForm<unknown> | Promise<SlowForm<unknown>>
  /** What is typed before the chord, and after the key that ends it. */
  readonly before: string
  readonly after: string
  readonly answer: unknown
}

const kinds: Record<string, Kind> = {
  'the writing field': {
    make: () => writeForm({ ask }),
    before: 'secret w',
    after: 'ords\x04',
    answer: { text: 'secret words', end: 'done' },
  },
  'an empty writing field': {
    make: () => writeForm({ ask }),
    before: '',
    after: 'x\x04',
    answer: { text: 'x', end: 'done' },
  },
  'a line': {
    make: () => lineForm({ ask, suggest: ['secret sister'] }),
    before: 'secret s',
    after: 'ister\r',
    answer: 'secret sister',
  },
  'a row of choices': {
    make: () => choiceForm({ ask, choices }),
    before: '',
    after: '2',
    answer: 'be secret',
  },
  'a menu': {
    make: () => choiceForm({ ask, choices, layout: 'menu' }),
    before: '\x1b[B',
    after: '\r',
    answer: 'be secret',
  },
  'a scale': {
    make: () => choiceForm(scaleQuestion({ ask, words: ['secret', 'open'] })),
    before: '',
    after: '4',
    answer: 4,
  },
  'one of many': {
    make: () => pickForm({ ask, choices }),
    before: 'b',
    after: '\r',
    answer: 'be secret',
  },
  'some of many': {
    make: () => manyForm({ ask, choices }),
    before: ' ',
    after: '\r',
    answer: ['a secret'],
  },
  'yes or no': { make: () => confirmForm({ ask }), before: '', after: 'y', answer: true },
  'a passphrase': {
    make: () => secretForm({ ask }),
    before: 'sec',
    after: 'ret\r',
    answer: 'secret',
  },
}

test.each(Object.entries(kinds))(
  '%s: nothing is left to be seen, and nothing typed is lost',
  async (_, { make, before, after, answer }) => {
    const it = await on(await make())
    await it.press(before)
    expect(it.screen()).toContain('secret')
    await it.press(chord)
    expect(it.screen().trim()).toBe('Any key goes on.')
    // Once more, for who is not sure that it worked.
    await it.press(chord)
    expect(it.screen().trim()).toBe('Any key goes on.')
    await it.press(' ')
    expect(it.screen()).toContain('secret')
    await it.press(after)
    expect(await it.answer).toEqual({ kind: 'answer', answer })
  },
)

test('a paste brings the words back and is among them', async () => {
  const it = await on(writeForm({ ask }))
  await it.press(`secret ${chord}`)
  await it.press('\x1b[200~pasted\x1b[201~')
  await it.press('\x04')
  expect(await it.answer).toEqual({
    kind: 'answer',
    answer: { text: 'secret pasted', end: 'done' },
  })
})

test.each(['\x18', '\x03'])('%j leaves a hidden question hidden', async key => {
  const it = await on(writeForm({ ask }))
  await it.press(`secret${chord}`)
  await it.press(key)
  await it.answer
  expect(it.screen()).not.toContain('secret')
})
