import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { LockedError } from '../../src/errors.ts'
import type { Change } from '../../src/journal/change.ts'
import { encodeLines } from '../../src/store/lines.ts'
import { papersOf } from '../../src/store/paper.ts'
import {
  changeIn,
  decodeChange,
  encodeChange,
  fileOf,
  greater,
  greatestSequence,
  isSequence,
  pendingFiles,
  publishChange,
  readPending,
  removePending,
  sequenceIn,
  withdrawChange,
} from '../../src/store/pending.ts'
import type { Generation } from '../../src/store/places.ts'
import { generationIn } from '../../src/store/places.ts'
import { aFolder, anEntry } from '../helpers/a-journal.ts'
import { onPaper, putContent } from '../helpers/papers.ts'

const { paper } = papersOf(onPaper)
let place: Generation
beforeEach(() => {
  place = generationIn(join(aFolder(), 'g1'))
  for (const folder of [place.pending, place.recent]) mkdirSync(folder, { recursive: true })
})

const aChange = (sequence: number, id = `c${sequence}`): Change => ({
  ...{ id, sequence, label: 'jot', at: '2026-11-22T21:30:00Z' },
  records: [anEntry({ text: id })],
})
const publish = (...changes: readonly Change[]) =>
  Promise.all(changes.map(change => publishChange(paper, place.pending, change)))

describe('changes that wait', () => {
  it('are read back as they were published, oldest first', async () => {
    const changes = [aChange(1000), aChange(999), aChange(20)]
    await publish(...changes)
    const { files, waiting, damaged } = await readPending(paper, place)
    expect(waiting).toEqual([
      { file: '20-c20.json', change: changes[2] },
      { file: '999-c999.json', change: changes[1] },
      { file: '1000-c1000.json', change: changes[0] },
    ])
    expect([...files].sort()).toEqual(waiting.map(({ file }) => file).sort())
    expect(damaged).toEqual([])
  })

  it('are those whose names say so', async () => {
    await publish(aChange(5))
    for (const name of [
      'note.json',
      '5-c5.json.bak',
      '.5-c5.json.1.tmp',
      '5-C5.json',
      '-c.json',
      'copy-5-c.json',
    ])
      writeFileSync(join(place.pending, name), 'x')
    expect(pendingFiles(paper, place.pending)).toEqual(['5-c5.json'])
  })

  it('are gone when they were taken back or folded', async () => {
    await publish(aChange(5), aChange(6))
    withdrawChange(paper, place.pending, aChange(5))
    removePending(paper, place.pending, '6-c6.json')
    expect(readdirSync(place.pending)).toEqual([])
    expect((await readPending(paper, place)).waiting).toEqual([])
  })

  it('that are folded by another meanwhile are no longer waiting', async () => {
    await publish(aChange(5))
    const vanishing = { ...paper, read: async () => undefined }
    const { waiting, damaged } = await readPending(vanishing, place)
    expect([waiting, damaged]).toEqual([[], []])
  })

  it('are read from their second copy when they cannot be read, and said when there is none', async () => {
    const [kept, lost] = [aChange(5), aChange(6)]
    await publish(kept, lost)
    await publishChange(paper, place.recent, kept)
    for (const change of [kept, lost]) putContent(join(place.pending, fileOf(change)), 'torn')
    const { files, waiting, damaged } = await readPending(paper, place)
    expect(files).toHaveLength(2)
    expect(waiting).toEqual([{ file: '5-c5.json', change: kept, fromTwin: true }])
    expect(damaged).toEqual([expect.objectContaining({ message: expect.stringContaining('6-c6') })])
  })

  it('are not damaged where nobody gives the passphrase: that is said as what it is', async () => {
    await publish(aChange(5))
    const locked = new LockedError('The journal stays locked.')
    const read = async () => {
      throw locked
    }
    await expect(readPending({ ...paper, read }, place)).rejects.toBe(locked)
  })

  it('are damaged when both copies are', async () => {
    await publish(aChange(5))
    for (const folder of [place.pending, place.recent])
      putContent(join(folder, '5-c5.json'), 'torn')
    const { waiting, damaged } = await readPending(paper, place)
    expect(waiting).toEqual([])
    expect(damaged).toHaveLength(1)
  })
})

describe('the bytes of a change', () => {
  it('are read back as they were', async () => {
    const change = { ...aChange(5), undoes: 'c4' }
    expect(await decodeChange(encodeChange(change))).toEqual(change)
  })

  it('are looked at closely when their checksum does not hold', async () => {
    const { records, ...head } = aChange(5)
    const byHand = (change: unknown) => Buffer.from(JSON.stringify({ hearten: 1, change, records }))
    expect(await decodeChange(byHand(head))).toEqual({ ...head, records })
    await expect(decodeChange(byHand({ ...head, sequence: 'x' }))).rejects.toThrow('"change"')
  })

  it.each([null, 5, undefined])('are none when they hold no change: %s', async change => {
    await expect(decodeChange(encodeLines({ change }, { records: [] }))).rejects.toThrow(
      'it is no change',
    )
  })
})

describe('the number of a change', () => {
  it('is the one in its name', () => {
    expect(sequenceIn('1700000000000-0abc.json')).toBe(1_700_000_000_000)
    expect(sequenceIn('journal.json')).toBe(0)
  })

  it('stands beside its id there', () => {
    expect(changeIn('1700000000000-0abc.json')).toBe('0abc')
    expect(changeIn('journal.json')).toBe('')
  })

  it('is one that a clock gives', () => {
    const last = Date.UTC(9999, 11, 31)
    expect([0, last - 1, last, 1.5, Number.NaN].map(isSequence)).toEqual([
      ...[true, true, false, false, false],
    ])
  })

  it('that is the greatest is found among names, whatever else lies there', () => {
    expect(greatestSequence(['5-a.json', '70-b.json', '9-c.json'])).toBe(70)
    expect(greatestSequence(['5-a.json', '9999999999999999-b.json', 'x'])).toBe(5)
    expect(greatestSequence([])).toBe(0)
    expect(greater(2, 1)).toBe(2)
  })
})
