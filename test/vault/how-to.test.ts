import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from '@lydell/node-pty'
import { describe, expect, it } from 'vitest'
import { aJournal, anEntry } from '../helpers/a-journal.ts'
import { encrypted, identity, passphrase } from '../helpers/a-vault.ts'
import { needsAge } from '../helpers/age.ts'

// What the how-to in the journal says is typed, line by line, with the tool `age` and nothing of hearten.

/** Types a line at a shell in a folder, and the passphrase when somebody asks for it. */
function typed(folder: string, line: string): Promise<{ code: number; shown: string }> {
  const shell = spawn('sh', ['-c', line], { cwd: folder, cols: 4000, rows: 50 })
  let shown = ''
  shell.onData(data => {
    shown += data
    if (/passphrase[^\n]*: $/i.test(data)) shell.write(`${passphrase}\r`)
  })
  return new Promise(resolve => shell.onExit(({ exitCode }) => resolve({ code: exitCode, shown })))
}

describe('HOW-TO-OPEN-WITHOUT-HEARTEN.txt', () => {
  it('opens an encrypted journal as it says', async context => {
    needsAge(context)
    const journal = await aJournal({ paper: it => it })
    const first = await journal.commit('jot', [anEntry({ text: 'a canary sang' })])
    await journal.commit('jot', [anEntry({ text: 'another canary' })])
    await journal.switchTo(await encrypted())
    const howTo = readFileSync(join(journal.folder, 'HOW-TO-OPEN-WITHOUT-HEARTEN.txt'), 'utf8')
    const { generation } = JSON.parse(readFileSync(join(journal.folder, 'journal.json'), 'utf8'))
    const folder = join(journal.folder, generation)
    const month = readdirSync(join(folder, 'months'))[0] ?? ''
    expect(first.records).toHaveLength(1)

    const lines = howTo.split('\n').filter(line => /^ {2}(age|for) /.test(line))
    expect(lines).toHaveLength(4)
    // The key comes from the passphrase, so that line is typed first; the month is one that is there.
    for (const line of lines.sort((a, b) => Number(b.includes('>')) - Number(a.includes('>')))) {
      const { code, shown } = await typed(folder, line.trim().replace('2026-11.json', month))
      expect([line, code, shown]).toEqual([line, 0, expect.any(String)])
      if (line.includes('>'))
        expect(readFileSync(join(folder, 'key.txt'), 'utf8')).toContain(identity.secret)
      else expect([line, shown]).toEqual([line, expect.stringContaining('a canary sang')])
    }
  }, 60_000)

  it('says where everything is that is there', async () => {
    const journal = await aJournal({ paper: it => it })
    await journal.commit('jot', [anEntry()])
    await journal.switchTo(await encrypted())
    const howTo = readFileSync(join(journal.folder, 'HOW-TO-OPEN-WITHOUT-HEARTEN.txt'), 'utf8')
    for (const name of ['months', 'pending', 'recent', 'drafts', 'backups', 'identity.age'])
      expect(howTo).toContain(name)
    for (const line of howTo.split('\n')) expect(line.length).toBeLessThan(84)
  })
})
