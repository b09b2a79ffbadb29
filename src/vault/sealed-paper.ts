import { after } from '../store/awaitable.ts'
import { expectMuch } from '../store/digest.ts'
import { Damage } from '../store/lines.ts'
import type { Paper, PlainPaper, ReadingRoom } from '../store/paper.ts'
import type { Memory } from './age.ts'
import { AgeError, looksSealed, open, seal } from './age.ts'
import type { Identity, JournalRecipient } from './identity.ts'
import type { Unlocking } from './unlock.ts'

const tagLength = 16

/** The paper of a generation that is sealed: every file on it is an age file to the journal's own key. */
export function sealedPaper(
  plain: PlainPaper,
  recipient: JournalRecipient,
  unlocking: Unlocking,
): Paper {
  // What seals and opens has loaded what makes them, too.
  expectMuch()
  const opened = (bytes: Buffer | undefined) => bytes && openedOf(bytes)
  const openedOf = (bytes: Buffer, memory?: Memory) => {
    // Nobody is asked for a passphrase for what it would not open.
    if (!looksSealed(bytes)) throw new Damage(notSealed(bytes))
    return after(unlocking.identity(), identity => contentWith(identity, bytes, memory))
  }
  // What a room holds is sealed; what that comes to when it is opened lies in one beside it, as long.
  const beside = new WeakMap<ReadingRoom, Buffer>()
  const memoryBeside =
    (room: ReadingRoom): Memory =>
    length => {
      const there = beside.get(room)
      if (there && there.length >= length) return there
      const made = Buffer.allocUnsafeSlow(length * 2)
      beside.set(room, made)
      return made
    }
  return {
    ...plain,
    isPlain: false,
    read: path => opened(plain.read(path)),
    hold(path) {
      const held = plain.hold(path)
      return (
        held && { ...held, read: into => openedOf(held.read(into), into && memoryBeside(into)) }
      )
    },
    write: (path, bytes, how, options) => plain.write(path, seal(recipient, bytes), how, options),
    copy: (from, to) => opened(plain.copy(from, to)),
    // Its last bytes are a code over what it holds, made with a key of its own: no other file has the same.
    fingerprint(path) {
      const end = plain.ending(path, tagLength)
      return end && `${end.bytes.toString('hex')} ${end.size}`
    },
    isLocked: unlocking.isLocked,
    leaveLocked: unlocking.leaveLocked,
    unlock: () => after(unlocking.identity(), () => {}),
  }
}

const notSealed = (bytes: Buffer): string =>
  bytes.length === 0
    ? 'it is empty'
    : 'it is not encrypted, and in this journal everything is. Somebody may have put it there'

function contentWith(identity: Identity, bytes: Buffer, memory?: Memory): Buffer {
  try {
    return open(identity, bytes, memory)
  } catch (error) {
    throw error instanceof AgeError ? new Damage(error.message) : error
  }
}
