import { dirname, isAbsolute, join } from 'node:path'
import type { Context } from '../context.ts'
import { UserError } from '../errors.ts'
import type { Reminder } from '../render/remind/script.ts'
import { reminderIn, reminderScript } from '../render/remind/script.ts'
import type { Unit } from '../render/remind/units.ts'
import { launchdUnit, systemdUnits, windowsTask } from '../render/remind/units.ts'
import { plainPaper } from '../store/paper.ts'

/** A file of a reminder on the disk. */
interface Placed extends Unit {
  readonly path: string
}

/** How a system is told to begin with a timer, and to leave it. */
export interface SystemTimer {
  readonly files: readonly Placed[]
  readonly start: string
  readonly stop: string
}

/** The script that reminds; it holds the time and a pause. */
export const scriptFile = ({ folders }: Context): string => join(folders.config, 'remind.sh')

/** What is set; undefined where nothing is. */
export function reminderHere(context: Context): Reminder | undefined {
  const bytes = plainPaper().read(scriptFile(context))
  return bytes && reminderIn(bytes.toString('utf8'))
}

/** Writes the script, and anew whatever files of the system are there. @throws UserError */
export function keepReminder(context: Context, reminder: Reminder): void {
  write([{ name: '', path: scriptFile(context), text: reminderScript(reminder) }])
  write(systemTimer(context, reminder).files.filter(({ path }) => isThere(path)))
}

/** Writes the files that the system reads. @throws UserError */
export const keepTimer = ({ files }: SystemTimer): void => write(files)

/** Removes all that hearten wrote for reminders. @returns what is gone now */
export function removeReminder(context: Context): string[] {
  const script = scriptFile(context)
  const timer = systemTimer(context, { time: '00:00' })
  const paths = [script, script.replace(/\.sh$/, '-shown'), ...timer.files.map(it => it.path)]
  const gone = paths.filter(isThere)
  for (const path of gone) plainPaper().remove(path)
  return gone
}

/** The timer of this system: of systemd, launchd or the Task Scheduler. */
export function systemTimer(context: Context, reminder: Reminder): SystemTimer {
  const { platform, home, env, folders } = context
  const script = scriptFile(context)
  if (/[\r\n]/.test(script)) throw new UserError(`A reminder cannot lie in ${script}.`)
  const into = (folder: string, units: readonly Unit[]): Placed[] =>
    units.map(unit => ({ ...unit, path: join(folder, unit.name) }))
  if (platform === 'win32') {
    const files = into(folders.config, [windowsTask(reminder, context.stamp().today)])
    return {
      files,
      start: `schtasks /Create /F /TN hearten-remind /XML "${files[0]?.path}"`,
      stop: 'schtasks /Delete /F /TN hearten-remind',
    }
  }
  if (platform === 'darwin') {
    const files = into(join(home(), 'Library/LaunchAgents'), [launchdUnit(reminder, script)])
    return {
      files,
      start: `launchctl bootstrap gui/$(id -u) '${files[0]?.path}'`,
      stop: 'launchctl bootout gui/$(id -u)/hearten.remind',
    }
  }
  const config = env.XDG_CONFIG_HOME ?? ''
  const folder = join(isAbsolute(config) ? config : join(home(), '.config'), 'systemd/user')
  return {
    files: into(folder, systemdUnits(reminder, script)),
    start: 'systemctl --user daemon-reload && systemctl --user enable --now hearten-remind.timer',
    stop: 'systemctl --user disable --now hearten-remind.timer',
  }
}

const isThere = (path: string): boolean => plainPaper().about(path) !== undefined

function write(files: readonly Placed[]): void {
  for (const { path, text } of files)
    try {
      plainPaper().makeFolder(dirname(path))
      plainPaper().write(path, Buffer.from(text), 'synced')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw new UserError(`${path} could not be written (${code}).`)
    }
}
