import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/** Bundles the demo, since Node 20 cannot run TypeScript. Gives the file to run, in a folder of its own. */
export async function buildDemo(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'hearten-demo-')), 'demo.mjs')
  const bundle = await rolldown({ input: 'test/dialogue/demo.ts', platform: 'node' })
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
  return file
}
