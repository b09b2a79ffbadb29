import { describe, expect, it } from 'vitest'
import type { JournalRecord, LoggedChange } from '../../src/journal/change.ts'
import {
  bySequence,
  deletionOf,
  isEntry,
  logged,
  restatementOf,
  shelfOf,
} from '../../src/journal/change.ts'
import { asDay } from '../../src/journal/day.ts'
import { revise } from '../../src/journal/entry.ts'
import { nextRevision } from '../../src/journal/record.ts'
import { planRestoring } from '../../src/journal/restoring.ts'
import type { LogWalk } from '../../src/journal/undo.ts'
import { changeToRedo, changeToUndo, reversal, saysTheSame } from '../../src/journal/undo.ts'
import { anEntry, aStamp } from '../helpers/a-journal.ts'
import { aMute, aPerson } from '../helpers/builders.ts'

const change = (id: string, more: Partial<LoggedChange> = {}): LoggedChange => ({
  ...{ id, sequence: 0, label: 'jot', at: '', touched: { '2026-11': ['r'] } },
  ...more,
})
const undoing = (id: string, what: string) => change(id, { undoes: what })
const redoing = (id: string, what: string) => change(id, { redoes: what })
const emptied = (id: string) => change(id, { touched: { '2026-11': [] } })

/** Walks a log, given oldest first, from its end. */
const found = (walk: LogWalk, ...log: readonly LoggedChange[]): string => {
  for (const it of log.toReversed()) {
    const answer = walk(it)
    if (answer !== 'further') return answer
  }
  return 'none'
}

describe('the change to take back', () => {
  it.each<[string, string, LoggedChange[]]>([
    ['the last', 'b', [change('a'), change('b')]],
    ['the one before what was taken back', 'a', [change('a'), change('b'), undoing('u', 'b')]],
    [
      'what was brought back',
      'b',
      [change('a'), change('b'), undoing('u', 'b'), redoing('r', 'b')],
    ],
    [
      'not what was taken back again',
      'a',
      [change('a'), change('b'), undoing('u', 'b'), redoing('r', 'b'), undoing('v', 'b')],
    ],
    ['not one of which everything was erased', 'a', [change('a'), emptied('b')]],
    [
      'one of which only a part was erased',
      'b',
      [change('a'), change('b', { touched: { '2026-10': [], '2026-11': ['r'] } })],
    ],
    ['none in an empty journal', 'none', []],
    ['none when all is taken back', 'none', [change('a'), undoing('u', 'a')]],
  ])('is %s', (_, id, log) => {
    expect(found(changeToUndo(), ...log)).toBe(id)
  })
})

describe('the change to bring back', () => {
  it.each<[string, string, LoggedChange[]]>([
    [
      'the one taken back last',
      'a',
      [change('a'), change('b'), undoing('u', 'b'), undoing('v', 'a')],
    ],
    [
      'the next one, after one was brought back',
      'b',
      [change('a'), change('b'), undoing('u', 'b'), undoing('v', 'a'), redoing('r', 'a')],
    ],
    ['none when all is brought back', 'none', [change('a'), undoing('u', 'a'), redoing('r', 'a')]],
    ['none once something else was written', 'none', [change('a'), undoing('u', 'a'), change('b')]],
    [
      'still there when what was written since was erased',
      'a',
      [change('a'), undoing('u', 'a'), emptied('b')],
    ],
    ['none in an empty journal', 'none', []],
  ])('is %s', (_, id, log) => {
    expect(found(changeToRedo(), ...log)).toBe(id)
  })
})

describe('putting things back', () => {
  const stamp = aStamp()
  const first = anEntry({ text: 'first' })
  const second = revise(first, { text: 'second' }, stamp)
  const other = anEntry({ text: 'other' })
  const edit = change('c', { touched: { '2026-11': [second.revision] } })
  const none: ReadonlySet<string> = new Set()

  it('says again what was said before, and replaces what is current', () => {
    const known = [first, second, other]
    const [back, ...more] = reversal(edit, 'undo', { known, later: none }, stamp)
    expect(more).toEqual([])
    expect(back).toMatchObject({ id: first.id, text: 'first', supersedes: [second.revision] })
  })

  it('deletes what was not there', () => {
    const jot = change('c', { touched: { '2026-11': [other.revision] } })
    const records = reversal(jot, 'undo', { known: [first, other], later: none }, stamp)
    expect(records).toMatchObject([{ id: other.id, deleted: true, text: '' }])
  })

  it('brings back what was said after it', () => {
    const undone = revise(second, { text: 'first' }, stamp)
    const later = new Set([undone.revision])
    const records = reversal(edit, 'redo', { known: [first, second, undone], later }, stamp)
    expect(records).toMatchObject([{ text: 'second', supersedes: [undone.revision] }])
  })

  it('does nothing where it is so already', () => {
    const same = revise(second, { text: 'first' }, stamp)
    const later = new Set([same.revision])
    expect(reversal(edit, 'undo', { known: [first, second, same], later }, stamp)).toEqual([])
  })

  it('leaves alone what was written since beside it', () => {
    const later = new Set([other.revision])
    const records = reversal(edit, 'undo', { known: [first, second, other], later }, stamp)
    expect(records.map(({ id }) => id)).toEqual([first.id])
  })

  it('takes each revision once, however often it is known', () => {
    const known = [first, second, first, second]
    expect(reversal(edit, 'undo', { known, later: none }, stamp)).toHaveLength(1)
  })
})

