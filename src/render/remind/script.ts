import type { Day } from '../../journal/day.ts'
import { isDay } from '../../journal/day.ts'
import { reminderWords } from './words.ts'

/** When to remind, and until which day not to. */
export interface Reminder {
  /** `20:30` */
  readonly time: string
  /** The first day it comes again, ISO. */
  readonly pausedUntil?: Day
}

/**
 * The script that reminds: with `note` as a note on the desktop, else as one line a day in a shell. It starts no
 * Node, and it is where the time and a pause are kept, so that turning it off is removing it.
 */
export const reminderScript = ({ time, pausedUntil }: Reminder): string => `#!/bin/sh
# Written by hearten. \`hearten remind off\` removes it, \`hearten remind pause\` holds it.
time='${time}'
paused_until='${pausedUntil ?? ''}'
today=$(date +%Y-%m-%d)
# As numbers: not every shell compares words.
number() { printf %s "$1" | tr -d ':-'; }
[ "$(number "$today")" -ge "$(number "\${paused_until:-0}")" ] || exit 0
if [ "\${1-}" = note ]; then
  if command -v notify-send >/dev/null 2>&1; then
    exec notify-send -- '${reminderWords.title}' '${reminderWords.body}'
  fi
  exec osascript -e 'display notification "${reminderWords.body}" with title "${reminderWords.title}"'
fi
[ "$(number "$(date +%H:%M)")" -ge "$(number "$time")" ] || exit 0
shown=\${0%.sh}-shown
[ "$(cat "$shown" 2>/dev/null)" != "$today" ] || exit 0
umask 077
echo "$today" >"$shown"
echo '${reminderWords.title}: hearten. ${reminderWords.body}'
`

/** What a script says of itself; undefined when it is none of ours. */
export function reminderIn(script: string): Reminder | undefined {
  const said = (name: string) => new RegExp(`^${name}='(.*)'$`, 'm').exec(script)?.[1]
  const [time, pausedUntil] = [said('time'), said('paused_until')]
  if (time === undefined || !/^\d\d:\d\d$/.test(time)) return undefined
  return { time, ...(pausedUntil !== undefined && isDay(pausedUntil) && { pausedUntil }) }
}

/** The line for the start-up file of a shell. bash, zsh, fish and every other know it. */
export const shellLine = (script: string): string =>
  `test -r ${quotedPath(script)} && sh ${quotedPath(script)}`

const quotedPath = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`
