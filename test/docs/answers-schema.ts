// The JSON Schema (2020-12) of what commands answer with `--json`: what docs/schema/answers-1.json holds.

import { kinds } from '../../src/journal/entry.ts'
import { kindNames } from '../../src/journal/fields/details.ts'
import { settingFields } from '../../src/journal/fields/record.ts'
import { periodNames } from '../../src/journal/period.ts'
import { personStatuses } from '../../src/journal/person.ts'
import { mutables } from '../../src/journal/setting.ts'
import { calendarKinds } from '../../src/reflect/calendar-kinds.ts'
import { settingRules } from '../../src/settings/settings.ts'
import { depths } from '../../src/themes/prompt.ts'
import { themeIds } from '../../src/themes/theme.ts'

type Schema = Readonly<Record<string, unknown>>
type Shape = Readonly<Record<string, Schema>>

/** Fields of an answer and no others; a name that ends in `?` may be left out. */
const its = (shape: Shape): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(shape).map(([name, it]) => [plain(name), it])),
  required: Object.keys(shape).filter(name => !name.endsWith('?')),
  additionalProperties: false,
})
const plain = (name: string) => name.replace(/\?$/, '')
const list = (items: Schema): Schema => ({ type: 'array', items })
const oneOf = (values: readonly string[]): Schema => ({ enum: values })
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const byName = (names: readonly string[], schema: Schema): Schema =>
  its(Object.fromEntries(names.map(name => [name, schema])))

const text: Schema = { type: 'string' }
const number: Schema = { type: 'number' }
const whole: Schema = { type: 'integer', minimum: 0 }
const yes: Schema = { type: 'boolean' }
const day: Schema = { type: 'string', format: 'date' }
const texts = list(text)
const ref = (name: string): Schema => ({ $ref: `urn:hearten:journal:1#/$defs/${name}` })

const entry: Schema = { anyOf: kinds.map(ref) }
const version: Schema = { anyOf: kinds.flatMap(kind => [ref(kind), ref(`deleted-${kind}`)]) }
const counts = list(its({ name: text, count: whole }))
const share = { count: whole, of: whole }
const pair = its({ n: whole, before: number, after: number })
const interval: Schema = { type: 'array', items: number, minItems: 2, maxItems: 2 }
const course = its({
  days: list(its({ day, value: number, ratings: whole })),
  trend: its({
    ...{ rated: whole, needed: whole, words: text, state: text },
    ...{ 'mean?': number, 'low?': number, 'high?': number },
    ...{ 'slopePerMonth?': number, 'interval?': interval },
  }),
})
const measure = {
  ...{ name: text, unit: oneOf(['steps', 'hours', 'number', 'yes-no']) },
  ...{ 'from?': number, 'to?': number, 'low?': text, 'high?': text },
  every: oneOf(['day', 'week']),
}
const shownCourse = {
  ...{ id: text, name: text, about: text, 'begun?': day },
  state: oneOf(['new', 'going', 'paused', 'left']),
  sessions: list(its({ id: text, name: text, depth: oneOf(depths), 'done?': day })),
}
const counted = {
  ...{ name: text, start: day, days: whole, of: whole },
  'lastSlip?': its({ day, noted: yes }),
}
const quote = its({ id: text, day, text })
const quotes = list(quote)
const period = its({ from: day, to: day, name: oneOf([...periodNames, 'range']), label: text })
const tool = { name: text, uses: whole, 'mood?': pair, 'again?': its(share) }
const tools = {
  weighed: list(
    its({
      start: oneOf(['low', 'middle', 'good']),
      tools: list(its({ ...tool, weighed: number })),
    }),
  ),
  few: list(its(tool)),
  needed: whole,
}
const reminder = { time: orNull(text), pausedUntil: orNull(day), script: orNull(text) }
const parts = { parts: list(its({ name: text, folder: text })) }
const encryption = { encrypted: yes, 'recipient?': text, 'folder?': text, 'keychain?': yes }
const preferences = {
  settings: byName(
    settingRules.map(({ name }) => name),
    { type: ['string', 'number', 'boolean', 'array'], items: text },
  ),
  origins: byName(
    settingRules.map(({ name }) => name),
    text,
  ),
}
const person = {
  ...{ name: text, 'status?': oneOf(personStatuses), named: whole, 'lastNamed?': day },
  ...{ inTouch: whole, 'lastInTouch?': day, kinds: counts, 'response?': pair },
}
const question = its({
  ...{ id: text, theme: oneOf(themeIds), text, 'note?': text, 'deeper?': text },
  ...{ depth: oneOf(depths), situations: texts, 'angles?': texts, 'feelings?': texts },
  ...{ 'needs?': texts, why: text, restsOn: text, 'replaces?': texts, own: yes, muted: yes },
})
const factorTest = {
  factor: its({ id: text, family: text, label: text }),
  when: text,
  p: number,
  with: its({ days: whole, mean: number }),
  without: its({ days: whole, mean: number }),
  difference: number,
}

