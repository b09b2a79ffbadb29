// One of the writers that `torture` kills: commits as fast as it can, and says so after each commit.
import { randomBytes, randomInt } from 'node:crypto'
import { writeSync } from 'node:fs'
import { deletionOf } from '../src/journal/change.ts'
import { addDays, asDay } from '../src/journal/day.ts'
import type { Entry } from '../src/journal/entry.ts'
import { newEntry, revise } from '../src/journal/entry.ts'
import type { Stamp } from '../src/journal/record.ts'
import { idFrom } from '../src/journal/record.ts'
import { openJournal } from '../src/store/open.ts'
import { systemHost } from '../src/system/host.ts'

/** A second here is a day there: months pass, and backups are made, while the torture goes on. */
const hurry = 86_400

export const openForTorture = (folder: string, began: number) => {
  const now = () => new Date(began + (Date.now() - began) * hurry)
  const newId = () => idFrom(now().getTime(), randomBytes(10))
  const onNotice = (text: string) => writeSync(2, `${text}\n`)
  const journal = openJournal({ folder, host: systemHost(process), now, newId, onNotice })
  const stamp = (): Stamp => ({ now: now(), zone: 'UTC', today: asDay('2026-11-22'), newId })
  return { journal, stamp }
}

/** What an entry must say, so that it is known whole when it is found. */
export const wordsOf = (id: string): string => `What ${id} says. ${id.repeat(20)}`

export async function write(folder: string, began: number): Promise<never> {
  const { journal: opening, stamp } = openForTorture(folder, began)
  const journal = await opening
  const mine: Entry[] = []
  const fresh = (): Entry => {
    const day = addDays(asDay('2026-11-22'), -randomInt(400))
    const entry = newEntry({ kind: 'note', details: {}, day }, stamp())
    return { ...entry, text: wordsOf(entry.id) }
  }
  for (;;) {
    const last = mine.at(-1)
    const dice = randomInt(10)
    const change =
      dice === 0
        ? await journal.undo()
        : dice === 1 && last
          ? await journal.commit('delete', [deletionOf(last, stamp())])
          : dice < 4 && last
            ? await journal.commit('edit', [revise(last, { day: fresh().day }, stamp())])
            : dice === 4
              ? await journal.commit('import', Array.from({ length: 20 }, fresh))
              : await journal.commit('jot', [fresh()])
    if (!change) continue
    writeSync(1, `${change.id} ${change.records.map(({ revision }) => revision).join()}\n`)
    const entry = change.records.at(-1) as Entry | undefined
    if (entry && !entry.deleted && change.undoes === undefined) mine.push(entry)
    else mine.pop()
  }
}
