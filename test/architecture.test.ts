import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', 'src')

/** What each room may import from. Arrows point inward only; what is not listed may not be. */
const mayImport: Record<string, readonly string[]> = {
  themes: [],
  care: [],
  journal: ['themes'],
  reflect: ['care', 'journal', 'themes'],
  render: ['reflect', 'journal', 'themes'],
  dialogue: ['render'],
  settings: ['journal', 'themes', 'errors'],
  formats: ['journal', 'themes', 'reflect', 'render', 'store', 'errors'],
  store: ['journal', 'themes', 'errors'],
  demo: ['journal', 'themes'],
  session: [
    'care',
    'dialogue',
    'render',
    'reflect',
    'journal',
    'themes',
    'store',
    'settings',
    'errors',
  ],
  system: ['context', 'dialogue', 'errors', 'journal', 'render', 'settings', 'store', 'themes'],
  commands: [
    'care',
    'context',
    'demo',
    'dialogue',
    'errors',
    'formats',
    'journal',
    'reflect',
    'render',
    'session',
    'settings',
    'store',
    'system',
    'themes',
  ],
}

/** These know nothing of clocks, chance, disks and terminals. */
const pure = ['care', 'themes', 'journal', 'reflect']
const forbiddenInPure = [
  /from '(node:|chalk|@inquirer|lowdb|commander|conf)/,
  /new Date\(\)/,
  /Date\.now\(/,
  /Math\.random\(/,
]

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => relative(root, join(entry.parentPath, entry.name)))

const source = (file: string) => readFileSync(join(root, file), 'utf8')
const roomOf = (file: string) =>
  file.includes('/') ? (file.split('/')[0] ?? '') : file.replace('.ts', '')
const importsOf = (file: string) =>
  [...source(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    relative(root, join(root, dirname(file), path)),
  )
/** The code without its comments. */
const codeOf = (file: string) => source(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

describe('the house', () => {
  it('has every room on the plan', () => {
    const rooms = new Set(files.filter(file => file.includes('/')).map(roomOf))
    expect([...rooms].filter(room => !(room in mayImport))).toEqual([])
  })

  it('has arrows that point inward only', () => {
    const wrong = files
      .filter(file => file.includes('/'))
      .flatMap(file =>
        importsOf(file)
          .filter(target => roomOf(target) !== roomOf(file))
          .filter(target => !mayImport[roomOf(file)]?.includes(roomOf(target)))
          .map(target => `${file} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it.each(pure)('keeps %s/ pure', room => {
    const wrong = files
      .filter(file => roomOf(file) === room)
      .flatMap(file =>
        forbiddenInPure.filter(rule => rule.test(codeOf(file))).map(rule => `${file}: ${rule}`),
      )
    expect(wrong).toEqual([])
  })

  it('leaves console and process to system/', () => {
    const wrong = files.filter(
      file =>
        roomOf(file) !== 'system' &&
        /\bconsole\.|\bprocess\.|from 'node:process'/.test(codeOf(file)),
    )
    expect(wrong).toEqual([])
  })

  it('has no utils/, helpers/ or types/', () => {
    expect(files.filter(file => /(^|\/)(utils|helpers|types)(\/|\.ts)/.test(file))).toEqual([])
  })

  it('has no network code', () => {
    const network =
      /from '(node:)?(https?|net|dgram|tls|http2|dns)'|\bfetch\(|XMLHttpRequest|WebSocket/
    expect(files.filter(file => network.test(codeOf(file)))).toEqual([])
  })
})
