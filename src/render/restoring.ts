import type { JournalRecord } from '../journal/change.ts'
import type { Entry } from '../journal/entry.ts'
import { isSealedLetter } from '../journal/query.ts'
import type { Restoring } from '../journal/restoring.ts'
import { many } from '../wording/counts.ts'
import { renderList } from './entry.ts'
import type { Look } from './look.ts'

/** So many of each are shown with their words. */
const shown = 10

/** What bringing a copy back would change, the entries among it a line each. */
export function renderRestoring({ added, changed, removed, same }: Restoring, look: Look): string {
  return [
    ...part('would come back', added, look),
    ...part('would be as they were', changed, look),
    ...part('would go to the trash', removed, look),
    `${many(same, 'thing would stay as it is', 'things would stay as they are')}.`,
  ].join('\n')
}

function part(what: string, records: readonly JournalRecord[], look: Look): string[] {
  if (records.length === 0) return []
  const entries = records.filter(
    (record): record is Entry => 'day' in record && !isSealedLetter(record, look.today),
  )
  const more = records.length - Math.min(shown, entries.length)
  return [
    `${many(records.length, 'thing')} ${what}:`,
    ...(entries.length > 0 ? [renderList(entries.slice(0, shown), look)] : []),
    ...(more > 0 ? [`  and ${more} more (people, settings and sealed letters are not shown)`] : []),
  ]
}
