import type { Day } from '../journal/day.ts'
import type { Entry, PromiseEntry } from '../journal/entry.ts'
import { everyoneIn } from '../journal/fields/read.ts'
import { nameKey } from '../journal/person.ts'
import { isSealedLetter } from '../journal/query.ts'
import { tagKey } from '../journal/tags.ts'
import { themes } from '../themes/theme.ts'
import { moodCourse } from './course.ts'
import type { Discretion, Known } from './discretion.ts'
import { discretionOf } from './discretion.ts'
import type { DayFacts, Factor } from './factor-days.ts'
import { distinct } from './people.ts'
import { wordKey } from './tally.ts'
import { themeOf } from './themes/theme-of.ts'

/**
 * What each day had: themes, people, tags, reach-outs, promises kept, coping tools, meetings. Names and tags
 * come from open entries only, and nobody who is away or muted is ever set beside a mood.
 * @param entries oldest first
 */
export function dayFactsOf(entries: readonly Entry[], known: Known): DayFacts[] {
  const may = discretionOf(known)
  const past = entries.filter(
    entry => entry.day <= known.today && !isSealedLetter(entry, known.today),
  )
  const moods = new Map(moodCourse(past).days.map(({ day, value }) => [day, value]))
  const days = new Map<Day, Map<string, Factor>>()
  const had = (day: Day, factors: readonly Factor[]) => {
    const found = days.get(day) ?? new Map<string, Factor>()
    days.set(day, found)
    for (const factor of factors) found.set(factor.id, factor)
  }
  for (const entry of past) {
    had(entry.day, factorsOf(entry, known, may))
    if (entry.kind === 'promise')
      for (const day of keptOn(entry)) if (day <= known.today) had(day, [promise])
  }
  return [...days].map(([day, factors]) => {
    const mood = moods.get(day)
    return { day, factors, ...(mood !== undefined && { mood }) }
  })
}

const reachOut: Factor = { id: 'reach-out', family: 'reach-out', label: 'a reach-out' }
const meeting: Factor = { id: 'meeting', family: 'meeting', label: 'a meeting' }
const promise: Factor = { id: 'promise', family: 'promise', label: 'a promise kept' }

function factorsOf(entry: Entry, known: Known, may: Discretion): Factor[] {
  const theme = themes.find(({ id }) => id === themeOf(entry))
  const unnamed = [
    theme && ({ id: `theme:${theme.id}`, family: 'theme', label: theme.name } as const),
    entry.kind === 'reachout' && reachOut,
    entry.kind === 'meeting' && meeting,
  ].filter(factor => factor !== undefined && factor !== false)
  return may.isOpen(entry) ? [...unnamed, ...namedFactors(entry, known, may)] : unnamed
}

function namedFactors(entry: Entry, { circle }: Known, may: Discretion): Factor[] {
  const people = distinct(everyoneIn(entry), circle)
    .filter(name => nameKey(name) !== '' && may.mayInvite(name))
    .map(name => ({ id: `person:${nameKey(name)}`, family: 'person', label: name }) as const)
  const tags = entry.tags
    .filter(tag => may.mayTag(tag) && may.mayRead(tag))
    .map(tag => ({ id: `tag:${tagKey(tag)}`, family: 'tag', label: tagKey(tag) }) as const)
  if (entry.kind !== 'coping' || !may.mayRead(entry.details.tool)) return [...people, ...tags]
  const { tool } = entry.details
  return [...people, ...tags, { id: `tool:${wordKey(tool)}`, family: 'tool', label: tool.trim() }]
}

const keptOn = ({ details: { steps = [] } }: PromiseEntry): Day[] =>
  steps.filter(({ outcome }) => outcome === 'done').map(({ on }) => on)
