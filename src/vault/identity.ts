import type { KeyObject } from 'node:crypto'
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto'
import type { Opener, Recipient, Stanza } from './age.ts'
import { base64, bytesInBase64, derived, malformed, unwrapKey, wrapKey } from './age.ts'
import { bech32, bytesInBech32 } from './bech32.ts'

// Secret keys of the kind X25519. Node takes them with these bytes in front.
const beforeSecret = Buffer.from('302e020100300506032b656e04220420', 'hex')

const info = 'age-encryption.org/v1/X25519'

/** What a journal is sealed to: anybody may know it, and it opens nothing. */
export interface JournalRecipient extends Recipient {
  /** `age1…` */
  readonly text: string
}

/** What opens a journal. */
export interface Identity extends Opener {
  /** `AGE-SECRET-KEY-1…` */
  readonly secret: string
  readonly recipient: JournalRecipient
}

export const newIdentity = (): Identity => identityOf(generateKeyPairSync('x25519').privateKey)

/** Undefined when this is no such key, or one letter of it is wrong. */
export function identityIn(text: string): Identity | undefined {
  const secret = bytesInBech32('age-secret-key-', text.trim())
  if (secret?.length !== 32) return undefined
  const key = Buffer.concat([beforeSecret, secret])
  return identityOf(createPrivateKey({ key, format: 'der', type: 'pkcs8' }))
}

/** Undefined when this is no such key. */
export function recipientIn(text: string): JournalRecipient | undefined {
  const bytes = bytesInBech32('age', text)
  return bytes?.length === 32 ? recipientOf(bytes) : undefined
}

function recipientOf(bytes: Buffer): JournalRecipient {
  const key = publicKey(bytes)
  return {
    text: bech32('age', bytes),
    wrap(fileKey) {
      const own = generateKeyPairSync('x25519')
      const share = bytesOf(own.publicKey)
      const shared = diffieHellman({ privateKey: own.privateKey, publicKey: key })
      const body = wrapKey(derived(shared, Buffer.concat([share, bytes]), info), fileKey)
      return { type: 'X25519', args: [base64(share)], body }
    },
  }
}

function identityOf(privateKey: KeyObject): Identity {
  const bytes = bytesOf(createPublicKey(privateKey))
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  const fileKeyIn = ({ args: [text = '', ...more], body }: Stanza): Buffer | undefined => {
    const share = bytesInBase64(text)
    if (share.length !== 32 || more.length > 0) throw malformed()
    const salt = Buffer.concat([share, bytes])
    return unwrapKey(derived(sharedWith(share), salt, info), body)
  }
  /** @throws AgeError for a share that would make the same secret with every key */
  const sharedWith = (share: Buffer): Buffer => {
    try {
      return diffieHellman({ privateKey, publicKey: publicKey(share) })
    } catch {
      throw malformed()
    }
  }
  return {
    secret: bech32('age-secret-key-', secret).toUpperCase(),
    recipient: recipientOf(bytes),
    unwrap(stanzas) {
      if (stanzas.length > 1 && stanzas.some(({ type }) => type === 'scrypt')) throw malformed()
      for (const stanza of stanzas) {
        const fileKey = stanza.type === 'X25519' ? fileKeyIn(stanza) : undefined
        if (fileKey) return fileKey
      }
      return undefined
    },
  }
}

/** As a JWK it is taken as it is: to look for it in DER, once a file, costs OpenSSL seven times as much. */
const publicKey = (bytes: Buffer): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: bytes.toString('base64url') },
    format: 'jwk',
  })

const bytesOf = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(-32)
