import type { Context } from '../context.ts'
import { datesHere, futureDayFlag } from '../desk/flags.ts'
import {
  keepReminder,
  keepTimer,
  reminderHere,
  removeReminder,
  scriptFile,
  systemTimer,
} from '../desk/reminder.ts'
import { writeResult } from '../desk/result.ts'
import { UsageError } from '../errors.ts'
import { DateError, readDate } from '../journal/dates.ts'
import { addDays } from '../journal/day.ts'
import { calendarFile } from '../render/remind/calendar-file.ts'
import { shellLine } from '../render/remind/script.ts'
import { namedDay } from '../wording/days.ts'

const ways = `Three ways, each of which says "A few quiet minutes" and nothing of what you write:
  \`hearten remind 20:30 --ics minutes.ics\`  a file for the calendar of a phone or a computer
  \`hearten remind 20:30 --shell\`  a line for your shell, once a day when one starts
  \`hearten remind 20:30 --system\`  a note on the desktop, by the timer of this system`

/** Sets a reminder by one of three ways, or says what is set and how. */
export async function remind(
  context: Context,
  words: string[],
  flags: { ics?: string; shell?: boolean; system?: boolean },
): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today, now } = stamp()
  const there = reminderHere(context)
  const chosen = [flags.ics !== undefined, flags.shell, flags.system].filter(Boolean).length
  if (words.length === 0 && chosen === 0) {
    if (globals.json) terminal.data(dataOf(context))
    else {
      terminal.printWords(there ? whenWords(context) : 'No reminder is set here.')
      terminal.notify(ways)
    }
    return
  }
  const time = words.length > 0 ? timeMeant(words.join(' '), context) : there?.time
  if (time === undefined) throw new UsageError('Say when: `hearten remind 20:30 --shell`.')
  if (chosen !== 1) throw new UsageError(`Say which way, one of three.\n${ways}`)
  if (flags.ics !== undefined) {
    await writeResult(context, flags.ics, calendarFile(time, today, now))
    terminal.notify('Open it where your calendar is. There it can also be changed or removed.')
    return
  }
  const pausedUntil = there?.pausedUntil
  const reminder = { time, ...(pausedUntil !== undefined && { pausedUntil }) }
  keepReminder(context, reminder)
  if (flags.shell) {
    terminal.print(shellLine(scriptFile(context)))
    terminal.notify(
      'Put this line at the end of ~/.bashrc, ~/.zshrc or ~/.config/fish/config.fish. `hearten remind off` silences it.',
    )
    return
  }
  const timer = systemTimer(context, reminder)
  keepTimer(timer)
  terminal.print(timer.files.map(({ path, text }) => `# ${path}\n${text}`).join('\n'))
  terminal.notify(`This is what was written. One command starts it:\n${timer.start}`)
}

/** Holds the reminder until a day; a week when none is said. */
export async function pauseReminder(context: Context, words: string[]): Promise<undefined> {
  const { today } = context.stamp()
  const there = reminderHere(context)
  if (!there) throw new UsageError('No reminder is set here, so there is nothing to pause.')
  const pausedUntil =
    words.length > 0
      ? futureDayFlag(words.join(' ').replace(/^until /i, ''), '', context)
      : addDays(today, 7)
  keepReminder(context, { time: there.time, pausedUntil })
  tell(
    context,
    `Quiet until ${namedDay(pausedUntil, today)}. \`hearten remind on\` ends the pause.`,
  )
  if (context.platform === 'win32')
    context.terminal.notify(
      `One command takes it in:\n${systemTimer(context, { ...there, pausedUntil }).start}`,
    )
}

/** Ends a pause. */
export async function resumeReminder(context: Context): Promise<undefined> {
  const there = reminderHere(context)
  if (!there)
    throw new UsageError('No reminder is set here. `hearten remind` shows how to set one.')
  keepReminder(context, { time: there.time })
  tell(context, whenWords(context))
}

/** Removes whatever hearten wrote for reminders; what is left to do by hand is said. */
export async function stopReminder(context: Context): Promise<undefined> {
  const timer = systemTimer(context, { time: '00:00' })
  const gone = removeReminder(context)
  if (gone.length === 0) tell(context, 'No reminder is set here.')
  else tell(context, 'No more reminders from here. A line in your shell is silent now.')
  if (timer.files.some(({ path }) => gone.includes(path)))
    context.terminal.notify(`One command lets the timer go:\n${timer.stop}`)
  context.terminal.notify('An event in a calendar is removed there.')
}

function tell(context: Context, words: string): void {
  if (context.globals.json) context.terminal.data(dataOf(context))
  else context.terminal.notify(words)
}

function dataOf(context: Context) {
  const there = reminderHere(context)
  return {
    time: there?.time ?? null,
    pausedUntil: there?.pausedUntil ?? null,
    script: there ? scriptFile(context) : null,
  }
}

function whenWords(context: Context): string {
  const { today } = context.stamp()
  const { time, pausedUntil } = reminderHere(context) ?? { time: '' }
  return pausedUntil !== undefined && pausedUntil > today
    ? `A reminder at ${time}, quiet until ${namedDay(pausedUntil, today)}.`
    : `A reminder at ${time}, every day.`
}

/** `20:30`, `8pm`, `noon`. */
function timeMeant(text: string, context: Context): string {
  try {
    const { time, at } = readDate(text, datesHere(context))
    const found = time ?? at?.slice(11, 16)
    if (found !== undefined) return found
  } catch (error) {
    if (!(error instanceof DateError)) throw error
  }
  throw new UsageError(`"${text}" is no time of day. Write one like 20:30 or 8pm.`)
}
