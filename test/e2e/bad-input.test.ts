import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ofNewerVersion } from '../helpers/papers.ts'
import {
  aHome,
  below,
  bin,
  entriesOf,
  type Home,
  has,
  isDrafted,
  isRoot,
  needs,
  open,
  type Run,
  run,
  start,
} from './program.ts'
import { asked } from './sitting.ts'

/** One message: what, where, whether anything was changed and what to do, without a stack. */
function refuses({ code, err, out }: Run, exit: number, ...parts: (string | RegExp)[]): void {
  expect(err.match(/^hearten: (?!.*so the usual ones)/gm)).toHaveLength(1)
  expect(err).not.toMatch(/^\s+at |something went wrong/m)
  for (const part of parts) expect(err).toMatch(part)
  expect({ code, out }).toEqual({ code: exit, out: '' })
}

const months = (home: Home) => join(home.data, 'g1', 'months')
const theMonth = (home: Home) =>
  join(months(home), readdirSync(months(home)).find(name => name.endsWith('.json')) ?? '')
const contents = (home: Home) =>
  below(home.hearten)
    .filter(path => /\.(json|txt|bak)$/.test(path))
    .map(path => [path, readFileSync(join(home.hearten, path), 'utf8')])

describe('a damaged month', () => {
  const damages: [string, (file: string) => void][] = [
    ['cut short', file => truncateSync(file, 200)],
    ['empty', file => truncateSync(file, 0)],
    ['null', file => writeFileSync(file, 'null')],
    ['no text', file => writeFileSync(file, Buffer.from([0x7b, 0xff, 0xfe]))],
  ]
  test.each(damages)(
    '%s is named, never written over, and keeps no new words out',
    async (_, damage) => {
      const home = aHome()
      await run(home, ['jot', 'an old line'])
      damage(theMonth(home))
      const broken = readFileSync(theMonth(home))
      for (const command of [['list'], ['search', 'old'], ['review', 'month'], ['export', 'json']])
        refuses(
          await run(home, command),
          3,
          theMonth(home),
          'damaged',
          'Nothing was changed',
          '`hearten doctor`',
        )

      const { code, err } = await run(home, ['jot', 'a new line'])
      expect(code).toBe(0)
      expect(err).toMatch(
        /What you wrote is kept[\s\S]*damaged[\s\S]*\nSaved for \w+ \d+ \w+\. Its id is \w{6}\.\n$/,
      )
      expect(readFileSync(theMonth(home))).toEqual(broken)

      const check = await run(home, ['doctor'])
      expect(check).toMatchObject({ code: 1, out: expect.stringContaining('damaged') })
      expect((await run(home, ['doctor', '--mend', '--yes'])).code).toBe(0)
      expect((await entriesOf(home)).map(({ text }) => text)).toContain('a new line')
    },
  )
})

test('a file that would need more memory than Node may use is refused, and its parts come in', async () => {
  const home = aHome()
  const file = join(home.folder, 'large.txt')
  writeFileSync(file, '[2024-03-01 10:00] Words.\n')
  const env = { NODE_OPTIONS: '--max-old-space-size=100' }
  expect((await run(home, ['import', file], { env })).err).toContain('1 entry came in.')
  truncateSync(file, 40 * 1024 * 1024)
  refuses(
    await run(home, ['import', file], { env }),
    1,
    'larger than hearten reads at once. Nothing was changed.',
    'bring in one part after the other',
  )
})

test('a journal of a newer version is left alone', async () => {
  const home = aHome()
  await run(home, ['jot', 'a line'])
  const manifest = join(home.data, 'journal.json')
  writeFileSync(manifest, ofNewerVersion(readFileSync(manifest, 'utf8')))
  const before = contents(home)
  for (const command of [['list'], ['jot', 'more'], ['undo'], ['today'], ['export', 'json']])
    refuses(await run(home, command), 3, manifest, 'newer', 'Nothing was changed', 'newest version')
  expect(contents(home)).toEqual(before)
})

test('a broken config means the usual preferences and one warning', async () => {
  const home = aHome()
  const file = join(home.hearten, 'config', 'config.json')
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, '{"length": ')
  for (const command of [['jot', 'a line'], ['list'], ['today']]) {
    const { code, err } = await run(home, command)
    expect({ code, warnings: err.match(/^hearten: /gm) }).toEqual({
      code: 0,
      warnings: ['hearten: '],
    })
    expect(err).toContain(`The preferences in ${file} could not be read`)
  }
  expect((await run(home, ['config', 'set', 'length', 'short'])).code).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe('{"length": ')
})

