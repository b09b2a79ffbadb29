// Run as a process of its own: commits so many entries, or moves one between two months, saying so after each.
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { asDay } from '../../src/journal/day.ts'
import { newEntry, revise } from '../../src/journal/entry.ts'
import { idFrom } from '../../src/journal/record.ts'
import { openJournal } from '../../src/store/open.ts'
import { systemHost } from '../../src/system/host.ts'
import { onPaper } from '../helpers/papers.ts'

const [what, folder = '', count] = process.argv.slice(2)
const now = () => new Date()
const newId = () => idFrom(Date.now(), randomBytes(10))
const stamp = () => ({ now: now(), zone: 'UTC', today: asDay('2026-11-22'), newId })
const onNotice = (text: string) => writeSync(2, `${text}\n`)
const journal = await openJournal({
  ...onPaper,
  folder,
  host: systemHost(process),
  now,
  newId,
  onNotice,
})

if (what === 'add') {
  for (let i = 0; i < Number(count); i++) {
    const entry = newEntry({ kind: 'note', details: {}, text: `${process.pid} ${i}` }, stamp())
    await journal.commit('jot', [entry])
    writeSync(1, `${entry.id}\n`)
  }
} else if (what === 'type') {
  for (let i = 0; ; i++) {
    await journal.drafts.save('evening', { typed: i })
    writeSync(1, `${i}\n`)
  }
} else {
  let [entry] = await journal.entries({ today: asDay('2026-11-22') })
  for (let i = 0; entry && i < Number(count); i++) {
    entry = revise(entry, { day: asDay(i % 2 ? '2026-11-22' : '2026-03-03') }, stamp())
    await journal.commit('edit', [entry])
    writeSync(1, `${i}\n`)
  }
}
