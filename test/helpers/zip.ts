import { crc32, deflateRawSync } from 'node:zlib'

/** How a zip may be other than it should be. */
interface Oddness {
  /** A link, as Unix marks one. */
  readonly isLink?: boolean
  /** The size that the list states. */
  readonly size?: number
  readonly checksum?: number
  readonly flags?: number
}

/** A zip of these files, each packed; those in `ready` are packed already, and state that size. */
export function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  odd: Oddness = {},
  ready: Readonly<Record<string, { packed: Buffer; size: number }>> = {},
): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let offset = 0
  const packedFiles = Object.entries(files).map(([name, content]) => {
    const bytes = Buffer.from(content)
    const { length: size } = bytes
    return { name, packed: deflateRawSync(bytes), size, checksum: crc32(bytes) }
  })
  const others = Object.entries(ready).map(([name, it]) => ({ name, ...it, checksum: 0 }))
  for (const { name, packed, size, checksum } of [...packedFiles, ...others]) {
    const path = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(odd.flags ?? 0x800, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(odd.checksum ?? checksum, 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(odd.size ?? size, 18)
    shared.writeUInt16LE(path.length, 22)
    const more = Buffer.alloc(14)
    if (odd.isLink) more.writeUInt32LE(0o120777 * 0x10000, 6)
    more.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, path, packed])
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), shared, more, path]))
    locals.push(local)
    offset += local.length
  }
  const listSize = list.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(list.length, 8)
  end.writeUInt16LE(list.length, 10)
  end.writeUInt32LE(listSize, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...list, end])
}
