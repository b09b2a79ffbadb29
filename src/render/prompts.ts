import type { OwnPrompt } from '../journal/setting.ts'
import type { Prompt } from '../themes/prompt.ts'
import { themes } from '../themes/theme.ts'
import { visible, visibleLine } from './gate.ts'
import type { Look } from './look.ts'
import { wrapWords } from './wrap.ts'

/** A prompt as one browses it. */
export interface ShownPrompt extends Prompt {
  /** Added by the person. */
  readonly own: boolean
  /** Never asked. */
  readonly muted: boolean
}

/** The questions under their themes, each with its id and how much it asks. */
export function renderPrompts(prompts: readonly ShownPrompt[], look: Look): string {
  const { colours, piped } = look
  if (piped)
    return prompts.map(it => `${it.id}  ${marksOf(it)}  ${visibleLine(it.text)}`).join('\n')
  return themes
    .flatMap(({ id, name }) => {
      const own = prompts.filter(it => it.theme === id)
      if (own.length === 0) return []
      const heading = colours.accent(`${name} · ${own.length}`)
      return [[heading, ...own.flatMap(it => onePrompt(it, look))].join('\n')]
    })
    .join('\n\n')
}

/** One question in full. */
export function renderPrompt(prompt: ShownPrompt, look: Look): string {
  const { colours } = look
  const { id, theme, text, note, deeper, why, restsOn, situations } = prompt
  const name = themes.find(it => it.id === theme)?.name ?? theme
  return [
    colours.accent(`${name} · ${marksOf(prompt)}`),
    ...indented(text, look),
    ...(note === undefined ? [] : indented(note, look)),
    ...(deeper === '' ? [] : ['', ...indented(`Then, if you like: ${deeper}`, look)]),
    '',
    ...indented(why, look),
    ...indented(`${restsOn}.`, look),
    ...[`fits: ${situations.join(', ')}`, `id ${id}`].flatMap(it =>
      indented(it, look).map(colours.dim),
    ),
  ].join('\n')
}

const onePrompt = (prompt: ShownPrompt, look: Look): string[] => [
  ...indented(prompt.text, look),
  `    ${look.colours.dim(`${prompt.id}, ${marksOf(prompt)}`)}`,
]

const marksOf = ({ depth, own, muted }: ShownPrompt): string =>
  [depth, own && 'your own', muted && 'muted'].filter(Boolean).join(', ')

const indented = (text: string, { width }: Look): string[] =>
  wrapWords(visible(text), Math.min(76, width - 2)).map(row => `  ${row.trimEnd()}`)

/** What is said when a question of one's own was kept. */
export const keptPrompt = ({ theme, text }: OwnPrompt): string =>
  `Kept among the questions of ${theme}: "${visibleLine(text)}"`
