// `npm run care:figures`: counts the card on every set of made-up lines and writes docs/care-figures.md, which a test
// compares.
import { writeFileSync } from 'node:fs'
import { careTables } from './care-tables.ts'

writeFileSync(
  'docs/care-figures.md',
  `# How often the card comes

Written by \`npm run care:figures\`. What the sets are, and what the figures are worth, stands in [care.md](care.md).

${careTables()}
`,
)
