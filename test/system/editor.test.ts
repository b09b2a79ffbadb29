import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import type { Drafts } from '../../src/store/drafts.ts'
import { editText } from '../../src/system/editor.ts'
import { systemHost } from '../../src/system/host.ts'
import { leftPages } from '../../src/system/left-pages.ts'
import { takeLeftPages } from '../../src/system/take-left-pages.ts'
import { wipePages } from '../../src/system/wipe-pages.ts'
import type { World } from '../../src/system/world.ts'

/** An editor that is a shell script; "$1" is the page. */
function anEditor(
  script: string,
  {
    name = 'editor',
    args = '',
    isClosed = async () => true,
    sealed = false,
    platform = 'linux',
  } = {},
) {
  const warned: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'hearten-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const editor = join(folder, name)
  writeFileSync(editor, `#!/bin/sh\n${script}\n`)
  chmodSync(editor, 0o700)
  const ends: (() => void)[] = []
  const world = {
    env: { ...process.env, VISUAL: `'${editor}' ${args}`, XDG_RUNTIME_DIR: folder },
    platform,
    host: systemHost(process),
    now: () => new Date(),
    onEnd: (cleanup: () => void) => ends.push(cleanup),
    onInterrupt: () => () => {},
  } as unknown as World
  const saved: string[] = []
  const data = join(folder, 'data')
  const pagesIn = (place: string) =>
    (existsSync(place) ? readdirSync(place) : [])
      .filter(name => name.startsWith('hearten-editing-'))
      .map(name => join(place, name, 'page.md'))
  const page = { id: 'page', content: { kind: 'jot' } }
  return {
    folder,
    data,
    world,
    saved,
    ends,
    warned,
    /** Tells what waits with `untilGo`. */
    go: () => void writeFileSync(join(folder, 'go'), ''),
    edit: (text = 'before', onSave = (it: string) => void saved.push(it)) =>
      editText(world, data, {
        ...{ text, onSave, page, newId: () => 'another', isClosed },
        ...(sealed && { sealed: { warn: (risk: string) => void warned.push(risk) } }),
      }),
    /** What is left of the page, in memory and on the disk. */
    left: () => [...pagesIn(folder), ...pagesIn(data)],
  }
}

/** Shell that waits for something called `go` beside the editor. */
const untilGo = 'while ! [ -e "$(dirname "$0")/go" ]; do sleep 0.02; done'

/** Unfinished pages that are nowhere but here. */
function someDrafts(): Drafts {
  const pages = new Map<string, unknown>()
  return {
    list: async () => [...pages.keys()].map(id => ({ id, savedAt: new Date(0) })),
    load: async id => pages.get(id),
    take: async id => pages.get(id),
    save: (id, content) => void pages.set(id, content),
    sync() {},
    remove: id => void pages.delete(id),
  }
}

describe('of an encrypted journal', () => {
  const there = existsSync('/dev/shm')

  test.skipIf(!there)('the page and all beside it lie in memory, and nothing is left', async () => {
    // A folder that is said to be in memory, and is not, is not believed.
    const script = 'echo "$1" > "$(dirname "$0")/where"; cp "$1" "$1~"; printf "the words" > "$1"'
    const { edit, folder, left, warned } = anEditor(script, { sealed: true, name: 'nano' })
    expect(await edit()).toBe('the words')
    const page = readFileSync(join(folder, 'where'), 'utf8').trim()
    expect(page).toMatch(/^(\/run\/user\/|\/dev\/shm\/)/)
    expect(existsSync(dirname(page))).toBe(false)
    expect(left()).toEqual([])
    expect(warned).toEqual([])
  })

  test.skipIf(!there)('what is no text stays in memory', async () => {
    const { edit, data } = anEditor('printf "\\377" > "$1"', { sealed: true, name: 'nano' })
    const error: unknown = await edit().catch(it => it)
    expect(error).toBeInstanceOf(UserError)
    const [, page = ''] = /is kept in (\S+)\. That is in memory/.exec(String(error)) ?? []
    expect(page).toMatch(/^(\/run\/user\/|\/dev\/shm\/)/)
    expect(existsSync(data)).toBe(false)
    rmSync(dirname(page), { recursive: true })
  })

  test('where there is no memory, and where an editor keeps copies, that is said', async () => {
    const { edit, warned, left } = anEditor('printf "the words" > "$1"', {
      ...{ sealed: true, platform: 'darwin' },
    })
    expect(await edit()).toBe('the words')
    expect(warned).toEqual([
      expect.stringContaining('lies on the disk in plain text'),
      expect.stringContaining('may keep copies of its own'),
    ])
    expect(left()).toEqual([])
  })
})

test('what an editor saved counts, also when it then ended in an error', async () => {
  const { edit, saved, left } = anEditor('printf "precious words" > "$1"; exit 1')
  expect(await edit()).toBe('precious words')
  expect(saved.at(-1)).toBe('precious words')
  expect(left()).toEqual([])
})

