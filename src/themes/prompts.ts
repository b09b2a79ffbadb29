import type { Prompt } from './prompt.ts'
import { accountabilityPrompts } from './prompts/accountability.ts'
import { compassionPrompts } from './prompts/compassion.ts'
import { growthPrompts } from './prompts/growth.ts'
import { sharedPrompts } from './prompts/shared.ts'
import { supportPrompts } from './prompts/support.ts'

/** Every prompt hearten comes with, theme by theme in the order a session walks them. */
export const prompts: readonly Prompt[] = [
  ...compassionPrompts,
  ...sharedPrompts,
  ...supportPrompts,
  ...accountabilityPrompts,
  ...growthPrompts,
]

const byId = new Map(prompts.map(prompt => [prompt.id, prompt]))

/** A prompt by its id; ids stay the same for good, because entries refer to them. */
export function promptById(id: string): Prompt | undefined {
  return byId.get(id)
}

/** Prompts that anyone can answer without having met hearten before: they come first in a first session. */
export const openers: ReadonlySet<string> = new Set([
  'compassion-heaviest',
  'shared-echo',
  'support-which-kind',
  'accountability-smallest',
  'growth-helped-a-little',
])
