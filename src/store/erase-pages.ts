import { join } from 'node:path'
import type { JournalRecord } from '../journal/change.ts'
import { encodePage, pageIn, readableIn } from './draft-page.ts'
import { Damage } from './lines.ts'
import type { Paper } from './paper.ts'
import type { Generation } from './places.ts'

/** What is to be gone from unfinished pages. */
export interface Gone {
  /** Ids of the things. */
  readonly things: ReadonlySet<string>
  /** What was written in any of their revisions. */
  readonly texts: readonly string[]
}

/** Shorter texts stand in other words by chance, so of those only a whole answer counts. */
const longEnough = 12

/** Everything a person wrote in these records. */
export function textsOf(records: readonly JournalRecord[]): string[] {
  const texts = new Set<string>()
  const collect = (value: unknown, key = '') => {
    if (typeof value === 'string') {
      if (['text', 'insight', 'helped', 'obstacle', 'cue'].includes(key)) texts.add(value.trim())
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, field] of Object.entries(value))
        if (inner !== 'prompt') collect(field, inner)
    }
  }
  for (const record of records) collect(record)
  texts.delete('')
  return [...texts]
}

/**
 * Clears unfinished pages of what is gone. A page that changes such a thing, or became one, goes; one
 * that asked about it, or quotes it, as a session does of promises and letters, loses those words.
 */
export async function clearPages(paper: Paper, { drafts }: Generation, gone: Gone): Promise<void> {
  for (const name of paper.names(drafts)) {
    const path = join(drafts, name)
    if (!paper.about(path, 'itself')?.isFile()) continue
    const bytes = await readOrNothing(paper, path)
    const page = bytes && pageIn(bytes)
    if (page === undefined) {
      if (bytes === undefined || isNamedIn(bytes, gone)) paper.remove(path)
      continue
    }
    if (isOf(gone, page.content, name.replace(/^\./, '').split('.')[0] ?? '')) {
      paper.remove(path)
      continue
    }
    const content = without(page.content, gone)
    if (JSON.stringify(content) !== JSON.stringify(page.content))
      await paper.write(path, encodePage({ ...page, content }), 'synced')
  }
}

async function readOrNothing(paper: Paper, path: string): Promise<Buffer | undefined> {
  try {
    return await paper.read(path)
  } catch (error) {
    if (error instanceof Damage) return undefined
    throw error
  }
}

function isNamedIn(bytes: Buffer, { things, texts }: Gone): boolean {
  const readable = readableIn(bytes)
  return [...things].some(id => bytes.includes(id)) || texts.some(text => readable.includes(text))
}

/** Whether a page is nothing but one of the things: it changes one, or became one. */
function isOf({ things }: Gone, content: unknown, id: string): boolean {
  const { edits, records } = (content ?? {}) as { edits?: unknown; records?: unknown }
  const made = Array.isArray(records) ? records.map(record => record?.id) : []
  return [id, edits, ...made].some(name => typeof name === 'string' && things.has(name))
}

function without(value: unknown, gone: Gone): unknown {
  if (typeof value === 'string') return withoutTexts(value, gone.texts)
  if (Array.isArray(value))
    return value.filter(item => !isThing(item, gone)).map(item => without(item, gone))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, field]) => !gone.things.has(key) && !isThing(field, gone))
      .map(([key, field]) => [key, without(field, gone)]),
  )
}

const isThing = (value: unknown, { things }: Gone): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  things.has(value.id)

const withoutTexts = (words: string, texts: readonly string[]): string =>
  texts.reduce((left, text) => {
    if (text.length >= longEnough) return left.replaceAll(text, '')
    return left.trim() === text ? '' : left
  }, words)
