import { join } from 'node:path'
import type { Workplace } from './keeper.ts'
import type { Paper } from './paper.ts'
import { readPending } from './pending.ts'
import type { Generation, Stamps } from './places.ts'
import { remembering } from './remembering.ts'
import { Shelves } from './shelves.ts'
import { View } from './view.ts'

// An answer to a question about many months, whole, for whoever asks the same again. As with everything in
// `cache/`, it is taken only while all it was made from is the very same: the files of the journal, the question
// with everything else that it rests on, and the code that would answer it.

/** Set by the build: changes with any of the code. */
declare const HEARTEN_BUILD: string | undefined

const build = typeof HEARTEN_BUILD === 'string' ? HEARTEN_BUILD : 'development'

/** What tells a question from every other. @param asked all that its answer rests on beside the journal */
export const questionOf = (asked: unknown): string => JSON.stringify([build, asked])

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

/** What an answer was made from, as the first line of its file: the question, and every file of the journal. */
const groundsOf = (question: string, files: Stamps): string => JSON.stringify([question, files])

async function linesOf(
  paper: Paper,
  { cache }: Generation,
  name: string,
): Promise<[grounds: string, answer: string] | undefined> {
  const bytes = await paper.read(join(cache, name))
  if (bytes === undefined) return undefined
  const once = bytes.subarray(0, bytes.length / 2)
  if (!once.equals(bytes.subarray(bytes.length / 2))) return undefined
  const [grounds = '', answer = ''] = once.toString('utf8').split('\n')
  return [grounds, answer]
}

/**
 * Every file that an answer may rest on. To be asked for before the question is. One look at each is enough: no
 * stamp ever comes again, so if each is still the same when it is looked at, all were when the first was.
 */
export const filesOf = (view: View): Stamps => view.stampsOf([...view.months, 'people', 'settings'])

/** The answer that was given before, if all is as it was then. */
export async function answerKept(
  paper: Paper,
  generation: Generation,
  question: string,
  files: Stamps,
): Promise<unknown> {
  try {
    const [grounds, answer] = (await linesOf(paper, generation, nameOf(question))) ?? []
    if (answer === undefined || grounds !== groundsOf(question, files)) return undefined
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}

/** Keeps an answer, and none that was made from other files. */
export const keepAnswer = (
  place: Workplace,
  question: string,
  files: Stamps,
  answer: unknown,
): Promise<void> =>
  remembering(place, async () => {
    const { paper, generation } = place
    if (paper.isLocked()) return
    const view = new View(
      new Shelves(paper, generation, () => {}),
      await readPending(paper, generation),
    )
    if (view.pending.files.length > 0) return
    if (JSON.stringify(filesOf(view)) !== JSON.stringify(files)) return
    const own = nameOf(question)
    const others: string[] = []
    for (const name of paper.names(generation.cache).filter(isAnswer)) {
      const [grounds = ''] = (await linesOf(paper, generation, name).catch(() => undefined)) ?? []
      if (name !== own && grounds.endsWith(`,${JSON.stringify(files)}]`)) others.push(name)
      else paper.remove(join(generation.cache, name))
    }
    for (const name of others.slice(most - 1)) paper.remove(join(generation.cache, name))
    // Twice: whatever is not the same both times is not as it was written. That takes no time, as a checksum would.
    const once = `${groundsOf(question, files)}\n${JSON.stringify(answer)}\n`
    await paper.write(join(generation.cache, own), Buffer.from(once + once), 'quick')
  })
