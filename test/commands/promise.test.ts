import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

  it('lists by day, those without one last, and those of today as they were made', async () => {
    const cli = await withThree()
    expect((await cli.run('promise')).out).toBe(
      [
        '1  stretch',
        '2  call Ana  for 2026-11-27  if I wake early  known to Ben',
        '3  walk  for 2026-11-23',
        '',
      ].join('\n'),
    )
    const monday = cli.with({ now: '2026-11-23T09:00:00Z' })
    expect((await monday.run('promise')).out).toBe(
      [
        '1  walk  for 2026-11-23',
        '2  call Ana  for 2026-11-27  if I wake early  known to Ben',
        '3  stretch',
        '',
      ].join('\n'),
    )
    const seen = monday.with({ terminal: true })
    expect((await seen.run('promise', '--no-input', '--no-color')).out).toContain('for today')
  })

  it('keeps its number all day, whatever is settled, moved or made before', async () => {
    const cli = (await withThree()).with({ now: '2026-11-23T09:00:00Z' })
    await cli.run('promise', 'done', '1')
    await cli.run('promise', 'move', '3', 'tomorrow')
    await cli.run('promise', 'a new one', '--due', 'today')
    const { err } = await cli.run('promise', 'done', '2')
    expect(err).toContain('"call Ana"')
    expect((await open(cli)).map(({ number, text }) => [number, text])).toEqual([
      [3, 'stretch'],
      [4, 'a new one'],
    ])
    const again = await cli.run('promise', 'done', '1')
    expect(again.code).toBe(2)
    expect(again.err).toContain('Promise 1 is settled already. Open: 3 and 4.')
  })

  it('says the day that words became', async () => {
    const { err } = await aPerson().run('promise', 'walk', '--due', 'next friday')
    expect(err).toContain('It is for Friday 27 November.')
    const wednesday = aPerson({ now: '2026-11-25T12:00:00Z' })
    const later = await wednesday.run('promise', 'walk', '--due', 'next friday')
    expect(later.err).toContain('It is for Friday 4 December.')
    expect((await wednesday.run('meeting', 'group', '--next', 'friday')).err).toContain(
      'The next one is on Friday 27 November.',
    )
  })

  it('offers the rest of what was done in part', async () => {
    const cli = await withThree()
    const { err } = await cli.run('promise', 'partly', '3')
    expect(err).toContain('`hearten promise shrink 3` keeps the rest of it')
    expect(await open(cli)).toHaveLength(2)
    await cli.run('promise', 'shrink', '3', 'the way back')
    expect((await open(cli))[2]).toMatchObject({
      number: 3,
      text: 'the way back',
      details: { steps: [{ outcome: 'partly' }, { outcome: 'changed', was: { text: 'walk' } }] },
    })
  })

  it('settles by number and leaves the open list', async () => {
    const cli = await withThree()
    const { err } = await cli.run('promise', 'done', '2', '--helped', 'Ben asked')
    expect(err).toBe(
      'Saved with the promise of Sunday 22 November: "call Ana".\nDone. Good that it is written down too.\n',
    )
    expect((await open(cli)).map(it => it.text)).toEqual(['stretch', 'walk'])
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
    await cli.run('promise', 'shrink', '3', 'walk', 'to the corner')
    const moved = await cli.run('promise', 'move', '3', 'in', '8', 'days')
    expect(moved.err).toContain('now for Monday 30 November')
    const walk = (await open(cli)).find(it => it.text === 'walk to the corner')
    expect(walk).toMatchObject({
      number: 3,
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
    [['done', '4'], 'There is no open promise "4". `hearten promise` shows them: 1, 2 and 3.'],
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
      ['Which day would be', skip],
      ['in the way', 'rain'],
    ])
    const { code, err } = await cli.with({ dialogue }).run('promise')
    expect(code).toBe(0)
    expect(err).toContain('"to the corner"')
    expect((await open(cli))[2]).toMatchObject({
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
      ['Which day would be', 'tomorrow'],
      ['set it off', 'if it is nine'],
      ['Who could know', 'Ana, @Ben'],
    ])
    await cli.with({ dialogue }).run('promise')
    expect(await open(cli)).toMatchObject([
      { details: { due: '2026-11-23', cue: 'it is nine', witness: ['Ana', 'Ben'] } },
    ])
  })

  it('reads the same day whether it is asked, filled in or given, where weeks begin on Sunday', async () => {
    const cli = aPerson()
    await cli.run('config', 'set', 'week-starts-on', 'sunday')
    await cli.run('promise', 'given', '--due', 'next monday')
    const dialogue = scriptedDialogue([
      ['one small step', 'asked'],
      ['Which day would be', 'next monday'],
      ['set it off', skip],
      ['Who could know', skip],
    ])
    const elsewhere = aPerson()
    await elsewhere.run('config', 'set', 'week-starts-on', 'sunday')
    await elsewhere.with({ dialogue }).run('promise')
    const { out } = await cli.run('today', '--sheet')
    const file = join(cli.home, 'sheet.md')
    const filled = (key: string, said: string) => (text: string) =>
      text.replace(new RegExp(`(<!-- answer themes.accountability.${key} -->\n)`), `$1${said}\n`)
    writeFileSync(file, filled('due', 'next monday')(filled('step', 'filled in')(out)))
    await cli.run('today', '--from-sheet', file)
    const days = [...(await open(cli)), ...(await open(elsewhere))]
    expect(days).toMatchObject(
      ['given', 'filled in', 'asked'].map(text => ({ text, details: { due: '2026-11-30' } })),
    )
  })

  it('leaves everything open when nothing is picked', async () => {
    const cli = await withThree()
    await cli.with({ dialogue: scriptedDialogue([['how one of them', skip]]) }).run('promise')
    expect(await open(cli)).toHaveLength(3)
  })
})
