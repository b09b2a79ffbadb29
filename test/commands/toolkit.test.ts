import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

describe('toolkit', () => {
  it('notes a tool by its id, its name, or a word of it', async () => {
    const cli = aPerson()
    await cli.run('toolkit', 'use', 'walk', '--before', '2', '--after', '3', '--again')
    await cli.run('toolkit', 'use', 'A Walk Outside', '--before', '2', '--not-again')
    await cli.run('toolkit', 'use', 'outside', '--note', 'in the rain')
    await cli.run('toolkit', 'use', 'the', 'blue', 'mug', '--after', '4')
    expect(await cli.json('list', '--kind', 'coping')).toMatchObject({
      entries: [
        { details: { tool: 'a walk outside', before: 2, after: 3, useAgain: true } },
        { details: { tool: 'a walk outside', before: 2, useAgain: false } },
        { details: { tool: 'a walk outside' }, text: 'in the rain' },
        { details: { tool: 'the blue mug', after: 4 } },
      ],
    })
  })

  it('asks before and after', async () => {
    const dialogue = scriptedDialogue([
      ['mood before', 2],
      ['afterwards', 4],
      ['use it again', true],
      ['few words', skip],
    ])
    const cli = aPerson({ dialogue })
    expect((await cli.run('toolkit', 'use', 'music')).code).toBe(0)
    expect(dialogue.heard.join('\n')).toContain('One piece that fits the mood')
    expect(await cli.json('list')).toMatchObject({
      entries: [{ details: { tool: 'music', before: 2, after: 4, useAgain: true } }],
    })
  })

  it('ranks what was used often, and offers some to begin with', async () => {
    const cli = aPerson()
    for (let i = 0; i < 5; i++)
      await cli.run('toolkit', 'use', 'walk', '--before', '2', '--after', '3')
    expect(await cli.json('toolkit')).toMatchObject({
      version: 1,
      weighed: [{ start: 'low', tools: [{ name: 'a walk outside', uses: 5, weighed: 1 }] }],
      few: [],
    })
    const { out } = await cli.run('toolkit')
    expect(out).toContain('Some to begin with')
    expect(out).toContain('naming the feeling')
    expect(out.match(/a walk outside/g)).toHaveLength(1)
  })

  it('weighs a tool by itself as it does among the others', async () => {
    const cli = aPerson()
    for (let i = 0; i < 5; i++) {
      await cli.run('toolkit', 'use', 'walk', '--before', '2', '--after', '3')
      await cli.run('toolkit', 'use', 'music', '--before', '3', '--after', '3')
    }
    const { weighed } = (await cli.json('toolkit')) as { weighed: unknown[] }
    expect(await cli.json('toolkit', 'show', 'walk')).toMatchObject({ weighed: [weighed[0]] })
  })

  it('refuses a use that says two things', async () => {
    const { code } = await aPerson().run('toolkit', 'use', 'walk', '--again', '--not-again')
    expect(code).toBe(2)
  })
})

describe('meeting', () => {
  it('keeps before, after, what stayed and when the next one is', async () => {
    const cli = aPerson()
    await cli.run(
      ...['meeting', 'Thursday', 'group', '--before', '2', '--after', '4'],
      ...['--stayed', 'one day at a time', '--next', 'thursday', '--at', 'last thursday'],
    )
    expect(await cli.json('list')).toMatchObject({
      entries: [
        {
          kind: 'meeting',
          theme: 'shared',
          day: '2026-11-19',
          text: 'one day at a time',
          details: { name: 'Thursday group', before: 2, after: 4, next: '2026-11-26' },
        },
      ],
    })
  })

  it('asks in a terminal, and needs something without one', async () => {
    const dialogue = scriptedDialogue([
      ['Which meeting', 'the choir'],
      ['going in', 3],
      ['coming out', 4],
      ['stayed', 'singing'],
      ['next one', skip],
    ])
    const cli = aPerson({ dialogue })
    expect((await cli.run('meeting')).err).toContain('Saved for')
    expect((await aPerson().run('meeting')).code).toBe(2)
  })
})
