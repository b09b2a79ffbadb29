import { join } from 'node:path'
import type { Grounds } from './findings.ts'
import type { Workplace } from './keeper.ts'
import type { Paper } from './paper.ts'
import type { Generation } from './places.ts'
import { areStill, remembering } from './remembering.ts'
import { Shelves } from './shelves.ts'
import type { Stamps, View } from './view.ts'

// An answer to a question about many months, whole, for whoever asks the same again. As with everything in
// `cache/`, it is taken only while all it was made from is the very same: the files of the journal, the question
// with everything else that it rests on, and the code that would answer it.

/** Set by the build: changes with any of the code. */
declare const HEARTEN_BUILD: string | undefined

const build = typeof HEARTEN_BUILD === 'string' ? HEARTEN_BUILD : 'development'

/** What tells a question from every other. @param asked all that its answer rests on beside the journal */
export const questionOf = (asked: unknown): string => JSON.stringify([build, asked])

/** Shelves that are no months, and that any answer may rest on. */
const besideMonths = ['people', 'settings']

/** More than these are not worth their room: yesterday's are asked for no more. */
const most = 12

/** Of two questions with the same name only the last is kept. FNV-1a. */
function nameOf(question: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < question.length; at++)
    hash = Math.imul(hash ^ question.charCodeAt(at), 0x01000193)
  return `answer-${(hash >>> 0).toString(16).padStart(8, '0')}.json`
}

const isAnswer = (name: string): boolean => /^answer-[0-9a-f]{8}\.json$/.test(name)

interface Kept extends Grounds {
  readonly question: string
  /** As JSON. */
  readonly answer: string
}

async function keptIn(
  paper: Paper,
  { cache }: Generation,
  name: string,
): Promise<Kept | undefined> {
  const bytes = await paper.read(join(cache, name))
  if (bytes === undefined) return undefined
  const once = bytes.subarray(0, bytes.length / 2)
  if (!once.equals(bytes.subarray(bytes.length / 2))) return undefined
  const [grounds = '', answer = ''] = once.toString('utf8').split('\n')
  return { ...JSON.parse(grounds), answer }
}

/**
 * The answer that was given before, if it would be the same now. One look at each file is enough: no stamp ever
 * comes again, so if each was still the same when it was looked at, all were when the first was.
 * @param months gives those that are asked about
 */
export async function answerKept(
  paper: Paper,
  generation: Generation,
  question: string,
  view: View,
  months: () => readonly string[],
): Promise<unknown> {
  try {
    const kept = await keptIn(paper, generation, nameOf(question))
    if (kept?.question !== question || kept.months.join() !== months().join()) return undefined
    return view.isStillSo(kept.files) ? JSON.parse(kept.answer) : undefined
  } catch {
    return undefined
  }
}

/** To be asked for before a question is, so that nothing changes in between unnoticed. */
export const stampsBeside = (shelves: Shelves): Stamps =>
  Object.fromEntries(besideMonths.map(name => [name, shelves.stampOf(name)]))

/** Keeps an answer, and none that would not be given any more. */
export const keepAnswer = (
  place: Workplace,
  question: string,
  { months, files }: Grounds,
  answer: string,
): Promise<void> =>
  remembering(place, async () => {
    const { paper, generation } = place
    const shelves = new Shelves(paper, generation, () => {})
    if (!areStill(shelves, files)) return
    // Who edits one by hand is told so each time.
    for (const name of besideMonths) await shelves.read(name)
    if (besideMonths.some(name => shelves.isEdited(name))) return
    const own = nameOf(question)
    const others: string[] = []
    for (const name of paper.names(generation.cache).filter(isAnswer)) {
      const kept = await keptIn(paper, generation, name).catch(() => undefined)
      if (name !== own && kept && areStill(shelves, kept.files)) others.push(name)
      else paper.remove(join(generation.cache, name))
    }
    for (const name of others.slice(most - 1)) paper.remove(join(generation.cache, name))
    // Twice: whatever is not the same both times is not as it was written. That takes no time, as a checksum would.
    const once = `${JSON.stringify({ question, months, files })}\n${answer}\n`
    await paper.write(join(generation.cache, own), Buffer.from(once + once), 'quick')
  })
