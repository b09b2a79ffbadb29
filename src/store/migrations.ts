import { formatVersion } from './lines.ts'

type Document = Readonly<Record<string, unknown>>

/** Brings a document one version forward; `steps[1]` makes version 2 out of version 1. */
export type Steps = Readonly<Record<number, (document: Document) => Document>>

/**
 * What changed between versions of the format. A document is brought forward whenever it is read and
 * written in the new form when it is next written: there is no moment at which a journal is half migrated.
 *
 * Version 1 is the first, so there is no step yet. Each version keeps a frozen journal in
 * test/fixtures/journal-vN, which must always be readable.
 */
const steps: Steps = {}

/**
 * @throws Error when a step is missing: a mistake of ours, not of the file
 */
export function broughtForward(document: Document, to = formatVersion, by = steps): Document {
  let current = document
  for (let version = Number(current.hearten); version < to; version++) {
    const step = by[version]
    if (step === undefined)
      throw new Error(`No step leads from format ${version} to ${version + 1}`)
    current = { ...step(current), hearten: version + 1 }
  }
  return current
}
