import { mayCall } from '../care/triggers.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import { HIDE } from '../dialogue/keyboard.ts'
import { plainDialogue } from '../dialogue/plain-dialogue.ts'
import { terminalDialogue } from '../dialogue/terminal-dialogue.ts'
import { inShort, questionBelow, renderHelp } from '../render/help.ts'
import type { Look } from '../render/look.ts'
import { readNumbers } from '../store/help-numbers.ts'
import { helplinesHere } from '../themes/helplines.ts'
import { drawsNothing } from './colour-level.ts'
import type { World } from './world.ts'

/** The conversation with whoever sits at this terminal, in the form that suits it. */
export function dialogueAt(
  world: World,
  { look, country, dataFolder }: { look: Look; country: string; dataFolder: string },
): Dialogue {
  const { input, output } = world
  const onHelp = () =>
    renderHelp(
      helplinesHere(country, world),
      readNumbers(dataFolder),
      look,
      inShort,
      world.rows && world.rows - questionBelow,
    )
  if (!look.plain) {
    const dialogue = terminalDialogue({ input, output, colours: look.colours, onHelp, mayCall })
    world.onEnd(() => dialogue.close())
    return dialogue
  }
  const interrupt = new AbortController()
  const forget = world.onInterrupt(() => interrupt.abort())
  const { signal } = interrupt
  const dialogue = plainDialogue({
    input,
    output,
    onHelp,
    mayCall,
    // A screen that can do nothing but go on is pushed out of sight.
    onHide: () => output.write(drawsNothing(world) ? '\n'.repeat(world.rows ?? 24) : HIDE),
    reopen: world.reopenInput,
    interrupt: signal,
  })
  return {
    ...dialogue,
    close() {
      forget()
      dialogue.close()
    },
  }
}
