import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asDay } from '../../../src/journal/day.ts'
import type { Entry } from '../../../src/journal/entry.ts'
import { kinds } from '../../../src/journal/entry.ts'
import type { MonthsAtHand } from '../../../src/journal/months-at-hand.ts'
import { inOrder } from '../../../src/journal/query.ts'
import { wordsTest } from '../../../src/journal/words.ts'
import type { Cache } from '../../../src/store/cache/cache-file.ts'
import { Caches } from '../../../src/store/cache/cache-file.ts'
import { freshMonth, remember } from '../../../src/store/cache/fresh-months.ts'
import { idCache, idsIn } from '../../../src/store/cache/ids.ts'
import { Outline, outlineOf } from '../../../src/store/cache/outline.ts'
import { sumCache } from '../../../src/store/cache/sums.ts'
import { examine } from '../../../src/store/doctor.ts'
import { encodeLines, withChecksum } from '../../../src/store/lines.ts'
import { takeLock } from '../../../src/store/lock.ts'
import { papersOf } from '../../../src/store/paper.ts'
import { generationIn } from '../../../src/store/places.ts'
import { Shelves } from '../../../src/store/shelves.ts'
import { aClock, aJournal, anEntry, aStamp, host } from '../../helpers/a-journal.ts'
import { full } from '../../helpers/fields.ts'
import { contentOf, onPaper, putContent } from '../../helpers/papers.ts'

const today = asDay('2026-11-22')
const moodsOf = (entries: readonly Entry[]) => entries.map(({ day, mood }) => [day, mood])
const moods = ({ entries }: Pick<MonthsAtHand<never>, 'entries'>) => moodsOf(entries())
const words = {
  name: 'words',
  form: 'each',
  parts: ['texts', 'count'] as const,
  of: (entries: readonly Entry[]) => ({
    texts: entries.map(({ text }) => text),
    count: entries.length,
  }),
}

/** A journal of three months. */
async function aJournalOfMonths(options: Parameters<typeof aJournal>[0] = {}) {
  const journal = await aJournal(options)
  const days = ['2026-09-05', '2026-10-05', '2026-11-05'].map(asDay)
  const entries = days.flatMap((day, n) => [
    anEntry({ day, text: `canary ${n}`, mood: 2, tags: [`finch${n}`], people: [`Wren${n}`] }),
    anEntry({
      ...{ kind: 'coping', day, text: `other ${n}`, feelings: [`linnet${n}`] },
      details: { tool: `robin${n}` },
    }),
  ])
  await journal.commit('some', entries)
  return { journal, entries, months: days.map(day => day.slice(0, 7)) }
}

const cacheOf = (folder: string) => join(folder, 'g1', 'cache')
const remembered = (folder: string) =>
  readdirSync(cacheOf(folder)).map(name => String(contentOf(join(cacheOf(folder), name))))

describe('an outline', () => {
  const entries = kinds.map(kind => full(kind) as unknown as Entry)
  const outline = () => {
    const lines = outlineOf(entries)
    return { lines, outline: new Outline('2026-11', at => lines[at] ?? '') }
  }

  test('gives back every field of every kind, those with words once they are there', () => {
    const { outline: it } = outline()
    for (const [row, entry] of entries.entries()) {
      const outlined = it.entries[row] as unknown as Record<string, unknown>
      JSON.stringify([outlined.text, outlined.details])
      expect(it.wanted.has(row)).toBe(true)
      it.give(row, entry)
      for (const name of Object.keys(entry))
        expect([name, outlined[name]]).toEqual([name, entry[name as keyof Entry]])
    }
    expect(it.wanted.size).toBe(0)
  })

  test('holds none of the words, but what tools and meetings are called, and what was worth keeping', () => {
    const isShort = (name: string) => ['tool', 'name', 'insight'].includes(name)
    const held = outline()
      .lines.join()
      .match(/"\w+":"words"/g)
    expect(held?.every(it => isShort(it.split('"')[1] ?? ''))).toBe(true)
    expect(held?.length).toBe(3)
  })
})

