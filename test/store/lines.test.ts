import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  checksumIn,
  checksumLineLength,
  Damage,
  decodeLines,
  encodeLines,
  formatVersion,
  isIntact,
  sealedVersion,
  TooNew,
  withChecksum,
  withChecksumLike,
} from '../../src/store/lines.ts'

const records = [{ id: 'a', text: 'été' }, { id: 'b' }]
const bytes = encodeLines({ shelf: '2026-11' }, { records, history: [] })
const text = bytes.toString()

/** What decoding says is wrong. */
const wrong = (content: string | Uint8Array, newest?: number): unknown => {
  try {
    return decodeLines(Buffer.from(content), newest)
  } catch (error) {
    return error instanceof Damage ? error.message : error
  }
}

/** A text that hearten could have written, with its checksum. */
const withItsChecksum = (body: string) =>
  `${body}"checksum":"sha256:${createHash('sha256').update(body).digest('hex')}"}\n`

describe('a document as lines', () => {
  it('is plain JSON, a record a line, with its checksum at the end', () => {
    expect(text.split('\n')).toEqual([
      '{"hearten":1,"shelf":"2026-11",',
      '"records":[',
      '{"id":"a","text":"été"},',
      '{"id":"b"}',
      '],',
      '"history":[',
      '],',
      expect.stringMatching(/^"checksum":"sha256:[0-9a-f]{64}"\}$/),
      '',
    ])
    expect(JSON.parse(text)).toMatchObject({ hearten: 1, records, history: [] })
  })

  it('is read back as it was written, and known by its checksum', () => {
    const { document, intact: known } = decodeLines(bytes)
    expect(known).toBe(true)
    expect(document).toEqual(JSON.parse(text))
  })

  it('has a checksum of one length', () => {
    expect(checksumIn(bytes.subarray(-checksumLineLength))).toBe(JSON.parse(text).checksum)
    expect(checksumIn(bytes.subarray(1 - checksumLineLength))).toBeUndefined()
    expect(checksumIn(Buffer.from(`${text} `).subarray(-checksumLineLength))).toBeUndefined()
    expect(
      checksumIn(Buffer.from(text.replace('sha256:', 'sha256:g')).subarray(-checksumLineLength)),
    ).toBe(undefined)
  })

  it('is not intact once a byte is another, in front of it or in it', () => {
    expect(isIntact(bytes)).toBe(true)
    for (const [at, byte] of bytes.entries()) {
      const other = Buffer.from(bytes)
      other[at] = byte ^ 1
      expect([at, isIntact(other)]).toEqual([at, false])
    }
    expect(isIntact(Buffer.alloc(0))).toBe(false)
    expect(isIntact(Buffer.from('{}'))).toBe(false)
  })

  it('may lie in the middle of other bytes', () => {
    const around = Buffer.concat([Buffer.from('xx'), bytes, Buffer.from('yy')])
    const inside = new Uint8Array(around.buffer, around.byteOffset + 2, bytes.length)
    expect(decodeLines(inside)).toEqual(decodeLines(bytes))
  })

  it('without a checksum is read all the same, and known by that', () => {
    const pretty = JSON.stringify(JSON.parse(text), null, 2)
    expect(decodeLines(Buffer.from(pretty))).toMatchObject({ intact: false })
  })
})

describe('lines that a document goes on with', () => {
  const first = Buffer.from('{"hearten":1,\n')
  const more = Buffer.concat([first, Buffer.from('"records":[\n],\n')])

  it('get their checksum from that of the document, however short it is', () => {
    expect(withChecksumLike(withChecksum(first), more)).toEqual(withChecksum(more))
    const whole = bytes.subarray(0, 1 - checksumLineLength)
    const longer = Buffer.concat([whole, Buffer.from('"more":[\n],\n')])
    expect(withChecksumLike(bytes, longer)).toEqual(withChecksum(longer))
  })

  it('get none where that document is not as it was written', () => {
    for (const [at, byte] of bytes.entries()) {
      const other = Buffer.from(bytes)
      other[at] = byte ^ 1
      expect([at, withChecksumLike(other, Buffer.concat([other, first]))]).toEqual([at, undefined])
    }
  })
})

