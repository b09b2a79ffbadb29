import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Checkup } from '../../src/store/checkup.ts'
import { examine } from '../../src/store/doctor.ts'
import type { Journal } from '../../src/store/journal.ts'
import { mend } from '../../src/store/mend.ts'
import { aClock, aFolder, aJournal, anEntry, copyFolder, host } from '../helpers/a-journal.ts'
import { failingDisk, quickDisk } from '../helpers/disks.ts'
import { contentOf, onPaper, putContent } from '../helpers/papers.ts'

const entry = anEntry({ text: 'a known canary' })

/** A journal of yesterday, and the same again for each try. */
async function copies() {
  const first = join(aFolder('memory'), 'data')
  const journal = await aJournal({ folder: first, clock: aClock('2026-11-21T21:00:00Z') })
  await journal.commit('jot', [entry])
  await journal.commit('jot', [anEntry({ text: 'last' })])
  return () => {
    const folder = join(aFolder('memory'), 'data')
    copyFolder(first, folder)
    return folder
  }
}

const works: Record<string, (journal: Journal, care: Checkup) => Promise<unknown>> = {
  copying: journal => journal.snapshot(),
  async mending(_, care) {
    const month = join(care.folder, 'g1/months/2026-11.json')
    putContent(month, contentOf(month).subarray(0, -100))
    return mend(care, await examine({ ...care, disk: quickDisk }))
  },
}

test.each(Object.entries(works))(
  'a full disk while %s is said, and costs no words',
  async (_, work) => {
    const copy = await copies()
    for (let at = 0; at < 120; at += 4) {
      const folder = copy()
      const { disk } = failingDisk(at, 'ENOSPC')
      const care = { ...aClock(), ...onPaper, folder, host, disk }
      const failed = await aJournal(care)
        .then(journal => work(journal, care))
        .catch(error => error)
      if (failed instanceof Error) expect([at, failed]).toEqual([at, expect.any(UserError)])
      // As when the process has ended, which here it has not.
      rmSync(join(folder, 'lock'), { force: true })
      const later = { ...aClock('2026-11-23T21:00:00Z'), ...onPaper, folder, host, disk: quickDisk }
      await mend(later, await examine(later))
      const { entries } = await (await aJournal(later)).everything()
      expect([at, entries.map(({ text }) => text)]).toEqual([at, [entry.text, 'last']])
    }
  },
)