const themePages = {
  compassion: its({
    ...{ count: whole, feelings: counts, freshFeelings: texts, 'strength?': pair },
    ...{ understood: course, understoodBy: counts, quotes },
  }),
  shared: its({
    ...{ count: whole, 'perWeek?': number, sources: counts, 'hope?': pair, lessAlone: course },
    meetings: its({ count: whole, names: counts, 'mood?': pair, stayed: quotes, 'next?': day }),
    ...{ notAlone: quotes, given: whole, received: whole, quotes },
  }),
  support: its({
    ...{ count: whole, reachedOut: its(share), reachedBy: whole, kinds: counts, 'response?': pair },
    directions: byName(['asked', 'offered', 'received', 'given'], whole),
    who: list(its({ name: text, count: whole, kinds: counts })),
    named: list(its({ name: text, count: whole, 'away?': yes })),
    ...{ caredFor: course, quotes },
  }),
  accountability: its({
    count: whole,
    promises: its({
      total: whole,
      outcomes: byName(['done', 'partly', 'not-yet', 'changed', 'let-go', 'waiting'], whole),
      ...{ helped: counts, obstacles: counts, witnessed: its(share), alone: its(share) },
      'done?': its({ ...share, interval }),
      open: list(its({ id: text, text, 'due?': day })),
    }),
    quotes,
  }),
  growth: its({ count: whole, noticed: whole, insights: quotes, sources: counts, quotes }),
}

