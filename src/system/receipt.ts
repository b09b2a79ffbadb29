import type { JournalRecord } from '../journal/change.ts'
import { isEntry } from '../journal/change.ts'
import type { Journal } from '../store/journal.ts'
import type { Terminal } from './terminal.ts'

/** One thing that was written or removed, as `--json` names it. */
interface ChangedThing {
  /** `person`, `mute`, `prompt`, or the kind of an entry. */
  readonly kind: string
  readonly id: string
  /** Of an entry: the day it is about. */
  readonly day?: string
  /** It went to the trash, or was erased. */
  readonly removed?: 'trash' | 'erased'
}

/**
 * What `--json` gives where a command has no data of its own: the things it changed, and the words that were said
 * or would have been printed. A command that gives data is left as it is.
 */
export interface Receipt {
  /** @returns the same terminal, whose words are gathered until it is known what becomes of them */
  around(terminal: Terminal): Terminal
  /** @returns the same journal, each change of which is noted */
  watching(journal: Journal): Journal
  /** The command is done. */
  give(): void
  /** The command failed: whatever was gathered is said as without `--json`, and may be somebody's only copy. */
  let(): void
}

export function receipt(): Receipt {
  const changed: ChangedThing[] = []
  const words: string[] = []
  const printed: string[] = []
  let real: Terminal | undefined
  const parts: Uint8Array[] = []
  let gaveData = false
  const asUsual = () => {
    for (const part of parts.splice(0)) real?.printPart(part)
    for (const text of printed.splice(0)) real?.print(text)
    for (const text of words.splice(0)) real?.notify(text)
  }
  const note = (records: readonly JournalRecord[]) => {
    for (const record of records) changed.push(thingOf(record))
  }

  return {
    around(terminal) {
      real = terminal
      const gathering: Pick<Terminal, 'print' | 'printPart' | 'data' | 'notify' | 'page'> = {
        print: text => void printed.push(text),
        // A part is its writer's own again as soon as it is printed.
        printPart: part => void parts.push(Buffer.from(part)),
        notify: text => void (gaveData ? terminal.notify(text) : words.push(text)),
        async page(text) {
          printed.push(text)
        },
        data(value) {
          gaveData = true
          asUsual()
          terminal.data(value)
        },
      }
      return Object.assign(Object.create(terminal), gathering)
    },
    watching(journal) {
      const watched: Pick<Journal, 'commit' | 'undo' | 'redo' | 'restore' | 'erase'> = {
        async commit(label, records) {
          const change = await journal.commit(label, records)
          note(records)
          return change
        },
        async undo() {
          const change = await journal.undo()
          note(change?.records ?? [])
          return change
        },
        async redo() {
          const change = await journal.redo()
          note(change?.records ?? [])
          return change
        },
        async restore(label, target) {
          const change = await journal.restore(label, target)
          note(change?.records ?? [])
          return change
        },
        async erase(ids) {
          await journal.erase(ids)
          changed.push(...ids.map(id => ({ kind: 'entry', id, removed: 'erased' as const })))
        },
      }
      return Object.assign(Object.create(journal), watched)
    },
    give() {
      const text = [Buffer.concat(parts).toString(), ...printed].filter(Boolean).join('\n')
      if (gaveData) asUsual()
      else real?.data({ changed, words, ...(text !== '' && { text }) })
    },
    let: asUsual,
  }
}

const thingOf = (record: JournalRecord): ChangedThing => ({
  kind: record.kind,
  id: record.id,
  ...(isEntry(record) && { day: record.day }),
  ...('deleted' in record && record.deleted === true && { removed: 'trash' as const }),
})
