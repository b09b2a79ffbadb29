import type { OutlineFlag } from '../outline.ts'
import type { Position } from './position.ts'
import { allPositions, flagsWithWords, wordsAt } from './position.ts'

/** Completion for bash 3.2 and later; `bash-completion` is not needed. */
export function bashCompletion(root: Position): string {
  const positions = allPositions(root)
  const taking = flagsWithWords(root)
    .map(it => (it.startsWith('*') ? `${it.replace('*', "*' ")}'` : `'${it}'`))
    .join('|')
  return `# bash completion for hearten. It starts nothing, and evaluates nothing that was typed.
_hearten() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev='' at= word= i=1 flag='' words='' path=''
  [ "$COMP_CWORD" -gt 0 ] && prev=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  # bash takes --flag=word for three words.
  if [ "$cur" = '=' ]; then cur=''
  elif [ "$prev" = '=' ] && [ "$COMP_CWORD" -gt 1 ]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  while [ "$i" -lt "$COMP_CWORD" ]; do
    word=\${COMP_WORDS[i]}
    case $word in
      --) return 0 ;;
      =) i=$((i + 1)) ;;
      -*)
        case "$at $word" in
          ${taking})
            [ "\${COMP_WORDS[i+1]}" = '=' ] || i=$((i + 1)) ;;
        esac ;;
      *)
        case "$at $word" in
          ${positions
            .filter(({ path }) => path.length > 0)
            .map(({ path }) => `' ${path.join(' ')}'`)
            .join('|')}) at="$at $word" ;;
        esac ;;
    esac
    i=$((i + 1))
  done
  case "$at $prev" in
    ${taking}) flag=$prev ;;
  esac
  if [ -n "$flag" ]; then
    case "$at $flag" in
${positions.flatMap(flagCases).join('\n')}
    esac
  else
    case $at in
${positions.map(positionCase).join('\n')}
    esac
  fi
  case $path in
    file) compopt -o default 2>/dev/null || { local IFS=$'\\n'; COMPREPLY=($(compgen -f -- "$cur")); } ;;
    folder) compopt -o dirnames 2>/dev/null || { local IFS=$'\\n'; COMPREPLY=($(compgen -d -- "$cur")); } ;;
  esac
  [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
  return 0
}
complete -F _hearten hearten
`
}

const typedAs = ({ long, short }: OutlineFlag): string[] => (short ? [short, long] : [long])

function flagCases({ path, flags }: Position): string[] {
  const at = path.map(word => ` ${word}`).join('')
  return flags.flatMap(({ long, values }) => {
    if (values === undefined) return []
    const found = typeof values === 'string' ? `path=${values}` : `words='${values.join(' ')}'`
    return [`      '${at} ${long}') ${found} ;;`]
  })
}

function positionCase(position: Position): string {
  const at = position.path.map(word => ` ${word}`).join('')
  const { words, path } = wordsAt(position)
  const flags = position.flags.flatMap(typedAs).join(' ')
  const kind = path ? `; path=${path}` : ''
  return `      '${at}') case $cur in -*) words='${flags}' ;; *) words='${words.join(' ')}'${kind} ;; esac ;;`
}