/** By the command as one types it. Those that are not here answer with `changes`. */
export const answers: Readonly<Record<string, Shape>> = {
  promise: {
    entries: list({
      allOf: [
        ref('promise'),
        { type: 'object', required: ['number'], properties: { number: whole } },
      ],
    }),
  },
  people: { people: list(its(person)), muted: whole, onlyPrivate: whole, quiet: texts },
  'people show': { person: its({ ...person, 'aliases?': texts }), entries: list(entry) },
  course: { courses: list(its(shownCourse)) },
  'course show': { course: its(shownCourse) },
  again: { entries: list(ref('reflection')) },
  urge: { urges: list(ref('urge')) },
  plan: { parts: list(its({ id: text, name: text, text })) },
  since: { since: list(its({ id: text, ...counted })) },
  measure: {
    measures: list(its({ id: text, ...measure, aliases: texts, paused: yes })),
    starters: list(its(measure)),
  },
  toolkit: { ...tools, starters: list(its({ name: text, how: text, restsOn: text })) },
  'toolkit show': { ...tools, entries: list(entry) },
  'letter --list': {
    entries: list(ref('letter')),
    sealed: list(its({ day, sealedUntil: day })),
  },
  review: {
    ...{ period, since: day, until: day, later: whole, mood: course },
    measures: list(
      its({
        ...{ name: text, unit: text, 'low?': text, 'high?': text, 'course?': course },
        ...{ 'axis?': its({ from: number, to: number }), 'yes?': its({ days: whole, of: whole }) },
      }),
    ),
    'urges?': its({
      ...{ count: whole, wants: counts, eased: counts, before: quotes, 'strength?': pair },
      'minutes?': its({ median: number, n: whole }),
    }),
    courses: list(its({ id: text, name: text, sessions: texts })),
    daysSince: list(its(counted)),
    'planParts?': whole,
    presence: its({ on: list(day), days: whole, of: whole, lifetime: whole, entries: whole }),
    'day?': its({
      words: list(
        its({
          ...{ id: text, time: text, text },
          ...{ 'theme?': oneOf(themeIds), 'question?': text, 'kind?': text },
        }),
      ),
      withheld: whole,
      moods: list(number),
      feelings: texts,
    }),
    sessions: byName(['higher', 'same', 'lower'], whole),
    themes: its(themePages),
    ownWords: quotes,
    quiet: texts,
    toolkit: its(tools),
    words: list(its({ word: text, count: whole, score: number })),
    'connection?': its({
      items: list(its({ id: text, n: whole, median: number, low: number, high: number })),
      'profile?': its({ median: number, lowest: texts, highest: texts }),
    }),
    tags: its({ distinct: whole, most: counts }),
    starred: quotes,
    'thenAndNow?': byName(['then', 'now'], quote),
    onThisDay: quotes,
  },
  calendar: {
    ...{ period, by: oneOf(calendarKinds), today: day },
    days: list(its({ day, entries: whole, 'mood?': number })),
  },
  insights: {
    ...{ ratedDays: whole, neededDays: whole, enough: yes, looked: whole, 'of?': text },
    tests: list(its(factorTest)),
    shown: list(its({ ...factorTest, together: { type: 'array' }, interval })),
  },
  list: { entries: list(entry) },
  show: { entries: list(version) },
  search: { entries: list(entry) },
  status: {
    present: its({ days: whole, of: whole, lifetime: whole }),
    promises: its({ due: whole, open: whole }),
    unfinished: orNull(its({ kind: text, 'startedAt?': text })),
    conflicts: whole,
    'since?': its(counted),
  },
  'delete --trash': { entries: list(version) },
  vault: encryption,
  'vault status': encryption,
  'vault keychain': encryption,
  'vault part': parts,
  'vault part list': parts,
  backup: {
    ...{ backups: texts, 'made?': text },
    lacks: { type: 'object', additionalProperties: texts },
  },
  doctor: {
    healthy: yes,
    findings: list(
      its({
        ...{ what: text, file: text, words: text, how: text, mendable: yes },
        ...{ 'fine?': yes, 'ask?': text, 'holder?': {} },
      }),
    ),
    mended: list(its({ file: text, words: text })),
  },
  inbox: {
    folder: text,
    entries: list(entry),
    left: list(its({ name: text, reason: text })),
  },
  prompts: { prompts: list(question) },
  'prompts show': { prompt: question },
  'prompts packs': { packs: list(its({ pack: text, prompts: whole })) },
  'prompts share': {
    pack: text,
    prompts: list(
      its({
        ...{ id: text, theme: oneOf(themeIds), text, 'deeper?': text, 'note?': text, 'why?': text },
        ...{ 'depth?': oneOf(depths), 'situations?': texts, 'angles?': texts },
        ...{ 'needs?': texts, 'feelings?': texts },
      }),
    ),
  },
  config: preferences,
  'config list': preferences,
  'config get': {
    name: text,
    value: { type: ['string', 'number', 'boolean', 'array'], items: text },
    origin: text,
  },
  'config path': {
    ...{ journal: text, preferences: text },
    origins: its({ journal: text, preferences: text }),
  },
  'config mute': { mutes: list(its({ what: oneOf(mutables), value: text })) },
  'help-now': {
    ...{ country: text, name: text, guessed: yes, emergency: text, broken: yes },
    lines: list(
      its({
        ...{ name: text, number: text, by: text, 'word?': text, about: text, hours: text },
        ...{ audience: text, sources: texts, checkedOn: day, confidence: text },
      }),
    ),
    gaps: list(its({ about: oneOf(['crisis', 'violence']), inPart: yes })),
    directories: list(its({ name: text, address: text })),
    numbers: list(its({ name: text, number: text, addedOn: day })),
    plan: list(its({ name: text, text })),
  },
  'help-now --countries': { countries: list(its({ code: text, name: text })) },
  remind: reminder,
  'remind pause': reminder,
  'remind on': reminder,
  'remind off': reminder,
}

/** What every other command answers: what it changed, and what it said. */
const changes: Shape = {
  changed: list(
    its({
      kind: oneOf([...Object.keys(kindNames), ...Object.keys(settingFields), 'entry']),
      id: text,
      'day?': day,
      'removed?': oneOf(['trash', 'erased']),
    }),
  ),
  words: texts,
  'text?': text,
}

/** On standard error, where a command fails. */
const failure: Shape = { error: its({ message: text, exitCode: { enum: [1, 2, 3] } }) }

const nameOf = (command: string) => command.replaceAll(' --', ' ').replaceAll(' ', '-')
const answer = (shape: Shape) => its({ version: { const: 1 }, ...shape })

/** The name of an answer in the schema. */
export const definitionOf = (command: string): string =>
  command in answers ? nameOf(command) : 'changes'

const definitions = {
  ...Object.fromEntries(
    Object.entries(answers).map(([name, shape]) => [nameOf(name), answer(shape)]),
  ),
  changes: answer(changes),
  failure: answer(failure),
}

export const answersSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:hearten:answers:1',
  title: 'What the commands of hearten answer with --json, each in its place below $defs',
  anyOf: Object.keys(definitions).map(name => ({ $ref: `#/$defs/${name}` })),
  $defs: definitions,
}