test('an editor that saved nothing and failed is named', async () => {
  const { edit, left } = anEditor('exit 3')
  await expect(edit()).rejects.toThrow('ended with code 3')
  expect(left()).toEqual([])
})

test.each(['', '; sleep 0.8'])(
  'words that are no UTF-8 move to where a logout does not reach (%s)',
  async wait => {
    const { edit, saved, left, data } = anEditor(`printf 'caf\\351 at noon' > "$1"${wait}`)
    const error = await edit().catch(it => it)
    expect(error).toBeInstanceOf(UserError)
    const [page = ''] = left()
    expect(left()).toEqual([page])
    expect(page.startsWith(data)).toBe(true)
    expect(error.message).toContain(page)
    expect(readFileSync(page, 'latin1')).toBe('café at noon')
    expect(saved).toEqual([])
  },
)

test('words that cannot be taken into the draft are never wiped', async () => {
  const { edit, go, left } = anEditor(`printf "precious words" > "$1"; ${untilGo}`)
  const full = () => {
    go()
    throw new UserError('The disk is full.')
  }
  const error = await edit('before', full).catch(it => it)
  const [page = ''] = left()
  expect(error.message).toBe(
    `The disk is full.\nWhat the editor saved is kept in ${page}.\nThe next \`hearten\` picks it up as soon as it can be taken in.`,
  )
  expect(readFileSync(page, 'utf8')).toBe('precious words')
})

test('a page that an editor left empty and then failed on is as it was before', async () => {
  const { edit, go, saved } = anEditor(
    `printf "precious words" > "$1"; ${untilGo}; : > "$1"; exit 1`,
  )
  const words = await edit('before', it => {
    saved.push(it)
    go()
  })
  expect(words).toBe('precious words')
  expect(saved).toEqual(['precious words'])
})

test('a page that was emptied in an editor is empty', async () => {
  const { edit, saved } = anEditor(': > "$1"')
  expect(await edit()).toBe('')
  expect(saved).toEqual([''])
})

test('an editor that takes the page away leaves what it saved before', async () => {
  const { edit, go } = anEditor(`printf "precious words" > "$1"; ${untilGo}; rm "$1"`)
  expect(await edit('before', () => go())).toBe('precious words')
})

test('when hearten is told to end, what was saved is taken, and the page stays for an editor that saves once more', async () => {
  const { edit, ends, go, saved, left } = anEditor(`printf "precious words" > "$1"; ${untilGo}`)
  const editing = edit()
  while (!left().some(page => existsSync(page) && readFileSync(page, 'utf8') === 'precious words'))
    await new Promise(resolve => setTimeout(resolve, 5))
  for (const end of ends) end()
  expect(saved).toEqual(['precious words'])
  expect(left()).toHaveLength(1)
  go()
  await editing
  expect(left()).toEqual([])
})

test('what an editor that was ended saved beside the page is left for the next hearten', async () => {
  const { edit, left, world, data } = anEditor(
    'sleep 0.02; printf "unsaved words" > "$1.save"; kill $$',
  )
  await expect(edit()).rejects.toThrow(/was ended by SIGTERM.*\n.*\n.*picks it up/)
  expect(left()).toHaveLength(1)
  const drafts = someDrafts()
  await takeLeftPages(dead(world), data, { drafts, locked: false }, () => 'another')
  expect(await drafts.load('page')).toEqual({ kind: 'jot', text: 'unsaved words' })
  expect(left()).toEqual([])
})

test('what an editor saved beside a page that it then closed well is wiped with it', async () => {
  const { edit, left } = anEditor(
    'printf saved > "$1"; sleep 0.02; printf older > "$(dirname "$1")/#page.md#"',
  )
  expect(await edit()).toBe('saved')
  expect(left()).toEqual([])
})

/** A world in which nobody else runs. */
const dead = (world: World): World => ({
  ...world,
  host: { ...world.host, fateOf: () => 'dead' as const },
})

test('line breaks of Windows do not come in', async () => {
  const { edit } = anEditor('printf \'one\\r\\ntwo\\r\\n\' > "$1"')
  expect(await edit()).toBe('one\ntwo')
})

test('an editor in a folder with a blank gets quoted words as one argument', async () => {
  const { edit } = anEditor('printf "%s" "$2" > "$3"', {
    name: 'my editor',
    args: `-c 'set tw=72'`,
  })
  expect(await edit()).toBe('set tw=72')
})

