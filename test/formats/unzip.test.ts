import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createDeflateRaw } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unzip } from '../../src/formats/unzip.ts'
import { zipOf } from '../helpers/zip.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()
const readAll = (archive: Uint8Array) => unzip(archive).map(part => text(part.bytes()))

/** Half a gigabyte of nothing in half a megabyte, that states to be a kilobyte. It is never whole in memory. */
async function aBomb(): Promise<Buffer> {
  const zeros = new Uint8Array(1024 * 1024)
  const packed = Readable.from(Array.from({ length: 512 }, () => zeros)).pipe(createDeflateRaw())
  return zipOf({}, {}, { 'a.txt': { packed: await buffer(packed), size: 1000 } })
}

describe('a zip', () => {
  it('never unpacks more than it states, however much is packed', async () => {
    const bomb = await aBomb()
    const before = process.resourceUsage().maxRSS
    expect(() => readAll(bomb)).toThrow('is damaged')
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000)
  })

  it('unpacks no more than it may, in all', () => {
    const parts = unzip(zipOf({ 'a.txt': 'words', 'b.txt': 'words' }), 9)
    expect(text(parts[0]?.bytes() ?? new Uint8Array())).toBe('words')
    expect(() => parts[1]?.bytes()).toThrow('is larger than 0 MB')
  })

  it('gives its files by their paths, and leaves out folders and what a Mac adds', () => {
    const files = { 'a/b.txt': 'words', 'a/': '', '__MACOSX/a/._b.txt': 'x', 'a/.DS_Store': 'x' }
    expect(unzip(zipOf(files)).map(({ name }) => name)).toEqual(['a/b.txt'])
    expect(readAll(zipOf(files))).toEqual(['words'])
    expect(unzip(zipOf({}))).toEqual([])
  })

  it('may have a comment at its end', () => {
    const archive = zipOf({ 'a.txt': 'words' })
    archive.writeUInt16LE(5, archive.length - 2)
    expect(readAll(Buffer.concat([archive, Buffer.from('hello')]))).toEqual(['words'])
  })

  it.each(['../a.txt', 'a/../../b.txt', '/etc/a.txt', 'C:\\a.txt', '..\\a.txt', 'a\0.txt'])(
    'with the path %j is refused whole',
    name => {
      expect(() => unzip(zipOf({ 'ok.txt': 'words', [name]: 'x' }))).toThrow('leads out of it')
    },
  )

  it.each([
    ['a link', zipOf({ 'a.txt': '/etc/passwd' }, { isLink: true }), 'a link in it'],
    ['a password', zipOf({ 'a.txt': 'x' }, { flags: 1 }), 'a password'],
    ['a false checksum', zipOf({ 'a.txt': 'words' }, { checksum: 1 }), 'is damaged'],
    ['more than it states', zipOf({ 'a.txt': 'words' }, { size: 4 }), 'is damaged'],
    ['less than it states', zipOf({ 'a.txt': 'words' }, { size: 6 }), 'is damaged'],
    ['more than is read', zipOf({ 'a.txt': 'x' }, { size: 0x20000000 }), 'larger than 256 MB'],
    [
      'another one behind it',
      Buffer.concat([zipOf({ a: 'x' }), zipOf({ b: 'y' })]),
      'more than one',
    ],
    [
      'something before it',
      Buffer.concat([zipOf({ a: 'x' }).subarray(0, 40), zipOf({ b: 'y' })]),
      'more than one',
    ],
    ['its end missing', zipOf({ a: 'x' }).subarray(0, -1), 'ends too early'],
  ])('with %s is refused', (_, archive, reason) => {
    expect(() => readAll(archive)).toThrow(reason)
  })

  it('counts what all of its files hold together', () => {
    const half = new Uint8Array(150 * 1024 * 1024)
    const parts = unzip(zipOf({ 'a.txt': half, 'b.txt': half }))
    expect(parts[0]?.bytes().length).toBe(half.length)
    expect(() => parts[1]?.bytes()).toThrow('larger than 256 MB')
  })
})
