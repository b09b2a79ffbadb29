import type { OwnContact } from '../themes/helpline.ts'

/** What lies beside the journal, and goes along in copies of it. */
export interface Beside {
  /** As they stand in their file. */
  readonly preferences: Readonly<Record<string, unknown>>
  /** For `help-now`. */
  readonly numbers: readonly OwnContact[]
}
