import type { OutlineCommand, OutlineFlag, TableOutline } from '../outline.ts'
import type { Values } from '../values.ts'

/** Where one may stand on a command line, and what can come next. */
export interface Position {
  /** The words that lead there after `hearten`; none at the beginning. */
  readonly path: readonly string[]
  readonly about: string
  readonly flags: readonly OutlineFlag[]
  readonly next: readonly Position[]
  /** What its own words may be. */
  readonly words: readonly Values[]
}

interface Choosing {
  readonly name: string
  readonly about: string
  readonly values?: readonly string[]
}

/** The outline as a tree of positions; `config set NAME` is one for each preference. */
export function positionsOf(outline: TableOutline, preferences: readonly Choosing[]): Position {
  const everywhere = outline.everywhere.filter(({ long }) => long !== '--version')
  const positionOf = ({ path, entry, flags, words, actions }: OutlineCommand): Position => ({
    path,
    about: entry.about,
    flags: [...flags, ...everywhere],
    next:
      path.join(' ') === 'config set'
        ? preferences.map(choice(path, everywhere))
        : actions.map(positionOf),
    words: words.flatMap(({ values }) => (values ? [values] : [])),
  })
  return {
    path: [],
    about: '',
    flags: [...outline.session, ...outline.everywhere],
    next: outline.groups.flatMap(({ commands }) => commands.map(positionOf)),
    words: [],
  }
}

const choice =
  (path: readonly string[], flags: readonly OutlineFlag[]) =>
  ({ name, about, values }: Choosing): Position => ({
    path: [...path, name],
    about,
    flags,
    next: [],
    words: values ? [values] : [],
  })

/** A position and all that lie behind it. */
export const allPositions = (position: Position): Position[] => [
  position,
  ...position.next.flatMap(allPositions),
]

/** Every word that can stand in a position, and whether a file or a folder can. */
export function wordsAt(position: Position) {
  const lists = position.words.flatMap(values => (typeof values === 'string' ? [] : values))
  return {
    words: [...position.next.map(({ path }) => path.at(-1) ?? ''), ...lists],
    path: position.words.find(values => typeof values === 'string'),
  }
}

/**
 * Flags that something stands after, each behind the words that lead to its position: ` toolkit use --before`. The
 * same flag takes a word in one position and none in another. One of every position begins with `*`.
 */
export function flagsWithWords(root: Position): string[] {
  const everywhere = root.flags.filter(({ long }) =>
    allPositions(root).every(({ flags }) => flags.some(it => it.long === long && it.word)),
  )
  return [
    ...everywhere.map(({ long }) => `*${long}`),
    ...allPositions(root).flatMap(({ path, flags }) =>
      flags
        .filter(flag => flag.word && !everywhere.some(({ long }) => long === flag.long))
        .map(({ long }) => [...path.map(word => ` ${word}`), ` ${long}`].join('')),
    ),
  ]
}

/** In single quotes of a shell of Bourne's kind. */
export const quotedForShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
