import type { Day } from '../journal/day.ts'
import { addDays, weekday } from '../journal/day.ts'
import type { Entry, PromiseEntry, Reflection, ReflectionDetails, Scale } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import type { Stamp } from '../journal/record.ts'
import { connectionItems } from '../themes/connection.ts'
import { feelings } from '../themes/feelings.ts'
import type { Prompt } from '../themes/prompt.ts'
import { prompts } from '../themes/prompts.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'
import { spoken } from './prose.ts'
import { answers } from './words/answers.ts'
import type { Tone } from './words/bodies.ts'
import { bodies } from './words/bodies.ts'
import { insightLines, promises } from './words/small.ts'
import type { Writer } from './writer.ts'
import { scaleOf, stampOf, written, writtenPage } from './writer.ts'

export const toneOf = (mood: number): Tone => (mood <= 2 ? 'low' : mood === 3 ? 'middle' : 'good')

/** The questions the story has answers for, theme by theme. */
const asked = Object.fromEntries(
  themeIds.map(theme => [
    theme,
    prompts.filter(prompt => prompt.theme === theme && Object.hasOwn(answers, prompt.id)),
  ]),
) as unknown as Readonly<Record<ThemeId, readonly [Prompt, ...Prompt[]]>>

/** A guided session as somebody went through it: arriving, some themes, leaving. */
export function eveningOf(writer: Writer, day: Day, mood: Scale): Entry[] {
  const { chance } = writer
  let minutes = 19 * 60 + chance.between(0, 150)
  const at = () => {
    minutes += chance.between(1, 5)
    return stampOf(writer, day, minutes)
  }
  const start = at()
  const entries: Entry[] = [arrivalOf(writer, mood, start)]
  const walked = chance.is(0.3)
    ? [chance.pick([...themeIds])]
    : themeIds.filter(() => chance.is(0.93))
  for (const theme of walked) {
    entries.push(reflectionOf(writer, theme, mood, at()))
    if (theme === 'accountability' && chance.is(0.4)) entries.push(promiseOf(writer, day, at()))
  }
  const after = scaleOf(mood + (chance.is(0.42) ? 1 : chance.is(0.2) ? -1 : 0))
  const leave = { kind: 'checkin', mood: after, details: { moment: 'leave' } } as const
  entries.push(newEntry<'checkin'>(leave, at()))
  const session = start.newId()
  return entries.map(entry => ({ ...entry, session }))
}

function arrivalOf(writer: Writer, mood: Scale, stamp: Stamp): Entry {
  const { chance } = writer
  const connection = [1, 3, 6].includes(weekday(stamp.today)) && {
    connection: Object.fromEntries(
      connectionItems.map(({ id }) => [id, scaleOf(mood + chance.normal())]),
    ),
  }
  return newEntry<'checkin'>(
    {
      kind: 'checkin',
      mood,
      energy: scaleOf(mood + 0.8 * chance.normal()),
      feelings: feelingsFor(mood, writer),
      details: { moment: 'arrive', ...connection },
    },
    stamp,
  )
}

/** One to three feeling words that fit a mood. */
export function feelingsFor(mood: Scale, { chance }: Writer): string[] {
  const words = new Set<string>()
  for (let left = chance.between(1, 3); left > 0; left--) {
    const wanted = chance.is((mood - 0.5) / 5) ? 'pleasant' : 'unpleasant'
    const fitting = feelings.filter(({ pleasantness }) => pleasantness === wanted)
    words.add(chance.pick(fitting as [(typeof fitting)[0] & {}]).word)
  }
  return [...words]
}

function reflectionOf(writer: Writer, theme: ThemeId, mood: Scale, stamp: Stamp): Reflection {
  const { chance } = writer
  const prompt = chance.deal(asked[theme])
  const own = bodies[theme]
  const said = writtenPage(
    writer,
    answers[prompt.id] ?? own.middle,
    own[toneOf(mood)],
    own[toneOf(mood)],
    own.middle,
  )
  const reflection = written<'reflection'>(
    writer,
    said,
    {
      kind: 'reflection',
      theme,
      prompt: { id: prompt.id, text: prompt.text },
      ...(chance.is(0.06) && { starred: true as const }),
      ...(chance.is(0.04) && { bring: true as const }),
      ...(chance.is(0.03) && { private: true as const }),
      details: {},
    },
    stamp,
  )
  return { ...reflection, details: detailsOf(writer, reflection, mood) }
}

function detailsOf(writer: Writer, { theme, people }: Reflection, mood: Scale): ReflectionDetails {
  const { chance } = writer
  const near = () => scaleOf(mood + chance.normal())
  const around = people.filter(name => name !== 'Robin' && name !== 'Grandpa')
  switch (theme) {
    case 'compassion':
      return {
        strengthAfter: scaleOf(6 - mood + 0.7 * chance.normal()),
        ...(around.length > 0 && { understood: near(), understoodBy: around }),
      }
    case 'shared':
      return {
        source: chance.pick(['person', 'person', 'meeting', 'reading', 'online']),
        lessAlone: near(),
        ...(chance.is(0.4) && { sharedBack: chance.is(0.5) }),
      }
    case 'support': {
      const expected = scaleOf(2.4 + 0.7 * chance.normal())
      return {
        support: chance.pick(['listened', 'listened', 'company', 'practical', 'advice']),
        ...(around.length > 0 && {
          direction: chance.pick(['asked', 'offered', 'received', 'given']),
          expected,
          actual: scaleOf(expected + 1 + chance.normal()),
        }),
        caredFor: near(),
      }
    }
    case 'accountability':
      return {}
    case 'growth':
      return chance.is(0.55)
        ? {
            insight: spoken(insightLines, chance).text,
            source: chance.pick(['own', 'own', 'group', 'book']),
          }
        : {}
  }
}

function promiseOf(writer: Writer, day: Day, stamp: Stamp): PromiseEntry {
  const { chance } = writer
  const { step, cue } = chance.deal(promises)
  return written<'promise'>(
    writer,
    { text: `${step}.`, tags: [] },
    {
      kind: 'promise',
      theme: 'accountability',
      details: {
        ...(chance.is(0.8) && { cue }),
        due: addDays(day, chance.between(1, 6)),
        ...(chance.is(0.55) && {
          witness: [chance.pick(['Ines', 'Ines', 'Marek', 'Dana', 'Lea'])],
        }),
        confidence: scaleOf(3.5 + chance.normal()),
      },
    },
    stamp,
  )
}
