import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asDay } from '../../../src/journal/day.ts'
import { firstRevision } from '../../../src/journal/record.ts'
import { aFolder, aJournal, anEntry, aStamp } from '../../helpers/a-journal.ts'
import { contentOf, isSealed, putContent } from '../../helpers/papers.ts'

const today = asDay('2026-11-22')

/** A journal of two months, and somebody who asks it how many entries there are and counts how often that is found out. */
async function asked(options: Parameters<typeof aJournal>[0] = {}) {
  const journal = await aJournal(options)
  const entries = ['2026-10-05', '2026-11-05'].map((day, n) =>
    anEntry({ day: asDay(day), text: `canary ${n}` }),
  )
  await journal.commit('some', entries)
  let found = 0
  const ask = (question: unknown = ['how many'], by = journal) =>
    by.answer(question, async () => {
      found++
      const texts = (await by.entries({ today })).map(({ text }) => text)
      return { texts, of: (await by.people()).length, left: undefined }
    })
  /** How often it was found out since this was asked for last. */
  const times = () => {
    const before = found
    found = 0
    return before
  }
  return { journal, entries, ask, times }
}

const cacheOf = (folder: string) => join(folder, 'g1', 'cache')
const answersIn = (folder: string): string[] =>
  existsSync(cacheOf(folder))
    ? readdirSync(cacheOf(folder)).filter(name => name.startsWith('answer-'))
    : []

test('an answer is found out once, and is the same when it was kept', async () => {
  const { ask, times, journal } = await asked()
  const first = await ask()
  expect(first).toStrictEqual({ texts: ['canary 0', 'canary 1'], of: 0 })
  expect(await ask()).toStrictEqual(first)
  const again = await aJournal({ folder: journal.folder })
  expect(await ask(['how many'], again)).toStrictEqual(first)
  expect(times()).toBe(1)
  await ask(['how many', 'else'])
  expect(times()).toBe(1)
  let n = 0
  for (const _ of [1, 2]) expect(await journal.answer(undefined, async () => ++n)).toBe(n)
  expect(n).toBe(2)
})

describe('it is found out anew', () => {
  const person = () => ({ ...firstRevision(aStamp()), kind: 'person' as const })
  const changes = {
    'once an entry is written': ({ journal }: Asked) => journal.commit('one', [anEntry()]),
    'once one is written in a month that had none': ({ journal }: Asked) =>
      journal.commit('one', [anEntry({ day: asDay('2026-01-05') })]),
    'once somebody is named': ({ journal }: Asked) =>
      journal.commit('who', [{ ...person(), name: 'Wren', aliases: [], status: 'close' }]),
    'once something is muted': ({ journal }: Asked) =>
      journal.commit('mute', [
        { ...firstRevision(aStamp()), kind: 'mute', what: 'tag', value: 'work' },
      ]),
    'once something is taken back': ({ journal }: Asked) => journal.undo(),
    'once something was erased': ({ journal, entries }: Asked) =>
      journal.erase(entries.slice(0, 1).map(({ id }) => id)),
    'once a month was written by somebody else': async ({ journal }: Asked) => {
      const path = join(journal.folder, 'g1', 'months', '2026-11.json')
      writeFileSync(path, readFileSync(path))
    },
  }
  type Asked = Awaited<ReturnType<typeof asked>>

  test.each(Object.entries(changes))('%s', async (_, change) => {
    const it = await asked()
    await it.ask()
    await change(it)
    it.times()
    const expected = (await it.journal.entries({ today })).map(({ text }) => text)
    expect((await it.ask()).texts).toEqual(expected)
    expect(it.times()).toBe(1)
  })

  const spoilt: Record<string, (bytes: Buffer) => Buffer> = {
    empty: () => Buffer.alloc(0),
    'cut short': bytes => bytes.subarray(0, bytes.length - 7),
    'half of it': bytes => bytes.subarray(0, bytes.length / 2),
    'no JSON': () => Buffer.from('no\nno'.repeat(2)),
    'of other files': bytes => Buffer.from(bytes.toString().replaceAll('2026-10', '2026-09')),
  }
  test.each(Object.entries(spoilt))('where its file is %s', async (_, spoil) => {
    const { ask, times, journal } = await asked()
    const first = await ask()
    const [name = ''] = answersIn(journal.folder)
    const file = join(cacheOf(journal.folder), name)
    putContent(file, spoil(contentOf(file)))
    times()
    expect(await ask()).toStrictEqual(first)
    expect(times()).toBe(1)
  })

  test('whatever bit of its file is another', async () => {
    const { ask, times, journal } = await asked()
    const first = await ask()
    const [name = ''] = answersIn(journal.folder)
    const file = join(cacheOf(journal.folder), name)
    const bytes = contentOf(file)
    for (let at = 3; at < bytes.length; at += 41) {
      putContent(file, bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8))))
      times()
      expect(await ask()).toStrictEqual(first)
      expect(times()).toBe(1)
    }
  })

  test('as long as something has to be said on the way', async () => {
    const { ask, times, journal } = await asked()
    const path = join(journal.folder, 'g1', 'months', '2026-11.json')
    putContent(path, Buffer.from(contentOf(path).toString().replace('canary 1', 'Canary 1')))
    for (const _ of [1, 2]) {
      const again = await aJournal({ folder: journal.folder })
      expect((await ask(['how many'], again)).texts).toEqual(['canary 0', 'Canary 1'])
      expect(again.notices.join()).toContain('was changed by something other than hearten')
    }
    expect(times()).toBe(2)
    expect(answersIn(journal.folder)).toEqual([])
  })

  test('where the journal changes while it is found out', async () => {
    const { ask, times, journal } = await asked()
    const late = journal.answer(['how many'], async () => {
      const texts = (await journal.entries({ today })).map(({ text }) => text)
      await journal.commit('one more', [anEntry({ text: 'late' })])
      return { texts }
    })
    expect((await late).texts).toHaveLength(2)
    expect((await ask()).texts).toHaveLength(3)
    expect(times()).toBe(1)
  })
})

