import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import * as vectors from 'cctv-age'
import { describe, expect, it, test } from 'vitest'
import { AgeError, looksSealed, open, seal } from '../../src/vault/age.ts'
import { bech32, bytesInBech32 } from '../../src/vault/bech32.ts'
import type { Identity } from '../../src/vault/identity.ts'
import { identityIn, newIdentity, recipientIn } from '../../src/vault/identity.ts'
import { openUnder, sealUnder, usualCost } from '../../src/vault/passphrase.ts'
import { aFolder } from '../helpers/a-journal.ts'
import { needsAge } from '../helpers/age.ts'
import fc from '../helpers/properties.ts'

/** What a guess costs in tests: next to nothing. */
const cheap = 2

const identity = newIdentity()
const content = Buffer.from('a canary sang\n')
const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]

describe('a file that is sealed to a key', () => {
  it.each(sizes)('is opened with it, %i bytes long', size => {
    const bytes = Buffer.alloc(size, 'word ')
    const file = seal(identity.recipient, bytes)
    expect(looksSealed(file)).toBe(true)
    expect(file.includes('word word')).toBe(false)
    expect(open(identity, file)).toEqual(bytes)
  })

  it('is another each time', () => {
    expect(seal(identity.recipient, content)).not.toEqual(seal(identity.recipient, content))
  })

  it('is opened with no other key', () => {
    const file = seal(identity.recipient, content)
    expect(() => open(newIdentity(), file)).toThrow('another key')
  })

  it.each([0, 14, 70_000])('is refused with any bit flipped, of %i bytes', size => {
    const file = seal(identity.recipient, Buffer.alloc(size, 65))
    const bits = size < 100 ? file.length * 8 : 500
    for (let nth = 0; nth < bits; nth++) {
      const bit = size < 100 ? nth : Math.floor((nth / bits) * file.length * 8)
      const other = Buffer.from(file)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect([bit, attempt(() => open(identity, other))]).toEqual([bit, expect.any(AgeError)])
    }
  })

  it('is refused cut off anywhere, and with anything behind it', () => {
    const file = seal(identity.recipient, Buffer.alloc(66_000, 65))
    for (let end = 0; end < file.length; end += end < 400 ? 1 : 97)
      expect([end, attempt(() => open(identity, file.subarray(0, end)))]).toEqual([
        end,
        expect.any(AgeError),
      ])
    expect(() => open(identity, Buffer.concat([file, Buffer.from('x')]))).toThrow(AgeError)
    expect(() => open(identity, Buffer.concat([file, file]))).toThrow(AgeError)
  })

  it('keeps its pieces in their order', () => {
    const file = seal(identity.recipient, Buffer.alloc(3 * 65_536, 65))
    const start = file.length - 3 * (65_536 + 16)
    const piece = (nth: number) => file.subarray(start + nth * 65_552, start + (nth + 1) * 65_552)
    const swapped = [file.subarray(0, start), piece(1), piece(0), piece(2)]
    expect(() => open(identity, Buffer.concat(swapped))).toThrow('changed or cut off')
    expect(() => open(identity, file.subarray(0, -65_552))).toThrow('changed or cut off')
  })
})

describe('a file under a passphrase', () => {
  it('is opened with it, however its letters were typed', async () => {
    const file = await sealUnder('caf\u00e9 au lait', content, cheap)
    expect(await openUnder('cafe\u0301 au lait', file)).toEqual(content)
  })

  it('is not opened with another', async () => {
    const file = await sealUnder('one', content, cheap)
    await expect(openUnder('two', file)).rejects.toMatchObject({ why: 'key' })
  })

  it('costs a guess what it costs with age, unless a test says otherwise', async () => {
    const file = await sealUnder('one', content)
    expect(file.toString('latin1')).toMatch(
      new RegExp(`^age.*\\n-> scrypt \\S{22} ${usualCost}\\n`),
    )
    expect(usualCost).toBe(18)
    expect(await openUnder('one', file)).toEqual(content)
  })

  it('is refused with any bit flipped', async () => {
    const file = await sealUnder('one', content, cheap)
    for (let bit = 0; bit < file.length * 8; bit++) {
      const other = Buffer.from(file)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const found = await openUnder('one', other).catch(error => error)
      expect([bit, found]).toEqual([bit, expect.any(AgeError)])
    }
  })
})

describe('keys', () => {
  it('are written and read as age does it', () => {
    const again = identityIn(`${identity.secret}\n`)
    expect(again?.secret).toBe(identity.secret)
    expect(again?.recipient.text).toBe(identity.recipient.text)
    expect(recipientIn(identity.recipient.text)?.text).toBe(identity.recipient.text)
    expect(identity.secret).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)
    expect(identity.recipient.text).toMatch(/^age1[a-z0-9]{58}$/)
  })

  it('with a letter wrong, missing, or in the other size are none', () => {
    const { secret } = identity
    for (let at = 0; at < secret.length; at++) {
      const letter = secret[at] === 'Q' ? 'P' : 'Q'
      expect(identityIn(secret.slice(0, at) + letter + secret.slice(at + 1))).toBeUndefined()
      expect(identityIn(secret.slice(0, at) + secret.slice(at + 1))).toBeUndefined()
    }
    expect(identityIn(secret.replace('AGE', 'age'))).toBeUndefined()
    expect(recipientIn(secret)).toBeUndefined()
    expect(identityIn(identity.recipient.text)).toBeUndefined()
  })

  it('of any bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        expect(bytesInBech32('age', bech32('age', bytes))).toEqual(Buffer.from(bytes))
      }),
    )
  })
})

