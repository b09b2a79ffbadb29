import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk } from '../../src/store/disk.ts'
import type { NextGeneration } from '../../src/store/next-generation.ts'
import type { OpenOptions } from '../../src/store/open-options.ts'
import { plainPaper } from '../../src/store/paper.ts'
import type { Identity } from '../../src/vault/identity.ts'
import { identityIn } from '../../src/vault/identity.ts'
import { wrappedKey } from '../../src/vault/key-file.ts'
import { sealedGeneration } from '../../src/vault/sealed-generation.ts'
import { sealingWith } from '../../src/vault/sealing.ts'
import { host } from './a-journal.ts'
import { testKey } from './papers.ts'

/** What a guess at a passphrase costs in tests: next to nothing. */
export const cheap = 1

export const passphrase = 'six words that nobody would guess'

export const identity = identityIn(testKey) as Identity

/** Somebody who answers with these passphrases, one after the other, and notes how often they were asked. */
export function answering(...passphrases: readonly (string | undefined)[]) {
  let asked = 0
  const sealing = async () =>
    sealingWith({
      host,
      of: { what: 'journal', variable: 'HEARTEN_PASSPHRASE_FILE' },
      tries: 3,
      ask: async () => passphrases[asked++],
    })
  return {
    on: { sealing: once(sealing) } satisfies Partial<OpenOptions>,
    get asked() {
      return asked
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Where a journal goes when it is encrypted under the passphrase of the tests. */
export const encrypted = async (disk?: Disk): Promise<NextGeneration> =>
  sealedGeneration(plainPaper(disk), identity, await wrappedKey(identity, passphrase, cheap))

export const decrypted = (disk?: Disk): NextGeneration => ({
  paper: plainPaper(disk),
  prepare() {},
})

/** The first page. */
export const pageOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'journal.json'), 'utf8')) as {
    generation: string
    recipient?: string
    discard?: string
  }
