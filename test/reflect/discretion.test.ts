import { describe, expect, it } from 'vitest'
import { careFor } from '../../src/care/care.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { kinds } from '../../src/journal/entry.ts'
import type { Field } from '../../src/journal/fields/field.ts'
import { everyoneIn, ownWordsIn, typedIn } from '../../src/journal/fields/read.ts'
import type { Person } from '../../src/journal/person.ts'
import type { Mute } from '../../src/journal/setting.ts'
import { discretionOf, formOf, mayResurface } from '../../src/reflect/discretion.ts'
import { aCircle, aMute, anEntry, aPerson } from '../helpers/builders.ts'
import { full, placesOf, withAt } from '../helpers/fields.ts'
import { reviewOfAll } from '../helpers/look-at.ts'

const today = asDay('2026-11-22')

/** An entry of a kind with every field, open to everyone. */
const open = (kind: Entry['kind']) => withAt(full(kind), ['private'], undefined) as Entry

const places = (...types: Field['type'][]) =>
  kinds.flatMap(kind =>
    placesOf(kind)
      .filter(([, { type }]) => types.includes(type))
      .map(([path, { type }]) => [kind, path.join('.'), path, type] as const),
  )
const naming = places('name', 'names')
const wording = places('words', 'word-list', 'tags')

const put = (kind: Entry['kind'], path: readonly string[], type: Field['type'], text: string) =>
  withAt(open(kind), path, ['words', 'name'].includes(type) ? text : [text]) as Entry

const knowing = (mutes: readonly Mute[] = [], people: readonly Person[] = []) => ({
  today,
  circle: aCircle(...people),
  mutes,
})

const asked = { resurface: true, seasonStart: '', hardDates: [], words: true }

/** Everything a review says of one entry. */
const reviewed = (entry: Entry, known = knowing()): string =>
  JSON.stringify(
    reviewOfAll({
      journal: [entry],
      period: { from: asDay('2026-11-01'), to: asDay('2026-11-30'), name: 'month', label: '' },
      settings: asked,
      ...known,
    }),
  )

describe('a name, in whatever field', () => {
  it.each(naming)('of a %s, %s, hides the page of who is muted', (kind, _, path, type) => {
    const entry = put(kind, path, type, 'Zora')
    const muted = knowing([aMute('person', 'Zora')])
    expect(everyoneIn(entry)).toContain('Zora')
    expect(discretionOf(knowing()).mayQuote(entry)).toBe(true)
    expect(discretionOf(muted).mayQuote(entry)).toBe(false)
    expect(reviewed(entry, muted)).not.toContain('Zora')
  })

  it.each(naming)(
    'of a %s, %s, keeps the page of who is unsafe from coming up',
    (kind, _, path, type) => {
      const entry = put(kind, path, type, 'Zora')
      const unsafe = knowing([], [aPerson('Zora', 'unsafe')])
      expect(mayResurface(knowing(), asked)(entry)).toBe(true)
      expect(mayResurface(unsafe, asked)(entry)).toBe(false)
    },
  )
})

describe('words of their own, in whatever field', () => {
  const call = 'I want to kill myself'

  it.each(wording)(
    'of a %s, %s, are looked at by care, and not read back',
    (kind, _, path, type) => {
      expect(careFor(ownWordsIn(open(kind)))).toBeUndefined()
      const entry = put(kind, path, type, call)
      expect(careFor(ownWordsIn(entry))).toBeDefined()
      expect(reviewed(entry)).not.toContain('kill')
    },
  )

  it('of a promise that is still open are not read back either', () => {
    const promise = {
      ...anEntry({ kind: 'promise', text: call }),
      theme: 'accountability',
    } as Entry
    expect(reviewed({ ...promise, text: 'A walk before nine.' })).toContain('A walk before nine.')
    expect(reviewed(promise)).not.toContain('kill')
  })

  it.each(wording)(
    'of a %s, %s, hide the page when they name who is muted',
    (kind, _, path, type) => {
      const entry = put(kind, path, type, 'Coffee with Zora')
      const muted = knowing([aMute('person', 'zora')])
      expect(discretionOf(muted).mayQuote(entry)).toBe(false)
      expect(reviewed(entry, muted)).not.toContain('Zora')
    },
  )

  it.each([...wording, ...naming])('of a %s, %s, are found by a search', (kind, _, path, type) => {
    expect(typedIn(put(kind, path, type, 'Zora'))).toContain('Zora')
  })
})

