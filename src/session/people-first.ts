import type { Dialogue } from '../dialogue/dialogue.ts'
import { Back, Enough } from '../dialogue/signals.ts'
import type { LineLook } from '../render/lines.ts'
import { lines } from '../render/lines.ts'

/**
 * After words that call for help: people are one key away, and so is the end. Enter goes on, for whoever wrote of
 * somebody else, of a time that is over, or wants to.
 *
 * @throws Enough when the person stops there
 */
export async function offerPeople(dialogue: Dialogue, look: LineLook): Promise<void> {
  dialogue.say(() => `\n${lines('Thank you for writing that down.', look)}`)
  while (await isAskedAgain(dialogue));
}

/** @returns whether the way back led to this question from the one behind it */
async function isAskedAgain(dialogue: Dialogue): Promise<boolean> {
  const next = await dialogue.choose<'on' | 'people' | 'stop'>({
    ask: 'Go on, see people to call, or stop here for today?',
    choices: [
      { value: 'on', label: 'go on', key: 'g' },
      { value: 'people', label: 'people to call', key: 'p' },
      { value: 'stop', label: 'stop here', key: 's' },
    ],
    initial: 'on',
  })
  if (next === 'stop') throw new Enough()
  if (next !== 'people') return false
  try {
    await showPeople(dialogue)
    return false
  } catch (signal) {
    if (signal instanceof Back) return true
    throw signal
  }
}

/**
 * People to call, and whether there is to be anything after that.
 *
 * @throws Enough when the person stops there
 */
export async function showPeople(dialogue: Dialogue): Promise<void> {
  dialogue.showHelp()
  const on = await dialogue.choose({
    ask: 'Stop here, or go on? What you gave is kept.',
    choices: [
      { value: false, label: 'stop here' },
      { value: true, label: 'go on' },
    ],
    initial: false,
  })
  if (!on) throw new Enough()
}
