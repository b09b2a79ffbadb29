import { describe, expect, it } from 'vitest'
import { joinedPeople } from '../../src/journal/join-people.ts'
import { mutesOf, newMute } from '../../src/journal/mute.ts'
import type { PersonStatus } from '../../src/journal/person.ts'
import {
  asYours,
  circleOf,
  isName,
  isSaying,
  isSetApart,
  nameKey,
  namesSomebody,
  newPerson,
  personStatuses,
} from '../../src/journal/person.ts'
import { withoutName } from '../../src/journal/without-name.ts'
import { aStamp } from '../helpers/a-journal.ts'
import { aMute, anEntry, aPerson } from '../helpers/builders.ts'

const stamp = aStamp()

it.each([
  ['my sister', 'your sister'],
  ['My sister', 'your sister'],
  ['My Linh', 'My Linh'],
  ['my', 'my'],
  ['Amy', 'Amy'],
  ['Amy the cat', 'Amy the cat'],
])('%s is said back as %s', (name, said) => {
  expect(asYours(name)).toBe(said)
})

describe('a name', () => {
  it('is the same whatever its case, accents and spaces', () => {
    const keys = ['Zoë  Müller', ' zoe muller', 'ZOE\tMULLER', 'Zoe\u0308 Mu\u0308ller'].map(
      nameKey,
    )
    expect(new Set(keys)).toEqual(new Set(['zoe muller']))
  })

  it.each(['Ana', 'my sister', 'Nobody Owens', '李雷', 'Meg', 'Noa'])('is %s', name => {
    expect(isName(name)).toBe(true)
  })

  it.each([
    'nobody',
    'No one',
    'NO-ONE',
    'nope.',
    'none!',
    'me',
    'Not yet...',
    '?',
    '1',
    '',
    ' - ',
  ])('is not "%s"', words => {
    expect(isName(words)).toBe(false)
  })
})

describe('what is typed where a name is asked for', () => {
  it.each([
    'nobody. i want to go home',
    'Nobody! Not one',
    'nobody really',
    'no one at all',
    'not my mother',
    'i want to sleep',
    'I WANT TO SLEEP',
    'I’m too tired for this',
    'he shouts at me',
    'my sister but she did not say anything kind',
  ])('is a sentence: "%s"', words => {
    expect(isSaying(words)).toBe(true)
    expect(namesSomebody(words)).toBe(false)
  })

  it.each([
    'Ana',
    'my sister',
    'Nobody Owens',
    'He Ping Li',
    'No Ji-hoon',
    'Im Yoon-ah',
    'I. M. Pei',
    'Noor and her mother',
    'the woman from the group on Thursdays',
    '李雷',
  ])('is somebody: %s', words => {
    expect(isSaying(words)).toBe(false)
    expect(namesSomebody(words)).toBe(true)
  })
})

describe('who is set apart', () => {
  it('is who is estranged, unsafe, dead or paused', () => {
    expect(personStatuses.filter(isSetApart).sort()).toEqual([
      'died',
      'estranged',
      'paused',
      'unsafe',
    ])
  })
})

describe('a circle', () => {
  const zora = aPerson('Zora', 'close', ['Zo'])
  const ines = aPerson('Inês', 'unsafe')
  const circle = circleOf([zora, ines])

  it('knows people by any of their names', () => {
    expect(['zora', 'ZO', 'ines', 'Ana'].map(circle.find)).toEqual([zora, zora, ines, undefined])
    expect(['zora', 'ZO', 'ines', 'Ana'].map(circle.canonical)).toEqual([
      ...['Zora', 'Zora', 'Inês', 'Ana'],
    ])
    expect(circle.people).toEqual([zora, ines])
  })

  it('lets those be invited who are not set apart, the unknown too', () => {
    expect(['Zo', 'ines', 'Ana'].map(circle.mayInvite)).toEqual([true, false, true])
  })
})

it('somebody new is close to the words that name them, and has no other name', () => {
  expect(newPerson('Ana', 'distant', stamp)).toMatchObject({
    ...{ kind: 'person', name: 'Ana', aliases: [], status: 'distant', supersedes: [] },
  })
})

it('means by a name that two computers know whoever is treated with more care', () => {
  const careful = ['close', 'distant', 'paused', 'died', 'estranged', 'unsafe'] as const
  for (const [at, status] of careful.entries())
    for (const other of careful.slice(0, at + 1)) {
      const [known, also] = [aPerson('Zora', status), aPerson('Dora', other, ['zora'])]
      for (const people of [
        [known, also],
        [also, known],
      ]) {
        expect(circleOf(people).find('Zora')?.status).toBe(status)
        expect(circleOf(people).mayInvite('zora')).toBe(at < 2)
      }
    }
})

