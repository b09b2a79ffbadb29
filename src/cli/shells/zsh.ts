import type { OutlineFlag } from '../outline.ts'
import type { Values } from '../values.ts'
import type { Position } from './position.ts'
import { allPositions, quotedForShell, wordsAt } from './position.ts'

/** Completion for zsh: a file `_hearten` in a folder of `fpath`, or sourced after `compinit`. */
export function zshCompletion(root: Position): string {
  return `#compdef hearten
# It starts nothing, and evaluates nothing that was typed.
${allPositions(root).map(functionOf).join('\n')}
if [ "\${funcstack[1]}" = _hearten ]; then _hearten "$@"; else compdef _hearten hearten; fi
`
}

const nameOf = ({ path }: Pick<Position, 'path'>): string =>
  ['_hearten', ...path].join('__').replaceAll('-', '_')

function functionOf(position: Position): string {
  const specs = position.flags.flatMap(flagSpecs)
  const { path } = wordsAt(position)
  if (position.next.length === 0) {
    const words = position.words.map((values, at) =>
      quotedForShell(`${at === position.words.length - 1 ? '*' : at + 1}:word:${actionOf(values)}`),
    )
    return `${nameOf(position)}() {
  _arguments -S -s ${[...specs, ...words].join(' \\\n    ')}
}`
  }
  const commands = position.next.map(({ path: words, about }) =>
    quotedForShell(`${words.at(-1)}:${about.replaceAll(':', '\\:')}`),
  )
  const also = path ? ` ; _files${path === 'folder' ? ' -/' : ''}` : ''
  return `${nameOf(position)}() {
  local state line curcontext="$curcontext"
  local -a commands
  _arguments -S -s -C -A '-*' ${[...specs, quotedForShell('1: :->command'), quotedForShell('*:: :->rest')].join(' \\\n    ')}
  case $state in
    command)
      commands=(${commands.join('\n        ')})
      _describe command commands${also} ;;
    rest)
      case $line[1] in
${position.next.map(next => `        ${next.path.at(-1)}) ${nameOf(next)} ;;`).join('\n')}
      esac ;;
  esac
}`
}

/** `--mood[from 1 very low](1 2 3)`, once or as often as one likes. */
function flagSpecs({ long, short, about, word, values, again }: OutlineFlag): string[] {
  const told = about.replace(/[[\]\\:]/g, '\\$&')
  const takes = word ? `:${word.replaceAll(':', '\\:')}:${actionOf(values)}` : ''
  const spec = (name: string) => `${again ? '*' : ''}${name}${word ? '=' : ''}[${told}]${takes}`
  return [long, ...(short ? [short] : [])].map(name => quotedForShell(spec(name)))
}

function actionOf(values: Values | undefined): string {
  if (values === undefined) return ''
  if (values === 'file') return '_files'
  return values === 'folder' ? '_files -/' : `(${values.join(' ')})`
}