describe('two revisions', () => {
  const stamp = aStamp()
  const one = anEntry({
    kind: 'promise',
    text: 'walk',
    details: { cue: 'noon', due: asDay('2026-11-23') },
  })

  it('say the same when nothing but the bookkeeping differs', () => {
    const other = { ...revise(one, {}, stamp), movedFrom: '2026-10', heads: ['x'], versions: 2 }
    expect(saysTheSame(one, other as JournalRecord)).toBe(true)
    const turned = { ...one, details: { due: asDay('2026-11-23'), cue: 'noon' } }
    expect(saysTheSame(one, turned)).toBe(true)
  })

  it('do not when anything that is said differs', () => {
    expect(saysTheSame(one, revise(one, { text: 'run' }, stamp))).toBe(false)
    expect(saysTheSame(one, revise(one, { tags: ['a'] }, stamp))).toBe(false)
    const listed = (tags: string[]) => revise(one, { tags }, stamp)
    expect(saysTheSame(listed(['a', 'b']), listed(['b', 'a']))).toBe(false)
    const due = { ...one, details: { ...one.details, due: asDay('2026-11-24') } }
    expect(saysTheSame(one, due)).toBe(false)
  })

  it('are the same when both are gone, and not when one is', () => {
    const gone = deletionOf(one, stamp)
    expect(saysTheSame(undefined, gone)).toBe(true)
    expect(saysTheSame(gone, gone)).toBe(true)
    expect(saysTheSame(undefined, one)).toBe(false)
    expect(saysTheSame(one, gone)).toBe(false)
    expect(saysTheSame(gone, one)).toBe(false)
  })
})

describe('a record of any kind', () => {
  const stamp = aStamp()
  const zora = { ...aPerson('Zora', 'distant', ['Zo']) }
  const mute = aMute('tag', 'work')
  const prompt = {
    ...{ ...mute, kind: 'prompt', theme: 'growth', text: 'Mine?' },
  } as unknown as JournalRecord

  it('lies on its shelf', () => {
    expect([zora, mute, prompt, anEntry()].map(shelfOf)).toEqual([
      ...['people', 'settings', 'settings', '2026-11'],
    ])
    expect([zora, mute, prompt, anEntry()].map(isEntry)).toEqual([false, false, false, true])
  })

  it('is deleted without its words, and keeps where it belonged', () => {
    for (const record of [zora, mute, prompt]) {
      const gone = deletionOf(record, stamp)
      expect(gone).toMatchObject({ id: record.id, deleted: true, supersedes: [record.revision] })
      expect(JSON.stringify(gone)).not.toMatch(/Zo|work|Mine/)
      expect(shelfOf(gone)).toBe(shelfOf(record))
    }
    expect(deletionOf(zora, stamp)).toMatchObject({ status: 'distant', name: '', aliases: [] })
    expect(deletionOf(mute, stamp)).toMatchObject({ what: 'tag', value: '' })
    expect(deletionOf(prompt, stamp)).toMatchObject({ theme: 'growth', text: '' })
  })

  it('says again what it said, with a word about the shelf it left', () => {
    const there = anEntry({ day: asDay('2026-03-01'), text: 'then' })
    const here = revise(there, { day: asDay('2026-11-03') }, stamp)
    const again = restatementOf(there, here, stamp)
    expect(again).toMatchObject({ text: 'then', day: '2026-03-01', movedFrom: '2026-11' })
    const moved = { ...here, deleted: true, heads: ['a'], versions: 2 } as JournalRecord
    const stays = restatementOf(moved, here, stamp)
    for (const name of ['movedFrom', 'deleted', 'heads', 'versions'])
      expect(stays).not.toHaveProperty(name)
  })

  it('loses with its next revision what only the one before had', () => {
    const odd = { ...zora, movedFrom: 'x', deleted: true as const, heads: ['a', 'b'], versions: 2 }
    const next = nextRevision(odd, { aliases: undefined }, stamp)
    expect(next).toMatchObject({ name: 'Zora', supersedes: ['a', 'b'] })
    for (const name of ['movedFrom', 'deleted', 'heads', 'versions', 'aliases'])
      expect(next).not.toHaveProperty(name)
  })

  it('is logged by its shelf', () => {
    const records = [zora, mute, prompt]
    const { touched } = logged({ id: 'c', sequence: 1, label: '', at: '', records })
    expect(touched).toEqual({
      people: [zora.revision],
      settings: [mute.revision, prompt.revision],
    })
  })
})

