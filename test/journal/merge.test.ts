import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { revise, tombstone } from '../../src/journal/entry.ts'
import { currentOf } from '../../src/journal/merge.ts'
import { anEntry, aStamp } from '../helpers/a-journal.ts'
import fc from '../helpers/properties.ts'

const base = anEntry({ text: 'base', tags: ['a', 'b'], people: ['Ana'] })
const changed = (patch: object, from: Entry = base) => revise(from, patch, aStamp())

describe('two changes to one entry', () => {
  it('are both taken where they touch different things', () => {
    const words = changed({ text: 'a long careful rewrite' })
    const star = changed({ starred: true })
    const mood = changed({ mood: 3 }, star)
    const together = currentOf([base, words, star, mood])
    expect(together).toMatchObject({ text: 'a long careful rewrite', starred: true, mood: 3 })
    expect(together).not.toHaveProperty('versions')
  })

  it('leave the words as they are where neither touched them', () => {
    const together = currentOf([base, changed({ mood: 3 }), changed({ starred: true })])
    expect(together).toMatchObject({ text: 'base', mood: 3, starred: true })
  })

  it('are one revision to whoever comes next: the last of them, made of all', () => {
    const star = changed({ starred: true })
    const mood = changed({ mood: 3 }, star)
    const words = changed({ text: 'more' })
    expect(currentOf([base, star, mood, words])).toMatchObject({
      ...{ id: base.id, kind: 'note', revision: words.revision, supersedes: [base.revision] },
      ...{ writtenAt: words.writtenAt, heads: [mood.revision, words.revision] },
    })
  })

  it('keep the words of one side when the other took all words away', () => {
    for (const none of ['', ' \n']) {
      const together = currentOf([base, changed({ text: none }), changed({ text: 'more' })])
      expect(together?.text).toBe('more')
      expect(together).not.toHaveProperty('versions')
    }
  })

  it('keep fields that this version does not know, whatever they hold', () => {
    const unknown = changed({ weather: null })
    expect(currentOf([base, unknown, changed({ mood: 3 })])).toMatchObject({
      weather: null,
      mood: 3,
    })
  })

  it('come to an end also where a forged file lets revisions replace each other', () => {
    const as = (revision: string, ...supersedes: string[]): Entry => ({
      ...{ ...base, revision, supersedes },
    })
    const forged = [as('a', 'b'), as('b', 'a'), as('c', 'a'), as('d', 'b')]
    expect(currentOf(forged)).toMatchObject({ heads: ['c', 'd'] })
  })

  it('leave, of other values, the one with the greater revision', () => {
    const [one, other] = [changed({ mood: 2 }), changed({ mood: 4 })]
    expect(currentOf([base, other, one])?.mood).toBe(4)
    expect(currentOf([base, other, one, changed({ mood: 5 })])?.mood).toBe(5)
  })

  it('are held against the newest that both come from, whatever its id', () => {
    const as = (revision: string, from: readonly Entry[], patch: object): Entry => ({
      ...base,
      ...{ revision, supersedes: from.map(it => it.revision), ...patch },
    })
    const first = as('z', [], { text: 'one' })
    const second = as('m', [first], { text: 'two' })
    const back = as('x', [second], { text: 'one' })
    const rated = as('y', [second], { text: 'two', mood: 3 })
    expect(currentOf([first, second, back, rated])).toMatchObject({ text: 'one', mood: 3 })

    const [p, q] = [as('p', [first], { text: 'p' }), as('q', [first], { text: 'q' })]
    const [r, s] = [as('r', [p, q], { text: 'q' }), as('s', [p, q], { text: 's' })]
    for (const known of [
      [first, p, q, r, s],
      [s, r, q, p, first],
    ])
      expect(currentOf(known)).toMatchObject({ text: 's', heads: ['r', 's'] })
  })

  it('take a list away on one side, and add to it on the other', () => {
    const felt = changed({ feelings: ['tired', 'calm'] })
    const none = changed({ feelings: undefined }, felt)
    const more = changed({ feelings: ['tired', 'calm', 'glad'] }, felt)
    expect(currentOf([base, felt, none, more])?.feelings).toEqual(['glad'])
  })

  it('are the same where only the order of what is in them differs', () => {
    const step = { on: asDay('2026-11-20'), outcome: 'not-yet' as const }
    const turned = { outcome: 'not-yet' as const, on: asDay('2026-11-20') }
    const promise = anEntry({ kind: 'promise', text: 'walk', details: {} })
    const one = revise(promise, { details: { steps: [step] } }, aStamp())
    const other = revise(promise, { details: { steps: [turned] } }, aStamp())
    expect(currentOf<Entry>([promise, one, other])?.details).toEqual({ steps: [step] })
  })

  it('add and take away in lists', () => {
    const one = changed({ tags: ['a', 'b', 'c'], people: [] })
    const other = changed({ tags: ['b', 'd'], people: ['Ana', 'Ben'] })
    expect(currentOf([base, one, other])).toMatchObject({ tags: ['b', 'c', 'd'], people: ['Ben'] })
    const [late, early] = [changed({ tags: ['a', 'b', 'd'] }), changed({ tags: ['a', 'b', 'c'] })]
    expect(currentOf([base, late, early])).toMatchObject({ tags: ['a', 'b', 'c', 'd'] })
  })

  it('take away what one side took away', () => {
    const rated = changed({ mood: 2, details: {} })
    const unrated = changed({ mood: undefined }, rated)
    const words = changed({ text: 'more' }, rated)
    const together = currentOf([base, rated, unrated, words])
    expect(together?.mood).toBeUndefined()
    expect(together?.text).toBe('more')
  })

  it('go into details', () => {
    const promise = anEntry({ kind: 'promise', text: 'walk', details: {} })
    const due = revise(promise, { details: { due: asDay('2026-12-01') } }, aStamp())
    const cue = revise(promise, { details: { cue: 'after lunch' } }, aStamp())
    expect(currentOf<Entry>([promise, due, cue])?.details).toEqual({
      due: '2026-12-01',
      cue: 'after lunch',
    })
  })

  it('keep both texts in sight, and the next revision replaces both', () => {
    const mine = changed({ text: 'mine' })
    const theirs = changed({ text: 'theirs' })
    const together = currentOf([base, mine, theirs])
    expect(together).toMatchObject({ text: 'mine\n\n* * *\n\ntheirs', versions: 2 })
    const joined = changed({ text: 'ours' }, together as Entry)
    expect(new Set(joined.supersedes)).toEqual(new Set([mine.revision, theirs.revision]))
    expect(joined).not.toHaveProperty('versions')
    expect(joined).not.toHaveProperty('heads')
    expect(currentOf([base, mine, theirs, joined])).toBe(joined)
  })

  it('leave out a text that the other holds whole', () => {
    const less = changed({ text: 'base and' })
    const more = changed({ text: 'base and more' })
    expect(currentOf([base, less, more])).toMatchObject({ text: 'base and more' })
  })

  it('keep words over a deletion', () => {
    const words = changed({ text: 'kept' })
    const gone = tombstone(base, aStamp())
    const together = currentOf([base, gone, words]) as Entry
    expect(together).toMatchObject({ text: 'kept' })
    expect(together).not.toHaveProperty('deleted')
    // Deleting what is seen deletes it.
    const again = tombstone(together, aStamp())
    expect(currentOf<Entry>([base, gone, words, again])).toBe(again)
  })

  it('bring three sides together, also without the one they come from', () => {
    const texts = ['one', 'two', 'three'].map(text => changed({ text }))
    expect(currentOf([base, ...texts])).toMatchObject({ versions: 3 })
    expect(currentOf(texts)).toMatchObject({ versions: 3, tags: ['a', 'b'] })
  })
})

