import { describe, expect, it } from 'vitest'
import type { Entry, EntryOf } from '../../../src/journal/entry.ts'
import { supportPage } from '../../../src/reflect/themes/support.ts'
import { aCircle, aMute, anEntry, aPerson } from '../../helpers/builders.ts'
import { pageInput, quotedOf } from './page-input.ts'

const reachout = (details: EntryOf<'reachout'>['details'], people: readonly string[] = []) =>
  anEntry({ kind: 'reachout', people, details })
const answer = (details: EntryOf<'reflection'>['details'], people: readonly string[] = []) =>
  anEntry({ kind: 'reflection', theme: 'support', people, details })
const page = (...journal: readonly Entry[]) => supportPage(pageInput(journal))

describe('the page of emotional support', () => {
  it('counts reach-outs of their own, and those of them that were answered', () => {
    const found = page(
      reachout({ direction: 'asked', answered: true }),
      reachout({ direction: 'asked', answered: false, actual: 4 }),
      reachout({ direction: 'given', actual: 2 }),
      reachout({}),
      reachout({ direction: 'offered', answered: true }),
      reachout({ direction: 'received', answered: true }),
      reachout({ direction: 'received' }),
      answer({ direction: 'received' }),
    )
    expect(found.reachedOut).toEqual({ count: 2, of: 4 })
    expect(found.reachedBy).toBe(3)
  })

  it('counts which way support went, in reach-outs and in answers', () => {
    const found = page(
      ...[reachout({ direction: 'asked' }), answer({ direction: 'asked' })],
      ...[reachout({ direction: 'asked' }), reachout({ direction: 'asked' })],
      ...[reachout({ direction: 'offered' }), reachout({ direction: 'offered' })],
      ...[answer({ direction: 'received' }), reachout({ direction: 'received' })],
      answer({ direction: 'received' }),
      answer({ direction: 'given' }),
      ...[reachout({}), answer({}), anEntry()],
    )
    expect(found.directions).toEqual({ asked: 4, offered: 2, received: 3, given: 1 })
    expect(page().directions).toEqual({ asked: 0, offered: 0, received: 0, given: 0 })
  })

  it('counts the kinds of support there were', () => {
    const found = page(
      reachout({ support: 'company' }),
      ...[reachout({ support: 'listened' }), answer({ support: 'listened', direction: 'given' })],
      reachout({}),
    )
    expect(found.kinds).toEqual([
      { name: 'listened', count: 2 },
      { name: 'company', count: 1 },
    ])
  })

  it('sets the answer that was expected beside the one that came, where both were said', () => {
    const found = page(
      ...[reachout({ expected: 1, actual: 4 }), answer({ expected: 2, actual: 5 })],
      ...[reachout({ expected: 5 }), reachout({ actual: 1 })],
    )
    expect(found.response).toEqual({ n: 2, before: 1.5, after: 4.5 })
    expect(page(reachout({ expected: 5 }))).not.toHaveProperty('response')
  })

  it('says who was there, how often, and with what kind of help', () => {
    const circle = aCircle(aPerson('sister', 'close', ['Maria']))
    const journal = [
      reachout({ support: 'listened' }, ['Maria', 'sister']),
      reachout({ support: 'company' }, ['Sister', 'Bo']),
      answer({ direction: 'received', support: 'listened' }, ['maria']),
      reachout({}, ['BO']),
      anEntry({ people: ['Only Named'] }),
    ]
    expect(supportPage(pageInput(journal, { circle })).who).toEqual([
      {
        ...{ name: 'sister', count: 3 },
        kinds: [
          { name: 'listened', count: 2 },
          { name: 'company', count: 1 },
        ],
      },
      { name: 'Bo', count: 2, kinds: [{ name: 'company', count: 1 }] },
    ])
  })

  it('was in touch with nobody from whom no answer came', () => {
    const found = page(
      reachout({ answered: false }, ['Ines']),
      reachout({ answered: false, support: 'listened' }, ['Ines']),
      reachout({}, ['Ben']),
      reachout({ answered: true }, ['Ben']),
    )
    expect(found.who).toEqual([{ name: 'Ben', count: 2, kinds: [] }])
    expect(found.reachedOut).toEqual({ count: 1, of: 4 })
  })

  it('names no sentence that stands where a name was asked for', () => {
    const said = 'nobody. i dont want to be here anymore'
    const found = page(reachout({ answered: true }, [said]), answer({ direction: 'asked' }, [said]))
    expect([found.who, found.named]).toEqual([[], []])
  })

  it('names nobody who is muted, unsafe, or on a private page alone', () => {
    const circle = aCircle(aPerson('Rex', 'unsafe'))
    const journal = [
      reachout({}, ['Rex', 'Bo', 'Ana']),
      anEntry({ kind: 'reachout', people: ['Hidden'], details: {}, private: true }),
    ]
    const found = supportPage(pageInput(journal, { circle, mutes: [aMute('person', 'bo')] }))
    expect(found.who.map(({ name }) => name)).toEqual(['Ana'])
    expect(found.named).toEqual([{ name: 'Ana', count: 1 }])
    expect(found.directions.asked + found.reachedOut.of).toBe(2)
  })

  it('names everyone in any page, and marks those who are not to be thought of unasked', () => {
    const circle = aCircle(aPerson('Joan', 'died'), aPerson('Ana'))
    const journal = [
      anEntry({ people: ['Joan'] }),
      anEntry({ people: ['Joan', 'Ana'] }),
      anEntry({ kind: 'promise', details: { witness: ['Bo'] } }),
    ]
    expect(supportPage(pageInput(journal, { circle })).named).toEqual([
      { name: 'Joan', count: 2, away: true },
      { name: 'Ana', count: 1 },
      { name: 'Bo', count: 1 },
    ])
  })

  it('follows how cared for it felt, in answers and in reach-outs', () => {
    const { caredFor } = page(
      anEntry({ ...{ kind: 'reachout', day: '2026-11-03' }, details: { caredFor: 2 } }),
      anEntry({
        ...{ kind: 'reflection', theme: 'support', day: '2026-11-04' },
        details: { caredFor: 5 },
      }),
      anEntry({ ...{ kind: 'reachout', day: '2026-11-05' }, details: {} }),
      anEntry(),
    )
    expect(caredFor.days.map(({ day, value }) => [day, value])).toEqual([
      ['2026-11-03', 2],
      ['2026-11-04', 5],
    ])
  })

  it('has one line of its own, and of no other theme', () => {
    const texts = (...journal: readonly Entry[]) => quotedOf('support', journal)
    const own = anEntry({
      kind: 'reachout',
      text: 'She rang back.',
      day: '2026-11-02',
      details: {},
    })
    const late = anEntry({ kind: 'reflection', theme: 'support', text: 'He came.', details: {} })
    const other = anEntry({ kind: 'reflection', theme: 'growth', text: 'I learned.', details: {} })
    expect(texts(own, other, anEntry({ text: 'A note.' }))).toEqual(['She rang back.'])
    expect(texts(own, late, other)).toEqual(['He came.'])
    expect(texts(other)).toEqual([])
  })
})
