import { describe, expect, it } from 'vitest'
import { draftFrom } from '../../src/session/read-draft.ts'

const session = (answers: object, more: object = {}) => ({
  kind: 'session',
  day: '2026-11-22',
  startedAt: '2026-11-22T21:00:00+00:00',
  zone: 'Europe/Lisbon',
  arrival: {},
  answers: { themes: {}, ...answers },
  done: ['mood'],
  ...more,
})
const growth = { text: 'a long morning' }
const record = {
  kind: 'meeting',
  id: 'x1',
  revision: 'x2',
  supersedes: [],
  writtenAt: '2026-11-22T21:00:00.000Z',
  at: '2026-11-22T21:00:00+00:00',
  zone: 'Europe/Lisbon',
  day: '2026-11-22',
  text: 'we sat long',
  tags: [],
  people: [],
  details: {},
}
const answers = (records: unknown) => ({
  kind: 'answers',
  what: 'a meeting',
  label: 'meeting',
  startedAt: '2026-11-22T21:00:00+00:00',
  records,
  words: ['we sat long'],
})

describe('an unfinished page', () => {
  it.each([
    session({ themes: { growth }, mood: 3, promises: { p1: { outcome: 'done' } } }),
    session({}, { at: 'Personal Growth', walk: { themes: [] } }),
    answers([record]),
    { kind: 'jot', text: 'half a note' },
    { kind: 'edit', edits: 'x1', base: ['x2'], text: 'half an edit' },
    { kind: 'letter', makes: { kind: 'letter', details: { to: 'me' } }, text: 'dear' },
    { kind: 'prompt', makes: { kind: 'prompt', theme: 'growth' }, text: 'What now?' },
  ])('is picked up as it is: %j', async content => {
    expect(await draftFrom('page', content)).toEqual({ ...content, id: 'page' })
  })

  it.each([
    session({ themes: { growth: { ...growth, values: 5 }, support: { text: 5 } } }),
    session({ themes: { growth }, mood: 9 }),
    session({ themes: { growth }, promises: { p1: { outcome: 'dome' } } }),
    session({ themes: { growth } }, { startedAt: 5 }),
    session({ themes: { growth } }, { zone: '' }),
    session({ themes: { growth } }, { day: '2026-11-32' }),
    session({ themes: { growth } }, { done: 'mood' }),
    session({ themes: { growth } }, { arrival: null }),
    session({ themes: { growth } }, { at: 5 }),
    answers([{ ...record, zone: undefined }]),
    answers([]),
    answers(5),
    {
      kind: 'letter',
      makes: { kind: 'letter', details: { sealedUntil: 5 } },
      text: 'a long morning',
    },
    { kind: 'edit', edits: 5, text: 'a long morning' },
    { kind: 'jot', text: 'a long morning', startedAt: 5 },
  ])('that would not be a record is offered as words: %j', async content => {
    const found = await draftFrom('page', content)
    expect(found).toMatchObject({ kind: 'recovered', id: 'page' })
    expect(JSON.stringify(found)).toMatch(/a long morning|we sat long/)
  })

  it.each([null, 5, 'x', [], {}, { kind: 'session' }, { text: '' }])(
    'of which nothing can be read is none: %j',
    async content => {
      expect(await draftFrom('page', content)).toBeUndefined()
    },
  )
})
