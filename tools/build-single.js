// `npm run build:single`: hearten as one executable, for people without Node. Node's own way of it: the program and the
// Node that builds it, in one file (https://nodejs.org/api/single-executable-applications.html).
// With `-- --try` it is then tried in an empty root, with nothing in it but the libraries of the system.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { defines } from './defines.js'

/** It comes without types. @type {{ inject(program: string, name: string, content: Buffer, options: object): Promise<void> }} */
const { inject } = createRequire(import.meta.url)('postject')

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const name = process.platform === 'win32' ? 'hearten.exe' : 'hearten'
const out = join(root, 'dist-single')
const program = join(out, name)
/** What Node looks for in itself to know that it carries a program. */
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'

async function build() {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  const folder = mkdtempSync(join(tmpdir(), 'hearten-single-'))
  try {
    const at = (/** @type {string} */ file) => join(folder, file)
    const bundle = await rolldown({
      ...{ cwd: root, input: 'tools/single.ts', platform: 'node' },
      transform: { define: defines },
    })
    await bundle.write({
      file: at('main.cjs'),
      format: 'cjs',
      codeSplitting: false,
      sourcemap: false,
    })
    await bundle.close()
    const config = { main: at('main.cjs'), output: at('blob'), disableExperimentalSEAWarning: true }
    writeFileSync(at('config.json'), JSON.stringify(config))
    execFileSync(process.execPath, ['--experimental-sea-config', at('config.json')], {
      stdio: 'ignore',
    })
    copyFileSync(process.execPath, program)
    chmodSync(program, 0o755)
    if (process.platform === 'darwin') execFileSync('codesign', ['--remove-signature', program])
    await inject(program, 'NODE_SEA_BLOB', readFileSync(at('blob')), {
      sentinelFuse: fuse,
      ...(process.platform === 'darwin' && { machoSegmentName: 'NODE_SEA' }),
    })
    if (process.platform === 'darwin') execFileSync('codesign', ['--sign', '-', program])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'))
  copyFileSync(join(root, 'dist', 'THIRD-PARTY.txt'), join(out, 'THIRD-PARTY.txt'))
  process.stdout.write(
    `${program}: ${Math.round(statSync(program).size / 1e6)} MB, Node ${process.version}\n`,
  )
}

/** A root with the program, its libraries and an empty folder for a home: no shell, no Node, no zones, no /proc. */
function tryInAnEmptyRoot() {
  const place = mkdtempSync(join(tmpdir(), 'hearten-root-'))
  try {
    const libraries = execFileSync('ldd', [program], { encoding: 'utf8' }).match(/\/\S+/g) ?? []
    for (const file of libraries) {
      mkdirSync(join(place, dirname(file)), { recursive: true })
      copyFileSync(file, join(place, file))
    }
    copyFileSync(program, join(place, name))
    mkdirSync(join(place, 'home'))
    const inside = (/** @type {string[]} */ ...args) =>
      execFileSync(
        'unshare',
        ['--user', '--map-root-user', '--net', `--root=${place}`, `/${name}`, ...args],
        {
          encoding: 'utf8',
          env: { HEARTEN_HOME: '/home' },
        },
      )
    inside('jot', 'from an empty root', '--mood', '3')
    for (const [wanted, ...args] of [
      [manifest.version, '--version'],
      ['from an empty root', 'list'],
      ['You were here', 'review', 'month'],
      ['from an empty root', 'export', 'markdown'],
    ]) {
      if (!inside(...args).includes(wanted ?? ''))
        throw new Error(`${args.join(' ')}: no "${wanted}"`)
      process.stdout.write(`ok     hearten ${args.join(' ')}\n`)
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

await build()
if (process.argv.includes('--try')) tryInAnEmptyRoot()
