// `npm run bench:generate -- SIZE DIR`: a made-up journal with so many entries in DIR, to be used as
// HEARTEN_HOME. The same size gives the same bytes.
import { recordsOfSize, writeJournal } from './journal-of-size.ts'

const [size = '', home] = process.argv.slice(2)
const entries = Number(size.replaceAll(',', ''))
if (!Number.isInteger(entries) || entries < 1 || entries > 1_000_000 || !home) {
  console.error('How many entries, and where? npm run bench:generate -- 18250 DIR')
  process.exit(2)
}
try {
  const { folder, files, bytes } = writeJournal(home, recordsOfSize(entries))
  const size = `${(bytes / 1e6).toFixed(1)} MB`
  console.log(`${entries.toLocaleString('en')} entries, ${size} in ${files} files: ${folder}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