/** What several people do to one entry without knowing of each other. */
const patch = fc.record(
  {
    text: fc.constantFrom('base', 'x', 'y y', 'x and more', ''),
    mood: fc.constantFrom(undefined, 1, 2, 3),
    starred: fc.constantFrom(undefined, true),
    tags: fc.subarray(['a', 'b', 'c', 'd']),
    people: fc.subarray(['Ana', 'Ben']),
  },
  { requiredKeys: [] },
)
const step = fc.record({ on: fc.nat(9), patch, deletes: fc.integer({ min: 0, max: 9 }) })

const grown = (steps: readonly { on: number; patch: object; deletes: number }[]): Entry[] => {
  const known: Entry[] = [base]
  for (const { on, patch: its, deletes } of steps) {
    const from = known[on % known.length] as Entry
    if (from.deleted) continue
    known.push(deletes === 0 ? tombstone(from, aStamp()) : changed(its, from))
  }
  return known
}

describe('any set of revisions', () => {
  it('means the same in whatever order and however often they arrived', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (steps, dice) => {
        const known = grown(steps)
        const shuffled = [...known, ...known.slice(0, 3)]
          .map(record => [dice.next().value as number, record] as const)
          .sort(([a], [b]) => a - b)
          .map(([, record]) => record)
        expect(currentOf(shuffled)).toEqual(currentOf(known))
      }),
    )
  })

  it('shows every text of a last revision, and replaces all of them at once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), steps => {
        const known = grown(steps)
        const replaced = new Set(known.flatMap(({ supersedes }) => supersedes))
        const heads = known.filter(({ revision }) => !replaced.has(revision))
        const together = currentOf(known) as Entry
        for (const head of heads.filter(({ deleted }) => !deleted)) {
          // What a side left as it was, the other may have changed.
          if (head.text === '' || head.text === 'base') continue
          const inherited = known.some(it => it.text === head.text && it.revision !== head.revision)
          if (!inherited) expect(together.text).toContain(head.text)
        }
        const next = changed({ text: 'joined' }, together)
        expect(currentOf([...known, next])).toEqual(next)
      }),
    )
  })
})