test('HEARTEN_HOME that is a file', async () => {
  const home = aHome()
  writeFileSync(home.hearten, 'not a folder')
  for (const command of [['jot', 'a line'], ['list'], ['today']])
    refuses(
      await run(home, command),
      1,
      home.hearten,
      'not a folder',
      'Nothing was changed',
      'HEARTEN_HOME',
    )
  expect((await run(home, ['help-now'])).code).toBe(0)
  expect(readFileSync(home.hearten, 'utf8')).toBe('not a folder')
})

test('a time zone that is none is said once, and hours are those of UTC', async () => {
  const home = aHome()
  const { code, err } = await run(home, ['jot', 'a line'], { env: { TZ: 'Mars/Olympus' } })
  expect(code).toBe(0)
  expect(err).toMatch(/^hearten: TZ is "Mars\/Olympus", which is no time zone.*UTC\.\nSaved for/)
  expect(await entriesOf(home)).toMatchObject([
    { zone: 'UTC', at: expect.stringMatching(/\+00:00$|Z$/) },
  ])
})

test('a system without a language still keeps and shows every letter', async () => {
  const home = aHome()
  const env = { LANG: 'C', LC_ALL: 'C' }
  await run(home, ['jot', 'émoji 👩‍👧 眠り אור'], { env })
  expect((await run(home, ['list'], { env })).out).toContain('émoji 👩‍👧 眠り אור')
})

test('words a terminal would obey are kept, and shown harmlessly', async () => {
  const home = aHome()
  const text = 'a\0b \x1b[31mred \x1b]0;title\x07 \x9b2J \u202egnol'
  await run(home, ['jot'], { input: text })
  expect((await entriesOf(home))[0]?.text).toBe(text)
  for (const command of [['list'], ['show'], ['search', 'red'], ['export', 'text']]) {
    const { code, out } = await run(home, command)
    expect({ code, shown: out.includes('red') }).toEqual({ code: 0, shown: true })
    expect(out).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/)
  }
})

test('five million letters are taken, found and undone', async () => {
  const home = aHome()
  const input = `${'word '.repeat(1_000_000)}needle`
  expect((await run(home, ['jot'], { input })).code).toBe(0)
  expect((await run(home, ['search', 'needle'])).code).toBe(0)
  expect((await run(home, ['list'])).out.length).toBeLessThan(400)
  expect((await run(home, ['undo'])).code).toBe(0)
  expect(await entriesOf(home)).toEqual([])
})

test.each([
  [['list', '--from', '03/04/2026'], 2, /could be 3 April or March 4.*2026-04-03/],
  [['list', '--from', '2026-02-30'], 2, /does not exist/],
  [['jot', '--at', '2999-01-01', 'words'], 2, /2999/],
  [['show', 'nosuch'], 1, /There is no entry "nosuch"/],
  [['jot', '   '], 1, /no words.*nothing was saved/],
  [['jto', 'words'], 2, /Did you mean/i],
  [['list', '--limt', '3'], 2, /Did you mean.*--limit/is],
  [['prune'], 2, /there is no `hearten prune`/],
])('%j is refused kindly', async (command, code, words) => {
  const home = aHome()
  const { err, ...rest } = await run(home, command)
  expect(err).toMatch(/^hearten: [^\n]+\n/)
  expect(err).toMatch(words)
  expect(rest).toMatchObject({ code, out: '' })
  expect(below(home.hearten)).toEqual([])
})

