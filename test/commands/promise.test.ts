import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

async function withThree() {
  const cli = aPerson()
  await cli.run('promise', 'stretch')
  await cli.run(
    'promise',
    'call Ana',
    '--due',
    'friday',
    '--who',
    '@Ben',
    '--if',
    'If I wake early',
  )
  await cli.run('promise', 'walk', '--due', 'tomorrow', '--confidence', '5')
  return cli
}

const open = async (cli: ReturnType<typeof aPerson>) =>
  ((await cli.json('promise')) as { entries: Record<string, unknown>[] }).entries

describe('promise', () => {
  it('keeps the step, its cue, its day and who knows', async () => {
    const cli = await withThree()
    expect((await open(cli))[1]).toMatchObject({
      number: 2,
      kind: 'promise',
      theme: 'accountability',
      text: 'call Ana',
      people: ['Ben'],
      details: { cue: 'I wake early', due: '2026-11-27', witness: ['Ben'] },
    })
  })

  it('lists by day, those without one last', async () => {
    const { out } = await (await withThree()).run('promise')
    expect(out).toBe(
      [
        '1  walk  for 2026-11-23',
        '2  call Ana  for 2026-11-27  if I wake early  known to Ben',
        '3  stretch',
        '',
      ].join('\n'),
    )
  })

  it('settles by number and leaves the open list', async () => {
    const cli = await withThree()
    const { err } = await cli.run('promise', 'done', '2', '--helped', 'Ben asked')
    expect(err).toBe(
      'Saved with the promise of Sunday 22 November: "call Ana".\nDone. Good that it is written down too.\n',
    )
    expect((await open(cli)).map(it => it.text)).toEqual(['walk', 'stretch'])
    expect(await cli.json('list', '--kind', 'promise')).toMatchObject({
      entries: [
        {},
        { details: { steps: [{ on: '2026-11-22', outcome: 'done', helped: 'Ben asked' }] } },
        {},
      ],
    })
  })

  it('says that not yet is an answer, and keeps it open', async () => {
    const cli = await withThree()
    const { err } = await cli.run('promise', 'not-yet', '1')
    expect(err).toContain('Not yet is an answer.')
    expect(err).toContain('`hearten promise shrink 1`')
    expect(await open(cli)).toHaveLength(3)
  })

  it('remembers what a promise was before it was made smaller or moved', async () => {
    const cli = await withThree()
    await cli.run('promise', 'shrink', '1', 'walk', 'to the corner')
    const moved = await cli.run('promise', 'move', '1', 'in', '8', 'days')
    expect(moved.err).toContain('now for Monday 30 November')
    const walk = (await open(cli)).find(it => it.text === 'walk to the corner')
    expect(walk).toMatchObject({
      number: 2,
      details: {
        due: '2026-11-30',
        steps: [
          { outcome: 'changed', was: { text: 'walk' } },
          { outcome: 'changed', was: { due: '2026-11-23' } },
        ],
      },
    })
  })

  it('lets go', async () => {
    const cli = await withThree()
    expect((await cli.run('promise', 'let-go', '3')).err).toContain('That is a choice as well.')
    expect(await open(cli)).toHaveLength(2)
  })

  it('mentions once that many are open, and still keeps them', async () => {
    const cli = await withThree()
    const { code, err } = await cli.run('promise', 'a fourth')
    expect(code).toBe(0)
    expect(err).toContain('That makes 4 open ones.')
    expect(await open(cli)).toHaveLength(4)
  })

  it.each([
    [['done', '4'], 'There is no open promise "4". `hearten promise` shows them, 1 to 3.'],
    [['done', 'x'], 'There is no open promise "x"'],
    [['move', '1', 'yesterday'], 'already past'],
    [['shrink', '1'], 'Give the smaller step'],
    [['--due', 'friday'], 'Say what the promise is'],
    [['walk', '--due', '2026-02-30'], '--due'],
  ])('refuses %j', async (argv, message) => {
    const cli = await withThree()
    const { code, err } = await cli.run('promise', ...argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('has nothing to settle in an empty journal, kindly', async () => {
    const cli = aPerson()
    expect(await cli.run('promise')).toMatchObject({ code: 0, out: '' })
    expect((await cli.run('promise', 'done', '1')).err).toContain('No promise is open')
  })

  it('offers to settle one, where there is somebody to ask', async () => {
    const cli = await withThree()
    const dialogue = scriptedDialogue([
      ['how one of them went', 'walk'],
      ['How did it go', 'not yet'],
      ['smaller, move it, or keep', 'smaller'],
      ['half of it', 'to the corner'],
      ['By which day', skip],
      ['in the way', 'rain'],
    ])
    const { code, err } = await cli.with({ dialogue }).run('promise')
    expect(code).toBe(0)
    expect(err).toContain('"to the corner"')
    expect((await open(cli))[0]).toMatchObject({
      text: 'to the corner',
      details: { steps: [{ outcome: 'changed', obstacle: 'rain', was: { text: 'walk' } }] },
    })
  })

  it('keeps an outcome when the person leaves before the last question', async () => {
    const cli = await withThree()
    const dialogue = scriptedDialogue([
      ['how one of them went', 'walk'],
      ['How did it go', 'done'],
      ['What helped', interrupt],
    ])
    expect((await cli.with({ dialogue }).run('promise')).code).toBe(130)
    expect(await open(cli)).toHaveLength(2)
  })

  it('offers to make one where none is open', async () => {
    const cli = aPerson()
    const dialogue = scriptedDialogue([
      ['one small step', 'call the doctor'],
      ['By which day', 'tomorrow'],
      ['set it off', 'if it is nine'],
      ['Who knows', 'Ana, @Ben'],
    ])
    await cli.with({ dialogue }).run('promise')
    expect(await open(cli)).toMatchObject([
      { details: { due: '2026-11-23', cue: 'it is nine', witness: ['Ana', 'Ben'] } },
    ])
  })

  it('leaves everything open when nothing is picked', async () => {
    const cli = await withThree()
    await cli.with({ dialogue: scriptedDialogue([['how one of them', skip]]) }).run('promise')
    expect(await open(cli)).toHaveLength(3)
  })
})
