import type { Prompt } from './prompt.ts'
import { accountabilityPrompts } from './prompts/accountability.ts'
import { accountabilityPromptsForSome } from './prompts/accountability-for-some.ts'
import { compassionPrompts } from './prompts/compassion.ts'
import { compassionPromptsForSome } from './prompts/compassion-for-some.ts'
import { growthPrompts } from './prompts/growth.ts'
import { growthPromptsForSome } from './prompts/growth-for-some.ts'
import { sharedPrompts } from './prompts/shared.ts'
import { sharedPromptsForSome } from './prompts/shared-for-some.ts'
import { supportPrompts } from './prompts/support.ts'
import { supportPromptsForSome } from './prompts/support-for-some.ts'
import type { RetiredPrompt } from './retired-prompts.ts'
import { retiredPrompts } from './retired-prompts.ts'

/** Every prompt hearten comes with, theme by theme in the order a session walks them. */
export const prompts: readonly Prompt[] = [
  ...compassionPrompts,
  ...compassionPromptsForSome,
  ...sharedPrompts,
  ...sharedPromptsForSome,
  ...supportPrompts,
  ...supportPromptsForSome,
  ...accountabilityPrompts,
  ...accountabilityPromptsForSome,
  ...growthPrompts,
  ...growthPromptsForSome,
]

const byId = new Map(prompts.map(prompt => [prompt.id, prompt]))

const retiredById = new Map(retiredPrompts.map(prompt => [prompt.id, prompt]))

/**
 * A prompt by its id, also one that is no longer asked: what was kept or printed may still name it. Ids stay the same
 * for good, because entries refer to them.
 */
export function everAsked(id: string): Prompt | RetiredPrompt | undefined {
  return byId.get(id) ?? retiredById.get(id)
}

/** The ids under which a question was ever asked, its own first. */
export const promptIds = ({ id, replaces = [] }: Prompt): readonly string[] => [id, ...replaces]

/** Prompts that anyone can answer without having met hearten before: they come first in a first session. */
export const openers: ReadonlySet<string> = new Set([
  'compassion-heaviest',
  // On a good day, and before noon.
  'compassion-just-say',
  'shared-echo',
  'support-which-kind',
  'accountability-smallest',
  'growth-helped-a-little',
  'growth-when-then',
])