describe('pages of other days', () => {
  const on = (day: string) => anEntry({ day, text: 'The river was high.' })

  it.each([
    ['2026-07-31', true],
    ['2026-08-01', false],
    ['2026-09-11', false],
    ['2026-09-12', true],
  ])('from the first six weeks of a season stay closed: %s', (day, may) => {
    const rules = { ...asked, seasonStart: '2026-08-01' }
    expect(mayResurface(knowing(), rules)(on(day))).toBe(may)
  })

  it('from a hard date stay closed, in every year, and all of them on one', () => {
    const rules = { ...asked, hardDates: ['11-05', '2026-03-04'] }
    const may = mayResurface(knowing(), rules)
    expect(['2024-11-05', '2026-03-04', '2025-03-04'].map(day => may(on(day)))).toEqual([
      ...[false, false, true],
    ])
    expect(mayResurface(knowing(), { ...asked, hardDates: ['11-22'] })(on('2026-03-04'))).toBe(
      false,
    )
  })
})

describe('who may be suggested', () => {
  it.each(['estranged', 'unsafe', 'died', 'paused'] as const)('is nobody who is %s', status => {
    const may = discretionOf(knowing([], [aPerson('Zora', status, ['Zo'])]))
    expect(['Zora', 'zo', 'Ana'].map(may.mayInvite)).toEqual([false, false, true])
    expect(may.mayList('Zora')).toBe(true)
    expect(may.mayName('Zora')).toBe(status === 'died' || status === 'paused')
  })

  it('is nobody who is muted, under whatever name', () => {
    const may = discretionOf(knowing([aMute('person', 'zo')], [aPerson('Zora', 'close', ['Zo'])]))
    expect(['Zora', 'Zo', 'Ana'].map(may.mayInvite)).toEqual([false, false, true])
  })
})

describe('a period that is muted', () => {
  const on = (day: string) => anEntry({ day, text: 'The river was high.' })
  const quoted = (value: string, ...days: string[]) => {
    const may = discretionOf(knowing([aMute('period', value)]))
    return days.map(day => may.mayQuote(on(day)))
  }

  it('keeps its pages closed from its first day to its last, and no others', () => {
    const days = ['2026-03-03', '2026-03-04', '2026-03-20', '2026-04-02', '2026-04-03']
    expect(quoted('2026-03-04/2026-04-02', ...days)).toEqual([true, false, false, false, true])
  })

  it('may be a single day', () => {
    expect(quoted('2026-03-04', '2026-03-03', '2026-03-04', '2026-03-05')).toEqual([
      ...[true, false, true],
    ])
  })
})

describe('a mute', () => {
  const page = anEntry({ text: 'Coffee with Zora.', tags: ['Work'], people: ['Zora'] })
  const hidden = (mute: Mute) => !discretionOf(knowing([mute])).mayQuote(page)

  it('hides nothing any more once it was taken back', () => {
    for (const mute of [aMute('person', 'Zora'), aMute('tag', 'work'), aMute('entry', page.id)]) {
      expect(hidden(mute)).toBe(true)
      expect(hidden({ ...mute, deleted: true })).toBe(false)
    }
  })

  it('hides only what it is about', () => {
    expect(hidden(aMute('tag', 'Zora'))).toBe(false)
    expect(hidden(aMute('tag', 'coffee'))).toBe(false)
    expect(hidden(aMute('entry', 'another'))).toBe(false)
    expect(hidden(aMute('person', 'Zor'))).toBe(false)
  })

  it('of a person without a name hides nothing', () => {
    expect(hidden(aMute('person', ' '))).toBe(false)
  })
})

describe('a page about somebody who died, or with whom there is a pause', () => {
  const page = anEntry({ text: 'Coffee with Zora.' })

  it.each([
    ...(['close', 'distant'] as const).map(status => [status, true, true] as const),
    ...(['died', 'paused'] as const).map(status => [status, false, true] as const),
    ...(['estranged', 'unsafe'] as const).map(status => [status, false, false] as const),
  ])('is quoted once it was starred, and no other is: %s', (status, plain, starred) => {
    const may = discretionOf(knowing([], [aPerson('Zora', status)]))
    expect([page, { ...page, starred: true as const }].map(may.mayQuote)).toEqual([plain, starred])
    expect(may.mayQuote(anEntry({ text: 'Coffee with Ana.' }))).toBe(true)
  })
})

it('has another form as soon as somebody or something else may be shown', () => {
  const zora = aPerson('Zora', 'close', ['Zo'])
  const mute = aMute('person', 'Ana')
  const forms = [
    knowing(),
    knowing([], [zora]),
    knowing([], [{ ...zora, name: 'Dora' }]),
    knowing([], [{ ...zora, aliases: ['Zo', 'Z'] }]),
    knowing([], [{ ...zora, status: 'unsafe' as const }]),
    knowing([mute]),
    knowing([{ ...mute, what: 'tag' as const }]),
    knowing([{ ...mute, value: 'Ina' }]),
    knowing([{ ...mute, deleted: true }]),
  ].map(formOf)
  expect(new Set(forms).size).toBe(forms.length)
  expect(formOf(knowing([{ ...mute }], [{ ...zora }]))).toBe(formOf(knowing([mute], [zora])))
})
