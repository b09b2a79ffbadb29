import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { madeUp, screens } from '../../tools/screens.ts'
import { aFolder } from '../helpers/a-journal.ts'

const root = join(import.meta.dirname, '../..')

/** The words on it. Where lines break may go by how long the name of the folder is. */
const wordsOn = (svg: string) => svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

it('the screens in docs/pictures are what the program shows', async () => {
  const home = aFolder()
  const shown = await screens(home, await madeUp(home))
  expect(Object.keys(shown)).toHaveLength(3)
  for (const [name, screen] of Object.entries(shown)) {
    const drawn = readFileSync(join(root, 'docs/pictures', name), 'utf8')
    expect(wordsOn(screen), `${name}: \`npm run pictures\` draws it anew`).toBe(wordsOn(drawn))
  }
})
