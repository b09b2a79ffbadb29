import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from './cli.ts'

export const inboxOf = (person: Person): string => join(person.data, 'inbox')

/** Puts a file into somebody's inbox, written at a moment: half an hour before it is half past nine there. */
export function dropped(
  person: Person,
  name: string,
  content: string | Uint8Array,
  at = '2026-11-22T21:00:00Z',
): string {
  const file = join(inboxOf(person), name)
  mkdirSync(inboxOf(person), { recursive: true, mode: 0o700 })
  writeFileSync(file, content)
  utimesSync(file, new Date(at), new Date(at))
  return file
}
