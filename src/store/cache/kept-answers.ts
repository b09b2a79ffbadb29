import { join } from 'node:path'
import type { Notes } from '../journal.ts'
import type { Workplace } from '../keeper.ts'
import type { Paper } from '../paper.ts'
import { readPending } from '../pending.ts'
import type { Generation, Stamps } from '../places.ts'
import { build } from '../places.ts'
import { Shelves } from '../shelves.ts'
import { View } from '../view.ts'
import { remembering } from './remembering.ts'
import { saidTwice, twice } from './twice.ts'

// An answer to a question about many months, whole, for whoever asks the same again. As with everything in
// `cache/`, it is taken only while all it was made from is the very same: the files of the journal, the question
// with everything else that it rests on, and the code that would answer it.

/** Where an answer is looked for, and the journal as it is looked at. */
interface Asked {
  readonly place: Workplace
  readonly view: View
  /** The month that nothing of it or of a later one is asked of, where there is one. */
  readonly before: string | undefined
  /** How often something was said on the way so far. */
  said(): number
  /** Takes in files of which an answer that was kept says that they are as hearten wrote them. */
  readonly sound: Record<string, string>
}

/** As `Journal.answer`. */
export async function answered<T>(
  { place, view, before, said, sound }: Asked,
  asked: unknown,
  work: (notes: Notes) => Promise<T>,
): Promise<T> {
  const { paper, generation } = place
  const isMeant = (month: string) => before === undefined || month < before
  // What waits is not filed yet, and where nothing was written yet nothing is made.
  if (asked === undefined || view.pending.files.length > 0 || !view.months.some(isMeant))
    return asKept(await work({ before: async () => new Set(), add() {} }))
  const question = questionOf(asked)
  const files = filesOf(view, isMeant)
  const kept = await answerKept(paper, generation, question, files)
  if (kept !== undefined) {
    // All of these months were looked over for it, and nothing had to be said of them; unless there is none.
    if (before !== undefined && kept !== null) Object.assign(sound, files)
    return kept as T
  }
  const saidBefore = said()
  const noted = new Set<string>()
  const answer = await work({
    before: () => notedBefore(paper, generation),
    add(names) {
      for (const name of names) noted.add(name)
    },
  })
  // What is said on the way has to be said again.
  if (said() === saidBefore) await keepAnswer(place, question, files, answer, noted)
  return asKept(answer)
}

/** As it will be when it was kept. */
const asKept = <T>(answer: T): T => JSON.parse(JSON.stringify(answer)) as T

/** What tells a question from every other. @param asked all that its answer rests on beside the journal */
const questionOf = (asked: unknown): string => JSON.stringify([build, asked])

/** More than these, with their pages, are not worth their room: yesterday's are asked for no more. */
const most = 24

/** Of two questions with the same name only the last is kept. FNV-1a. */
function nameOf(question: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < question.length; at++)
    hash = Math.imul(hash ^ question.charCodeAt(at), 0x01000193)
  return `answer-${(hash >>> 0).toString(16).padStart(8, '0')}.json`
}

const isAnswer = (name: string): boolean => /^answer-[0-9a-f]{8}\.json$/.test(name)

/** What is noted beside answers, whatever they were asked. */
const notesName = 'notes.json'

/** More than the longest review needs. */
const mostNotes = 1000

/** What was noted with answers of the same code. */
async function notedBefore(paper: Paper, generation: Generation): Promise<ReadonlySet<string>> {
  try {
    const [by, names] = (await linesOf(paper, generation, notesName)) ?? []
    return new Set<string>(by === build && names ? JSON.parse(names) : [])
  } catch {
    return new Set()
  }
}

async function note({ paper, generation }: Workplace, names: ReadonlySet<string>): Promise<void> {
  const before = await notedBefore(paper, generation)
  if ([...names].every(name => before.has(name))) return
  const all = [...new Set([...names, ...before])].slice(0, mostNotes)
  await paper.write(join(generation.cache, notesName), inLines(build, all), 'quick')
}

/** What an answer was made from, as the first line of its file: the question, and every file of the journal. */
const groundsOf = (question: string, files: Stamps): string => JSON.stringify([question, files])

async function linesOf(
  paper: Paper,
  { cache }: Generation,
  name: string,
): Promise<[grounds: string, answer: string] | undefined> {
  const said = saidTwice(await paper.read(join(cache, name)))
  if (said === undefined) return undefined
  const [grounds = '', answer = ''] = said.split('\n')
  return [grounds, answer]
}

/**
 * Every file that an answer may rest on. To be asked for before the question is. One look at each is enough: no
 * stamp ever comes again, so if each is still the same when it is looked at, all were when the first was.
 */
const filesOf = (view: View, isMeant: (month: string) => boolean = () => true): Stamps =>
  view.stampsOf([...view.months.filter(isMeant), 'people', 'settings'])

/** The answer that was given before, if all is as it was then. */
async function answerKept(
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
const keepAnswer = (
  place: Workplace,
  question: string,
  files: Stamps,
  answer: unknown,
  notes: ReadonlySet<string>,
): Promise<void> =>
  remembering(place, async () => {
    const { paper, generation } = place
    if (paper.isLocked()) return
    const view = new View(
      new Shelves(paper, generation, () => {}),
      await readPending(paper, generation),
    )
    const now = filesOf(view)
    const areStill = (made: Stamps) => Object.keys(made).every(name => made[name] === now[name])
    if (view.pending.files.length > 0 || !areStill(files)) return
    const own = nameOf(question)
    const others: string[] = []
    for (const name of paper.names(generation.cache).filter(isAnswer)) {
      const made = await linesOf(paper, generation, name)
        .then(lines => lines && JSON.parse(lines[0])[1])
        .catch(() => undefined)
      if (made && name !== own && areStill(made)) others.push(name)
      else paper.remove(join(generation.cache, name))
    }
    for (const name of others.slice(most - 1)) paper.remove(join(generation.cache, name))
    const file = join(generation.cache, own)
    await paper.write(file, inLines(groundsOf(question, files), answer), 'quick')
    if (notes.size > 0) await note(place, notes)
  })

const inLines = (grounds: string, content: unknown): Buffer =>
  twice(`${grounds}\n${JSON.stringify(content)}\n`)
