import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

type Cli = ReturnType<typeof aPerson>
const people = async (cli: Cli) =>
  (await cli.json('people')) as {
    people: { name: string; status?: string; inTouch: number }[]
    quiet: string[]
    muted: number
  }

describe('people', () => {
  it('adds somebody, and says when they are there already, however the name is written', async () => {
    const cli = aPerson()
    expect((await cli.run('people', 'add', 'José', '--alias', 'Zé')).err).toBe(
      'José is there now (close).\n',
    )
    expect((await cli.run('people', 'add', 'JOSE')).err).toBe('José is there already (close).\n')
    expect((await cli.run('people', 'add', 'zé')).err).toContain('is there already')
    expect((await people(cli)).people).toMatchObject([{ name: 'José', status: 'close' }])
  })

  it('refuses another name that means somebody else, and names the way out', async () => {
    const cli = aPerson()
    await cli.run('people', 'add', 'Ana')
    const { code, err } = await cli.run('people', 'add', 'Ben', '--alias', 'ana')
    expect(code).toBe(2)
    expect(err).toContain('hearten people join "Ben" "ana"')
  })

  it('answers "unsafe" with one caring line', async () => {
    const cli = aPerson()
    const { err } = await cli.run('people', 'status', 'my ex', 'unsafe')
    expect(err).toContain('They will never be suggested')
    expect(err).toContain('`hearten help-now` has people to call')
    expect(err.trim().split('\n')).toHaveLength(2)
  })

  it.each(['unsafe', 'estranged', 'died'])(
    'names where somebody %s is still among the people to call',
    async status => {
      const cli = aPerson()
      await cli.run('people', 'add', 'J-P (old)', '--alias', 'Zé')
      await cli.run('help-now', 'add', 'ZÉ at work', '+44 20 7946 0000')
      await cli.run('help-now', 'add', 'Zélie', '+44 20 7946 0001')
      await cli.run('plan', 'edit', 'ask', 'my sister, then J-P (old), at any hour')
      await cli.run('plan', 'edit', 'stay', 'Zélie and the sea')
      const { err } = await cli.run('people', 'status', 'zé', status)
      expect(err).toContain('`hearten help-now remove "ZÉ at work"`')
      expect(err).toContain('`hearten plan edit ask`')
      expect(err).not.toMatch(/Zélie|edit stay/)
      expect((await cli.run('people', 'status', 'zé', 'close')).err).not.toContain('still')
      const added = await cli.run('people', 'add', 'Zélie', '--status', status)
      expect(added.err).toContain('`hearten plan edit stay`')
    },
  )

  it.each(['estranged', 'unsafe', 'died', 'paused'])('never suggests somebody %s', async status => {
    const cli = aPerson({ now: '2026-08-01T12:00:00Z' })
    for (const name of ['Ana', 'Ben']) {
      await cli.run('people', 'add', name)
      await cli.run('people', 'reached', name, '--actual', '4')
    }
    const later = cli.with({ now: '2026-11-22T12:00:00Z' })
    expect((await people(later)).quiet).toEqual(['Ana', 'Ben'])
    await later.run('people', 'status', 'ana', status)
    expect((await people(later)).quiet).toEqual(['Ben'])
    expect((await later.run('people')).out).toContain(`Ana, ${status}.`)
  })

  it('notes a reach-out from flags without asking', async () => {
    const cli = aPerson({ dialogue: scriptedDialogue([]) })
    const { err } = await cli.run(
      ...['people', 'reached', 'my', 'sister', '--direction', 'ask', '--support', 'listened'],
      ...[
        '--expected',
        '2',
        '--actual',
        '4',
        '--answered',
        '--note',
        'with @Ben',
        '--cared-for',
        '5',
      ],
    )
    expect(err).toContain('Saved for Sunday 22 November')
    expect(await cli.json('list')).toMatchObject({
      entries: [
        {
          kind: 'reachout',
          people: ['my sister', 'Ben'],
          details: {
            direction: 'asked',
            support: 'listened',
            expected: 2,
            actual: 4,
            answered: true,
            caredFor: 5,
          },
        },
      ],
    })
  })

  it('asks how it went, and not how, when no answer came', async () => {
    const dialogue = scriptedDialogue([
      ['Which way', 'I asked'],
      ['What was it', skip],
      ['Did they answer', false],
      ['had you expected', 3],
      ['How cared for', skip],
      ['A few words', 'no answer yet'],
    ])
    const cli = aPerson({ dialogue })
    await cli.run('people', 'reached', 'Ana')
    expect(await cli.json('list')).toMatchObject({
      entries: [{ text: 'no answer yet', details: { answered: false, expected: 3 } }],
    })
  })

  it('saves nothing when the person leaves at the first question', async () => {
    const dialogue = scriptedDialogue([['Which way', interrupt]])
    const cli = aPerson({ dialogue })
    expect((await cli.run('people', 'reached', 'Ana')).code).toBe(130)
    expect(await cli.json('list')).toEqual({ version: 1, entries: [] })
  })

  it('notes a reach-out by the name alone where nobody can be asked', async () => {
    const cli = aPerson()
    expect((await cli.run('people', 'reached', 'Ana', '--no-answer')).code).toBe(0)
    expect((await cli.run('people', 'reached', 'Ana')).code).toBe(0)
    expect((await people(cli)).people).toMatchObject([{ name: 'Ana', inTouch: 1 }])
  })

  it('joins two names into one person, and keeps whoever was set apart set apart', async () => {
    const cli = aPerson()
    await cli.run('people', 'add', 'Alexander')
    await cli.run('people', 'add', 'Sascha', '--status', 'unsafe')
    await cli.run('jot', 'with @Sascha and @Alexander')
    const { err } = await cli.run('people', 'join', 'Alexander', 'Sascha')
    expect(err).toContain('Sascha is now another name for Alexander (unsafe).')
    expect((await people(cli)).people).toMatchObject([
      { name: 'Alexander', status: 'unsafe', named: 1 },
    ])
    expect((await cli.run('people', 'join', 'sascha', 'Alexander')).err).toContain('already')
  })

  it('joins names that were only written', async () => {
    const cli = aPerson()
    await cli.run('jot', '@Mum called, and @Mother again')
    await cli.run('people', 'join', 'Mum', 'Mother')
    expect((await people(cli)).people.map(it => it.name)).toEqual(['Mum'])
  })

  it.each([
    [['status', 'Ana', 'enemy'], 'the status "enemy" could not be read'],
    [['status', 'Ana'], 'status'],
    [['add', '@'], 'A name is missing'],
    [['reached', 'Ana', '--support', 'hugs'], '--support "hugs"'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await aPerson().run('people', ...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('says how to begin when nobody is named', async () => {
    const { code, out } = await aPerson().run('people')
    expect(code).toBe(0)
    expect(out).toContain('Nobody is here yet.')
  })
})
