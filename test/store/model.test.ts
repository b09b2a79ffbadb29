import { unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { revise, tombstone } from '../../src/journal/entry.ts'
import { aClock, aFolder, aJournal, anEntry, aStamp, host } from '../helpers/a-journal.ts'
import { quickDisk } from '../helpers/disks.ts'
import fc from '../helpers/properties.ts'

const days = ['2025-12-31', '2026-10-05', '2026-11-01', '2026-11-22'].map(asDay)
const query = { today: asDay('2026-11-22'), sealed: 'include' } as const

/** What a journal should hold, kept in the simplest way: every state there ever was. */
class Model {
  #done: Map<string, string>[] = []
  #undone: Map<string, string>[] = []
  now = new Map<string, string>()

  change(alter: (now: Map<string, string>) => void) {
    this.#done.push(new Map(this.now))
    this.#undone = []
    alter(this.now)
  }
  undo(): boolean {
    const before = this.#done.pop()
    if (!before) return false
    this.#undone.push(this.now)
    this.now = before
    return true
  }
  redo(): boolean {
    const after = this.#undone.pop()
    if (!after) return false
    this.#done.push(this.now)
    this.now = after
    return true
  }
}

const stepOf = (...kinds: string[]) =>
  fc.record({ what: fc.constantFrom(...kinds), of: fc.nat(50), day: fc.constantFrom(...days) })

const ofMany = fc.array(
  stepOf(
    ...['add', 'add', 'add several', 'edit', 'move', 'delete', 'undo', 'undo', 'redo', 'redo'],
    ...['open again', 'another is writing', 'the other is done', 'the clock jumps'],
  ),
  { maxLength: 30 },
)
/** From month to month, and changed there. */
const ofOne = fc
  .tuple(
    stepOf('add'),
    fc.array(stepOf('edit', 'move', 'move', 'edit and move', 'delete', 'undo', 'undo', 'redo'), {
      maxLength: 12,
    }),
  )
  .map(([first, rest]) => [first, ...rest])

test.each([
  ['many entries, through undo, redo, held locks and odd clocks', ofMany, 40],
  ['one entry that goes from month to month', ofOne, 100],
])('a journal is what was done to it: %s', async (_, someSteps, numRuns) => {
  await fc.assert(
    fc.asyncProperty(someSteps, async steps => {
      const folder = join(aFolder('memory'), 'data')
      const clock = aClock()
      const open = () => aJournal({ folder, clock, disk: quickDisk })
      const lock = join(folder, 'lock')
      const model = new Model()
      const everAdded = new Set<string>()
      let journal = await open()
      for (const [i, { what, of, day }] of steps.entries()) {
        const entries = await journal.entries(query)
        const chosen = entries[of % Math.max(entries.length, 1)]
        const said = (entry: Entry) => `${entry.day} ${entry.text}`
        const put = async (label: string, records: Entry[]) => {
          await journal.commit(label, records)
          model.change(now => {
            for (const record of records) {
              everAdded.add(record.id)
              if (record.deleted) now.delete(record.id)
              else now.set(record.id, said(record))
            }
          })
        }
        if (what === 'add') await put(what, [anEntry({ text: `${i}`, day })])
        if (what === 'add several') {
          await put(
            what,
            days.map(each => anEntry({ text: `${i}`, day: each })),
          )
        }
        if (chosen && what === 'edit') await put(what, [revise(chosen, { text: `${i}` }, aStamp())])
        if (chosen && what === 'move') await put(what, [revise(chosen, { day }, aStamp())])
        if (chosen && what === 'edit and move')
          await put(what, [revise(chosen, { text: `${i}`, day }, aStamp())])
        if (chosen && what === 'delete') await put(what, [tombstone(chosen, aStamp())])
        if (what === 'undo') expect((await journal.undo()) !== undefined).toBe(model.undo())
        if (what === 'redo') expect((await journal.redo()) !== undefined).toBe(model.redo())
        if (what === 'open again') journal = await open()
        if (what === 'another is writing' && model.now.size > 0) {
          writeFileSync(lock, JSON.stringify({ token: 'other', owner: host.self() }))
        }
        if (what === 'the other is done' && model.now.size > 0) {
          try {
            unlinkSync(lock)
          } catch {}
        }
        if (what === 'the clock jumps') clock.set(`20${10 + (of % 40)}-06-15T12:00:00Z`)

        const found = await journal.entries(query)
        expect(new Map(found.map(entry => [entry.id, said(entry)]))).toEqual(model.now)
        expect(found.length).toBe(model.now.size)
      }
      const trash = (await journal.trash()).map(({ id }) => id)
      expect(new Set([...trash, ...model.now.keys()])).toEqual(everAdded)
      expect(trash.length).toBe(everAdded.size - model.now.size)
    }),
    { numRuns },
  )
})
