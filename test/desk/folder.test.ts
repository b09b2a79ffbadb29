import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manifestName, writeFolder } from '../../src/desk/folder.ts'
import { UserError } from '../../src/errors.ts'
import { planFolder } from '../../src/formats/folder-plan.ts'

let home: string
let folder: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hearten-folder-'))
  folder = join(home, 'notes')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const files = (content: Record<string, string>) => () => Object.entries(content)
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const put = (name: string, content: string) => writeFileSync(join(folder, name), content)

describe('writing an export into a folder', () => {
  it('makes the folder and files for the owner only', async () => {
    const report = await writeFolder(folder, files({ 'a.md': 'A', 'b.md': 'B' }))
    expect(report.written).toEqual(['a.md', 'b.md'])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of ['a.md', 'b.md', manifestName])
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual([manifestName, 'a.md', 'b.md'])
  })

  it('replaces what it wrote, and does not touch what is as it should be', async () => {
    await writeFolder(folder, files({ 'a.md': 'A', 'b.md': 'B' }))
    const before = statSync(join(folder, 'b.md')).ino
    const report = await writeFolder(folder, files({ 'a.md': 'A2', 'b.md': 'B' }))
    expect(report).toMatchObject({ written: ['a.md'], unchanged: ['b.md'], left: [] })
    expect(read('a.md')).toBe('A2')
    expect(statSync(join(folder, 'b.md')).ino).toBe(before)
  })

  it('leaves a file that somebody changed since, again and again, and names it', async () => {
    await writeFolder(folder, files({ 'a.md': 'A' }))
    put('a.md', 'A with a thought of mine')
    for (let i = 0; i < 3; i++)
      expect((await writeFolder(folder, files({ 'a.md': `A${i}` }), { prune: true })).left).toEqual(
        ['a.md'],
      )
    expect((await writeFolder(folder, files({}), { prune: true })).removed).toEqual([])
    expect(read('a.md')).toBe('A with a thought of mine')
  })

  it('leaves a file that was there before', async () => {
    mkdirSync(folder)
    put('a.md', 'mine')
    expect(await writeFolder(folder, files({ 'a.md': 'A' }))).toMatchObject({
      written: [],
      left: ['a.md'],
    })
    expect(read('a.md')).toBe('mine')
  })

  it('never follows a link out of the folder', async () => {
    mkdirSync(folder)
    writeFileSync(join(home, 'outside.md'), 'outside')
    symlinkSync(join(home, 'outside.md'), join(folder, 'a.md'))
    symlinkSync(join(home, 'nowhere.md'), join(folder, 'b.md'))
    mkdirSync(join(folder, 'c.md'))
    const report = await writeFolder(folder, files({ 'a.md': 'outside', 'b.md': 'B', 'c.md': 'C' }))
    expect(report.left).toEqual(['a.md', 'b.md', 'c.md'])
    expect(readFileSync(join(home, 'outside.md'), 'utf8')).toBe('outside')
    expect(existsSync(join(home, 'nowhere.md'))).toBe(false)
  })

  it('removes its own of days without entries, only when asked and unchanged', async () => {
    await writeFolder(folder, files({ 'a.md': 'A', 'b.md': 'B', 'c.md': 'C' }))
    put('b.md', 'changed')
    put('mine.md', 'mine')
    expect(await writeFolder(folder, files({ 'a.md': 'A' }))).toMatchObject({
      removed: [],
      stale: ['c.md'],
    })
    expect(read('c.md')).toBe('C')
    expect((await writeFolder(folder, files({ 'a.md': 'A' }), { prune: true })).removed).toEqual([
      'c.md',
    ])
    expect(readdirSync(folder).sort()).toEqual([manifestName, 'a.md', 'b.md', 'mine.md'])
  })

  it('takes over again when the manifest was lost and nothing was changed', async () => {
    await writeFolder(folder, files({ 'a.md': 'A' }))
    rmSync(join(folder, manifestName))
    expect((await writeFolder(folder, files({ 'a.md': 'A' }))).unchanged).toEqual(['a.md'])
    expect((await writeFolder(folder, files({ 'a.md': 'A2' }))).written).toEqual(['a.md'])
  })

  /** The list of a folder as it is when an export is killed after `done` of its files. */
  async function killedExport(
    before: Record<string, string>,
    after: Record<string, string>,
    done: string[],
  ) {
    const whole = { ...before, ...after }
    const [elsewhere, there] = [join(home, 'elsewhere'), folder]
    await writeFolder(folder, files(before))
    folder = elsewhere
    await writeFolder(folder, files(whole))
    const finished = JSON.parse(read(manifestName)).files
    folder = there
    const list = { ...JSON.parse(read(manifestName)), begun: finished }
    put(manifestName, JSON.stringify(list))
    for (const name of done) put(name, whole[name] ?? '')
  }

  it.each([[[]], [['a.md']], [['a.md', 'b.md']]])(
    'goes on where it was killed, after %j',
    async done => {
      await killedExport({ 'a.md': 'A', 'c.md': 'C' }, { 'a.md': 'A2', 'b.md': 'B' }, done)
      const report = await writeFolder(folder, files({ 'a.md': 'A3', 'b.md': 'B3', 'c.md': 'C' }))
      expect(report).toMatchObject({ written: ['a.md', 'b.md'], unchanged: ['c.md'], left: [] })
      expect(read('a.md')).toBe('A3')
      expect(JSON.parse(read(manifestName))).not.toHaveProperty('begun')
      expect((await writeFolder(folder, files({}), { prune: true })).removed).toHaveLength(3)
    },
  )

  it('leaves what somebody changed after it was killed', async () => {
    await killedExport({ 'a.md': 'A' }, { 'a.md': 'A2' }, ['a.md'])
    put('a.md', 'mine')
    expect((await writeFolder(folder, files({ 'a.md': 'A3' }))).left).toEqual(['a.md'])
  })

  it('tells what it is going to write before it writes', async () => {
    const tooLong = `${'a'.repeat(250)}.md`
    await expect(writeFolder(folder, files({ 'a.md': 'A', [tooLong]: 'B' }))).rejects.toThrow()
    expect(read('a.md')).toBe('A')
    expect((await writeFolder(folder, files({ 'a.md': 'A2' }))).written).toEqual(['a.md'])
  })

  it('clears away what a killed one left, and nothing else', async () => {
    mkdirSync(folder)
    const old = (name: string) => {
      put(name, 'half')
      utimesSync(join(folder, name), new Date(0), new Date(0))
    }
    old('.a.md.0123456789ab.tmp')
    old('.mine.md.0123456789ab.tmp')
    old('a.md.tmp')
    put('.a.md.ba9876543210.tmp', 'of one at work')
    await writeFolder(folder, files({ 'a.md': 'A' }))
    expect(readdirSync(folder).sort()).toEqual(
      [
        manifestName,
        '.a.md.ba9876543210.tmp',
        '.mine.md.0123456789ab.tmp',
        'a.md',
        'a.md.tmp',
      ].sort(),
    )
  })

  it.each([
    ['no JSON', '{'],
    ['somebody else’s', '{"files":{}}'],
    ['odd hashes', '{"format":"hearten-export","version":1,"files":{"a.md":"x"}}'],
  ])('changes nothing when its manifest is %s', async (_, manifest) => {
    mkdirSync(folder)
    put(manifestName, manifest)
    await expect(writeFolder(folder, files({ 'a.md': 'A' }))).rejects.toThrow(/Nothing was changed/)
    expect(readdirSync(folder)).toEqual([manifestName])
  })

  it('is not fooled by a manifest that names files elsewhere', async () => {
    await writeFolder(folder, files({ 'a.md': 'A' }))
    writeFileSync(join(home, 'outside.md'), 'A')
    put(manifestName, read(manifestName).replace('a.md', '../outside.md'))
    await writeFolder(folder, files({}), { prune: true })
    expect(existsSync(join(home, 'outside.md'))).toBe(true)
  })

  it('says what is wrong with a folder that is none', async () => {
    writeFileSync(folder, 'a file')
    await expect(writeFolder(folder, files({ 'a.md': 'A' }))).rejects.toThrow(UserError)
    expect(readFileSync(folder, 'utf8')).toBe('a file')
  })

  it('says which file could not be written, and leaves no half of it behind', async () => {
    const tooLong = `${'a'.repeat(250)}.md`
    await expect(writeFolder(folder, files({ [tooLong]: 'A' }))).rejects.toThrow(
      /could not be written \(ENAMETOOLONG\)/,
    )
    expect(readdirSync(folder)).toEqual([manifestName])
  })

  it('refuses names with folders in them', async () => {
    for (const name of ['../a.md', 'a/b.md', '.hidden', '', 'a\nb'])
      await expect(writeFolder(folder, files({ [name]: 'A' }))).rejects.toThrow(/plain file name/)
  })
})

describe('what happens to a folder', () => {
  const plan = (
    names: Record<string, string>,
    present: Record<string, string | undefined>,
    manifest: Record<string, string> = {},
  ) =>
    planFolder({
      files: new Map(Object.entries(names)),
      present: new Map(Object.entries(present)),
      manifest: new Map(Object.entries(manifest)),
      prune: false,
    })

  it('takes names for the same when only case or composition differs, as many disks do', () => {
    expect(plan({ 'Note.md': '1' }, { 'note.md': '1' }).left).toEqual(['note.md'])
    expect(plan({ 'caf\u00e9.md': '1' }, { 'cafe\u0301.md': '1' }).left).toEqual(['cafe\u0301.md'])
    expect(plan({ 'A.md': '1', 'a.md': '2' }, {}).written).toEqual(['A.md'])
  })

  it('writes again what its reader threw away', () => {
    expect(plan({ 'a.md': '1' }, {}, { 'a.md': '1' }).written).toEqual(['a.md'])
  })
})