it('changes come by their number, then by id', () => {
  const all = [
    { sequence: 1, id: 'z' },
    { sequence: 2, id: 'a' },
    { sequence: 2, id: 'b' },
  ]
  expect([...all].reverse().sort(bySequence)).toEqual(all)
})

describe('bringing a journal to another state', () => {
  const stamp = aStamp()
  const a = anEntry({ text: 'a' })
  const b = anEntry({ text: 'b' })
  const c = anEntry({ text: 'c' })
  const edited = revise(a, { text: 'a2' }, stamp)
  const contents = (current: readonly JournalRecord[], history: readonly JournalRecord[] = []) => ({
    ...{ current, history },
  })
  const plan = (...args: [ReturnType<typeof contents>, ReturnType<typeof contents>]) => {
    const { records, added, changed, removed, same } = planRestoring(...args, stamp)
    const ids = (list: readonly JournalRecord[]) => list.map(({ id }) => id)
    return { records, added: ids(added), changed: ids(changed), removed: ids(removed), same }
  }

  it('does nothing where both are the same', () => {
    expect(plan(contents([a, b]), contents([a, b]))).toEqual({
      ...{ records: [], added: [], changed: [], removed: [], same: 2 },
    })
  })

  it('adds what only the other has, with its history', () => {
    const { records, ...counts } = plan(contents([b]), contents([b, edited], [a]))
    expect(counts).toEqual({ added: [a.id], changed: [], removed: [], same: 1 })
    expect(records).toEqual([a, edited])
  })

  it('puts in the trash what the other lacks', () => {
    const { records, ...counts } = plan(contents([a, b]), contents([a]))
    expect(counts).toEqual({ added: [], changed: [], removed: [b.id], same: 1 })
    expect(records).toMatchObject([{ id: b.id, deleted: true, supersedes: [b.revision] }])
  })

  it('says again what the other says', () => {
    const { records, ...counts } = plan(contents([edited], [a]), contents([a]))
    expect(counts).toEqual({ added: [], changed: [a.id], removed: [], same: 0 })
    expect(records).toMatchObject([{ id: a.id, text: 'a', supersedes: [edited.revision] }])
  })

  it('takes a later revision as it is', () => {
    const { records, ...counts } = plan(contents([a]), contents([edited], [a]))
    expect(counts).toEqual({ added: [], changed: [a.id], removed: [], same: 0 })
    expect(records).toEqual([edited])
  })

  it('brings back from the trash what the other has', () => {
    const gone = deletionOf(a, stamp)
    const { records, ...counts } = plan(contents([], [a, gone]), contents([a]))
    expect(counts).toEqual({ added: [a.id], changed: [], removed: [], same: 0 })
    expect(records).toMatchObject([{ id: a.id, text: 'a', supersedes: [gone.revision] }])
  })

  it('leaves in the trash what lies there on both sides', () => {
    const gone = deletionOf(a, stamp)
    expect(plan(contents([b], [a, gone]), contents([b], [a]))).toEqual({
      ...{ records: [], added: [], changed: [], removed: [], same: 1 },
    })
  })

  it('takes for deleted what a revision in the history deletes', () => {
    const gone = deletionOf(a, stamp)
    const { records, ...counts } = plan(contents([a], [gone]), contents([b]))
    expect(counts).toEqual({ added: [b.id], changed: [], removed: [], same: 0 })
    expect(records).toEqual([b])
  })

  it('spares what it is told to', () => {
    const spared = planRestoring(
      contents([a, b, c]),
      contents([a]),
      stamp,
      ([it]) => it?.id === b.id,
    )
    expect(spared.same).toBe(2)
    expect(spared.removed.map(({ id }) => id)).toEqual([c.id])
    expect(spared.records).toHaveLength(1)
    const both = planRestoring(contents([edited], [a]), contents([a]), stamp, () => true)
    expect(both.changed).toHaveLength(1)
  })
})
