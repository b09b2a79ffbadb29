import { fstatSync, statSync } from 'node:fs'

/** `node:os` knows it too, and would be loaded for it. */
const nullDevice = ({ platform }: NodeJS.Process): string =>
  platform === 'win32' ? '\\\\.\\nul' : '/dev/null'

/**
 * Whether a descriptor is a terminal. A file, a pipe and the null device are known by their status;
 * only what is left is asked of `node:tty`, which brings the network modules along when it loads.
 */
export function isTerminal(process: NodeJS.Process, descriptor: number): boolean {
  try {
    const status = fstatSync(descriptor)
    if (!status.isCharacterDevice()) return false
    if (status.rdev !== 0 && status.rdev === statSync(nullDevice(process)).rdev) return false
  } catch {
    return false
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor)
}
