// `npm run pictures`: the pictures of the README. Screens are those of `screens.ts`; the report is what Chromium shows of it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withPage } from '../test/helpers/browser.ts'
import { madeUp, screens } from './screens.ts'

const into = join(process.cwd(), 'docs', 'pictures')
const home = mkdtempSync(join(tmpdir(), 'hearten-pictures-'))

try {
  mkdirSync(into, { recursive: true })
  const put = (name: string, content: string | Buffer) => {
    writeFileSync(join(into, name), content)
    console.log(`docs/pictures/${name}`)
  }
  const journal = await madeUp(home)
  for (const [name, screen] of Object.entries(await screens(home, journal))) put(name, screen)
  const report = join(home, 'report.html')
  await journal.shown('review', 'month', '--html', report)
  await withPage(report, async page => {
    await page.look('screen', 'light', 760)
    put('report.png', await page.screenshot(1100))
  })
} finally {
  rmSync(home, { recursive: true, force: true })
}
