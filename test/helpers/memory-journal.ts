import type { Change, JournalRecord } from '../../src/journal/change.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { circleOf } from '../../src/journal/person.ts'
import { inOrder, matcher } from '../../src/journal/query.ts'
import type { Journal } from '../../src/store/journal.ts'

const journals = new Map<string, Journal>()

/** A journal that lives as long as the test, one for each folder. Stands in until the store is there. */
export async function memoryJournal(folder: string): Promise<Journal> {
  const known = journals.get(folder)
  if (known) return known
  const changes: Change[] = []
  const undone: Change[] = []
  const drafts = new Map<string, unknown>()
  const all = () => changes.flatMap(change => change.records)
  const current = (): JournalRecord[] => {
    const replaced = new Set(all().flatMap(record => record.supersedes))
    return all().filter(record => !replaced.has(record.revision))
  }
  const isEntry = (record: JournalRecord): record is Entry => 'day' in record
  const alive = () => current().filter(record => !record.deleted)
  const people = async () => alive().filter(record => record.kind === 'person')
  const journal: Journal = {
    folder,
    seed: 'seed',
    async entries(query) {
      const found = alive()
        .filter(isEntry)
        .filter(matcher(query, circleOf(await people())))
        .sort(inOrder)
      return query.limit ? found.slice(-query.limit) : found
    },
    async entry(part) {
      return current()
        .filter(isEntry)
        .find(({ id }) => id.startsWith(part) || id.endsWith(part))
    },
    history: async id =>
      all()
        .filter(isEntry)
        .filter(entry => entry.id === id),
    trash: async () =>
      current()
        .filter(isEntry)
        .filter(entry => entry.deleted),
    people,
    mutes: async () => alive().filter(record => record.kind === 'mute'),
    ownPrompts: async () => alive().filter(record => record.kind === 'prompt'),
    async commit(label, records) {
      const sequence = changes.length + 1
      const change = { id: `change-${sequence}`, sequence, label, at: '', records }
      changes.push(change)
      return change
    },
    async undo() {
      const change = changes.pop()
      if (change) undone.push(change)
      return change
    },
    async redo() {
      const change = undone.pop()
      if (change) changes.push(change)
      return change
    },
    async erase() {},
    async everything() {
      const isCurrent = new Set(alive())
      return {
        entries: [...isCurrent].filter(isEntry),
        people: await people(),
        settings: alive().filter(record => record.kind === 'mute' || record.kind === 'prompt'),
        history: all().filter(record => !isCurrent.has(record)),
      }
    },
    drafts: {
      list: () => [...drafts.keys()].map(id => ({ id, savedAt: new Date(0) })),
      load: id => drafts.get(id),
      save: (id, content) => drafts.set(id, content),
      sync() {},
      remove: id => drafts.delete(id),
    },
  }
  journals.set(folder, journal)
  return journal
}
