// Each example taken in, exported again, and held against its source, word by word. What the source says and the
// export does not is listed in compared.txt: names of fields, what is odd, what is said to stay behind.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isZip, unzip } from '../../../src/formats/unzip.ts'
import type { Entry } from '../../../src/journal/entry.ts'
import { aFolder } from '../../helpers/a-journal.ts'
import { aPerson } from '../../helpers/cli.ts'
import { given } from '../../helpers/foreign.ts'

/** Every word of four letters and more, in lower case. */
const wordsIn = (text: string): Set<string> =>
  new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]{3,}/gu),
  )

/** The text of what is given, as it is before anybody reads it. */
function sourceOf(name: string, bytes: Uint8Array): string {
  const files = isZip(bytes) ? unzip(bytes) : [{ name, bytes: () => bytes }]
  return files
    .map(file => {
      const text = Buffer.from(file.bytes()).toString()
      return file.name === 'backup.daylio' ? Buffer.from(text, 'base64').toString() : text
    })
    .join('\n')
}

/** How many entries came in, and the words of the source that the export has not. */
async function compared([name, { bytes }]: [string, { bytes: Uint8Array }]): Promise<string> {
  const person = aPerson()
  const file = join(aFolder(), 'given')
  writeFileSync(file, bytes)
  expect((await person.run('import', file, '--mood-map', 'super=5,so-so=3')).code, name).toBe(0)
  const { entries } = JSON.parse((await person.run('export', 'json')).out) as { entries: Entry[] }
  const { out } = await person.run('export', 'text', '--with-private')
  const here = wordsIn(out)
  const missing = [...wordsIn(sourceOf(name, bytes))].filter(word => !here.has(word))
  return `${name}: ${entries.length} entries; left behind: ${missing.sort().join(' ') || 'nothing'}`
}

it('each example comes out again with every word that it brought, but for those listed', async () => {
  const table: string[] = []
  for (const example of Object.entries(given)) table.push(await compared(example))
  // `npx vitest run test/formats/foreign -u` writes it; look at what is left behind, and why.
  await expect(`${table.join('\n')}\n`).toMatchFileSnapshot('compared.txt')
})
