import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

describe('a person', () => {
  it('is shown alone, with the pages that name them', async () => {
    const cli = aPerson()
    await cli.run('people', 'add', 'Ana', '--alias', 'Anni')
    await cli.run('jot', 'tea with @Anni')
    await cli.run('jot', 'alone')
    const { out } = await cli.run('people', 'show', 'ana')
    expect(out).toContain('Ana')
    expect(out).toContain('Also called Anni.')
    expect(out).toContain('tea with')
    expect(out).not.toContain('alone')
    expect(await cli.json('people', 'show', 'Ana')).toMatchObject({
      person: { name: 'Ana', aliases: ['Anni'], named: 1 },
      entries: [{ people: ['Anni'] }],
    })
    expect((await cli.run('people', 'show', 'Zoe')).code).toBe(2)
  })

  it.each([true, false])(
    'gets another name, and stays found by the old (known: %s)',
    async known => {
      const cli = aPerson()
      if (known) await cli.run('people', 'add', 'Bob', '--status', 'unsafe')
      await cli.run('jot', 'tea with @Bob')
      await cli.run('people', 'rename', 'bob', 'Robert', 'K.')
      expect(await cli.json('people')).toMatchObject({
        people: [{ name: 'Robert K.', status: known ? 'unsafe' : 'close', named: 1 }],
      })
      for (const name of ['Bob', 'Robert K.'])
        expect(await cli.json('list', '--person', name)).toMatchObject({ entries: [{}] })
      await cli.run('people', 'add', 'Ana')
      expect((await cli.run('people', 'rename', 'Ana', 'Bob')).err).toContain('hearten people join')
      expect((await cli.run('people', 'rename', 'Zoe', 'Zoë B')).code).toBe(2)
    },
  )

  it('goes, with what is noted beside the words if that is asked for', async () => {
    const cli = aPerson()
    await cli.run('people', 'add', 'Ana')
    expect((await cli.run('people', 'remove', 'Ana')).err).toContain('Ana is removed.')
    // What an older hearten took for a name.
    await cli.run('jot', 'x', '--person', 'Nob')
    await cli.run('promise', 'walk', '--who', 'Nob', '--who', 'Ben')
    expect((await cli.run('people', 'remove', 'nob')).err).toContain('--from-pages')
    await cli.run('people', 'remove', 'nob', '--from-pages')
    const { people } = (await cli.json('people')) as { people: { name: string }[] }
    expect(people.map(({ name }) => name)).toEqual(['Ben'])
    expect(await cli.json('promise')).toMatchObject({
      entries: [{ people: ['Ben'], details: { witness: ['Ben'] } }],
    })
    expect((await cli.run('undo')).err).toContain('Took back')
    expect(await cli.json('list', '--person', 'Nob')).toMatchObject({ entries: [{}, {}] })
  })

  it('who is set apart is not let loose by that', async () => {
    const cli = aPerson()
    await cli.run('people', 'add', 'Mr. X', '--status', 'unsafe')
    await cli.run('jot', 'x', '--person', 'Mr. X')
    const { code, err } = await cli.run('people', 'remove', 'Mr. X')
    expect(code).toBe(2)
    expect(err).toContain('could come up again')
    expect((await cli.run('people', 'remove', 'Mr. X', '--from-pages')).code).toBe(0)
  })

  it('who is set apart is not said to be there', async () => {
    for (const status of ['unsafe', 'estranged', 'died', 'paused']) {
      const { err } = await aPerson().run('people', 'add', 'Mr. X', '--status', status)
      expect(err).toContain(`Noted. Mr. X: ${status}.`)
      expect(err).not.toContain('is there now')
    }
  })
})

describe('a tool', () => {
  it('is shown, renamed in every entry, and removed with its entries', async () => {
    const cli = aPerson()
    for (const mood of ['2', '3'])
      await cli.run('toolkit', 'use', '4walk', '--before', mood, '--after', '4')
    await cli.run('toolkit', 'use', 'tea', '--after', '3')
    expect((await cli.run('toolkit', 'show', '4walk')).out).toContain('4walk')
    await cli.run('toolkit', 'rename', '4WALK', 'a', 'walk')
    expect(await cli.json('toolkit', 'show', 'a walk')).toMatchObject({
      few: [{ name: 'a walk', uses: 2 }],
      entries: [{ details: { before: 2 } }, { details: { before: 3 } }],
    })
    expect((await cli.run('toolkit', 'remove', 'a', 'walk')).code).toBe(2)
    await cli.run('toolkit', 'remove', 'a', 'walk', '--yes')
    expect(await cli.json('toolkit')).toMatchObject({ few: [{ name: 'tea' }] })
    await cli.run('undo')
    expect(await cli.json('toolkit')).toMatchObject({ few: [{ name: 'a walk' }, {}] })
    for (const argv of [
      ['show', 'none'],
      ['rename', 'none', 'x'],
      ['remove', 'none'],
      ['rename', 'tea', ' '],
    ])
      expect((await cli.run('toolkit', ...argv)).code).toBe(2)
  })
})

describe('a question of one’s own', () => {
  it('gets other words, and goes', async () => {
    const cli = aPerson()
    await cli.run('prompts', 'add', 'What did the rivver say?', '--theme', 'growth')
    const own = async () =>
      (
        (await cli.json('prompts')) as { prompts: { id: string; own: boolean; text: string }[] }
      ).prompts.filter(it => it.own)
    const [{ id } = { id: '' }] = await own()
    await cli.run('prompts', 'edit', id, 'What', 'did', 'the', 'river', 'say?')
    expect(await own()).toMatchObject([{ id, text: 'What did the river say?' }])
    await cli.run('prompts', 'remove', id)
    expect(await own()).toEqual([])
    await cli.run('undo')
    expect(await own()).toHaveLength(1)
  })

  it('is none of ours', async () => {
    const cli = aPerson()
    const { prompts } = (await cli.json('prompts')) as { prompts: { id: string }[] }
    const [{ id } = { id: '' }] = prompts
    for (const argv of [
      ['remove', id],
      ['edit', id, 'x'],
    ])
      expect((await cli.run('prompts', ...argv)).err).toContain(`prompts mute ${id}`)
  })
})
