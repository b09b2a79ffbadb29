import type { Kind } from './entry.ts'

/** What each kind of entry is called, in lists and wherever one is named. */
export const kindWords: Readonly<Record<Kind, string>> = {
  reflection: 'reflection',
  note: 'note',
  checkin: 'check-in',
  promise: 'promise',
  reachout: 'reach-out',
  coping: 'coping',
  meeting: 'meeting',
  letter: 'letter',
}
