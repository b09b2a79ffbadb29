import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { aFolder } from './helpers/a-journal.ts'
import { openPty } from './helpers/pty.ts'

const root = join(import.meta.dirname, '..')
let place: string
let program: string

beforeEach(() => {
  place = aFolder()
  program = join(aFolder(), 'program')
  for (const part of ['bin', 'dist']) {
    cpSync(join(root, part), join(program, part), { recursive: true })
  }
})

function hearten(words: readonly string[], env: Record<string, string | undefined> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(program, 'bin/hearten.js'), ...words],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        HEARTEN_HOME: join(place, 'home'),
        NODE_COMPILE_CACHE: join(place, 'code'),
        ...env,
      },
    },
  )
  return { status, stdout, stderr }
}

/** All that is kept, by path. */
const kept = (): string[] => {
  const folder = join(place, 'code')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(it => it.isFile())
    .map(it => join(it.parentPath, it.name))
}
const theFile = (): string => {
  const [file = '', ...more] = kept()
  expect([file !== '', more]).toEqual([true, []])
  return file
}
const stamp = (file: string) => `${statSync(file).ino} ${statSync(file).ctimeMs}`

describe('code that is kept', () => {
  const usual = ['help-now', '--countries']

  it('is taken from the fourth start on, and says the same', () => {
    const first = hearten(usual)
    expect(first.status).toBe(0)
    hearten(usual)
    hearten(usual)
    // A start whose code V8 refused, or that found none, would write it anew.
    const before = stamp(theFile())
    expect(hearten(usual)).toEqual(first)
    expect(stamp(theFile())).toBe(before)
  })

  it('has a name that tells nothing of what a flag is given', () => {
    for (const folder of ['mine', 'other'])
      expect(hearten([`--journal=${join(place, folder)}`, 'help-now', '--countries']).status).toBe(
        0,
      )
    theFile()
  })

  it('is left, and made anew, when it is damaged in any way', () => {
    const first = hearten(usual)
    const file = theFile()
    const bytes = readFileSync(file)
    const damages: [string, () => void][] = [
      ['empty', () => truncateSync(file)],
      ['half', () => truncateSync(file, bytes.length / 2)],
      ['cut', () => truncateSync(file, bytes.length - 7)],
      ['zeros at the end', () => writeFileSync(file, Buffer.from(bytes).fill(0, 100_000))],
      ['only zeros', () => writeFileSync(file, Buffer.alloc(bytes.length))],
      ['words', () => writeFileSync(file, 'not code\n'.repeat(10))],
      ...Array.from({ length: 24 }, (_, at): [string, () => void] => {
        const where = Math.floor(((at + 0.37) * bytes.length) / 24)
        const flipped = Buffer.from(bytes)
        flipped[where] = (flipped[where] ?? 0) ^ (1 << (at % 8))
        return [`a bit at ${where}`, () => writeFileSync(file, flipped)]
      }),
    ]
    for (const [name, damage] of damages) {
      damage()
      expect.soft(hearten(usual), name).toEqual(first)
      const now = readFileSync(file)
      const half = now.length / 2
      expect.soft(now.subarray(0, half).equals(now.subarray(half)), name).toBe(true)
      expect.soft(half, name).toBeGreaterThan(100_000)
    }
  })

  it('is that of the file as it is now, when it was changed and is as long as before', () => {
    for (let start = 0; start < 3; start++) expect(hearten(['--version']).stdout).toBe('0.1.0\n')
    const main = join(program, 'dist/main.js')
    writeFileSync(main, readFileSync(main, 'utf8').replace('"0.1.0"', '"9.8.7"'))
    expect(hearten(['--version']).stdout).toBe('9.8.7\n')
  })

  it.runIf(process.getuid)('counts only in a file that nobody else can read or write', () => {
    const first = hearten(usual)
    const file = theFile()
    for (const mode of [0o602, 0o620, 0o644]) {
      chmodSync(file, mode)
      expect(hearten(usual)).toEqual(first)
      expect(statSync(file).mode & 0o777).toBe(0o600)
    }
    const folder = join(file, '..')
    chmodSync(folder, 0o777)
    chmodSync(file, 0o644)
    hearten(usual)
    expect(statSync(file).mode & 0o777).toBe(0o644)
  })

  it('is not made of a line that ended badly, whatever was typed', () => {
    expect(hearten(['hepl']).status).toBe(2)
    expect(kept()).toEqual([])
  })

  it('is not made where it is not wanted, or there is no place for it', () => {
    const first = hearten(usual, { NODE_DISABLE_COMPILE_CACHE: '1' })
    expect([first.status, kept()]).toEqual([0, []])
    writeFileSync(join(place, 'code'), '')
    expect(hearten(usual)).toEqual(first)
  })

  it('tells no word and no command by its names', () => {
    expect(hearten(['jot', '-q', 'a word that nobody else should see']).status).toBe(0)
    const file = theFile()
    expect(file.slice(place.length)).not.toMatch(/jot|word/)
    expect(readFileSync(file).includes('nobody else should see')).toBe(false)
  })
})

describe('a program that another build takes the place of while it runs', () => {
  const jot = async (meanwhile: () => void) => {
    const pty = openPty(process.execPath, [join(program, 'bin/hearten.js'), 'jot'], {
      env: { HEARTEN_HOME: join(place, 'home'), NODE_COMPILE_CACHE: join(place, 'code') },
    })
    onTestFinished(() => {
      try {
        pty.kill('SIGKILL')
      } catch {}
    })
    await pty.waitFor('Ctrl-D done')
    pty.type('half a page')
    await pty.waitFor('half a page')
    meanwhile()
    pty.type('\x03')
    const { code } = await pty.exit
    return { code, screen: pty.history().join('\n') }
  }
  const dist = () => join(program, 'dist')

  it.each([
    ['removed', () => rmSync(dist(), { recursive: true })],
    [
      'another',
      () => {
        rmSync(dist(), { recursive: true })
        cpSync(join(root, 'dist'), dist(), { recursive: true })
        // Of another build no piece may be run beside those of this one.
        for (const name of readdirSync(join(dist(), 'chunks')))
          writeFileSync(join(dist(), 'chunks', name), "require('node:fs').writeSync(2, 'MIXED')")
      },
    ],
  ])('says so in words, and the page waits: %s', async (_, meanwhile) => {
    const { code, screen } = await jot(meanwhile)
    expect(screen).toContain('was changed or removed while it ran')
    expect(screen).not.toMatch(/MIXED|\.js:\d/)
    expect(code).toBe(1)
    rmSync(dist(), { recursive: true, force: true })
    cpSync(join(root, 'dist'), dist(), { recursive: true })
    const { stdout } = hearten(['status', '--json'])
    expect(JSON.parse(stdout).unfinished).toMatchObject({ kind: 'jot' })
  })
})
