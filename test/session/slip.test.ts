import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { slipPrompt } from '../../src/session/slip.ts'
import type { Settings } from '../../src/settings/settings.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { prompts } from '../../src/themes/prompts.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, skip } from '../helpers/scripted-dialogue.ts'
import { entryOn, sunday } from './builders.ts'
import { ordinary, sit } from './room.ts'

const recovery: Settings = { ...defaultSettings, season: 'addiction', seasonStart: '2026-01-01' }
const comeIn: Step[] = [
  ['How are you', 3],
  ['energy', 3],
  ['Which words', skip],
]
const promise = entryOn('2026-11-20', {
  kind: 'promise',
  text: 'Go to the meeting',
  details: { due: sunday },
})
const notYet: Step[] = [
  ['How did it go', 'not-yet'],
  ['smaller', 'keep'],
  ['get in the way', skip],
]
const waiting = { settings: recovery, entries: [...ordinary, promise] as Entry[] }

describe('a slip, after a promise that waits', () => {
  it('is looked at in four steps, safe first, and becomes the accountability page', async () => {
    const { heard, entries } = await sit(
      [
        ...comeIn,
        ...notYet,
        ['Was there a slip', 'look at it'],
        ['are you safe now', 'yes'],
        ['What came just before', 'The quarrel, then the empty flat.'],
        ['next small step', 'Call Ines at six'],
        ['Who could know', 'Ines'],
        ['on leaving', 3],
        ['Ines', skip],
      ],
      { ...waiting, only: ['accountability'], statuses: { Ines: 'close' } },
    )
    expect(heard).toContain('It happened, and you are here. The days before it stay yours.')
    expect(entries.find(it => it.kind === 'reflection')).toMatchObject({
      theme: 'accountability',
      prompt: { id: slipPrompt },
      text: 'The quarrel, then the empty flat.',
    })
    expect(entries.find(it => it.kind === 'promise' && it.id !== promise.id)).toMatchObject({
      text: 'Call Ines at six',
      details: { due: addDays(sunday, 1), witness: ['Ines'] },
    })
  })

  it.each<Step[1]>(['no', skip])('leads to people when somebody is not safe: %s', async answer => {
    const { heard, end } = await sit(
      [
        ...comeIn,
        ...notYet,
        ['Was there a slip', 'look at it'],
        ['are you safe now', answer],
        ['People to call', skip],
      ],
      { ...waiting, only: ['compassion'] },
    )
    expect(end).toBe('enough')
    expect(heard).not.toContain('What came just before')
  })

  it('is not pressed on anyone, and not named outside recovery', async () => {
    const end: Step = ['Compassionate', enough]
    await sit([...comeIn, ...notYet, ['Was there a slip', skip], end], {
      ...waiting,
      only: ['compassion'],
    })
    const { heard } = await sit([...comeIn, ...notYet, end], {
      entries: waiting.entries,
      only: ['compassion'],
    })
    expect(heard).not.toContain('slip')
  })

  it('asks no words of somebody who has keys only', async () => {
    const { heard } = await sit(
      [
        ['How are you', 3],
        ['energy', 3],
        ['Which of these', skip],
        ['How did it go', 'not-yet'],
        ['smaller', 'keep'],
        ['Was there a slip', 'look at it'],
        ['are you safe now', 'yes'],
        [/Compassionate/, enough],
      ],
      { ...waiting, only: ['compassion'], choicesOnly: true },
    )
    expect(heard).toContain('The days before it stay yours.')
  })
})

describe('the prompt about a slip', () => {
  const others = prompts.filter(
    it => it.theme === 'accountability' && it.situations.includes('general'),
  )
  const only = prompts.filter(it => it.id === slipPrompt)
  const wish = { settings: recovery, only: ['accountability' as const] }

  it('is the same walk', async () => {
    const { entries } = await sit(
      [
        ...comeIn,
        ['Was there a slip', 'look at it'],
        ['are you safe now', 'yes'],
        ['What came just before', 'A long Sunday.'],
        ['next small step', skip],
        ['on leaving', 3],
      ],
      { ...wish, prompts: only },
    )
    expect(entries.find(it => it.kind === 'reflection')).toMatchObject({ text: 'A long Sunday.' })
  })

  it('makes room for another question when it is passed over, and rests', async () => {
    const { heard, draft } = await sit([...comeIn, ['Was there a slip', skip], [/./, enough]], {
      ...wish,
      prompts: [...only, ...others],
    })
    expect(draft.answers.passed).toContain(slipPrompt)
    expect(heard).not.toContain('What came just before')
  })
})