describe('two names of one person', () => {
  const known = (...people: ReturnType<typeof aPerson>[]) => circleOf(people).find
  const join = (name: string, other: string, ...people: ReturnType<typeof aPerson>[]) =>
    joinedPeople(name, other, known(...people), stamp)

  it('of whom nobody knew become one', () => {
    const { person, records } = join('Zora', 'Zo')
    expect(person).toMatchObject({ name: 'Zora', aliases: ['Zo'], status: 'close' })
    expect(records).toEqual([person])
  })

  it('leave the first as it is called, and the other goes', () => {
    const zora = aPerson('Zora', 'close', ['Z'])
    const sister = aPerson('my sister', 'distant', ['sis'])
    const { person, records } = join('Zora', 'sis', zora, sister)
    expect(person).toMatchObject({ id: zora.id, supersedes: [zora.revision], name: 'Zora' })
    expect(person.aliases).toEqual(['Z', 'my sister', 'sis'])
    expect(records).toMatchObject([person, { id: sister.id, deleted: true }])
    expect(records).toHaveLength(2)
  })

  it('take over who was known by the second name only', () => {
    const sister = aPerson('my sister', 'distant')
    const { person, records } = join('Zora', 'my sister', sister)
    expect(person).toMatchObject({ name: 'Zora', aliases: ['my sister'], status: 'distant' })
    expect(person.id).not.toBe(sister.id)
    expect(records).toMatchObject([{ name: 'Zora' }, { id: sister.id, deleted: true }])
  })

  it('add no name that is theirs already', () => {
    const { person } = join('Zora', 'ZORA', aPerson('Zora', 'close', ['Zo']))
    expect(person.aliases).toEqual(['Zo'])
    expect(join('Zora', 'zo', aPerson('Zora', 'close', ['Zo'])).person.aliases).toEqual(['Zo'])
  })

  it.each<[PersonStatus, PersonStatus, PersonStatus]>([
    ['close', 'distant', 'close'],
    ['close', 'unsafe', 'unsafe'],
    ['unsafe', 'close', 'unsafe'],
    ['died', 'unsafe', 'died'],
    ['distant', 'paused', 'paused'],
  ])('stay set apart when one was: %s and %s are %s', (first, second, both) => {
    const { person } = join('Zora', 'Ana', aPerson('Zora', first), aPerson('Ana', second))
    expect(person.status).toBe(both)
  })
})

describe('somebody taken out of an entry', () => {
  const isZora = (name: string) => nameKey(name) === 'zora'

  it('is no longer noted beside its words, which stay', () => {
    const entry = anEntry({
      ...{ kind: 'reflection', text: 'Zora came.', people: ['zora', 'Ana'] },
      details: { understoodBy: ['Zora', 'Ben'], insight: 'Zora knows.', understood: 3 },
    })
    expect(withoutName(entry, isZora, stamp)).toMatchObject({
      ...{ text: 'Zora came.', people: ['Ana'], supersedes: [entry.revision] },
      details: { understoodBy: ['Ben'], insight: 'Zora knows.', understood: 3 },
    })
  })

  it('leaves no empty list, and no letter to nobody', () => {
    const promise = anEntry({ kind: 'promise', people: ['Zora'], details: { witness: ['Zora'] } })
    expect(withoutName(promise, isZora, stamp)).toMatchObject({ people: [], details: {} })
    expect(withoutName(promise, isZora, stamp).details).not.toHaveProperty('witness')
    const letter = (to: string) => anEntry({ kind: 'letter', details: { to } })
    expect(withoutName(letter('Zora'), isZora, stamp).details).not.toHaveProperty('to')
    expect(withoutName(letter('Ana'), isZora, stamp).details).toEqual({ to: 'Ana' })
  })

  it('keeps words of their own that are only a name', () => {
    const entry = anEntry({ kind: 'reflection', details: { insight: 'Zora' } })
    expect(withoutName(entry, isZora, stamp).details).toEqual({ insight: 'Zora' })
  })
})

describe('a mute', () => {
  const circle = circleOf([aPerson('Zora', 'close', ['Zo'])])

  it('says what it is about', () => {
    expect(newMute('tag', 'work', stamp)).toMatchObject({
      ...{ kind: 'mute', what: 'tag', value: 'work', supersedes: [] },
    })
  })

  it('is found again in whatever spelling', () => {
    const mutes = [
      aMute('person', 'zo'),
      aMute('tag', '#Work'),
      aMute('entry', 'e1'),
      aMute('period', '2026-01-01/2026-01-31'),
    ]
    const [person, tag, entry] = mutes
    expect(mutesOf(mutes, 'person', 'ZORA', circle)).toEqual([person])
    expect(mutesOf(mutes, 'tag', 'work', circle)).toEqual([tag])
    expect(mutesOf(mutes, 'entry', 'e1', circle)).toEqual([entry])
    expect(mutesOf(mutes, 'entry', 'E1', circle)).toEqual([])
    expect(mutesOf(mutes, 'tag', 'zo', circle)).toEqual([])
  })
})
