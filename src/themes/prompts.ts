import type { Prompt } from './prompt.ts'
import { compassionPrompts } from './prompts/compassion.ts'

/** Every prompt hearten comes with, theme by theme in the order a session walks them. */
export const prompts: readonly Prompt[] = [...compassionPrompts]

const byId = new Map(prompts.map(prompt => [prompt.id, prompt]))

/** A prompt by its id; ids stay the same for good, because entries refer to them. */
export function promptById(id: string): Prompt | undefined {
  return byId.get(id)
}