test('only answers of the journal as it is lie there, and few', async () => {
  const { ask, journal } = await asked()
  for (let n = 0; n < 30; n++) await ask(['how many', n])
  expect(answersIn(journal.folder)).toHaveLength(24)
  await journal.commit('one more', [anEntry()])
  await ask()
  expect(answersIn(journal.folder)).toHaveLength(1)
})

test('what is erased is in none of them, and everything takes them along', async () => {
  const { ask, journal, entries } = await asked()
  await ask()
  const held = () => answersIn(journal.folder).map(name => join(cacheOf(journal.folder), name))
  expect(held().length).toBe(1)
  for (const file of held()) {
    expect(contentOf(file).includes('canary 0')).toBe(true)
    expect(readFileSync(file).includes('canary 0')).toBe(!isSealed)
  }
  await journal.erase(entries.slice(0, 1).map(({ id }) => id))
  expect(held()).toEqual([])
  await ask()
  expect(held().some(file => contentOf(file).includes('canary 0'))).toBe(false)
  expect(await journal.eraseAll()).toEqual([])
  expect(existsSync(join(journal.folder, 'g1'))).toBe(false)
})

test('what is erased while somebody finds something out does not come back', async () => {
  const { journal, entries } = await asked()
  const slow = await journal.answer(['slowly'], async () => {
    const texts = (await journal.entries({ today })).map(({ text }) => text)
    await journal.erase(entries.slice(0, 1).map(({ id }) => id))
    return texts
  })
  expect(slow).toContain('canary 0')
  expect(answersIn(journal.folder)).toEqual([])
})

test('to ask makes no journal where there is none', async () => {
  const folder = join(aFolder(), 'data')
  const journal = await aJournal({ folder })
  expect(await journal.answer(['how many'], async () => 0)).toBe(0)
  expect(existsSync(folder)).toBe(false)
})

describe('what is noted with answers', () => {
  const notesIn = (folder: string) => join(cacheOf(folder), 'notes.json')
  /** Asks, notes something, and says what was noted before. */
  const noting = async (journal: Asker, question: string, ...names: string[]) => {
    let before: string[] = []
    await journal.answer([question], async notes => {
      before = [...(await notes.before())]
      notes.add(names)
      return question
    })
    return before
  }
  type Asker = Awaited<ReturnType<typeof asked>>['journal']

  test('is there for who asks something else, also when the journal is another by then', async () => {
    const { journal } = await asked()
    expect(await noting(journal, 'one', 'a', 'b')).toEqual([])
    expect(await noting(journal, 'two', 'c')).toEqual(['a', 'b'])
    await journal.commit('one more', [anEntry()])
    const again = await aJournal({ folder: journal.folder })
    expect(await noting(again, 'one', 'a')).toEqual(['c', 'a', 'b'])
    expect(await noting(again, 'three')).toEqual(['c', 'a', 'b'])
  })

  test('is the latest, and not without end', async () => {
    const { journal } = await asked()
    const many = Array.from({ length: 900 }, (_, n) => `old ${n}`)
    await noting(journal, 'one', ...many)
    await noting(journal, 'two', ...many.map(name => `new ${name}`))
    const before = await noting(journal, 'three')
    expect(before).toHaveLength(1000)
    expect(before.filter(name => name.startsWith('new'))).toHaveLength(900)
  })

  test('is nothing where other code noted it, or its file is not as it was written', async () => {
    const { journal } = await asked()
    await noting(journal, 'one', 'a')
    const bytes = contentOf(notesIn(journal.folder))
    const spoilt = [
      Buffer.from(String(bytes).replaceAll('development', 'another')),
      Buffer.from(String(bytes).replace('"a"', '"x"')),
      Buffer.from(String(bytes).replaceAll('["a"]', '["a"')),
      bytes.subarray(0, bytes.length - 3),
      Buffer.alloc(0),
    ]
    for (const [nth, other] of spoilt.entries()) {
      putContent(notesIn(journal.folder), other)
      expect([nth, await noting(journal, `other ${nth}`)]).toEqual([nth, []])
    }
    putContent(notesIn(journal.folder), bytes)
    expect(await noting(journal, 'two')).toEqual(['a'])
  })

  test('goes with everything that is erased, and is kept with no answer that is not', async () => {
    const { journal, entries } = await asked()
    await journal.answer(undefined, async notes => notes.add(['never']) ?? 0)
    expect(existsSync(notesIn(journal.folder))).toBe(false)
    await noting(journal, 'one', 'a')
    await journal.erase(entries.slice(0, 1).map(({ id }) => id))
    expect(existsSync(notesIn(journal.folder))).toBe(false)
    expect(await noting(journal, 'two', 'b')).toEqual([])
  })
})

test('one that rests on earlier months stays as long as these do, whatever else is asked', async () => {
  const { journal, ask, times } = await asked()
  const earlier = () =>
    journal.answer(
      'earlier',
      async () => (await journal.entries({ today, to: asDay('2026-10-31') })).length,
      '2026-11',
    )
  const kept = () => answersIn(journal.folder).length
  expect(await earlier()).toBe(1)
  await ask()
  await journal.commit('one', [anEntry()])
  await ask()
  // Those of both are there, and none of the journal before.
  expect(kept()).toBe(2)
  times()
  expect(await earlier()).toBe(1)
  await journal.commit('one', [anEntry({ day: asDay('2026-10-09') })])
  await ask()
  expect(kept()).toBe(1)
  expect(await earlier()).toBe(2)
})
