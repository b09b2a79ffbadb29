import { linesOf } from '../dialogue/lines.ts'
import { visible } from '../render/gate.ts'
import { said } from './terminal.ts'
import type { World } from './world.ts'

/**
 * Asks whoever sits at the terminal to say when an editor is closed that ended at once.
 *
 * @returns false when nobody says so: Ctrl-C, Ctrl-D, a terminal that went away
 */
export async function isClosed(world: World, editor: string): Promise<boolean> {
  const question = `"${visible(editor)}" ended, and nothing was saved yet.\nIs its window still open? Save there and close it, then press Enter here. `
  world.writeError(said(question, world))
  const interrupt = new AbortController()
  const forget = world.onInterrupt(() => interrupt.abort())
  // Of its own: a dialogue may wait for the other one, and must not get this line.
  const input = world.reopenInput()
  const lines = linesOf(input, { interrupt: interrupt.signal })
  try {
    return (await lines.next()) !== undefined
  } catch {
    world.writeError('\n')
    return false
  } finally {
    forget()
    lines.close()
    input.destroy()
  }
}
