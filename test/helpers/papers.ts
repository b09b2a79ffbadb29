import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as later } from 'node:timers/promises'
import type { Awaitable } from '../../src/store/awaitable.ts'
import { Damage } from '../../src/store/lines.ts'
import type { OnPaper, Paper, PlainPaper } from '../../src/store/paper.ts'
import { looksSealed, open, seal } from '../../src/vault/age.ts'
import type { Identity } from '../../src/vault/identity.ts'
import { identityIn } from '../../src/vault/identity.ts'
import { sealedPaper as vaultPaper } from '../../src/vault/sealed-paper.ts'
import { unlockedBy } from '../../src/vault/unlock.ts'

// The store's tests run over two papers: plain, and that of an encrypted journal. The
// project "sealed paper" in vitest.config.ts sets the switch; it is read here and nowhere else.

/** Whether bytes lie on the disk otherwise than they were written. */
export const isSealed = process.env.HEARTEN_TEST_PAPER === 'sealed'

/**
 * Of cases in a row, those that are tried on this paper in everyday runs: each second on the plain one, each sixth on the
 * other, where only what lies below the store's own work differs. `npm run test:faults` tries all on both.
 */
export const isTried = (at: number): boolean =>
  process.env.HEARTEN_LONG_TESTS !== undefined || at % (isSealed ? 6 : 2) === 0

/** What a journal of a test is opened with, and looked over. */
export const onPaper: OnPaper = isSealed ? { paper: sealedPaper } : {}

/** The key of every journal that tests seal. Of no use anywhere else. */
export const testKey = 'AGE-SECRET-KEY-1WNK0WD0XYEP0GZQJLJEETCAJXCDL6X5CLS6HG3P9DEKR38FZ3JSQ57T3Y4'

const identity = identityIn(testKey) as Identity

export const sealed = (bytes: Uint8Array): Buffer => seal(identity.recipient, bytes)

/** @throws Damage when these are not bytes that `sealed` made, all of them */
export function unsealed(bytes: Buffer): Buffer {
  try {
    return open(identity, bytes)
  } catch (error) {
    throw new Damage(String(error))
  }
}

/** The paper of an encrypted journal that is unlocked, which on top of that answers a turn of the loop later. */
export function sealedPaper(plain: PlainPaper): Paper {
  const paper = vaultPaper(plain, identity.recipient, unlockedBy(identity))
  const inTime = async <T>(call: () => Awaitable<T>): Promise<T> => {
    await later()
    return call()
  }
  return {
    ...paper,
    read: path => inTime(() => paper.read(path)),
    write: (...given) => inTime(() => paper.write(...given)),
    copy: (from, to) => inTime(() => paper.copy(from, to)),
  }
}

/** What a file holds, whatever it is written on. */
export function contentOf(path: string): Buffer {
  const bytes = readFileSync(path)
  return looksSealed(bytes) ? unsealed(bytes) : bytes
}

export const textOf = (path: string): string => contentOf(path).toString('utf8')

/** Writes into a file in place, as somebody else would, on the paper it belongs on. */
export function putContent(path: string, content: string | Uint8Array, options = {}): void {
  const bytes = Buffer.from(content)
  writeFileSync(path, isSealed ? sealed(bytes) : bytes, options)
}

/** Brings a journal that lies there in plain onto the paper of this run. */
export function broughtOnPaper(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (/^g\d+\//.test(name) && statSync(path).isFile()) putContent(path, contentOf(path))
  }
}

/** What a newer hearten would have written in the place of this file: its version, and a checksum to match. */
export function ofNewerVersion(text: string): string {
  const body = text.replace('"hearten":1', '"hearten":9').replace(/"checksum":[^\n]*\n$/, '')
  return `${body}"checksum":"sha256:${createHash('sha256').update(body).digest('hex')}"}\n`
}

/** Another byte than was there: what a bad disk gives back. */
export function garbled(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes)
  const middle = bytes.length >> 1
  other[middle] = (other[middle] ?? 0) ^ 1
  return other
}
