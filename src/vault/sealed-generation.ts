import type { NextGeneration } from '../store/next-generation.ts'
import type { PlainPaper } from '../store/paper.ts'
import type { Identity } from './identity.ts'
import { writeKeyFile, writeRecipient } from './key-file.ts'
import { sealedPaper } from './sealed-paper.ts'
import { unlockedBy } from './unlock.ts'

/** A generation that is sealed to a key, which lies in it under a passphrase. @param keyFile of `wrappedKey` */
export const sealedGeneration = (
  plain: PlainPaper,
  identity: Identity,
  keyFile: Buffer,
): NextGeneration => ({
  recipient: identity.recipient.text,
  paper: sealedPaper(plain, identity.recipient, unlockedBy(identity)),
  prepare(folder) {
    writeKeyFile(plain, folder, keyFile)
    writeRecipient(plain, folder, identity)
  },
})
