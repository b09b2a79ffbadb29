import type { BackgroundShade } from './background.ts'
import type { World } from './world.ts'

/** What the terminal's background is, and then what the terminal is: every terminal answers the second. */
const question = '\u001b]11;?\u0007\u001b[c'
const answer = /\u001b\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i
const end = /\u001b\[\?[\d;]*c/
/** A terminal far away may be slow; one that answers nothing at all is let go then. */
const patience = 2000

/**
 * Asks the terminal (OSC 11), and reads until everything is answered, so that no answer is left to be taken for
 * something typed. Only where a person asked for it: what is typed meanwhile is lost.
 *
 * @returns undefined when the terminal does not say
 */
export async function askBackground({
  input,
  output,
}: Pick<World, 'input' | 'output'>): Promise<BackgroundShade | undefined> {
  const said = await new Promise<string>(done => {
    let text = ''
    const take = (chunk: Buffer | string) => {
      text += chunk.toString('latin1' as BufferEncoding)
      if (end.test(text)) finish()
    }
    const timer = setTimeout(() => finish(), patience)
    const finish = () => {
      clearTimeout(timer)
      input.off('data', take)
      input.setRawMode(false)
      input.pause()
      done(text)
    }
    input.setRawMode(true)
    input.on('data', take)
    input.resume()
    output.write(question)
  })
  return backgroundSaid(said)
}

/** The background in what a terminal answered: light when it is nearer to white, as eyes see it. */
export function backgroundSaid(said: string): BackgroundShade | undefined {
  const parts = answer.exec(said)?.slice(1)
  if (!parts) return undefined
  const [red = 0, green = 0, blue = 0] = parts.map(
    part => parseInt(part, 16) / (16 ** part.length - 1),
  )
  return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? 'light' : 'dark'
}
