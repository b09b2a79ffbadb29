import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { newMute } from '../../src/journal/mute.ts'
import type { PersonStatus } from '../../src/journal/person.ts'
import { circleOf, newPerson, personStatuses } from '../../src/journal/person.ts'
import type { Mute } from '../../src/journal/setting.ts'
import { answersToAskAgain } from '../../src/reflect/again.ts'
import { gatherKnown } from '../../src/session/known.ts'
import { planArrival } from '../../src/session/plan.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import { aPerson } from '../helpers/cli.ts'
import { dayFactsOf } from '../helpers/look-at.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

// Every cell of the table in docs/privacy.md: a canary is put on pages of that kind, and looked for in each
// place where it could come up.

const places = ['offered', 'comes back', 'quoted', 'named', 'insights', 'listed'] as const
type Place = (typeof places)[number]
type Cell = 'yes' | 'no' | 'if starred' | '`--with-private`'

const table = new Map(
  readFileSync('docs/privacy.md', 'utf8')
    .split('\n')
    .filter(line => /^\|.*\|$/.test(line) && line.split('|').length === places.length + 3)
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
    .filter(([row]) => row && !/^-+$|^a page/.test(row))
    .map(([row = '', ...cells]) => [row, cells as Cell[]]),
)

const today = asDay('2026-11-22')
const therapist = ['page', 'therapist', '--from', '2025-01-01']
const name = 'Zebra-Ina'
const tool = 'zebrawalk'
const words = 'Zebrawords'
const tag = 'zebratag'

interface Kind {
  /** Fields of every page of this kind. */
  readonly page?: object
  readonly status?: PersonStatus
  readonly mute?: readonly [Mute['what'], string]
  /** A page of the same session that makes the others heavy. */
  readonly beside?: object
}

const kinds: Readonly<Record<string, readonly Kind[]>> = {
  ...Object.fromEntries(personStatuses.map(status => [status, [{ status }]])),
  muted: [{ mute: ['person', name] }, { mute: ['person', name], status: 'close' }],
  open: [{}],
  private: [{ page: { private: true } }],
  'a sealed letter': [
    { page: { kind: 'letter', details: { sealedUntil: '2027-06-01', to: name } } },
  ],
  'muted, or of a muted time or tag': [
    { mute: ['tag', tag] },
    { mute: ['period', '2025-01-01/2026-12-31'] },
  ],
  'very low, or a call for help': [
    { page: { mood: 1 } },
    { page: { session: 's1' }, beside: { session: 's1', text: 'I want to kill myself.' } },
  ],
}

/** Pages that name a person by a field and in their words, on three days: lately, a month ago, a year ago. */
function pagesOf({ page = {}, beside }: Kind, starred: boolean): Entry[] {
  const text = `${words} were said by the water with ${name}, and it was good.`
  const on = (day: string, more: object) =>
    ({
      ...anEntry({ text, day: asDay(day), tags: [tag] }),
      people: [name],
      ...(starred && { starred }),
      ...more,
      ...page,
    }) as Entry
  const heavy = beside !== undefined || 'mood' in page
  const days = ['2026-11-20', '2026-10-02', '2025-11-22']
  const notes = days.map(day => on(day, {}))
  if ('kind' in page) return notes
  const others = [
    on('2026-11-19', { kind: 'meeting', details: { name: 'the circle', stayed: true } }),
    on('2026-11-18', { kind: 'reachout', theme: 'support', details: {} }),
    on('2026-09-17', {
      kind: 'reflection',
      theme: 'growth',
      prompt: { id: 'river', text: 'What did the river say?' },
      details: {},
    }),
    on('2026-11-17', { kind: 'coping', theme: 'growth', details: { tool } }),
    // A step one wants to take, and an insight that was kept, stay also where the evening was heavy.
    ...(heavy
      ? []
      : [
          on('2026-11-16', {
            kind: 'promise',
            theme: 'accountability',
            details: { due: today },
          }),
        ]),
  ]
  return [...notes, ...others, ...(beside ? [on('2026-11-20', { people: [], ...beside })] : [])]
}

interface Found {
  readonly place: Place
  readonly where: string
  readonly text: string
  /** What would give the page away there. */
  readonly canaries: readonly string[]
}

