import type { OutlineFlag } from '../outline.ts'
import type { Position } from './position.ts'
import { allPositions, flagsWithWords, wordsAt } from './position.ts'

/** Completion for fish 3.0 and later. */
export function fishCompletion(root: Position): string {
  const positions = allPositions(root)
  const paths = positions
    .filter(({ path }) => path.length > 0)
    .map(({ path }) => quoted(path.join(' ')))
  const taking = flagsWithWords(root).map(it => quoted(it.replace('*', '* ')))
  return `# fish completion for hearten. It starts nothing, and evaluates nothing that was typed.
function __hearten_at
    set -l at ''
    set -l skips 0
    for word in (commandline -opc)[2..-1]
        if test $skips = 1
            set skips 0
            continue
        end
        test "$word" = --; and return 1
        set -l position " $word"
        test -n "$at"; and set position " $at $word"
        switch $position
            case ${taking.join(' ')}
                set skips 1
            case '* -*'
            case '*'
                set -l deeper (string trim -- "$at $word")
                contains -- $deeper ${paths.join(' ')}
                and set at $deeper
        end
    end
    test "$at" = "$argv[1]"
end
complete -c hearten -f
${positions.flatMap(linesOf).join('\n')}
`
}

function linesOf(position: Position): string[] {
  const here = `complete -c hearten -n ${quoted(`__hearten_at '${position.path.join(' ')}'`)}`
  const { path } = wordsAt(position)
  return [
    ...position.next.map(next => `${here} -a ${next.path.at(-1)} -d ${quoted(next.about)}`),
    ...position.words.flatMap(values =>
      typeof values === 'string' ? [] : [`${here} -a ${quoted(values.join(' '))}`],
    ),
    ...(path === 'file' ? [`${here} -F`] : []),
    ...(path === 'folder' ? [`${here} -a '(__fish_complete_directories)'`] : []),
    ...position.flags.map(flag => `${here} ${flagOf(flag)}`),
  ]
}

function flagOf({ long, short, about, word, values }: OutlineFlag): string {
  const name = `${short ? `-s ${short.slice(1)} ` : ''}-l ${long.slice(2)}`
  const told = `-d ${quoted(about)}`
  if (word === undefined) return `${name} ${told}`
  if (values === 'file') return `${name} -r -F ${told}`
  if (values === 'folder') return `${name} -x -a '(__fish_complete_directories)' ${told}`
  return `${name} -x${values ? ` -a ${quoted(values.join(' '))}` : ''} ${told}`
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`
