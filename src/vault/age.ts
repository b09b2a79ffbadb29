import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

// The age file format, https://c2sp.org/age, over the primitives of Node. Why not over a library: docs/decisions/080.

/** Why a file cannot be opened. */
export class AgeError extends Error {
  /** `format`: it is no age file, or cut off; `key`: it was not sealed to this key; `changed`: its bytes were. */
  readonly why: 'format' | 'key' | 'changed'

  constructor(why: AgeError['why'], message: string) {
    super(message)
    this.name = 'AgeError'
    this.why = why
  }
}

/** A part of the header: the key of the file, for one who can open it. */
export interface Stanza {
  readonly type: string
  readonly args: readonly string[]
  readonly body: Buffer
}

/** Seals the key of a file. */
export interface Recipient {
  wrap(fileKey: Buffer): Stanza
}

/** Gives back the key of a file; undefined where it is not for this one. @throws AgeError */
export interface Opener {
  unwrap(stanzas: readonly Stanza[]): Buffer | undefined
}

const intro = 'age-encryption.org/v1'
const fileKeyLength = 16
const nonceLength = 16
const tagLength = 16
const chunkLength = 64 * 1024
const lineLength = 64

/** Whether these bytes begin as an age file does. */
export const looksSealed = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, intro.length + 1)).equals(
    Buffer.from(`${intro}\n`),
  )

export function seal(recipient: Recipient, content: Uint8Array): Buffer {
  const fileKey = randomBytes(fileKeyLength)
  const { type, args, body } = recipient.wrap(fileKey)
  const header = `${intro}\n-> ${[type, ...args].join(' ')}\n${wrapped(body)}\n---`
  const nonce = randomBytes(nonceLength)
  return Buffer.concat([
    Buffer.from(`${header} ${base64(macOf(fileKey, Buffer.from(header)))}\n`),
    nonce,
    ...sealedChunks(derived(fileKey, nonce, 'payload'), content),
  ])
}

/** Takes memory for what a file holds: at least so many bytes. */
export type Memory = (length: number) => Buffer

/** @throws AgeError */
export function open(opener: Opener, file: Uint8Array, memory?: Memory): Buffer {
  const header = headerOf(file)
  return contentOf(header, opener.unwrap(header.stanzas), memory)
}

/** What a file holds, once its key is known. @throws AgeError */
export function contentOf(
  { covered, mac, payload }: Header,
  fileKey: Buffer | undefined,
  memory: Memory = Buffer.allocUnsafeSlow,
): Buffer {
  if (fileKey === undefined) throw new AgeError('key', 'it was sealed to another key')
  if (!timingSafeEqual(macOf(fileKey, covered), mac))
    throw new AgeError('changed', 'its first lines were changed')
  const nonce = payload.subarray(0, nonceLength)
  if (nonce.length < nonceLength) throw malformed('it ends too early')
  return openedChunks(derived(fileKey, nonce, 'payload'), payload.subarray(nonceLength), memory)
}

/** The key of a file, encrypted under another key that is used for nothing else. */
export const wrapKey = (key: Buffer, fileKey: Buffer): Buffer => {
  const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), {
    authTagLength: tagLength,
  })
  return Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()])
}

/** Undefined where it was wrapped under another key. @throws AgeError for one of another length */
export function unwrapKey(key: Buffer, body: Buffer): Buffer | undefined {
  if (body.length !== fileKeyLength + tagLength) throw malformed('a key in it has the wrong length')
  return decrypted(key, Buffer.alloc(12), body)
}

export const malformed = (why = 'its first lines are not as they should be'): AgeError =>
  new AgeError('format', why)

/** HKDF with SHA-256, of which one block is all that is ever taken: two codes, where Node's own makes key objects first. */
export const derived = (key: Uint8Array, salt: Uint8Array, info: string): Buffer => {
  const extracted = createHmac('sha256', salt).update(key).digest()
  return createHmac('sha256', extracted).update(info).update(Buffer.of(1)).digest()
}