async function lookEverywhere(kind: Kind, starred: boolean): Promise<Found[]> {
  const person = aPerson()
  const journal = await aJournal({ folder: person.data })
  await journal.commit('made', [
    ...pagesOf(kind, starred),
    // Something that is always open, so that no place is empty for want of pages.
    anEntry({ text: 'A quiet page about rain and tea.', day: asDay('2026-11-21') }),
    ...(kind.status ? [newPerson(name, kind.status, aStamp())] : []),
    ...(kind.mute ? [newMute(kind.mute[0], kind.mute[1], aStamp())] : []),
  ])
  const found: Found[] = []
  const see = (place: Place, where: string, text: unknown, ...canaries: string[]) =>
    found.push({ place, where, text: JSON.stringify(text), canaries })

  const { known, names, lookBack } = await gatherKnown(journal, today, defaultSettings)
  const { due } = planArrival(known)
  see('offered', 'names of a session', await names(), name)
  see(
    'comes back',
    'looked back on',
    starred ? await lookBack() : 'asked of starred pages only',
    words,
  )
  see('comes back', 'promises of a session', due, words)
  const offered = async (...argv: string[]) => {
    const labels: string[] = []
    const dialogue = {
      ...scriptedDialogue([]),
      pick: async ({ choices }: { choices: readonly { label: string }[] }) => {
        labels.push(...choices.map(({ label }) => label))
        return undefined
      },
      line: async () => undefined,
    }
    await person.with({ dialogue: dialogue as never }).run(...argv)
    return labels
  }
  see('offered', 'people reached', await offered('people', 'reached'), name)
  see('offered', 'toolkit use', await offered('toolkit', 'use'), tool)

  const review = (await person.json('review', 'all', '--then-and-now')) as Record<string, unknown>
  const { thenAndNow, onThisDay } = review
  see('comes back', 'then and now', thenAndNow ?? '', words)
  see('comes back', 'on this day', onThisDay, words)
  const settings = { ...defaultSettings, resurface: true }
  const all = await journal.entries({ today })
  const circle = circleOf(await journal.people())
  const mutes = await journal.mutes()
  const again = answersToAskAgain(all, { today, circle, mutes }, settings)
  see('comes back', 'to answer again', again, words)
  if (starred) see('quoted', 'page therapist', (await person.run(...therapist)).out, words)
  const file = join(person.home, 'report.html')
  await person.run('review', 'all', '--html', file)
  const pages = [
    ['review --html', readFileSync(file, 'utf8')],
    ['review', (await person.run('review', 'all')).out],
    ['review --json', (await person.run('review', 'all', '--json')).out],
    ['review --markdown', (await person.run('review', 'all', '--markdown')).out],
  ] as const
  for (const [where, text] of pages) {
    see('quoted', where, text, words)
    see('named', where, text, name)
    see('named', `${where}, tools`, text, tool)
    if (kind.page) see('named', `${where}, tags`, text, tag)
  }
  const entries = await journal.entries({ today, to: today })
  const facts = dayFactsOf(entries, { today, circle, mutes }).flatMap(({ factors }) => [
    ...factors.values(),
  ])
  see(
    'insights',
    'factors',
    facts.map(({ label }) => label),
    name,
  )
  see(
    'insights',
    'tools',
    facts.map(({ label }) => label),
    tool,
  )
  for (const how of [[], ['--plain'], ['--json']]) {
    see('listed', `people ${how}`, (await person.run('people', ...how)).out, name)
    see('listed', `toolkit ${how}`, (await person.run('toolkit', ...how)).out, tool)
  }
  for (const argv of [['status'], ['calendar'], ['insights'], ['prompts'], ['config', 'list']]) {
    const { out, err } = await person.run(...argv)
    expect(out + err, argv.join(' ')).not.toMatch(/zebr/i)
  }
  return found
}

/** Where a canary was found and should not be, or should be and was not. */
function wrongIn(found: readonly Found[], cells: readonly Cell[], kind: Kind, starred: boolean) {
  const isAboutPerson = kind.status !== undefined || kind.mute?.[0] === 'person'
  return found.flatMap(({ place, where, text, canaries }) => {
    const cell = cells[places.indexOf(place)]
    const may = cell === 'yes' || (cell === 'if starred' && starred)
    const seen = canaries.some(canary => text.includes(canary))
    if (seen && !may && !(isAboutPerson && canaries.includes(tool))) return [`${where}: shown`]
    // What comes back depends on the day and the season too, and is shown once in one of its places.
    const isEnough = found.some(
      it => it.place === place && it.canaries.some(canary => it.text.includes(canary)),
    )
    return may && !seen && !(place === 'comes back' && (isEnough || !starred))
      ? [`${where}: missing`]
      : []
  })
}

describe.each([...table])('%s', (row, cells) => {
  const all = kinds[row] ?? []
  it('is a kind of page that is tried', () => expect(all).not.toEqual([]))

  it.each(
    all.flatMap(kind =>
      [true, false].map(starred => [JSON.stringify(kind), starred, kind] as const),
    ),
  )('%s, starred %s', async (_, starred, kind) => {
    const found = await lookEverywhere(kind, starred)
    expect(wrongIn(found, cells, kind, starred)).toEqual([])
  })
})

it('has a row for every kind of page that is tried, and a column for every place', () => {
  expect([...table.keys()].sort()).toEqual(Object.keys(kinds).sort())
  for (const cells of table.values()) expect(cells).toHaveLength(places.length)
})

it('lists what private pages hold when that is asked for', async () => {
  const person = aPerson()
  await person.run('jot', `with @${name}`, '--private')
  await person.run('toolkit', 'use', tool, '--before', '2', '--private')
  expect((await person.run('people')).out).toContain('1 name is on private pages only')
  expect((await person.run('toolkit')).out).toContain('1 private entry is left out')
  expect((await person.run('people', '--with-private')).out).toContain(name)
  expect((await person.run('toolkit', '--with-private')).out).toContain(tool)
  expect((await person.run('people', 'show', name)).out).toContain(name)
})