describe('what is wrong with a document', () => {
  it.each([
    ['nothing in it', '', 'it is empty'],
    ['a NUL', '{\n\n\0', 'line 3 holds bytes that are no text'],
    ['a NUL at its beginning', '\0\n', 'line 1 holds bytes that are no text'],
    [
      'a byte order mark',
      `\ufeff${text}`,
      'it begins with a byte order mark, which hearten did not write',
    ],
    ['null', 'null', 'it holds nothing but "null"'],
    ['a number', '5', 'it is not a document'],
    ['a string', '"a"', 'it is not a document'],
    ['a list', '[1]', 'it is not a document'],
    ['no version', '{"shelf":"2026-11"}', 'it does not say which format it has'],
    ['an older version', '{"hearten":0}', 'it does not say which format it has'],
    ['a version in words', '{"hearten":"2"}', 'it does not say which format it has'],
  ])('is said in words: %s', (_, content, words) => {
    expect(wrong(content)).toBe(words)
  })

  it.each([
    [Buffer.from([0x61, 0xff, 0x0a]), 1],
    [Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xc3])]), 3],
    [Buffer.concat([Buffer.from('\n'.repeat(9)), Buffer.from([0x80]), Buffer.from('a\n\n')]), 10],
    [Buffer.concat([Buffer.from('été\nété'), Buffer.from([0xe9, 0x0a, 0x0a])]), 2],
    [Buffer.from([0xff]), 1],
    [Buffer.concat([Buffer.from('é🌱\n'.repeat(50)), Buffer.from([0xff, 0x0a, 0x0a])]), 51],
  ])('is said with the line where UTF-8 ends: %o', (content, line) => {
    expect(wrong(content)).toBe(`line ${line} is not valid UTF-8`)
  })

  it.each([
    ['a record that ends too soon', text.replace('"b"}', '"b"'), 'line 4 is not complete'],
    ['the first record', text.replace('"a",', '"a'), 'line 3 is not complete'],
    ['cut in a record', text.slice(0, text.indexOf('"b"')), 'it ends in the middle of line 4'],
    [
      'cut in a record, and lines after it',
      `${text.slice(0, text.indexOf('"b"'))}\n \n`,
      'it ends in the middle of line 4',
    ],
    ['cut after a record', text.slice(0, text.indexOf('],')), 'it ends too early'],
    [
      'cut after a record, and a line after it',
      `${text.slice(0, text.indexOf('],'))}\n`,
      'it ends too early',
    ],
    ['a bracket too many', text.replace('],', ']],'), 'line 5 is not as it should be'],
    [
      'cut in its first line, with a line after it',
      '{"hearten":1,"shelf":"20\n',
      'it ends too early',
    ],
    ['cut where a value should be', '{"hearten":1,"records":', 'it ends too early'],
    ['around ours', '[{"hearten":1},\n{"a" 1}\n]', 'line 2 is not as it should be'],
    ['cut in its first line', '{"hearten":1,"shelf":"20', 'it ends too early'],
    ['of another make', '{\n"a": 1,\n"b" 2\n}\n', 'line 3 is not as it should be'],
  ])('is said with the line, where it is no JSON: %s', (_, content, words) => {
    expect(wrong(content)).toBe(words)
  })
})

describe('a document of another version', () => {
  const newer = text.replace(`{"hearten":${formatVersion},`, `{"hearten":${formatVersion + 1},`)

  it('is for a newer hearten when its checksum holds, or is not ours', () => {
    const body = newer.slice(0, 1 - checksumLineLength)
    expect(wrong(withItsChecksum(body))).toBeInstanceOf(TooNew)
    expect(wrong('{"hearten":2}')).toBeInstanceOf(TooNew)
  })

  it('is damaged when the checksum holds for our own version', () => {
    expect(wrong(newer)).toBe('the version in its first line was changed')
  })

  it('is damaged on a first page when the checksum holds for any version that it may have', () => {
    const page = (version: number) => {
      const body = text
        .slice(0, 1 - checksumLineLength)
        .replace('"hearten":1', `"hearten":${version}`)
      return withItsChecksum(body).replace(`"hearten":${version}`, '"hearten":7')
    }
    for (const version of [formatVersion, sealedVersion])
      expect(wrong(page(version), sealedVersion)).toBe('the version in its first line was changed')
    expect(wrong(page(3), sealedVersion)).toBeInstanceOf(TooNew)
  })

  it('is damaged when it is between two', () => {
    expect(wrong('{"hearten":1.5}', sealedVersion)).toBe('it does not say which format it has')
  })
})
