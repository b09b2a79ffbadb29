import { JournalError, UserError } from '../errors.ts'

/** The system's name for what went wrong. Node has no name for a full quota: it says UNKNOWN and the number. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, errno } = error as NodeJS.ErrnoException
  return code === 'UNKNOWN' && errno === -122 ? 'EDQUOT' : code
}

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

/** What a call gives, or undefined when the file it is about is not there. */
export function ifThere<T>(call: () => T): T | undefined {
  try {
    return call()
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** For what may fail because something failed before it: the first error is the one worth telling. */
export function quietly(call: () => void): void {
  try {
    call()
  } catch {
    // Told already.
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EACCES: 'permission was denied',
  EPERM: 'permission was denied',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reported an error',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file is in the place of a folder',
  EISDIR: 'it is a folder, not a file',
  EFTYPE: 'it is no ordinary file',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its path is too long',
  ELOOP: 'its path goes in a circle',
}

/** Why a file call failed, in words; undefined when it was not the file's fault. */
export function reasonOf(error: unknown): string | undefined {
  const code = codeOf(error)
  if (code === undefined || !/^(E[A-Z0-9]+|UNKNOWN)$/.test(code)) return undefined
  return reasons[code] ?? `the system said ${code}`
}

const notYours = 'It may belong to somebody else, or only be for reading: `ls -ld` shows it.'
const makeRoom = 'Make room, and try again.'
const advice: Readonly<Record<string, string>> = {
  ENOSPC: makeRoom,
  EDQUOT: makeRoom,
  EACCES: notYours,
  EPERM: notYours,
  EROFS: '`--journal` keeps a journal in another folder.',
  EIO: 'Copy what is there to another disk soon.',
}

const advised = (words: string, error: unknown): string =>
  [words, advice[codeOf(error) ?? '']].filter(Boolean).join('\n')

/** Runs something that reads `path`, and says in words when that does not work. */
export function reading<T>(path: string, call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw readingError(path, error)
  }
}

/** What to tell the person when `path` could not be read. Errors that are no file's fault come back as they are. */
export function readingError(path: string, error: unknown): unknown {
  // No journal was ever there, and none can be: that is no damage, but a wrong place.
  if (codeOf(error) === 'ENOTDIR')
    return new UserError(
      `${path} cannot be there: a part of its path is a file, not a folder. Nothing was changed.\nChoose another folder with --journal or HEARTEN_HOME.`,
      1,
      { cause: error },
    )
  const reason = reasonOf(error)
  if (reason === undefined) return error
  const words = `${path} cannot be read: ${reason}. Nothing was changed.`
  return new JournalError(advised(words, error), { cause: error })
}

/** The same when it could not be written. */
export function writingError(path: string, error: unknown, consequence: string): unknown {
  const reason = reasonOf(error)
  if (reason === undefined) return error
  const words = `${path} could not be written: ${reason}. ${consequence}`
  return new UserError(advised(words, error), 1, { cause: error })
}

/** Runs something that uses many files in a folder; a failure that nobody put into words yet is put into words here. */
export async function inWords<T>(
  words: (error: unknown) => unknown,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw words(error)
  }
}
