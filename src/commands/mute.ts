import type { Context } from '../context.ts'
import { knownNameIn, rangeFlag, tagFlag, wordFlag } from '../desk/flags.ts'
import { entryNamed } from '../desk/found.ts'
import { UsageError } from '../errors.ts'
import { mutesOf, newMute } from '../journal/mute.ts'
import type { Circle } from '../journal/person.ts'
import { circleOf } from '../journal/person.ts'
import { nextRevision } from '../journal/record.ts'
import { visibleLine } from '../render/gate.ts'
import type { Journal } from '../store/journal.ts'

const mutable = ['person', 'tag', 'period', 'entry'] as const
type What = (typeof mutable)[number]

/** Keeps a person, tag, period or entry from coming up unasked; without words, lists what is muted. */
export async function mute(context: Context, words: string[]): Promise<undefined> {
  const { terminal, stamp } = context
  const journal = await context.openJournal()
  if (words.length === 0) return list(context, journal)
  const circle = circleOf(await journal.people())
  const { what, value } = await meant(context, journal, circle, words)
  if (mutesOf(await journal.mutes(), what, value, circle).length > 0) {
    terminal.notify(`${named(what, value)} is muted already.`)
    return
  }
  await journal.commit('mute', [newMute(what, value, stamp())])
  terminal.notify(
    `${named(what, value)} will not be shown unasked any more. \`hearten list\` and \`hearten search\` still find everything.`,
  )
}

export async function unmute(context: Context, words: string[]): Promise<undefined> {
  const { terminal, stamp } = context
  const journal = await context.openJournal()
  const circle = circleOf(await journal.people())
  const { what, value } = await meant(context, journal, circle, words)
  const found = mutesOf(await journal.mutes(), what, value, circle)
  if (found.length === 0) {
    terminal.notify(`${named(what, value)} was not muted, so nothing was changed.`)
    return
  }
  await journal.commit(
    'unmute',
    found.map(it => nextRevision(it, { deleted: true }, stamp())),
  )
  terminal.notify(`${named(what, value)} may be shown again.`)
}

async function list({ terminal, globals }: Context, journal: Journal): Promise<undefined> {
  const mutes = (await journal.mutes()).filter(({ what }) => what !== 'prompt')
  if (globals.json) terminal.data({ mutes: mutes.map(({ what, value }) => ({ what, value })) })
  else if (mutes.length === 0)
    terminal.notify('Nothing is muted. `hearten config mute person NAME` mutes somebody.')
  else
    terminal.printWords(mutes.map(({ what, value }) => `${what}  ${visibleLine(value)}`).join('\n'))
}

/** The thing the words mean, in the one form it is kept in. */
async function meant(
  context: Context,
  journal: Journal,
  circle: Circle,
  [word = '', ...rest]: string[],
): Promise<{ what: What; value: string }> {
  const what = wordFlag(word, mutable, 'mute')
  const typed = rest.join(' ').trim()
  if (typed === '') throw new UsageError(`Say which ${what}. Nothing was changed.`)
  switch (what) {
    case 'person':
      return { what, value: circle.canonical(knownNameIn(rest)) }
    case 'tag':
      return { what, value: tagFlag(typed) }
    case 'entry':
      return { what, value: (await entryNamed(context, journal, typed)).id }
    case 'period': {
      const [first = '', last = first] = typed.split(/\s*\/\s*|\s+to\s+/)
      const [from, to] = [first, last].map(it => rangeFlag(it, 'the period', context))
      if (!from || !to || from.from > to.to)
        throw new UsageError(`The period ${typed} ends before it begins. Nothing was changed.`)
      return { what, value: `${from.from}/${to.to}` }
    }
  }
}

const named = (what: What, value: string): string =>
  what === 'person'
    ? visibleLine(value)
    : what === 'tag'
      ? `#${visibleLine(value)}`
      : what === 'period'
        ? `The time from ${value.replace('/', ' to ')}`
        : 'This entry'
