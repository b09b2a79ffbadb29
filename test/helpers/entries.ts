import type { Entry } from '../../src/journal/entry.ts'
import type { Person } from './cli.ts'

/** What `hearten list --json` shows of a person's journal. */
export async function entriesOf(person: Person, ...filters: string[]): Promise<Entry[]> {
  const { code, out, err } = await person.with({}).run('list', '--json', ...filters)
  if (code !== 0) throw new Error(`list ended with ${code}: ${err}`)
  return (JSON.parse(out) as { entries: Entry[] }).entries
}
