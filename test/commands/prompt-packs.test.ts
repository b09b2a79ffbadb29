import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readPack, writePack } from '../../src/formats/prompt-pack.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

const root = join(import.meta.dirname, '..', '..')
const german = join(root, 'docs/packs/german.yaml')
const hebrew = join(root, 'test/fixtures/packs/hebrew.yaml')
const prompt = (id: string, more = '') =>
  `  - id: ${id}\n    theme: growth\n    text: What is ${id}?\n${more}`
const fileOf = (person: { home: string }, text: string) => {
  const file = join(person.home, 'pack.yaml')
  writeFileSync(file, text)
  return file
}
const asked = (out: unknown) =>
  (out as { prompts: { id: string; text: string; own: boolean }[] }).prompts.filter(it => it.own)

describe('a pack', () => {
  it('comes in, changes with a newer version, and goes again', async () => {
    const person = aPerson()
    const file = fileOf(person, `pack: mine\nprompts:\n${prompt('one')}${prompt('two')}`)
    expect((await person.run('prompts', 'add-pack', file)).err).toContain('mine, 2 questions')
    const first = asked(await person.json('prompts', '--json'))
    expect(first.map(({ id }) => id)).toEqual(['mine-one', 'mine-two'])

    expect((await person.run('prompts', 'add-pack', file)).err).toContain('nothing was changed')

    fileOf(
      person,
      `pack: mine\nprompts:\n${prompt('two', '    depth: gentle\n')}${prompt('three')}`,
    )
    await person.run('prompts', 'add-pack', file)
    const second = asked(await person.json('prompts', '--json'))
    expect(second.map(({ id }) => id).sort()).toEqual(['mine-three', 'mine-two'])
    expect(second.find(({ id }) => id === 'mine-two')).toMatchObject({ depth: 'gentle' })
    expect(await person.json('prompts', 'packs', '--json')).toMatchObject({
      packs: [{ pack: 'mine', prompts: 2 }],
    })

    await person.run('prompts', 'remove-pack', 'mine', '--yes')
    expect(asked(await person.json('prompts', '--json'))).toEqual([])
    await person.run('undo')
    expect(asked(await person.json('prompts', '--json'))).toHaveLength(2)
  })

  it('is shared with nothing in it that a terminal would obey', () => {
    const odd = { id: 'one', theme: 'growth', text: 'x\u001b[2J\u009b31m\u202ey?' } as const
    expect(writePack({ pack: 'mine', prompts: [odd] })).not.toMatch(/[\u001b\u009b\u202e]/)
  })

  it('survives an export and an import, word for word', async () => {
    const person = aPerson()
    await person.run('prompts', 'add-pack', german)
    const everything = (await person.run('export', 'json')).out
    const other = aPerson({ input: everything })
    await other.run('import', '-')
    const shared = await other.json('prompts', 'share', 'german', '--json')
    const { pack, prompts } = readPack(readFileSync(german, 'utf8'), 'german.yaml')
    const byId = (all: readonly { id: string }[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
    const out = shared as { pack: string; prompts: { id: string }[] }
    expect({ pack: out.pack, prompts: byId(out.prompts) }).toEqual({ pack, prompts: byId(prompts) })
  })

  it('is shared as a file that can be taken in', async () => {
    const person = aPerson()
    await person.run('prompts', 'add', 'What did the river say?', '--theme', 'growth')
    const { out } = await person.run('prompts', 'share')
    expect(parse(out)).toMatchObject({ prompts: [{ text: 'What did the river say?' }] })
    const other = aPerson({ input: out })
    expect((await other.run('prompts', 'add-pack', '-')).code).toBe(0)
    expect(asked(await other.json('prompts', '--json'))[0]?.text).toBe('What did the river say?')
  })

  it('of one’s own is asked and nothing else, where that is wished', async () => {
    const person = aPerson()
    await person.run('prompts', 'add-pack', german)
    await person.run('config', 'set', 'questions', 'mine')
    const { out } = await person.run('today', '--sheet')
    const german_ = readPack(readFileSync(german, 'utf8'), '').prompts.map(({ text }) => text)
    const questions = out.split('\n').filter(line => german_.some(text => line.includes(text)))
    expect(questions.length).toBeGreaterThanOrEqual(themeIds.length)
    const ours = (await aPerson().json('prompts', '--json')) as { prompts: { text: string }[] }
    expect(ours.prompts.filter(({ text }) => out.includes(text))).toEqual([])
  })

  it('leaves a theme that it has nothing for as it was', async () => {
    const person = aPerson()
    await person.run(
      'prompts',
      'add-pack',
      fileOf(person, `pack: mine\nprompts:\n${prompt('one')}`),
    )
    await person.run('config', 'set', 'questions', 'mine')
    const { out } = await person.run('today', '--sheet')
    expect(out).toContain('What is one?')
    expect(out).toMatch(/Compassionate Understanding[\s\S]*\?/)
  })

  it('may be written from right to left', async () => {
    const person = aPerson({ terminal: true, dialogue: scriptedDialogue([]) })
    await person.run('prompts', 'add-pack', hebrew)
    const { out } = await person.run('prompts', 'show', 'hebrew-who', '--no-pager')
    expect(out).toContain('  למי אפשר להתקשר הערב?')
    expect(out).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
})

describe('a file that is no pack', () => {
  const bare = (more: string) => `pack: x\nprompts:\n${more}`
  it.each([
    [
      'a letter that ids do not have',
      bare('  - id: A b\n    theme: growth\n    text: q\n'),
      'Line 3, prompts 1, id: should be small',
    ],
    [
      'a theme that is none',
      bare(`${prompt('a')}  - id: b\n    theme: love\n    text: q\n`),
      'Line 7, prompts 2, theme: should be one of',
    ],
    [
      'a field that is missing',
      bare('  - id: a\n    text: q\n'),
      'Line 3, prompts 1, theme: is missing',
    ],
    [
      'a field typed wrong',
      bare(prompt('a', '    detph: gentle\n')),
      'Line 6, prompts 1, detph: is no field',
    ],
    ['an id twice', bare(prompt('a') + prompt('a')), 'Line 6, prompts 2, id: "a" is there already'],
    ['no list', 'pack: x\nprompts: none\n', 'Line 2, prompts: should be a list'],
    ['no questions', 'pack: x\nprompts: []\n', 'Line 2, prompts: should not be empty'],
    [
      'the name of a theme',
      `pack: growth\nprompts:\n${prompt('a')}`,
      'Line 1, pack: should not be called',
    ],
    ['an alias', 'pack: &a x\nabout: *a\nprompts: []\n', 'Line 1: anchors, aliases and tags'],
    [
      'a tag',
      `pack: !!js/function x\nprompts:\n${prompt('a')}`,
      'Line 1: anchors, aliases and tags',
    ],
    ['a billion laughs', `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`, 'anchors, aliases and tags'],
    ['a bracket left open', 'pack: x\nprompts: [\n', 'Line 3:'],
    [
      'a key twice',
      `pack: x\npack: y\nprompts:\n${prompt('a')}`,
      'Line 2: Map keys must be unique',
    ],
    ['words alone', 'hello', 'Line 1: should be fields'],
    ['nothing', '', 'should be fields'],
    [
      'colours',
      bare('  - id: "\\e[31m"\n    theme: "\\e[31mlove"\n    text: q\n'),
      'prompts 1, id',
    ],
    ['JSON with a comma too many', '{"pack": "x",\n"prompts": [,]}', 'Line 2'],
    ['too much', `pack: x\nprompts:\n${'#'.repeat(1024 * 1024)}`, 'larger than 1 MB'],
  ])('%s: is refused with its line and field', async (_, text, said) => {
    const person = aPerson()
    const { code, err } = await person.run('prompts', 'add-pack', fileOf(person, text))
    expect(code).toBe(1)
    expect(err).toContain(said)
    expect(err).toContain('Nothing was changed.')
    expect(err).not.toContain('\x1b')
    expect(asked(await person.json('prompts', '--json'))).toEqual([])
  })

  it('names no more than five, and how many more', async () => {
    const person = aPerson()
    const text = bare(
      Array.from({ length: 9 }, (_, n) => `  - id: a${n}\n    theme: growth\n`).join(''),
    )
    const { err } = await person.run('prompts', 'add-pack', fileOf(person, text))
    expect(err.match(/is missing/g)).toHaveLength(5)
    expect(err).toContain('And 4 more.')
  })
})

it('the German pack has every theme, and is written as it is read', () => {
  const pack = readPack(readFileSync(german, 'utf8'), 'german.yaml')
  for (const theme of themeIds)
    expect(pack.prompts.filter(it => it.theme === theme).length).toBeGreaterThanOrEqual(8)
  expect(readPack(writePack(pack), 'again')).toEqual(pack)
  // One question at a time, in German too.
  expect(pack.prompts.filter(({ text }) => (text.match(/\?/g) ?? []).length > 1)).toEqual([])
})
