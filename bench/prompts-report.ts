// `npm run prompts:report [-- --write]`: how many prompts there are of which kind, and what a month of sessions asks.
// --write puts the tables into docs/choosing.md, where a test compares them.
import { readFileSync, writeFileSync } from 'node:fs'
import { promptTables } from './prompt-tables.ts'

const tables = promptTables()
console.log(tables)
if (process.argv.includes('--write')) {
  const file = 'docs/choosing.md'
  const [start, end] = ['<!-- prompts:report -->', '<!-- end of report -->']
  const doc = readFileSync(file, 'utf8')
  const [before = '', rest = ''] = doc.split(start)
  writeFileSync(file, `${before}${start}\n\n${tables}\n\n${end}${rest.split(end)[1] ?? '\n'}`)
}
