import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as later } from 'node:timers/promises'
import { Damage } from '../../src/store/lines.ts'
import type { OnPaper, Paper, PlainPaper } from '../../src/store/paper.ts'

// The store's tests run over two papers: plain, and one on which no byte lies as it was written. The
// project "sealed paper" in vitest.config.ts sets the switch; it is read here and nowhere else.

/** Whether bytes lie on the disk otherwise than they were written. */
export const isSealed = process.env.HEARTEN_TEST_PAPER === 'sealed'

/** What a journal of a test is opened with, and looked over. */
export const onPaper: OnPaper = isSealed ? { paper: sealedPaper } : {}

// Bytes that no strict reader takes for text, salt that makes equal bytes unequal, and a tag.
const mark = Buffer.from([0xff, 0x00, 0xc3, 0x28])
const saltLength = 8
const tagLength = 16

/** XORs with a stream that comes from the salt: its own inverse. Not meant to keep a secret. */
function turned(bytes: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte, at) => byte ^ (salt[at % saltLength] ?? 0) ^ (at * 7 + 0x5a)))
}

const tagOf = (salt: Uint8Array, bytes: Uint8Array) =>
  createHash('sha256').update(salt).update(bytes).digest().subarray(0, tagLength)

export function sealed(bytes: Uint8Array): Buffer {
  const salt = randomBytes(saltLength)
  return Buffer.concat([mark, salt, turned(bytes, salt), tagOf(salt, bytes)])
}

/** @throws Damage when these are not bytes that `sealed` made, all of them */
export function unsealed(bytes: Buffer): Buffer {
  if (!holdsMark(bytes)) throw new Damage('it was not written on this paper')
  const salt = bytes.subarray(mark.length, mark.length + saltLength)
  const content = turned(bytes.subarray(mark.length + saltLength, -tagLength), salt)
  if (tagOf(salt, content).equals(bytes.subarray(-tagLength))) return content
  throw new Damage('its bytes were changed')
}

const holdsMark = (bytes: Buffer) =>
  bytes.length >= mark.length + saltLength + tagLength &&
  bytes.subarray(0, mark.length).equals(mark)

/** Every byte turned on its way to the disk and back, and everything a moment later, as with encryption. */
export function sealedPaper(plain: PlainPaper): Paper {
  const opened = async (bytes: Buffer | undefined) => {
    await later()
    return bytes && unsealed(bytes)
  }
  return {
    ...plain,
    read: async path => opened(plain.read(path)),
    async write(path, bytes, how, options) {
      await later()
      plain.write(path, sealed(bytes), how, options)
    },
    copy: async (from, to) => opened(plain.copy(from, to)),
    seal(path) {
      const end = plain.ending(path, tagLength)
      return end && `${end.bytes.toString('hex')} ${end.size}`
    },
  }
}

/** What a file holds, whatever it is written on. */
export function contentOf(path: string): Buffer {
  const bytes = readFileSync(path)
  return holdsMark(bytes) ? unsealed(bytes) : bytes
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
  const body = text.replace('"hearten":1', '"hearten":2').replace(/"checksum":[^\n]*\n$/, '')
  return `${body}"checksum":"sha256:${createHash('sha256').update(body).digest('hex')}"}\n`
}

/** Another byte than was there: what a bad disk gives back. */
export function garbled(bytes: Buffer): Buffer {
  const other = Buffer.from(bytes)
  const middle = bytes.length >> 1
  other[middle] = (other[middle] ?? 0) ^ 1
  return other
}
