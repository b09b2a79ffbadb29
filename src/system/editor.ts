import { spawn } from 'node:child_process'
import { openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../errors.ts'
import type { Editing, PageAbout } from './editing-folders.ts'
import { isInMemory, makeEditing, writeNote } from './editing-folders.ts'
import type { EditorCommand } from './editor-command.ts'
import { editorCommand } from './editor-command.ts'
import { owner } from './host.ts'
import { lastWritten, wipe } from './page-files.ts'
import { pageText } from './page-text.ts'
import type { World } from './world.ts'

/** What is to be edited, and what becomes of it. */
export interface ToEdit {
  readonly text: string
  /** Gets what the editor saves, as it is saved. */
  readonly onSave: (text: string) => void
  /** Of an encrypted journal, whose words are to lie nowhere in plain text: is told what cannot be helped. */
  readonly sealed?: { warn(text: string): void } | undefined
  /** What the words become when this process does not live to see the end. */
  readonly page: PageAbout
  readonly newId: () => string
  /** Asks whether an editor that ended is really closed. @returns false when nobody can say */
  readonly isClosed: (editor: string) => Promise<boolean>
}

/**
 * Opens `$VISUAL` or `$EDITOR` on a text, in a folder only this person can read and in memory where
 * there is one. The file is removed when the page is closed; should this process end before, by the next one.
 *
 * @returns what was saved last, also by an editor that then ended in an error; the text itself when nothing was saved
 * @throws UserError when no editor could be started, or it ended in an error and had saved nothing; also
 *   when what it saved cannot be taken (no UTF-8, a full disk), or its window may still be open: then
 *   the page stays, and the message says where
 */
export async function editText(
  world: World,
  dataFolder: string,
  { text, onSave, page, newId, isClosed, sealed }: ToEdit,
): Promise<string> {
  const command = editorCommand(world)
  const journal = resolve(dataFolder)
  const note = { journal, owner: world.host.self(), opened: text, page }
  const editing = makeEditing(world, note, sealed ? 'certain memory' : 'memory')
  for (const risk of sealed ? risksOf(world, editing, command) : []) sealed?.warn(risk)
  const { folder, file } = editing
  let saved = text
  let seen = ''
  let isEmptied = false
  let stays = false
  let isOpen = false
  const take = () => {
    const stamp = stampOf(file)
    if (stamp === undefined || stamp === seen) return
    const words = pageText(readFileSync(file))
    // As a full disk leaves it, too: believed only of an editor that then ended well.
    isEmptied = words === ''
    if (!isEmptied) {
      saved = words
      onSave(words)
    }
    // Noted last: what could not be taken is tried again, and is never wiped.
    seen = stamp
  }
  const close = () => {
    // An editor saves once more when its window is closed, maybe after hearten ended.
    if (stays || isOpen) return
    const left = stampOf(file)
    if (left === undefined || left === seen) wipe(editing)
  }
  world.onEnd(() => {
    tryQuietly(take)
    close()
  })
  // Ctrl-C in an editor is the editor's business.
  const heedAgain = world.onInterrupt(() => {})
  try {
    writeFileSync(file, text && `${text}\n`, { mode: 0o600, flag: 'wx' })
    const opened = stampOf(file) ?? ''
    seen = opened
    const watching = setInterval(() => tryQuietly(take), 300)
    try {
      isOpen = true
      const failure = await run(command, editing, world).catch(error => error)
      isOpen = false
      if (!failure && !command.waits && stampOf(file) === opened && !(await isClosed(command.name)))
        stays = stampOf(file) === opened
      if (stays) {
        // Under another id: the words so far may be kept before its window saves more.
        writeNote(folder, { ...note, open: true, page: { ...page, id: newId() } })
        throw new UserError(
          `The editor "${command.name}" ended at once and saved nothing so far.\nIf its window is still open, save there and close it: the next \`hearten\` picks the page up.\nUntil then it is in ${file}.`,
        )
      }
      takeAtLast(take, editing, world, sealed !== undefined)
      // It had to end before it was told to save: what it wrote beside the page waits for the next `hearten`.
      stays = failure !== undefined && ![file, undefined].includes(lastWritten(editing))
      if (failure && saved === text)
        throw stays ? new UserError(`${failure.message}\n${waits}`) : failure
      if (failure || !isEmptied) return saved
      onSave('')
      return ''
    } finally {
      clearInterval(watching)
    }
  } finally {
    heedAgain()
    close()
  }
}

const waits = 'What you wrote and did not save is there: the next `hearten` picks it up.'

/** Where words of an encrypted journal may come to lie in plain text all the same. */
function risksOf(
  world: World,
  { folder }: Editing,
  { name, keepsCopies }: EditorCommand,
): string[] {
  return [
    ...(isInMemory(world, folder)
      ? []
      : [
          'There is no place in memory here. While your editor has it, this page lies on the disk in plain text.',
        ]),
    ...(keepsCopies
      ? [`"${name}" may keep copies of its own, in plain text. Vim and Neovim are told not to.`]
      : []),
  ]
}

/** What cannot be taken must outlive a logout, which empties the memory: it moves to the data folder. */
function takeAtLast(take: () => void, editing: Editing, world: World, isSealed: boolean): void {
  try {
    take()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    // On the disk it would lie in plain text.
    if (isSealed && isInMemory(world, editing.folder))
      throw new UserError(
        `${why}\nWhat the editor saved is kept in ${editing.file}. That is in memory, and gone when the computer is off.\nThe next \`hearten\` picks it up as soon as it can be taken in.`,
      )
    throw new UserError(
      `${why}\nWhat the editor saved is kept in ${moved(editing, world)}.\nThe next \`hearten\` picks it up as soon as it can be taken in.`,
    )
  }
}

function moved(editing: Editing, world: World): string {
  if (editing.folder.startsWith(editing.note.journal)) return editing.file
  let kept: Editing | undefined
  try {
    kept = makeEditing(world, editing.note, 'disk')
    writeFileSync(kept.file, readFileSync(editing.file), { mode: 0o600, flush: true })
    wipe(editing)
    return kept.file
  } catch {
    // On a full disk, memory is the better place.
    if (kept) wipe(kept)
    return editing.file
  }
}

/** An argument vector, no shell. */
function run(command: EditorCommand, { folder, file, note }: Editing, world: World): Promise<void> {
  const { name, program, args } = command
  return new Promise((resolve, reject) => {
    const failed = (why: string) =>
      reject(
        new UserError(
          `The editor "${name}" ${why}. Nothing was added to your journal.\nSet VISUAL or EDITOR to another one, or write without it.`,
        ),
      )
    const input = world.inputIsTerminal ? 'inherit' : terminalBesidePipe()
    const child = spawn(program, [...args, file], {
      stdio: [input, 'inherit', 'inherit'],
      env: { ...world.env },
    })
    child.on('spawn', () => {
      const { pid } = child
      if (pid !== undefined) tryQuietly(() => writeNote(folder, { ...note, editor: owner(pid) }))
    })
    child.on('error', () => failed('could not be started'))
    child.on('exit', (code, signal) =>
      code === 0
        ? resolve()
        : failed(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    )
  })
}

/** The terminal an editor can have when words came through a pipe; the pipe when there is none. */
function terminalBesidePipe(): number | 'inherit' {
  try {
    return openSync('/dev/tty', 'r+')
  } catch {
    return 'inherit'
  }
}

/** Differs whenever the file was written; undefined while there is none, as when an editor replaces it. */
function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && `${stat.mtimeMs} ${stat.size} ${stat.ino}`
}

/** A file between two states (an editor replaces it by renaming) is looked at again later. */
function tryQuietly(action: () => void): void {
  try {
    action()
  } catch {}
}
