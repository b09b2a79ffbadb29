import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { EntryDraft, EntryOf, Kind } from '../../src/journal/entry.ts'
import { newEntry } from '../../src/journal/entry.ts'
import type { Stamp } from '../../src/journal/record.ts'
import { idFrom } from '../../src/journal/record.ts'
import type { Journal } from '../../src/store/journal.ts'
import { openJournal } from '../../src/store/open.ts'
import type { OpenOptions } from '../../src/store/open-options.ts'
import { systemHost } from '../../src/system/host.ts'
import { onPaper } from './papers.ts'

/** In memory where there is such a place: for tests that make folders by the hundred. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder of its own, removed when the test is over. */
export function aFolder(where: 'disk' | 'memory' = 'disk'): string {
  const folder = mkdtempSync(join(where === 'disk' ? tmpdir() : memory, 'hearten-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy with the same modes: newer Node's `cpSync` makes folders that anybody may read. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  for (const inside of ['.', ...readdirSync(from, { recursive: true, encoding: 'utf8' })])
    chmodSync(join(to, inside), statSync(join(from, inside)).mode)
}

export interface TestClock {
  now(): Date
  newId(): string
  /** Sets the clock. */
  set(moment: string): void
}

/** A clock that moves a second each time it is looked at, and ids that count. */
export function aClock(start = '2026-11-22T21:00:00Z'): TestClock {
  let time = Date.parse(start)
  return {
    now() {
      time += 1000
      return new Date(time)
    },
    newId() {
      return idFrom(time, Uint8Array.from([0, 0, 0, 0, 0, 0, ...base32(++counted)]))
    },
    set(moment) {
      time = Date.parse(moment)
    },
  }
}

let counted = 0

const base32 = (count: number) => [count >> 15, count >> 10, count >> 5, count].map(n => n % 32)

export const host = systemHost(process)

interface OpenedJournal extends Journal {
  readonly notices: string[]
  readonly clock: TestClock
}

/** A journal in a folder of its own unless one is given. */
export async function aJournal(
  options: Partial<OpenOptions> & { clock?: TestClock } = {},
): Promise<OpenedJournal> {
  const clock = options.clock ?? aClock()
  const notices: string[] = []
  const journal = await openJournal({
    folder: options.folder ?? join(aFolder(), 'data'),
    host,
    now: clock.now,
    newId: clock.newId,
    onNotice: text => notices.push(text),
    ...onPaper,
    ...options,
  })
  // A draft is synced a second later, and would make the folder anew that was removed by then.
  onTestFinished(async () => Promise.resolve(journal.drafts.sync()).catch(() => {}))
  return Object.assign(journal, { notices, clock })
}

/** Where tests happen unless they say otherwise: a Sunday evening in Lisbon. */
export const aStamp = (moment = '2026-11-22T21:30:00Z'): Stamp => {
  const now = new Date(moment)
  return {
    now,
    zone: 'Europe/Lisbon',
    today: asDay(moment.slice(0, 10)),
    newId: () => idFrom(now.getTime(), Uint8Array.from([1, 1, 1, 1, 1, 1, ...base32(++counted)])),
  } as Stamp
}

/** An entry like any other, with what matters for the test. */
export function anEntry<K extends Kind = 'note'>(
  overrides: Partial<EntryOf<K>> & { kind?: K } = {},
  stamp = aStamp(),
): EntryOf<K> {
  return newEntry(
    { kind: 'note', details: {}, text: 'A word.', ...overrides } as EntryDraft<K>,
    stamp,
  )
}
