import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadJournal } from '../../src/formats/read-in.ts'
import { readGivenJournal } from '../../src/formats/read-in.ts'
import type { Scale } from '../../src/journal/entry.ts'
import type { Stamp } from '../../src/journal/record.ts'
import { aStamp } from './a-journal.ts'
import { zipOf } from './zip.ts'

/** Small files of our own that look like what other journals write. */
export const foreign = join(import.meta.dirname, '../fixtures/foreign')

/** The files of a folder among them, by their paths in it. */
function filesIn(folder: string): Record<string, Buffer> {
  const found = readdirSync(join(foreign, folder), { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    found
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name))
      .sort()
      .map(path => [path.slice(foreign.length + folder.length + 2), readFileSync(path)]),
  )
}

/** What each of them is, as the person has it: a file, or an archive of a folder. */
export const given: Readonly<Record<string, { format: string; bytes: Buffer }>> = {
  'hearten.md': file('hearten.md', 'markdown'),
  'hearten notes': archive('hearten-notes', 'markdown'),
  'jrnl.txt': file('jrnl.txt', 'jrnl'),
  'jrnl-old.txt': file('jrnl-old.txt', 'jrnl'),
  'jrnl folder': archive('jrnl-folder', 'jrnl'),
  'jrnl.json': file('jrnl.json', 'jrnl-json'),
  'Day One': archive('day-one', 'day-one'),
  'Day One Classic': archive('day-one-classic', 'day-one-classic'),
  'daylio.csv': file('daylio.csv', 'daylio'),
  'daylio-old.csv': file('daylio-old.csv', 'daylio'),
  'Daylio backup': {
    format: 'daylio-backup',
    bytes: zipOf({
      'backup.daylio': readFileSync(join(foreign, 'daylio-backup.json')).toString('base64'),
      'assets/photos/1': 'a picture',
    }),
  },
  Journey: archive('journey', 'journey'),
  Diarium: file('diarium.json', 'diarium'),
  'Apple Journal': archive('apple-journal', 'apple-journal'),
  'daily notes': archive('daily-notes', 'daily-notes'),
  'how-we-feel.csv': file('how-we-feel.csv', 'how-we-feel'),
  'how-we-feel-new.csv': file('how-we-feel-new.csv', 'how-we-feel'),
  'State of Mind': file('state-of-mind.json', 'state-of-mind'),
  'export.xml': file('export.xml', 'apple-health'),
  bearable: file('bearable.csv', 'bearable'),
  Pixels: file('pixels.json', 'pixels'),
  Diaro: {
    format: 'diaro',
    bytes: zipOf({
      'DiaroBackup.xml': readFileSync(join(foreign, 'diaro.xml')),
      'media/photo/photo_1.jpg': 'a picture',
    }),
  },
  'tui-journal': file('tui-journal.json', 'tui-journal'),
  'plain.json': file('plain.json', 'plain-json'),
  'plain.jsonl': file('plain.jsonl', 'plain-json'),
  feeling: file('feeling.csv', 'feeling'),
}

function file(name: string, format: string) {
  return { format, bytes: readFileSync(join(foreign, name)) }
}

function archive(folder: string, format: string) {
  return { format, bytes: zipOf(filesIn(folder)) }
}

/** Reads what is given, in Lisbon unless said otherwise. */
export const readForeign = (
  content: Uint8Array | string,
  stamp: Stamp = aStamp(),
  moods: ReadonlyMap<string, Scale | undefined> = new Map(),
): ReadJournal => readGivenJournal({ name: 'given', content: Buffer.from(content) }, stamp, moods)

/** The same of one of the files above. */
export function readNamed(
  name: string,
  moods?: ReadonlyMap<string, Scale | undefined>,
): ReadJournal {
  const bytes = given[name]?.bytes
  if (bytes === undefined) throw new Error(`There is no ${name}`)
  return readForeign(bytes, aStamp(), moods)
}
