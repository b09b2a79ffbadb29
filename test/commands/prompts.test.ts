import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { prompts } from '../../src/themes/prompts.ts'
import { aPerson } from '../helpers/cli.ts'
import { promptById } from '../helpers/prompts.ts'

describe('prompts', () => {
  it('browses all of them, or some', async () => {
    const cli = aPerson()
    const all = (await cli.json('prompts')) as { prompts: object[] }
    expect(all.prompts).toHaveLength(prompts.length)
    const pets = (await cli.json('prompts', '--situation', 'pet-loss')) as {
      prompts: { situations: string[] }[]
    }
    expect(pets.prompts.length).toBeGreaterThan(3)
    expect(pets.prompts.filter(it => !it.situations.includes('pet-loss'))).toEqual([])
    const some = (await cli.json(
      ...['prompts', '--theme', 'sup', '--depth', 'deep', '--situation', 'loss'],
    )) as { prompts: { theme: string; depth: string }[] }
    expect(some.prompts.length).toBeGreaterThan(0)
    expect(new Set(some.prompts.map(it => `${it.theme} ${it.depth}`))).toEqual(
      new Set(['support deep']),
    )
    expect((await cli.run('prompts', '--theme', 'growth')).out).toContain('growth-noticed  gentle')
  })

  it('shows why one is asked and what that rests on', async () => {
    const cli = aPerson()
    const { out } = await cli.run('prompts', 'show', 'growth-noticed')
    expect(out).toContain('Noticing comes before')
    expect(out).toContain('Torre & Lieberman 2018')
    expect(await cli.json('prompts', 'show', 'growth-notic')).toMatchObject({
      version: 1,
      prompt: { id: 'growth-noticed', muted: false, own: false },
    })
  })

  it('takes a question of the person, from words or a pipe', async () => {
    const cli = aPerson()
    await cli.run('prompts', 'add', 'What', 'grew?', '--theme', 'growth', '--deeper', 'Where?')
    await cli.with({ input: 'Who sang?\n' }).run('prompts', 'add', '--theme', 'shared')
    const { prompts: shown } = (await cli.json('prompts')) as { prompts: { own: boolean }[] }
    expect(shown.filter(it => it.own)).toMatchObject([
      { theme: 'shared', text: 'Who sang?', deeper: '' },
      { theme: 'growth', text: 'What grew?', deeper: 'Where?' },
    ])
  })

  it('mutes and unmutes, once', async () => {
    const cli = aPerson()
    expect((await cli.run('prompts', 'mute', 'growth-noticed')).err).toContain('not be asked again')
    expect((await cli.run('prompts', 'mute', 'growth-noticed')).err).toContain('already')
    expect(await cli.json('prompts', 'show', 'growth-noticed')).toMatchObject({
      prompt: { muted: true },
    })
    expect((await cli.run('prompts', 'unmute', 'growth-noticed')).err).toContain('may be asked')
    expect((await cli.run('prompts', 'unmute', 'growth-noticed')).err).toContain('not muted')
  })

  it('keeps a mute for the question that took the place of the muted one', async () => {
    const cli = aPerson()
    const [old = ''] = promptById('growth-mind-changed')?.replaces ?? []
    // As an earlier hearten left it.
    await cli.run('prompts', 'mute', 'growth-mind-changed')
    for (const name of readdirSync(cli.data, { recursive: true, encoding: 'utf8' })) {
      const file = join(cli.data, name)
      if (!/settings[^/]*\.json$/.test(name)) continue
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('growth-mind-changed', old))
    }
    expect(await cli.json('prompts', 'show', 'growth-mind-changed')).toMatchObject({
      prompt: { muted: true },
    })
    expect((await cli.run('prompts', 'unmute', 'growth-mind-changed')).err).toContain(
      'may be asked',
    )
    expect(await cli.json('prompts', 'show', 'growth-mind-changed')).toMatchObject({
      prompt: { muted: false },
    })
  })

  it.each([
    [['show', 'growth'], 'could be growth-'],
    [['show', 'nothing-like-it'], 'There is no prompt "nothing-like-it"'],
    [['mute', ''], 'There is no prompt ""'],
    [['add', 'x', '--theme', 'hope'], '--theme "hope"'],
    [['--depth', 'shallow'], '--depth "shallow"'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await aPerson().run('prompts', ...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('config mute', () => {
  it('lists, mutes and unmutes people, tags, times and entries', async () => {
    const cli = aPerson()
    await cli.run('people', 'add', 'José')
    await cli.run('jot', 'the flat @José #home')
    const { entries } = (await cli.json('list')) as { entries: { id: string }[] }
    const id = entries[0]?.id ?? ''
    await cli.run('config', 'mute', 'person', 'JOSE')
    await cli.run('config', 'mute', 'tag', '#Home')
    await cli.run('config', 'mute', 'period', '2026-03 to 2026-04-10')
    await cli.run('config', 'mute', 'entry', id.slice(-6))
    expect(await cli.json('config', 'mute')).toEqual({
      version: 1,
      mutes: [
        { what: 'person', value: 'José' },
        { what: 'tag', value: 'home' },
        { what: 'period', value: '2026-03-01/2026-04-10' },
        { what: 'entry', value: id },
      ],
    })
    expect((await cli.run('config', 'mute', 'person', '@josé')).err).toContain('already')
    expect((await cli.json('people')) as object).toMatchObject({ people: [], muted: 1 })
    await cli.run('config', 'unmute', 'person', 'jose')
    await cli.run('config', 'unmute', 'tag', 'HOME')
    await cli.run('config', 'unmute', 'period', '2026-03', 'to', '2026-04-10')
    await cli.run('config', 'unmute', 'entry', id)
    expect((await cli.run('config', 'mute')).err).toContain('Nothing is muted.')
    expect((await cli.run('config', 'unmute', 'tag', 'home')).err).toContain('was not muted')
  })

  it.each([
    [['mute', 'people', 'Ana'], 'mute "people"'],
    [['mute', 'tag'], 'Say which tag'],
    [['mute', 'period', '2026-04 to 2026-03'], 'ends before it begins'],
    [['mute', 'period', '03/04/2026'], 'the period'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await aPerson().run('config', ...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
