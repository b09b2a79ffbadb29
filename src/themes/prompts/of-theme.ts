import type { Depth, Prompt } from '../prompt.ts'
import type { ThemeId } from '../theme.ts'

/** A prompt as its author writes it. Without `situations` it is `general`: it fits everyone. */
export type WrittenPrompt = Omit<Prompt, 'theme' | 'depth' | 'situations'> &
  Partial<Pick<Prompt, 'situations'>>

/** Gives a theme's written prompts their theme and their depth. */
export function ofTheme(
  theme: ThemeId,
  written: Readonly<Record<Depth, readonly WrittenPrompt[]>>,
): readonly Prompt[] {
  const atDepth = (depth: Depth): Prompt[] =>
    written[depth].map(prompt => ({ situations: ['general'], ...prompt, theme, depth }))
  return [...atDepth('gentle'), ...atDepth('steady'), ...atDepth('deep')]
}