const macOf = (fileKey: Buffer, covered: Buffer): Buffer =>
  createHmac('sha256', derived(fileKey, Buffer.alloc(0), 'header'))
    .update(covered)
    .digest()

// Base64 as age has it: without padding, and of every text only one way to write it.

export const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64').replace(/=+$/, '')

export function bytesInBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (base64(bytes) !== text) throw malformed()
  return bytes
}

/** Lines of 64 letters; the last is shorter, and empty where there is nothing left. */
function wrapped(body: Buffer): string {
  const text = base64(body)
  const lines: string[] = []
  for (let at = 0; at <= text.length; at += lineLength) lines.push(text.slice(at, at + lineLength))
  return lines.join('\n')
}

/** What stands before the content of a file. */
export interface Header {
  readonly stanzas: readonly Stanza[]
  /** The bytes that the code at its end vouches for. */
  readonly covered: Buffer
  readonly mac: Buffer
  readonly payload: Buffer
}

/** @throws AgeError */
export function headerOf(bytes: Uint8Array): Header {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = 0
  const line = (): string => {
    const end = file.indexOf(10, at)
    if (end < 0) throw malformed(looksSealed(file) ? 'it ends too early' : 'it is not sealed')
    const text = file.toString('latin1', at, end)
    at = end + 1
    return text
  }
  if (line() !== intro) throw malformed('it is not sealed')
  const stanzas: Stanza[] = []
  for (;;) {
    const start = at
    const words = line().split(' ')
    if (words[0] === '---') {
      const mac = bytesInBase64(words[1] ?? '')
      if (words.length !== 2 || mac.length !== 32 || stanzas.length === 0) throw malformed()
      return { stanzas, covered: file.subarray(0, start + 3), mac, payload: file.subarray(at) }
    }
    const [arrow, type, ...args] = words
    if (arrow !== '->' || type === undefined || ![type, ...args].every(isWord)) throw malformed()
    let body = ''
    for (let last = false; !last; ) {
      const text = line()
      if (text.length > lineLength) throw malformed()
      body += text
      last = text.length < lineLength
    }
    stanzas.push({ type, args, body: bytesInBase64(body) })
  }
}

const isWord = (word: string): boolean => /^[\x21-\x7e]+$/.test(word)

// The content: pieces of 64 KiB, each with its number and whether it is the last, so that none can go or change places.

const chunkNonce = (number: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

function sealedChunks(key: Buffer, content: Uint8Array): Buffer[] {
  const out: Buffer[] = []
  for (let at = 0, number = 0; number === 0 || at < content.length; at += chunkLength, number++) {
    const nonce = chunkNonce(number, at + chunkLength >= content.length)
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagLength })
    out.push(
      cipher.update(content.subarray(at, at + chunkLength)),
      cipher.final(),
      cipher.getAuthTag(),
    )
  }
  return out
}

function openedChunks(key: Buffer, payload: Buffer, memory: Memory): Buffer {
  const out = memory(payload.length)
  let length = 0
  const whole = chunkLength + tagLength
  for (let at = 0, number = 0; number === 0 || at < payload.length; at += whole, number++) {
    const last = at + whole >= payload.length
    const chunk = decrypted(key, chunkNonce(number, last), payload.subarray(at, at + whole))
    if (chunk === undefined) throw new AgeError('changed', 'its bytes were changed or cut off')
    // Only what is empty altogether has an empty piece at its end.
    if (chunk.length === 0 && number > 0) throw malformed('it ends in an empty piece')
    length += chunk.copy(out, length)
  }
  return out.subarray(0, length)
}

function decrypted(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer | undefined {
  if (bytes.length < tagLength) return undefined
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: tagLength })
  decipher.setAuthTag(bytes.subarray(-tagLength))
  const text = decipher.update(bytes.subarray(0, -tagLength))
  try {
    decipher.final()
    return text
  } catch {
    return undefined
  }
}
