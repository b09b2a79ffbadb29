// What a doctor says of a fault, would do about it and did, and what came back, as a table of Markdown.
import type { Finding } from '../src/store/checkup.ts'
import type { Mended } from '../src/store/mend.ts'

interface Row {
  runs: number
  readonly before: Set<string>
  readonly plan: Set<string>
  readonly after: Set<string>
  entries: number
  recovered: number
}

/** The first sentence of what a doctor says, without the folders of this run. */
export const short = (words: string, scratch: string): string =>
  (words.replaceAll(scratch, '').split(/[.:](?:\s|$)/)[0] ?? '')
    .replace(/`?\/?[\w/.-]*\.(damaged|merged)-[\w.-]+`?/, 'NAME.$1-TIME')
    .replace(/`?\/data[\w/.-]*`?/g, 'its file')
    .replace(/\b(g\d)\/[\w/.-]+/g, 'its file')

/** @param columns the names of what is before ` | `, in the key of a row */
export function mendingTable(scratch: string, columns: readonly string[]) {
  const table = new Map<string, Row>()
  /** What is said of the journal also when all is well. */
  const usual = new Set<string>()
  return {
    expects(findings: readonly Finding[]) {
      for (const { words } of findings) usual.add(short(words, scratch))
    },
    /** Whether something is said of it that is not said when all is well. */
    isNamed: (findings: readonly Finding[]) =>
      findings.some(({ words }) => !usual.has(short(words, scratch))),
    add(
      key: string,
      found: readonly Finding[],
      mended: readonly Mended[],
      entries: { wanted: number; back: number },
    ) {
      const row = table.get(key) ?? {
        ...{ runs: 0, entries: 0, recovered: 0 },
        ...{ before: new Set(), plan: new Set(), after: new Set() },
      }
      table.set(key, row)
      row.runs++
      row.entries += entries.wanted
      row.recovered += entries.back
      for (const { words, how, mendable } of found) {
        if (usual.has(short(words, scratch))) continue
        row.before.add(short(words, scratch))
        row.plan.add(mendable ? short(how, scratch) : `nothing: ${short(how, scratch)}`)
      }
      for (const { words } of mended) row.after.add(short(words, scratch))
    },
    print() {
      console.log(`| ${columns.join(' | ')} | runs | before | plan | after | entries back |`)
      console.log(`|${' --- |'.repeat(columns.length + 5)}`)
      for (const [key, { runs, before, plan, after, entries, recovered }] of table)
        console.log(
          `| ${key} | ${runs} | ${some(before)} | ${some(plan)} | ${some(after)} | ${recovered} of ${entries} |`,
        )
    },
  }
}

function some(said: ReadonlySet<string>): string {
  const [first, ...others] = [...said].filter(Boolean).map(it => it.replaceAll('|', '\\|'))
  if (first === undefined) return '–'
  if (others.length === 0) return first
  return `${first}; ${others[0]}${others.length > 1 ? ' …' : ''}`
}
