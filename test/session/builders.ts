import type { Day } from '../../src/journal/day.ts'
import { asDay } from '../../src/journal/day.ts'
import type { Entry, EntryDraft, EntryOf, Kind } from '../../src/journal/entry.ts'
import { newEntry } from '../../src/journal/entry.ts'
import type { Stamp } from '../../src/journal/record.ts'
import type { KnownSoFar } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { prompts } from '../../src/themes/prompts.ts'
import { themes } from '../../src/themes/theme.ts'

let made = 0

export const stampAt = (now = '2026-11-22T20:00:00Z'): Stamp => ({
  now: new Date(now),
  zone: 'UTC',
  today: asDay(now.slice(0, 10)),
  newId: () => `id${String(++made).padStart(6, '0')}`,
})

export const sunday = asDay('2026-11-22')

/** An entry of a day, at noon unless said otherwise. */
export function entryOn<K extends Kind>(day: Day | string, draft: EntryDraft<K>): EntryOf<K> {
  return { ...newEntry(draft, stampAt(`${day}T12:00:00Z`)), day: asDay(day) } as EntryOf<K>
}

/** A reflection that answers a prompt. */
export const answered = (day: Day | string, promptId: string, fields = {}): Entry =>
  entryOn(day, {
    kind: 'reflection',
    theme: prompts.find(prompt => prompt.id === promptId)?.theme ?? 'compassion',
    prompt: { id: promptId, text: '?' },
    text: 'words',
    details: {},
    ...fields,
  })

export const arrived = (day: Day | string, fields = {}, details = {}): Entry =>
  entryOn(day, {
    kind: 'checkin',
    details: { moment: 'arrive', ...details },
    session: `s-${day}`,
    ...fields,
  })

export const left = (day: Day | string, fields = {}, details = {}): Entry =>
  entryOn(day, { kind: 'checkin', details: { moment: 'leave', ...details }, ...fields })

export const known = (overrides: Partial<KnownSoFar> = {}): KnownSoFar => ({
  day: sunday,
  seed: 'a seed',
  entries: [],
  first: false,
  mutes: [],
  ownPrompts: [],
  settings: defaultSettings,
  themes,
  prompts,
  ...overrides,
})
