import { csvImporter } from './csv.ts'
import { appleHealthImporter } from './foreign/apple-health.ts'
import { appleJournalImporter } from './foreign/apple-journal.ts'
import { bearableImporter } from './foreign/bearable.ts'
import { dailyNotesImporter } from './foreign/daily-notes.ts'
import { dayOneImporter } from './foreign/day-one.ts'
import { dayOneClassicImporter } from './foreign/day-one-classic.ts'
import { daylioImporter } from './foreign/daylio.ts'
import { daylioBackupImporter } from './foreign/daylio-backup.ts'
import { diariumImporter } from './foreign/diarium.ts'
import { diaroImporter } from './foreign/diaro.ts'
import { feelingImporter } from './foreign/feeling.ts'
import { howWeFeelImporter } from './foreign/how-we-feel.ts'
import { journeyImporter } from './foreign/journey.ts'
import { jrnlImporter, jrnlJsonImporter } from './foreign/jrnl.ts'
import { pixelsImporter } from './foreign/pixels.ts'
import { plainJsonImporter } from './foreign/plain-json.ts'
import { stateOfMindImporter } from './foreign/state-of-mind.ts'
import { tuiJournalImporter } from './foreign/tui-journal.ts'
import type { Importer } from './importer.ts'
import { jsonImporter } from './json.ts'
import { markdownImporter } from './markdown-importer.ts'

/** Everything that can be taken in, in the order in which a file is held against them. */
export const importers: readonly Importer[] = [
  jsonImporter,
  markdownImporter,
  csvImporter,
  plainJsonImporter,
  jrnlImporter,
  jrnlJsonImporter,
  dayOneImporter,
  dayOneClassicImporter,
  daylioImporter,
  daylioBackupImporter,
  journeyImporter,
  diariumImporter,
  appleJournalImporter,
  dailyNotesImporter,
  howWeFeelImporter,
  stateOfMindImporter,
  appleHealthImporter,
  bearableImporter,
  pixelsImporter,
  diaroImporter,
  tuiJournalImporter,
  feelingImporter,
]
