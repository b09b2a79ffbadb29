import type { OwnContact } from '../themes/helpline.ts'

/** What lies beside the journal, and goes along in copies of it. */
export interface Beside {
  /** As they stand in their file. */
  readonly preferences: Readonly<Record<string, unknown>>
  /** For `help-now`. */
  readonly numbers: readonly OwnContact[]
  /** Parts with a lock of their own; in a copy in one file only. */
  readonly parts?: readonly PartCopy[]
}

/** A part as it lies on the disk: sealed, each file in base64. */
export interface PartCopy {
  readonly name: string
  /** `file` is a path inside of the part: `g1/months/2026-11.json`. */
  readonly files: readonly { readonly file: string; readonly bytes: string }[]
}
