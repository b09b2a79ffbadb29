import { randomBytes, scrypt } from 'node:crypto'
import type { Stanza } from './age.ts'
import {
  base64,
  bytesInBase64,
  contentOf,
  headerOf,
  malformed,
  seal,
  unwrapKey,
  wrapKey,
} from './age.ts'

// A file under a passphrase, as `age -p` makes it. The key comes of scrypt, which is slow on purpose: on a
// usual machine a second and 256 MB of memory for each guess. Node does it natively, beside the program.

/** Two to this power is what a guess costs: what `age -p` takes too. */
export const usualCost = 18

/** A forged file must not hold a machine up for minutes. */
const greatestCost = 22

const saltLength = 16
const label = 'age-encryption.org/v1/scrypt'

/** @param cost less in tests only */
export async function sealUnder(
  passphrase: string,
  content: Uint8Array,
  cost = usualCost,
): Promise<Buffer> {
  const salt = randomBytes(saltLength)
  const key = await stretched(passphrase, salt, cost)
  const wrap = (fileKey: Buffer): Stanza => ({
    type: 'scrypt',
    args: [base64(salt), String(cost)],
    body: wrapKey(key, fileKey),
  })
  return seal({ wrap }, content)
}

/** @throws AgeError, with `key` for its reason when the passphrase is another */
export async function openUnder(passphrase: string, file: Uint8Array): Promise<Buffer> {
  const header = headerOf(file)
  const [stanza, another] = header.stanzas
  // The one part that a passphrase opens stands alone.
  if (stanza?.type !== 'scrypt' || another) throw malformed()
  const [text = '', cost = '', ...more] = stanza.args
  const salt = bytesInBase64(text)
  const isOdd = salt.length !== saltLength || !/^[1-9]\d?$/.test(cost) || more.length > 0
  if (isOdd || Number(cost) > greatestCost) throw malformed()
  const key = await stretched(passphrase, salt, Number(cost))
  return contentOf(header, unwrapKey(key, stanza.body))
}

/** The same letters can be typed as different bytes: "é" as one sign, or as e with an accent. */
const bytesOfPassphrase = (passphrase: string): Buffer => Buffer.from(passphrase.normalize('NFC'))

function stretched(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const [N, r] = [2 ** cost, 8]
  const salted = Buffer.concat([Buffer.from(label), salt])
  return new Promise((resolve, reject) =>
    scrypt(
      bytesOfPassphrase(passphrase),
      salted,
      32,
      { N, r, p: 1, maxmem: 129 * N * r + 2 ** 20 },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )
}