describe('an editor that ends while its window is open', () => {
  /** Saves in the background, once there is something called `go`. */
  const later = `(${untilGo}; printf "from the window" > "$1") > /dev/null 2>&1 &`

  test('is waited for, when nobody knows its flag', async () => {
    const { edit, go, saved, left } = anEditor(later, {
      async isClosed() {
        go()
        while (!saved.includes('from the window')) await new Promise(done => setTimeout(done, 5))
        return true
      },
    })
    expect(await edit()).toBe('from the window')
    expect(left()).toEqual([])
  })

  test('keeps its page where nobody can be asked, and that becomes an unfinished page', async () => {
    const { edit, go, left, data, world } = anEditor(later, { isClosed: async () => false })
    const error = await edit().catch(it => it)
    const [page = ''] = left()
    expect(error.message).toContain(page)
    const gone = { ...world, host: { ...world.host, fateOf: () => 'dead' as const } }
    const drafts = someDrafts()
    await takeLeftPages(gone, data, { drafts, locked: false }, () => 'another')
    expect(left()).toEqual([page])
    go()
    while (readFileSync(page, 'utf8') !== 'from the window')
      await new Promise(done => setTimeout(done, 5))
    await takeLeftPages(gone, data, { drafts, locked: false }, () => 'another')
    expect(await drafts.load('another')).toEqual({ kind: 'jot', text: 'from the window' })
    expect(left()).toEqual([])
  })

  test.each([
    ['code', '', '--wait'],
    ['code', '-w', '-w'],
    ['subl', '', '--wait'],
    ['kate', '', '--block'],
    ['gedit', '', '--wait'],
    ['gvim', '', '--nofork'],
    ['zed', '--new', '--wait'],
  ])('is told to wait: %s %s', async (name, args, flag) => {
    const isClosed = async () => {
      throw new Error('there is nothing to ask')
    }
    const { edit } = anEditor('for page; do :; done; echo "$@" > "$page"', { name, args, isClosed })
    const given = (await edit()).split(' ')
    expect(given.filter(word => word === flag)).toHaveLength(1)
    expect(given.filter(word => /^(-w|--wait|-b|--block|--nofork)$/.test(word))).toEqual([flag])
  })
})

describe('a page that was left behind', () => {
  /** A page as a killed hearten leaves it. */
  async function left(script: string) {
    const at = anEditor(`${script}; ${untilGo}`)
    const editing = at.edit('before', () => {}).catch(() => {})
    onTestFinished(async () => {
      at.go()
      await editing
    })
    while (leftPages(dead(at.world), at.data).length === 0 || !changed(at.left()))
      await new Promise(done => setTimeout(done, 5))
    return { ...at, dead: dead(at.world), drafts: someDrafts() }
  }
  const changed = ([page = '']: string[]) =>
    existsSync(page) && !['', 'before\n'].includes(readFileSync(page, 'utf8'))

  test("is nobody else's while its hearten or its editor runs", async () => {
    const { data, world, drafts, left: pages } = await left('printf saved > "$1"')
    await takeLeftPages(world, data, { drafts, locked: false }, () => 'another')
    wipePages(world, data)
    expect(pages()).toHaveLength(1)
    expect(await drafts.list()).toEqual([])
  })

  test('becomes the draft it belongs to, and is wiped', async () => {
    const { data, dead, drafts, left: pages } = await left('printf saved > "$1"')
    await takeLeftPages(dead, data, { drafts, locked: false }, () => 'another')
    expect(await drafts.load('page')).toEqual({ kind: 'jot', text: 'saved' })
    expect(pages()).toEqual([])
  })

  test('replaces no words that were written on elsewhere meanwhile', async () => {
    const { data, dead, drafts } = await left('printf saved > "$1"')
    drafts.save('page', { kind: 'jot', text: 'saved earlier, and written on' })
    await takeLeftPages(dead, data, { drafts, locked: false }, () => 'another')
    expect(await drafts.load('page')).toMatchObject({ text: 'saved earlier, and written on' })
    expect(await drafts.load('another')).toEqual({ kind: 'jot', text: 'saved' })
  })

  test('is not taken in twice, nor into another journal', async () => {
    const { data, dead, drafts, left: pages } = await left('printf saved > "$1"')
    await takeLeftPages(dead, `${data}-other`, { drafts, locked: false }, () => 'another')
    expect(pages()).toHaveLength(1)
    drafts.save('session', { answers: { text: 'saved' } })
    await takeLeftPages(dead, data, { drafts, locked: false }, () => 'another')
    expect((await drafts.list()).map(({ id }) => id)).toEqual(['session'])
    expect(pages()).toEqual([])
  })

  test('is of the same journal by another path', async () => {
    const { data, folder, dead, left: pages } = await left('printf saved > "$1"')
    mkdirSync(data)
    symlinkSync(data, join(folder, 'link'))
    wipePages(dead, join(folder, 'link'))
    expect(pages()).toEqual([])
  })

  test('goes with the entry that it is about, and with no other', async () => {
    const { data, dead, left: pages } = await left('printf saved > "$1"')
    wipePages(dead, data, ['another'])
    expect(pages()).toHaveLength(1)
    wipePages(dead, data, ['another', 'page'])
    expect(pages()).toEqual([])
  })

  test('stays when it is no text', async () => {
    const { data, dead, drafts, left: pages } = await left('printf \'caf\\351\' > "$1"')
    await takeLeftPages(dead, data, { drafts, locked: false }, () => 'another')
    expect(pages()).toHaveLength(1)
    wipePages(dead, data)
    expect(pages()).toEqual([])
  })
})
