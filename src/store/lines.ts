import { digest, digestsOf } from './digest.ts'

/** The version of the format this program writes. Older ones are brought forward on reading (migrations.ts). */
export const formatVersion = 1

/**
 * The version on the first page of an encrypted journal. An older hearten takes it for something newer than itself,
 * and writes nothing plain beside what is encrypted.
 */
export const sealedVersion = 2

/** Why a file cannot be taken for what it should be, for the person: "line 7 is not complete". */
export class Damage extends Error {}

/** Something a newer hearten wrote. Not damaged, only not for us. */
export class TooNew extends Error {}

/**
 * A document as bytes: valid JSON, compact, one record a line, and a checksum over all bytes before
 * its line. One line a record keeps it readable and lets a reader take lines without parsing the rest.
 *
 * @param head goes on the first line
 * @param sections lists, one record a line each
 */
export function encodeLines(
  head: Readonly<Record<string, unknown>>,
  sections: Readonly<Record<string, readonly unknown[]>>,
): Buffer {
  let body = `${JSON.stringify({ hearten: formatVersion, ...head }).slice(0, -1)},\n`
  for (const [name, records] of Object.entries(sections)) {
    const lines = records.map(record => JSON.stringify(record)).join(',\n')
    body += `${JSON.stringify(name)}:[\n${lines}${lines && '\n'}],\n`
  }
  return withChecksum(body)
}

/** The first lines of a document, whole, with the checksum line that ends it. */
export function withChecksum(body: string | Buffer): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return Buffer.concat([bytes, checksumLine(digest(bytes, 'more'))])
}

/**
 * The same of lines that a document begins alike with.
 * @returns undefined where the checksum of that document does not match: nothing may be made of its lines
 */
export function withChecksumLike(document: Buffer, body: Buffer): Buffer | undefined {
  const [before, now] = digestsOf(document.subarray(0, 1 - checksumLineLength), body)
  return checksumIn(document.subarray(-checksumLineLength)) === `sha256:${before}`
    ? Buffer.concat([body, checksumLine(now)])
    : undefined
}

/** The last line of a document. */
const checksumLine = (digest: string): Buffer => Buffer.from(`"checksum":"sha256:${digest}"}\n`)

/** How many bytes at a file's end hold its checksum line. */
export const checksumLineLength = 87

/** The checksum in a file's last line, if it has one. */
export function checksumIn(end: Uint8Array): string | undefined {
  const text = Buffer.from(end.buffer, end.byteOffset, end.byteLength).toString('latin1')
  return /\n"checksum":"(sha256:[0-9a-f]{64})"\}\n$/.exec(text)?.[1]
}

export interface Decoded {
  readonly document: Readonly<Record<string, unknown>>
  /** Whether the checksum matches: these are the bytes hearten wrote. */
  readonly intact: boolean
}

/** Whether the checksum matches. Takes no parsing. */
export function isIntact(bytes: Uint8Array): boolean {
  const checksum = checksumIn(bytes.subarray(-checksumLineLength))
  return (
    checksum !== undefined &&
    checksum === `sha256:${digest(bytes.subarray(0, 1 - checksumLineLength))}`
  )
}

/**
 * @param newest the newest version that is known of such a file
 * @throws Damage when this is no JSON object in strict UTF-8
 * @throws TooNew when a newer hearten wrote it
 */
export function decodeLines(bytes: Uint8Array, newest = formatVersion): Decoded {
  const intact = isIntact(bytes)
  const text = intact
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
    : strictText(bytes)
  const document = parse(text)
  const version = document.hearten
  if (typeof version === 'number' && version > newest) {
    if (!intact && isOursButFor(version, text, newest))
      throw new Damage('the version in its first line was changed')
    throw new TooNew()
  }
  if (!Number.isInteger(version) || Number(version) < formatVersion)
    throw new Damage('it does not say which format it has')
  return { document, intact }
}

/** Whether these would be our own bytes if they named our own version: then one flipped bit looks like a newer hearten. */
const isOursButFor = (version: number, text: string, newest: number): boolean =>
  [formatVersion, newest].some(ours =>
    isIntact(Buffer.from(text.replace(`{"hearten":${version},`, `{"hearten":${ours},`))),
  )

function strictText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new Damage('it is empty')
  const lineOf = (at: number) => {
    let line = 1
    for (let i = 0; i < at; i++) if (bytes[i] === 10) line++
    return line
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) throw new Damage(`line ${lineOf(nul)} holds bytes that are no text`)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Damage(`line ${lineOf(firstBadByte(bytes))} is not valid UTF-8`)
  }
  if (text.startsWith('\ufeff')) {
    throw new Damage('it begins with a byte order mark, which hearten did not write')
  }
  return text
}

/** Where UTF-8 stops being valid, by halves: decoding as a stream accepts a cut character at the end. */
function firstBadByte(bytes: Uint8Array): number {
  const isGood = (end: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isGood(middle)) good = middle
    else bad = middle
  }
  return good
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Damage(whereNotJson(text, error))
  }
  if (value === null) throw new Damage('it holds nothing but "null"')
  if (typeof value !== 'object' || Array.isArray(value)) throw new Damage('it is not a document')
  return value as Readonly<Record<string, unknown>>
}

/** In our own format every record is a line; the first that cannot be parsed alone is the one. */
function whereNotJson(text: string, error: unknown): string {
  const lines = text.split('\n')
  const isOurs = /^\{"hearten":\d+/.test(lines[0] ?? '')
  const bad = isOurs
    ? lines.findIndex(
        line => line.startsWith('{') && !line.startsWith('{"hearten":') && !isJson(line),
      )
    : -1
  if (bad >= 0) {
    const after = lines.slice(bad + 1).join('')
    const cut = after.trim() === ''
    return cut ? `it ends in the middle of line ${bad + 1}` : `line ${bad + 1} is not complete`
  }
  const at = /position (\d+)/.exec(String(error))?.[1]
  if (at === undefined || Number(at) >= text.trimEnd().length) return 'it ends too early'
  return `line ${text.slice(0, Number(at)).split('\n').length} is not as it should be`
}

/** Whether a line holds one whole JSON object, with or without the comma after it. */
function isJson(line: string): boolean {
  try {
    JSON.parse(line.replace(/,$/, ''))
    return true
  } catch {
    return false
  }
}
