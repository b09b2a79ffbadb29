import { crc32, inflateRawSync } from 'node:zlib'
import { MAX_JSON_BYTES, refusal } from './json.ts'

/** A file of an archive or a folder. */
export interface Part {
  /** Its path in there, with `/`. */
  readonly name: string
  /**
   * What is in it, read when it is asked for.
   * @throws Refusal when it is damaged, or all of them together are too much
   */
  bytes(): Uint8Array
  /** Of a large one, its beginning and its end: whether it is worth reading can be told from these. */
  edges?(): Uint8Array
}

const localHeader = 0x04034b50
const listHeader = 0x02014b50
const endOfList = 0x06054b50

export const isZip = (bytes: Uint8Array): boolean =>
  bytes.length > 21 && [localHeader, endOfList].includes(viewOf(bytes).getUint32(0, true))

/**
 * The files of a zip, by its list at the end (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16). Nothing is
 * unpacked before it is asked for, nothing beyond the size that the list states, and never more than
 * so many bytes together. What leads out of the archive refuses it whole.
 */
export function unzip(archive: Uint8Array, most = MAX_JSON_BYTES): Part[] {
  const view = viewOf(archive)
  const end = endIn(view)
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const begin = view.getUint32(end + 16, true)
  if (count === 0xffff || size === 0xffffffff || begin === 0xffffffff)
    throw refusal('it is a zip of a kind for very large files; unpack it, and give the folder')
  if (begin + size !== end) throw refusal('it is more than one archive, or a part of one')
  let left = most
  const parts: Part[] = []
  for (let at = begin, n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== listHeader)
      throw refusal('it is a zip with a damaged list')
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const name = nameOf(archive.subarray(at + 46, nameEnd))
    const entry: Listed = {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    if (((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000)
      throw refusal(`it is a zip with a link in it, ${JSON.stringify(name.slice(0, 80))}`)
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) continue
    const bytes = () => {
      left -= entry.size
      if (left < 0)
        throw refusal(
          `what is packed in it is larger than ${Math.floor(most / 1024 / 1024)} MB; unpack it, and give the folder`,
        )
      return unpacked(archive.subarray(0, begin), entry)
    }
    parts.push({ name, bytes })
  }
  return parts
}

interface Listed {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

function unpacked(files: Uint8Array, entry: Listed): Uint8Array {
  const broken = () => refusal(`${JSON.stringify(entry.name.slice(0, 80))} in it is damaged`)
  if (entry.flags & 1) throw refusal('it is a zip with a password; unpack it first')
  const view = viewOf(files)
  const at = entry.offset
  if (at + 30 > files.length || view.getUint32(at, true) !== localHeader) throw broken()
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + entry.packed > files.length) throw broken()
  const packed = files.subarray(from, from + entry.packed)
  const bytes = entry.method === 0 ? packed : inflated(packed, entry.size, broken)
  if (![0, 8].includes(entry.method) || bytes.length !== entry.size) throw broken()
  if (crc32(bytes) !== entry.checksum) throw broken()
  return bytes
}

function inflated(packed: Uint8Array, size: number, broken: () => Error): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    throw broken()
  }
}

/** Where the end of the list begins; only a comment may stand behind it. */
function endIn(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--)
    if (view.getUint32(at, true) === endOfList && view.getUint16(at + 20, true) === last - at)
      return at
  throw refusal('it is a zip that ends too early')
}

function nameOf(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/')
  if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/i.test(name))
    throw refusal(
      `it is a zip with a path that leads out of it, ${JSON.stringify(name.slice(0, 80))}`,
    )
  return name
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
