import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const kept = (cli: ReturnType<typeof aPerson>) => cli.json('list')

describe('checkin', () => {
  it('asks nothing when a flag says something', async () => {
    const cli = aPerson({ terminal: true, dialogue: scriptedDialogue([]) })
    const { code, err } = await cli.run('checkin', '--mood', '2', '--feeling', 'Worn-out, lonely')
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(
        /^Saved for Sunday 22 November \(1 entry that day\)\. Its id is \w{6}\.\n$/,
      ),
    })
    expect(await kept(cli)).toMatchObject({
      entries: [{ kind: 'checkin', mood: 2, feelings: ['worn out', 'lonely'], day: '2026-11-22' }],
    })
  })

  it('asks mood, energy and feelings, and keeps "no word yet" as none', async () => {
    const dialogue = scriptedDialogue([
      ['How are you', 4],
      ['energy', skip],
      ['words', 'no word yet'],
    ])
    const cli = aPerson({ dialogue })
    await cli.run('checkin')
    const { entries } = (await kept(cli.with({}))) as { entries: Record<string, unknown>[] }
    expect(entries[0]).toMatchObject({ mood: 4 })
    expect(entries[0]).not.toHaveProperty('feelings')
    expect(entries[0]).not.toHaveProperty('energy')
    expect(dialogue.closed).toBe(true)
  })

  it.each<[typeof enough | typeof interrupt, number]>([
    [enough, 0],
    [interrupt, 130],
  ])('keeps what was answered before %s', async (signal, code) => {
    const dialogue = scriptedDialogue([
      ['How are you', 1],
      ['energy', signal],
    ])
    const cli = aPerson({ dialogue })
    expect((await cli.run('checkin')).code).toBe(code)
    expect(await kept(cli.with({}))).toMatchObject({ entries: [{ mood: 1 }] })
  })

  it('saves nothing when everything was skipped', async () => {
    const dialogue = scriptedDialogue([
      ['How are you', skip],
      ['energy', skip],
      ['words', skip],
    ])
    const cli = aPerson({ dialogue })
    const { code, err } = await cli.run('checkin')
    expect(code).toBe(0)
    expect(err).toContain('nothing was saved')
    expect(await kept(cli.with({}))).toEqual({ version: 1, entries: [] })
  })

  it.each([
    [[], '--mood, --energy, --feeling, --measure or --note'],
    [['--mood', '6'], '--mood takes a number from 1 to 5, not "6"'],
    [['--energy', 'lots'], '--energy takes'],
    [['--mood', '3', '--at', '03/04/2026'], '--at 03/04/2026 could be'],
    [['--mood', '3', '--at', 'tomorrow'], 'still to come'],
  ])('refuses %j without a terminal', async (flags, message) => {
    const { code, err } = await aPerson().run('checkin', ...flags)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('reads marks in the note and takes another day', async () => {
    const cli = aPerson()
    await cli.run('checkin', '--note', 'with @Ana +calm', '--at', 'yesterday 8:15', '--private')
    expect(await kept(cli)).toMatchObject({
      entries: [
        { people: ['Ana'], tags: ['calm'], private: true, at: '2026-11-21T08:15:00+00:00' },
      ],
    })
  })
})
