import { UsageError } from '../errors.ts'
import type { Day } from '../journal/day.ts'
import { monthNames, weekday, weekdayNames } from '../journal/day.ts'

/** What no disk takes in a name, and what Obsidian takes for something else in a link. */
export const notInNames = /[\p{C}\\/:*?"<>|#^[\]]/u

/**
 * File names by a pattern: `Journal {date}` gives `Journal 2026-11-22.md`.
 * @throws UsageError when two pages would get one name, or when no disk would take it
 */
export function namesBy(pattern: string, what: 'day' | 'theme'): (name: string) => string {
  const bare = pattern.trim().replace(/\.md$/i, '')
  const slots = [...bare.matchAll(/\{([^{}]*)\}/g)].map(([, slot = '']) => slot)
  const known: readonly string[] = what === 'day' ? daySlots : ['theme']
  const strange = slots.find(slot => !known.includes(slot))
  const list = known.map(slot => `{${slot}}`).join(', ')
  if (strange !== undefined) throw new UsageError(`--name knows no {${strange}}. It takes ${list}.`)
  if (notInNames.test(bare) || /^[\s.]|[\s.]$/.test(bare))
    throw new UsageError(
      `--name "${pattern}" is no file name. Folders and the marks / \\ : * ? " < > | # ^ [ ] do not go into one.`,
    )
  const isUnique =
    what === 'theme'
      ? slots.includes('theme')
      : slots.includes('date') || ['year', 'month', 'day'].every(slot => slots.includes(slot))
  if (!isUnique)
    throw new UsageError(
      `Each file needs a name of its own, so put {${what === 'day' ? 'date' : 'theme'}} into --name.`,
    )
  return name =>
    `${bare.replace(/\{([^{}]*)\}/g, (_, slot: string) => (what === 'day' ? dayIn(slot, name as Day) : name))}.md`
}

const daySlots = ['date', 'year', 'month', 'day', 'weekday', 'monthname']

function dayIn(slot: string, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  switch (slot) {
    case 'year':
      return year
    case 'month':
      return month
    case 'day':
      return date
    case 'weekday':
      return weekdayNames[weekday(day) - 1] ?? ''
    case 'monthname':
      return monthNames[Number(month) - 1] ?? ''
    default:
      return day
  }
}