describe('as another user', () => {
  const user = 12_345

  /** The program where everybody can read it, run by somebody who is not root. */
  function asOther(home: Home) {
    const program = join(home.folder, 'program')
    for (const part of ['bin', 'dist'])
      cpSync(join(dirname(bin), '..', part), join(program, part), { recursive: true })
    chmodSync(home.folder, 0o755)
    const other = isRoot ? ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'] : []
    return (args: string[], env: Record<string, string | undefined> = {}) =>
      start(home, [...other, process.execPath, join(program, 'bin', 'hearten.js'), ...args], {
        env,
      }).ended
  }

  test('a folder that may only be read', async context => {
    needs(context, !isRoot || has('setpriv'), 'setpriv')
    const home = aHome()
    const other = asOther(home)
    mkdirSync(home.hearten, { mode: 0o700 })
    if (isRoot) chownSync(home.hearten, user, user)
    expect((await other(['jot', 'a line'])).code).toBe(0)
    execFileSync('chmod', ['-R', 'a-w', home.hearten])
    refuses(
      await other(['jot', 'more']),
      1,
      home.data,
      'permission was denied',
      'Nothing was saved',
      'ls -ld',
    )
    expect(await other(['list'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('a line'),
    })
    refuses(
      await other(['config', 'set', 'length', 'short']),
      1,
      home.hearten,
      'Nothing was changed',
    )
  })

  test('a journal that is root’s is not readable, and root writes in nobody else’s', async context => {
    needs(context, isRoot && has('setpriv'), 'root and setpriv')
    const home = aHome()
    const other = asOther(home)
    await run(home, ['jot', 'a line'])
    refuses(
      await other(['list']),
      3,
      home.data,
      'permission was denied',
      'Nothing was changed',
      'ls -ld',
    )
    refuses(
      await other(['jot', 'more']),
      3,
      home.data,
      'permission was denied',
      'Nothing was changed',
    )

    execFileSync('chown', ['-R', `${user}:${user}`, home.hearten])
    const before = contents(home)
    refuses(
      await run(home, ['jot', 'more']),
      1,
      home.data,
      'another user',
      'Nothing was saved',
      'without sudo',
    )
    expect(contents(home)).toEqual(before)
    expect(await other(['list'])).toMatchObject({ code: 0, out: expect.stringContaining('a line') })
  })

  test('no home at all', async context => {
    needs(context, isRoot && has('setpriv'), 'root and setpriv')
    const home = aHome()
    const other = asOther(home)
    const env = { HOME: undefined, HEARTEN_HOME: undefined }
    refuses(await other(['list'], env), 1, 'home folder', 'Nothing was changed', 'HEARTEN_HOME')
    expect((await other(['--version'], env)).code).toBe(0)
    expect((await other(['list'], { HOME: undefined })).code).toBe(0)
  })
})

describe('a full disk', () => {
  /** A disk of its own for hearten, of so many kilobytes. */
  function aSmallDisk(home: Home, size: number): boolean {
    if (!isRoot) return false
    mkdirSync(home.hearten, { mode: 0o700 })
    try {
      execFileSync(
        'mount',
        ['-t', 'tmpfs', '-o', `size=${size}k,mode=0700`, 'hearten', home.hearten],
        {
          stdio: 'ignore',
        },
      )
    } catch {
      return false
    }
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', home.hearten])
    })
    return true
  }
  const fill = (home: Home) => {
    try {
      writeFileSync(join(home.hearten, 'filler'), Buffer.alloc(2_000_000))
    } catch {}
  }

  test('is said, nothing is damaged, and with room it goes on', async context => {
    const home = aHome()
    needs(context, aSmallDisk(home, 400), 'root, and leave to mount')
    await run(home, ['jot', 'a line'])
    const input = 'much '.repeat(100_000)
    const piped = await run(home, ['jot'], { input })
    // Nobody can ask a pipe again.
    expect(piped.out).toContain(input)
    refuses({ ...piped, out: '' }, 1, home.data, 'disk is full', 'Nothing was saved', 'Make room')
    fill(home)
    const kept = ['a line']
    let last: Run
    // A few bytes that were freed on the way may do for another line or two.
    do {
      last = await run(home, ['jot', `line ${kept.length}`])
      if (last.code === 0) kept.push(`line ${kept.length}`)
    } while (last.code === 0 && kept.length < 50)
    refuses(last, 1, home.data, 'disk is full', 'Nothing was saved', 'Make room')
    expect((await entriesOf(home)).map(({ text }) => text)).toEqual(kept)
    truncateSync(join(home.hearten, 'filler'), 0)
    expect((await run(home, ['jot', 'with room'])).code).toBe(0)
    expect((await entriesOf(home)).map(({ text }) => text)).toEqual([...kept, 'with room'])
    expect((await run(home, ['doctor'])).code).toBe(0)
  })

  test('while writing, the words stay on the screen, and are saved when there is room', async context => {
    const home = aHome()
    needs(context, aSmallDisk(home, 400), 'root, and leave to mount')
    await run(home, ['jot', 'a line'])
    const pty = open(home, ['jot'])
    await asked(pty, 'Ctrl-D done')
    pty.type('before it was full')
    await pty.waitFor('▏before it was full')
    fill(home)
    pty.type(', and after')
    await pty.waitFor('▏before it was full, and after')
    await pty.waitFor(/the disk is\s+full/)
    expect(isDrafted(home, 'before it was full')).toBe(true)
    truncateSync(join(home.hearten, 'filler'), 0)
    pty.type('.')
    await pty.waitFor(/and after\.\n(?![\s\S]*disk is\s+full)/)
    pty.type('\x04')
    await pty.waitFor('Saved for')
    expect((await pty.exit).code).toBe(0)
    expect((await entriesOf(home)).map(({ text }) => text)).toContain(
      'before it was full, and after.',
    )
  })
})
