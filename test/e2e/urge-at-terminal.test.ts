import { describe, expect, test } from 'vitest'
import type { Pty } from '../helpers/pty.ts'
import { aHome, draftsOf, entriesOf, type Home, isDrafted, open } from './program.ts'
import { answer, asked } from './sitting.ts'

/** An urge from the first question to the last: what is asked, the keys, and what is drafted from then on. */
const steps: readonly (readonly [question: string, keys: string, drafted?: string])[] = [
  ['What is it for', '1\r', '"want":"to drink"'],
  ['How strong is it', '7\r', '"strength":7'],
  ['just before', 'a fight on the phone\r', 'a fight on the phone'],
  ['Ten minutes together', 'w\r'],
  ['both feet', '\r', '"minutes":0'],
  ['three things', '\r'],
  ['A wave like this', '\r'],
  ['Move your body', '\r'],
  ['goes nowhere', 'w\r'],
  ['Ctrl-D done', 'I miss you.\x04', 'I miss you.'],
  ['Keep the page', '\r'],
  ['Drink some water', '\r'],
  ['Look round', '\r'],
  ['How strong is it now', '3\r', '"strengthLater":3'],
  ['What helped', 'cold water\r'],
]

async function upTo(home: Home, at: number): Promise<Pty> {
  const pty = open(home, ['urge'])
  for (const [question, keys] of steps.slice(0, at)) await answer(pty, question, keys)
  await asked(pty, steps[at]?.[0] ?? '')
  return pty
}

const saidBy = (at: number) => steps.slice(0, at).flatMap(([, , drafted]) => drafted ?? [])

/** What is in the journal, as a draft would hold it. */
const kept = async (home: Home) => JSON.stringify(await entriesOf(home))

const ways: readonly (readonly [string, (pty: Pty) => void])[] = [
  ['kill -9', pty => pty.kill('SIGKILL')],
  ['a closed window', pty => pty.closeWindow()],
  ['Ctrl-C', pty => pty.type('\x03')],
]

/** Each step with one of the ways in turn; with all of them in `npm run test:faults`. */
const isLong = process.env.HEARTEN_LONG_TESTS !== undefined
const tried = steps.flatMap(([question], at) =>
  ways.flatMap(([way, stop], nth) =>
    isLong || (at % 2 === 1 && nth === ((at - 1) / 2) % ways.length)
      ? [[way, question, at, stop] as const]
      : [],
  ),
)

describe('an urge that is left', () => {
  test.each(tried)('by %s at "%s" has lost nothing', async (way, _, at, stop) => {
    const home = aHome()
    const pty = await upTo(home, at)
    stop(pty)
    await pty.exit
    const said = saidBy(at)
    if (said.length === 0) {
      expect([draftsOf(home), await kept(home)]).toEqual([[], '[]'])
      return
    }
    // Who leaves has it kept at once; what came too suddenly lies in a draft, and is kept by the next start.
    if (way === 'kill -9') {
      expect(await kept(home)).toBe('[]')
      for (const words of said) expect(isDrafted(home, words), words).toBe(true)
      const next = open(home)
      await answer(next, 'Keep it?', '1')
      await next.waitFor('Saved for')
      expect((await next.exit).code).toBe(0)
    }
    const journal = await kept(home)
    for (const words of said) expect(journal).toContain(words)
    expect(draftsOf(home)).toEqual([])
  })

  test('in the middle of words that are not sent has them to the last key', async () => {
    const home = aHome()
    const pty = await upTo(home, 9)
    pty.type('Do you still have')
    await pty.waitFor('still have')
    pty.kill('SIGKILL')
    await pty.exit
    expect(isDrafted(home, 'Do you still have')).toBe(true)
  })
})
