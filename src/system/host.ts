import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import type { Host, Owner } from '../store/lock.ts'

/**
 * This machine and this process, as a lock must know them. Linux says all of it in files. Elsewhere
 * only the name of the machine, when it started and the process number are known: a dead process is
 * noticed unless its number is in use again; then it takes `hearten doctor --mend` to break its lock.
 */
export function systemHost(process: NodeJS.Process): Host {
  const uid = process.getuid?.()
  return {
    ...(uid === undefined ? {} : { uid }),
    self: () => owner(process.pid),
    fateOf(other, since) {
      const me = owner(process.pid)
      if (!sameMachine(me, other)) return isBeforeBoot(since) ? 'dead' : 'unknown'
      if (!sameBoot(me, other)) return 'dead'
      if (me.namespace !== other.namespace) return 'unknown'
      if (!isRunning(process, other.pid)) return 'dead'
      const started = startOf(other.pid)
      return started === 'gone' || (started !== other.started && started && other.started)
        ? 'dead'
        : 'alive'
    },
  }
}

/** The same running kernel is the same machine even where it has no id, as in many containers. */
const sameMachine = (a: Owner, b: Owner): boolean =>
  sameBoot(a, b) || (a.machine !== undefined && a.machine === b.machine)

/** With room for a clock that was set meanwhile, or that is another computer's. */
const isBeforeBoot = (moment: number | undefined): boolean =>
  moment !== undefined && moment < Date.now() - uptime() * 1000 - 60_000

/** A boot is Linux's own id for it, or `NAME SECONDS`, which may be off by as much as the clock was set. */
function sameBoot(a: Owner, b: Owner): boolean {
  if (a.boot === undefined || b.boot === undefined) return false
  if (a.boot === b.boot) return true
  const [[nameA, at], [nameB, other]] = [a.boot.split(' '), b.boot.split(' ')]
  return nameA === nameB && Math.abs(Number(at) - Number(other)) <= 10
}

/** A running process, as it can be told from every other later on. */
export function owner(pid: number): Owner {
  const found = {
    pid,
    started: startOf(pid),
    namespace: tried(() => readlinkSync('/proc/self/ns/pid')),
    boot:
      tried(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ??
      `${hostname()} ${Math.round(Date.now() / 1000 - uptime())}`,
    machine: tried(() => readFileSync('/etc/machine-id', 'utf8').trim()),
  }
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as Owner
}

/** Field 22 of the process's stat; its name, field 2, may hold anything. A zombie is gone. */
function startOf(pid: number): string | undefined {
  const stat = tried(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' || fields?.[0] === 'X' ? 'gone' : fields?.[19]
}

function isRunning(process: NodeJS.Process, pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

function tried(read: () => string): string | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