// The vectors of the project that keeps the format. Those of armour and of keys that hearten does not use are left out.

interface Vector {
  readonly expect: string
  readonly identity: readonly string[]
  readonly passphrase: readonly string[]
  readonly payload?: string
  readonly file: Buffer
}

function vectorIn(bytes: Uint8Array): Vector | undefined {
  const all = Buffer.from(bytes)
  const end = all.indexOf('\n\n')
  const fields = all
    .toString('latin1', 0, end)
    .split('\n')
    .map(line => line.split(': ') as [string, string])
  const named = (name: string) => fields.flatMap(([key, value]) => (key === name ? [value] : []))
  if (named('armored').length > 0) return undefined
  const file = all.subarray(end + 2)
  return {
    expect: named('expect')[0] ?? '',
    identity: named('identity'),
    passphrase: named('passphrase'),
    ...(named('payload')[0] !== undefined && { payload: named('payload')[0] as string }),
    file: named('compressed').length > 0 ? inflateSync(file) : file,
  }
}

const usable = Object.entries(vectors as unknown as Record<string, Uint8Array>)
  .map(([name, bytes]) => [name, vectorIn(bytes)] as const)
  .filter(([name, vector]) => vector !== undefined && !/^hybrid/.test(name)) as [string, Vector][]

describe('the public test vectors of age', () => {
  it('are there', () => expect(usable.length).toBeGreaterThan(80))

  it.each(usable)('%s', async (_, vector) => {
    const opened = await openedBy(vector).catch(error => error as Error)
    if (vector.expect !== 'success') {
      expect(opened).toBeInstanceOf(AgeError)
      return
    }
    const { createHash } = await import('node:crypto')
    expect(opened).toBeInstanceOf(Buffer)
    expect(
      createHash('sha256')
        .update(opened as Buffer)
        .digest('hex'),
    ).toBe(vector.payload)
  })
})

async function openedBy({ identity, passphrase, file }: Vector): Promise<Buffer> {
  const keys = identity.map(identityIn).filter(key => key !== undefined)
  const [word] = passphrase
  if (word !== undefined) return openUnder(word, file)
  return open({ unwrap: stanzas => firstOf(keys, key => key.unwrap(stanzas)) }, file)
}

function firstOf(keys: readonly Identity[], of: (key: Identity) => Buffer | undefined) {
  for (const key of keys) {
    const found = of(key)
    if (found) return found
  }
  return undefined
}

describe('with the age library', () => {
  it.each(sizes)('each opens what the other sealed, %i bytes', async size => {
    const bytes = Buffer.alloc(size, 'word ')
    const theirs = new Encrypter()
    theirs.addRecipient(identity.recipient.text)
    expect(open(identity, await theirs.encrypt(bytes))).toEqual(bytes)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity.secret)
    expect(Buffer.from(await decrypter.decrypt(seal(identity.recipient, bytes)))).toEqual(bytes)
  })

  it('each opens what the other put under a passphrase', async () => {
    const theirs = new Encrypter()
    theirs.setScryptWorkFactor(6)
    theirs.setPassphrase('one two three')
    expect(await openUnder('one two three', await theirs.encrypt(content))).toEqual(content)
    const decrypter = new Decrypter()
    decrypter.addPassphrase('one two three')
    const ours = await sealUnder('one two three', content, 6)
    expect(Buffer.from(await decrypter.decrypt(ours))).toEqual(content)
  })
})

describe('with the age of the system', () => {
  const age = (args: readonly string[], input?: Buffer) => {
    const { status, stdout, stderr } = spawnSync('age', args, input ? { input } : {})
    expect([status, stderr.toString()]).toEqual([0, ''])
    return stdout
  }

  test.for(sizes)('each opens what the other sealed, %i bytes', (size, context) => {
    needsAge(context)
    const bytes = Buffer.alloc(size, 'word ')
    const key = join(aFolder(), 'key.txt')
    writeFileSync(key, `${identity.secret}\n`)
    expect(age(['-d', '-i', key], seal(identity.recipient, bytes))).toEqual(bytes)
    expect(open(identity, age(['-r', identity.recipient.text], bytes))).toEqual(bytes)
  })

  it('a key that age made is one here', context => {
    needsAge(context)
    const key = join(aFolder(), 'key.txt')
    expect(spawnSync('age-keygen', ['-o', key]).status).toBe(0)
    const text = readFileSync(key, 'utf8')
    const made = identityIn(/^AGE.*$/m.exec(text)?.[0] ?? '')
    expect(made?.recipient.text).toBe(/age1\S+/.exec(text)?.[0])
  })
})

function attempt(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error
  }
}
