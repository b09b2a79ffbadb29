import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { letGo, lookAt } from '../../src/desk/inbox-files.ts'

function anInbox(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearten-inbox-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('leaves a file that grows while it is looked at', async () => {
  const folder = anInbox()
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), 'one\n')
  const look = lookAt(folder, ['a.txt', 'b.txt'], new Date())
  appendFileSync(join(folder, 'a.txt'), 'two\n')
  expect(await look).toMatchObject({
    dropped: [{ name: 'b.txt', text: 'one\n' }],
    left: [{ name: 'a.txt', reason: 'it is still being written' }],
  })
})

it('never takes away a file whose words it did not read', async () => {
  const folder = anInbox()
  const path = join(folder, 'a.txt')
  const later = new Date(Date.now() + 60_000)
  writeFileSync(path, 'one')
  const { dropped } = await lookAt(folder, ['a.txt'], later)
  rmSync(path)
  writeFileSync(path, 'another')
  for (const file of dropped) expect(letGo(folder, file, later)).toBeUndefined()
  const { dropped: there } = await lookAt(folder, readdirSync(folder), later)
  expect(there).toMatchObject([{ name: 'a.txt', text: 'another' }])
  // And once that is taken in too, nothing is left.
  for (const file of there) letGo(folder, file, later)
  expect(readdirSync(folder)).toEqual([])
})