test('numbers are found without reading a month, and words by reading theirs', async () => {
  const read: string[] = []
  const { journal } = await aJournalOfMonths({
    paper: plain => ({
      ...plain,
      read: path => {
        const month = /months\/(.*)\.json/.exec(path)?.[1]
        if (month) read.push(month)
        return plain.read(path)
      },
    }),
  })
  const all = await journal.entries({ today })
  expect(await journal.findings({ today }, moods)).toEqual(moodsOf(all))
  read.length = 0
  expect(await journal.findings({ today }, moods)).toEqual(moodsOf(all))
  expect(read).toEqual([])
  const second = await journal.findings({ today }, ({ entries }) => entries()[2]?.text)
  expect(second).toBe('canary 1')
  expect(read).toEqual(['2026-10'])
  read.length = 0
  await journal.commit('one more', [anEntry({ mood: 4 })])
  read.length = 0
  expect(await journal.findings({ today }, moods)).toHaveLength(7)
  expect(new Set(read)).toEqual(new Set(['2026-11']))
})

test('a piece is found once, and as long as a month or a word before it is missing anew', async () => {
  const { journal } = await aJournalOfMonths()
  await journal.findings({ today }, moods)
  const found: string[] = []
  const piece = <T>(name: string, value: T): T => {
    found.push(name)
    return value
  }
  const answer = await journal.findings({ today }, ({ entries, once }) => {
    const early = once('early', () => piece('early', 'nothing was asked for'))
    const all = entries()
    const numbers = once('numbers', () => piece('numbers', moodsOf(all)))
    const text = once('text', () => piece('text', all[2]?.text))
    // It looks at no words itself, and yet may rest on those above.
    const late = once('late', () => piece('late', text?.length))
    return { early, numbers, text, late }
  })
  const all = await journal.entries({ today })
  expect(answer.numbers).toEqual(moodsOf(all))
  expect([answer.text, answer.late]).toEqual(['canary 1', 8])
  // First no month was there, then no word.
  expect(found).toEqual([
    ...['early', 'numbers', 'text', 'late'],
    ...['numbers', 'text', 'late'],
    ...['text', 'late'],
  ])
})

