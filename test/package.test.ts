import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'hearten-package-'))
const installed = join(folder, 'node_modules', 'hearten')
let files: string[]
let tarball: string

/** Without what an `npm test` around us sets, and with a cache that holds nothing. */
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  HEARTEN_HOME: join(folder, 'home'),
  npm_config_cache: join(folder, 'cache'),
  npm_config_update_notifier: 'false',
}
const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

beforeAll(() => {
  // dist is built already, and building it again would pull it away from other tests.
  const packed = npm(root, 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)
  const [{ filename, files: inside }] = JSON.parse(packed)
  tarball = filename
  files = inside.map((file: { path: string }) => file.path)
  // A package.json further up would draw the installation there.
  npm(
    folder,
    'install',
    '--prefix',
    folder,
    '--offline',
    '--no-audit',
    '--no-fund',
    `./${filename}`,
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hearten = (...words: string[]) =>
  execFileSync(join(folder, 'node_modules', '.bin', 'hearten'), words, {
    cwd: folder,
    env,
    encoding: 'utf8',
    input: '',
    stdio: ['pipe', 'pipe', 'ignore'],
  })

describe('the package', () => {
  it('holds what users need and nothing else', () => {
    const wanted =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|bin\/(hearten\.js|package\.json)|man\/hearten\.1|dist\/(main\.js|package\.json|THIRD-PARTY\.txt|chunks\/[\w-]+\.js))$/
    expect(files.filter(file => !wanted.test(file))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'bin/hearten.js',
        'dist/main.js',
        'man/hearten.1',
      ]),
    )
  })

  it('brings no other package along', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(
      ['hearten'],
    )
  })

  it('names the licence of everything it was bundled from', () => {
    const notices = readFileSync(join(installed, 'dist', 'THIRD-PARTY.txt'), 'utf8')
    const chunks = readdirSync(join(installed, 'dist', 'chunks'))
      .map(file => readFileSync(join(installed, 'dist', 'chunks', file), 'utf8'))
      .join('\n')
    const bundled = [...chunks.matchAll(/^\/\/ \S*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)]
    const names = [...new Set(bundled.map(([, name]) => name))]
    const why = readFileSync('docs/decisions/006-what-is-shipped.md', 'utf8')
    expect(names.filter(name => !why.includes(String(name)))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['commander', 'lowdb']))
    expect(names.filter(name => !notices.includes(`\n${name} `))).toEqual([])
  })

  it('brings the manual page to where man looks', () => {
    // npm links what stands in a list, and not a single word.
    expect(manifest.man).toEqual(['./man/hearten.1'])
    npm(
      folder,
      'install',
      '--global',
      '--prefix',
      join(folder, 'global'),
      '--offline',
      `./${tarball}`,
    )
    const page = join(folder, 'global', 'share', 'man', 'man1', 'hearten.1')
    expect(readFileSync(page, 'utf8')).toContain('.TH HEARTEN 1')
  })

  it('runs where it was installed', () => {
    expect(hearten('--version')).toBe(`${manifest.version}\n`)
    mkdirSync(env.HEARTEN_HOME, { recursive: true })
    hearten('jot', 'a line in between')
    const { entries } = JSON.parse(hearten('list', '--json'))
    expect(entries).toMatchObject([{ text: 'a line in between' }])
  })
})
