import { defined } from '../journal/defined.ts'
import type { Scale } from '../journal/entry.ts'
import type { Prompt } from '../themes/prompt.ts'
import { everAsked } from '../themes/prompts.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'
import type { Answers, ThemeAnswer, Value } from './answers.ts'
import type { AnswersFile } from './fields.ts'
import type { ThemePlan, Walk } from './plan.ts'

/** Answers that were given without being asked one by one: from a file, a form or a pipe. */

/**
 * Answers out of a file. A theme without a prompt of its own answers the one that today's walk has.
 *
 * @param planFor plans the walk for the mood in the file
 * @throws RangeError for a prompt that there is none of
 */
export function answersFrom(
  file: AnswersFile,
  planFor: (mood: Scale | undefined, only: readonly ThemeId[]) => Walk,
  promptNamed: (
    id: string,
  ) => Pick<Prompt, 'id' | 'theme' | 'text' | 'deeper'> | undefined = everAsked,
): Answers {
  const {
    mood,
    energy,
    feelings,
    connection,
    measures,
    promises,
    themes = {},
    promise,
    leave,
    note,
  } = file
  const given = themeIds.filter(id => themes[id] !== undefined)
  const walk = planFor(mood, given)
  const answers: Answers = { themes: {} }
  for (const id of given) {
    const { prompt, text, deeper, ...values } = themes[id] as Record<string, Value> & {
      prompt?: string | null
      text?: string
      deeper?: string
    }
    const named = prompt === undefined ? undefined : promptNamed(prompt ?? '')
    if (typeof prompt === 'string' && named?.theme !== id)
      throw new RangeError(`themes.${id}.prompt`)
    const asked = named ?? (prompt === null ? undefined : plannedIn(walk, id))
    answers.themes[id] = {
      ...(asked && { prompt: promptOf(asked) }),
      ...(text !== undefined && { text }),
      ...(deeper !== undefined && { deeper }),
      ...(Object.keys(values).length > 0 && { values }),
    }
  }
  if (promise) {
    const { text, ...rest } = promise
    const kept = answers.themes.accountability ?? {}
    const values = { ...kept.values, step: text, ...(rest as Record<string, Value>) }
    answers.themes.accountability = { ...kept, values }
  }
  return Object.assign(
    answers,
    defined({
      mood,
      energy,
      feelings,
      connection,
      measures,
      promises,
      leave: leave?.mood,
      notes: note === undefined ? undefined : [note],
    }),
  )
}

/**
 * Answers out of plain lines: one after another they answer the main prompts, a line with a single
 * full stop ends an answer, an empty answer skips, and what is left over becomes a note.
 */
export function answersFromLines(input: string, walk: Walk): Answers {
  const pages = input.split(/^\.$/m).map(page => page.trim())
  const answers: Answers = { themes: {} }
  walk.themes.forEach((theme, index) => {
    const text = pages[index]
    if (!text) return
    const prompt = theme.prompts[0]
    answers.themes[theme.id] = { ...(prompt && { prompt: promptOf(prompt) }), text }
  })
  const rest = pages.slice(walk.themes.length).filter(Boolean)
  if (rest.length > 0) answers.notes = [rest.join('\n\n')]
  return answers
}

const plannedIn = (walk: Walk, id: ThemeId): ThemePlan['prompts'][number] | undefined =>
  walk.themes.find(theme => theme.id === id)?.prompts[0]

const promptOf = ({
  id,
  text,
  deeper,
}: {
  id: string
  text: string
  deeper?: string
}): NonNullable<ThemeAnswer['prompt']> => ({ id, text, ...(deeper && { deeper }) })
