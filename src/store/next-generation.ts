import type { Paper } from './paper.ts'

/** What a journal is to be written on from now on. */
export interface NextGeneration {
  /** What it is sealed to; left out, it is plain. */
  readonly recipient?: string
  readonly paper: Paper
  /** Writes what else belongs into the generation, before anything counts. @param folder of the generation */
  prepare(folder: string): void
}
