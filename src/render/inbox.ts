import { many } from '../wording/counts.ts'
import { visibleLine } from './gate.ts'

interface Left {
  readonly name: string
  readonly reason: string
}

/** Files that stay in the inbox, in a line or two; empty when there are none. */
export function leftInbox(left: readonly Left[]): string {
  const [first, second] = left
  if (first === undefined) return ''
  const name = `"${visibleLine(first.name)}"`
  return second
    ? `${many(left.length, 'file')} stay in your inbox, ${name} among them. \`hearten inbox\` says why.`
    : `${name} stays in your inbox: ${first.reason}.`
}

/** The inbox, with each file that stays in it and why. */
export const renderInbox = (folder: string, left: readonly Left[]): string =>
  [
    `Your inbox is ${visibleLine(folder)}`,
    ...(left.length === 0
      ? ['It is empty. A text file put there becomes an entry at the next command.']
      : left.map(({ name, reason }) => `  ${visibleLine(name)}: ${reason}`)),
  ].join('\n')

/**
 * A function of the shell that drops words into an inbox: whole, on the disk when it returns, and without
 * starting anything slow. It is not done, and says so, when any of that fails.
 *
 * @param inbox where it goes, but under another home
 * @param home what `HEARTEN_HOME` says now; undefined when the journal was named, and no home counts
 */
export function shellFunction(inbox: string, home?: string): string {
  const elsewhere =
    home === undefined
      ? ''
      : `; case \${HEARTEN_HOME-} in ''|${quoted(home)}) ;; *) d=$HEARTEN_HOME/data/inbox ;; esac`
  // `>|` and the backslashes: whatever the person's shell is told about `>`, and calls `cat` and `mv`.
  return `hjot() ( umask 077; d=${quoted(inbox)}${elsewhere}
  t=$(mktemp "$d/.XXXXXXXXXX" 2>/dev/null || { mkdir -p "$d" && mktemp "$d/.XXXXXXXXXX"; }) || exit
  { if [ $# -gt 0 ]; then printf '%s\\n' "$*"; else \\cat; fi; } >|"$t" && sync "$t" && \\mv "$t" "$d/\${t##*/.}.txt" && exec sync "$d"
  echo "hjot: not kept whole. It is in $d" >&2; exit 1
)`
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