test('what is erased is nowhere among what is remembered, and does not come back', async () => {
  const { journal, entries } = await aJournalOfMonths()
  const ask = () => journal.findings({ today }, moods, words)
  await ask()
  const marks = ['canary 0', 'finch0', 'Wren0', 'linnet0', 'robin0']
  for (const mark of marks) expect(remembered(journal.folder).join()).toContain(mark)
  await journal.erase(entries.slice(0, 2).map(({ id }) => id))
  const held = () =>
    readdirSync(journal.folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter(it => it.isFile())
      .map(it => contentOf(join(it.parentPath, it.name)))
  for (const mark of marks) expect(held().some(bytes => bytes.includes(mark))).toBe(false)
  await ask()
  expect(remembered(journal.folder).length).toBe(7)
  for (const mark of marks) expect(held().some(bytes => bytes.includes(mark))).toBe(false)
})

test('a cache is read once, and again when its file is another', async () => {
  const { journal } = await aJournalOfMonths()
  const generation = generationIn(join(journal.folder, 'g1'))
  const read: string[] = []
  const { paper } = papersOf(onPaper)
  const counting = {
    ...paper,
    read(path: string) {
      read.push(basename(path))
      return paper.read(path)
    },
  }
  const caches = new Caches(counting, generation)
  const ids = async () =>
    [...(await caches.months(idCache)).values()].flatMap(({ line }) => idsIn(line(0)))
  const ask = () => journal.findings({ today }, moods)
  expect(await ids()).toEqual([])
  await ask()
  expect(await ids()).toHaveLength(6)
  expect(await ids()).toHaveLength(6)
  expect(read).toEqual(['ids.json', 'idsnewest.json', 'ids.json', 'idsnewest.json'])
  await journal.commit('one more', [anEntry()])
  await ask()
  expect(await ids()).toHaveLength(7)
  await journal.erase((await journal.entries({ today })).map(({ id }) => id))
  expect(await ids()).toEqual([])
})

describe('nothing is remembered', () => {
  /** Somebody who read the months a while ago, and goes on. */
  async function aSlowReader() {
    const { journal, entries } = await aJournalOfMonths()
    const { disk, paper } = papersOf(onPaper)
    const generation = generationIn(join(journal.folder, 'g1'))
    const shelves = new Shelves(paper, generation, () => {})
    const stamps = { '2026-09': shelves.stampOf('2026-09') }
    const { records } = await shelves.read('2026-09')
    const fresh = freshMonth('2026-09', records, stamps)
    if (!fresh) throw new Error('a month like any other')
    const lock = join(journal.folder, 'lock')
    const place = {
      disk,
      paper,
      host,
      generation,
      lock,
      isCurrent: () => true,
      onNotice: () => {},
      ...aClock(),
    }
    const goOn = async (sums: Cache[] = [sumCache(words)]) => {
      await remember(place, sums, [fresh], shelves, new Caches(paper, generation))
      return remembered(journal.folder).join()
    }
    return { journal, entries, goOn, disk, lock, generation }
  }

  test('while it may be, all is', async () => {
    const { goOn } = await aSlowReader()
    expect(await goOn()).toContain('finch0')
  })

  test('of a month that changed meanwhile', async () => {
    const { goOn, journal, entries } = await aSlowReader()
    await journal.erase([entries[0]?.id ?? ''])
    expect(await goOn()).not.toContain('finch0')
  })

  test('while somebody holds the lock, who may be erasing', async () => {
    const { goOn, disk, lock } = await aSlowReader()
    const held = takeLock(disk, lock, host)
    expect(await goOn()).not.toContain('finch0')
    held?.release()
  })

  test('while something is still to be erased', async () => {
    const { goOn, generation } = await aSlowReader()
    putContent(join(generation.folder, 'erasing.json'), encodeLines({}, { ids: ['x'] }))
    expect(await goOn()).not.toContain('finch0')
  })

  test('of a thing that lies in two months, and the answer is the same', async () => {
    const { journal } = await aJournalOfMonths()
    const twice = anEntry({ day: asDay('2026-09-07'), text: 'twice', mood: 1 })
    await journal.commit('once', [twice])
    await journal.commit('and again', [
      { ...twice, revision: aStamp().newId(), day: asDay('2026-10-07'), mood: 5 },
    ])
    for (let time = 0; time < 3; time++)
      expect(await journal.findings({ today }, moods)).toEqual(
        moodsOf((await journal.entries({ today })).toSorted(inOrder)),
      )
  })
})

describe.each([
  ['ids.json', /"(?=\w)/g, '"x'],
  ['words.json', /canary 1/g, 'finch'],
  ['idsnewest.json', /"(?=\w)/g, '"x'],
  ['wordsnewest.json', /canary 2/g, 'finch'],
  ['outlines-2026-10.json', /\[2,null/g, '[3,null'],
])('a file that is odd is not believed: %s', (name, said, lie) => {
  const lied = (bytes: Buffer) => String(bytes).replace(said, lie)
  const body = (text: string) => text.split('"checksum"')[0] ?? ''
  test.each([
    ['an empty one', () => Buffer.alloc(0)],
    ['one that is cut short', (bytes: Buffer) => bytes.subarray(0, -90)],
    ['one that says something else', (bytes: Buffer) => Buffer.from(lied(bytes))],
    [
      'one of another form',
      (bytes: Buffer) => withChecksum(body(lied(bytes)).replace('{"form":"', '{"form":"0')),
    ],
    [
      'one that other code made',
      (bytes: Buffer) => withChecksum(body(lied(bytes)).replace('development', '0123456789abcdef')),
    ],
    [
      'one that was made from other files',
      (bytes: Buffer) => withChecksum(body(lied(bytes)).replace(/("2026-1[01]":")\d+/g, '$11')),
    ],
    ['no JSON at all', () => withChecksum('{"form"\n')],
  ])('%s', async (_, spoilt) => {
    const { journal } = await aJournalOfMonths()
    const ask = () =>
      journal.findings({ today }, look => [moods(look), look.sums.map(({ texts }) => texts)], words)
    const before = await ask()
    const file = join(cacheOf(journal.folder), name)
    expect(lied(contentOf(file))).not.toBe(String(contentOf(file)))
    putContent(file, spoilt(contentOf(file)))
    expect(await ask()).toEqual(before)
  })
})

test('only the months that were asked for are opened, and sums take none', async () => {
  const read: string[] = []
  const { journal } = await aJournalOfMonths({
    paper: plain => ({
      ...plain,
      read: path => {
        read.push(path.replace(/.*\//, ''))
        return plain.read(path)
      },
    }),
  })
  const counts = () =>
    journal.findings({ today }, ({ sums }) => sums.map(({ count }) => count), words)
  expect(await counts()).toEqual([2, 2, 2])
  read.length = 0
  expect(await counts()).toEqual([2, 2, 2])
  expect(read.filter(name => /\d{4}-\d{2}/.test(name))).toEqual([])
  const october = await journal.findings({ today }, ({ entries }) =>
    moodsOf(entries('2026-10-01', '2026-10-31')),
  )
  expect(october).toEqual([
    ['2026-10-05', 2],
    ['2026-10-05', undefined],
  ])
  expect(read.filter(name => /\d{4}-\d{2}/.test(name))).toEqual(['outlines-2026-10.json'])
})

describe('a search', () => {
  async function aJournalThatIsSearched() {
    const read: string[] = []
    const note = (path: string) => {
      const month = /months\/(.*)\.json$/.exec(path)?.[1]
      if (month) read.push(month)
    }
    const { journal } = await aJournalOfMonths({
      paper: plain => ({
        ...plain,
        read(path) {
          note(path)
          return plain.read(path)
        },
        hold(path) {
          note(path)
          return plain.hold(path)
        },
      }),
    })
    const search = async (word: string, remembering = true) => {
      read.length = 0
      const words = wordsTest([word], false)
      const found = await journal.entries({ today, words, holding: [word], remembering })
      return { found: found.map(({ text }) => text), read: [...new Set(read)].sort() }
    }
    await search('canary')
    return { journal, search }
  }
  const all = ['2026-09', '2026-10', '2026-11']

  test('reads those months alone that may have the word', async () => {
    const { journal, search } = await aJournalThatIsSearched()
    expect(await search('zymurgy')).toEqual({ found: [], read: [] })
    expect(await search('CANARY')).toEqual({
      found: ['canary 0', 'canary 1', 'canary 2'],
      read: all,
    })
    await journal.commit('one more', [anEntry({ day: asDay('2026-10-06'), text: 'Zymurgy.' })])
    // The change is logged in november.
    expect((await search('zymurgy')).read).toEqual(['2026-10', '2026-11'])
    expect(await search('zymurgy')).toEqual({ found: ['Zymurgy.'], read: ['2026-10'] })
    expect(await search('zymurgist')).toEqual({ found: [], read: [] })
  })

  test('looks into all of them for a word that is too short to tell', async () => {
    const { search } = await aJournalThatIsSearched()
    expect(await search('zy')).toEqual({ found: [], read: all })
  })

  test('keeps nothing for whoever wants nothing kept, and uses nothing', async () => {
    const { journal, search } = await aJournalThatIsSearched()
    const kept = join(cacheOf(journal.folder), 'trigrams.json')
    rmSync(kept)
    expect(await search('zymurgy', false)).toEqual({ found: [], read: all })
    expect(existsSync(kept)).toBe(false)
    await search('zymurgy')
    expect(existsSync(kept)).toBe(true)
    expect(await search('zymurgy', false)).toEqual({ found: [], read: all })
  })
})

test('with an entry more in the newest month only that is written anew, and all of it once the next begins', async () => {
  const { journal } = await aJournalOfMonths()
  const texts = () =>
    journal.findings({ today }, ({ sums }) => sums.map(({ texts }) => texts.length), words)
  const written = () =>
    Object.fromEntries(
      ['ids', 'idsnewest', 'words', 'wordsnewest'].map(name => [
        name,
        statSync(join(cacheOf(journal.folder), `${name}.json`)).ino,
      ]),
    )
  const write = (day: string) => journal.commit('one more', [anEntry({ day: asDay(day) })])
  const changed = async () => {
    const before = written()
    const found = await texts()
    const after = written()
    return { found, anew: Object.keys(after).filter(name => after[name] !== before[name]) }
  }
  await texts()
  await write('2026-11-06')
  expect(await changed()).toEqual({ found: [2, 2, 3], anew: ['idsnewest', 'wordsnewest'] })
  expect(await changed()).toEqual({ found: [2, 2, 3], anew: [] })
  const all = ['ids', 'idsnewest', 'words', 'wordsnewest']
  await write('2026-12-01')
  expect(await changed()).toEqual({ found: [2, 2, 3, 1], anew: all })
  await write('2026-10-06')
  expect(await changed()).toEqual({ found: [2, 3, 3, 1], anew: all })
  expect(await changed()).toEqual({ found: [2, 3, 3, 1], anew: [] })
})

test('sums are kept in one file only of months that were looked at together', async () => {
  const { journal } = await aJournalOfMonths()
  const [one] = await journal.entries({ today, from: asDay('2026-09-05'), to: asDay('2026-09-05') })
  if (!one) throw new Error('an entry of september')
  const count = (from?: string) =>
    journal.findings(
      { today, ...(from && { from: asDay(from) }) },
      ({ sums }) => sums.reduce((all, { count }) => all + count, 0),
      words,
    )
  expect(await count()).toBe(6)
  // It lies in two months now, as only a copied or forged file has it.
  const again = { ...one, revision: aStamp().newId(), day: asDay('2026-12-07') }
  await journal.commit('again', [again])
  rmSync(join(cacheOf(journal.folder), 'ids.json'))
  expect(await count('2026-11-01')).toBe(3)
  expect(await count()).toBe(6)
})

test('each file is looked at once where none of them has to be read', async () => {
  const looks: string[] = []
  const { journal } = await aJournalOfMonths({
    paper: plain => ({
      ...plain,
      stamp(path) {
        if (/months/.test(path)) looks.push(path.replace(/.*months./, ''))
        return plain.stamp(path)
      },
    }),
  })
  const count = () => journal.findings({ today }, ({ sums }) => sums.length, words)
  await count()
  looks.length = 0
  expect(await count()).toBe(3)
  expect(looks).toEqual(['2026-09.json', '2026-10.json', '2026-11.json'])
})

test('a sum is made anew where the one that is kept is not good today', async () => {
  const { journal } = await aJournalOfMonths()
  const ask = (day: string) =>
    journal.findings({ today }, ({ sums }) => sums.map(({ of }) => of), {
      ...{ name: 'days', parts: ['of'] as const },
      of: () => ({ of: day }),
      isGood: ({ of }) => of === day,
    })
  const each = (day: string) => [day, day, day]
  for (const day of ['monday', 'monday', 'tuesday', 'monday'])
    expect(await ask(day)).toEqual(each(day))
})

test('a sum is made anew where it goes by something else than the one that is kept', async () => {
  const { journal } = await aJournalOfMonths()
  let made = 0
  const ask = (form?: string) =>
    journal.findings({ today }, ({ sums }) => sums.map(({ of }) => of), {
      ...{ name: 'apart', parts: ['of'] as const, ...(form && { form }) },
      of() {
        made++
        return { of: form ?? 'nobody' }
      },
    })
  const each = (form: string) => [form, form, form]
  for (const form of ['Ana', 'Ben', 'Ana']) {
    expect(await ask(form)).toEqual(each(form))
    // Nobody's name: it stands in the sums themselves here, but not in what they go by.
    expect(remembered(journal.folder).join()).not.toContain(` ${form}`)
  }
  expect(await ask()).toEqual(each('nobody'))
  expect(made).toBe(12)
  expect(await ask()).toEqual(each('nobody'))
  expect(made).toBe(12)
})

test('where nothing can be written, the answer comes all the same', async () => {
  const { journal } = await aJournalOfMonths()
  rmSync(cacheOf(journal.folder), { recursive: true })
  writeFileSync(cacheOf(journal.folder), 'a file in its place')
  expect(await journal.findings({ today }, moods)).toHaveLength(6)
})

test('erasing everything takes it along, and the doctor has nothing to say about it', async () => {
  const { journal } = await aJournalOfMonths()
  await journal.findings({ today }, moods, words)
  expect(await examine({ folder: journal.folder, host, ...aClock(), ...onPaper })).toEqual([])
  expect(await journal.eraseAll()).toEqual([])
  expect(existsSync(join(journal.folder, 'g1'))).toBe(false)
})
