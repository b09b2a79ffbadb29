import type { Prompt } from '../../src/themes/prompt.ts'
import { prompts } from '../../src/themes/prompts.ts'

const byId = new Map(prompts.map(prompt => [prompt.id, prompt]))

/** One of those that are asked today. */
export const promptById = (id: string): Prompt | undefined => byId.get(id)
