import { describe, expect, it } from 'vitest'
import { storyOf, wholeStoryOf } from '../../src/demo/story.ts'
import { answers } from '../../src/demo/words/answers.ts'
import { addDays, asDay } from '../../src/journal/day.ts'
import { circleOf } from '../../src/journal/person.ts'
import { problemWith } from '../../src/journal/schema.ts'
import { insightsOf } from '../../src/reflect/insights.ts'
import { toolkitOf } from '../../src/reflect/toolkit.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { fold } from '../formats/fold.ts'
import { dayFactsOf } from '../helpers/look-at.ts'
import { promptById } from '../helpers/prompts.ts'
import { gradeOf, sentencesOf } from '../themes/reading.ts'

const options = { seed: 'demo', from: asDay('2026-08-24'), days: 91, zone: 'Europe/Berlin' }
const records = storyOf(options)
const { entries, people, history } = fold(records)
const texts = entries.map(entry => entry.text).filter(text => text !== '')

describe('the made-up journal', () => {
  it('is told the same again, and otherwise with another seed', () => {
    expect(JSON.stringify(storyOf(options))).toBe(JSON.stringify(records))
    expect(JSON.stringify(storyOf({ ...options, seed: 'other' }))).not.toBe(JSON.stringify(records))
  })

  it('holds nothing but records as they should be', () => {
    expect(records.map(problemWith).filter(problem => problem !== undefined)).toEqual([])
    expect(new Set(records.map(({ revision }) => revision)).size).toBe(records.length)
  })

  it('replaces only what came before', () => {
    const seen = new Set<string>()
    for (const { revision, supersedes } of records) {
      for (const earlier of supersedes) expect(seen).toContain(earlier)
      seen.add(revision)
    }
    expect(history.length).toBeGreaterThan(5)
  })

  it('keeps to its days and leaves some out', () => {
    const days = new Set(entries.map(entry => entry.day))
    expect(days.size).toBeGreaterThan(60)
    expect(days.size).toBeLessThan(80)
    const last = addDays(options.from, options.days - 1)
    expect(entries.every(({ day }) => day >= options.from && day <= last)).toBe(true)
    expect(entries.every(({ at, day }) => at.startsWith(day))).toBe(true)
  })

  it('has some of everything', () => {
    const kinds = new Set(entries.map(entry => entry.kind))
    expect([...kinds].sort()).toEqual([
      'checkin',
      'coping',
      'letter',
      'meeting',
      'note',
      'promise',
      'reachout',
      'reflection',
    ])
    expect(new Set(entries.flatMap(entry => entry.theme ?? [])).size).toBe(themeIds.length)
    const moods = new Set(entries.flatMap(entry => entry.mood ?? []))
    expect(moods.size).toBe(5)
    const settled = entries.filter(e => e.kind === 'promise' && e.details.steps)
    expect(settled.length).toBeGreaterThan(4)
    expect(entries.some(e => e.starred) && entries.some(e => e.private)).toBe(true)
    expect(people.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['close', 'distant', 'estranged', 'died']),
    )
  })

  it('reaches for a few tools often enough to weigh them, whenever it is told', () => {
    for (let n = 0; n < 24; n++) {
      const from = addDays(options.from, 31 * n)
      const told = fold(storyOf({ ...options, from })).entries
      const tools = toolkitOf(told).weighed.flatMap(({ tools }) => tools)
      expect(tools.length, from).toBeGreaterThanOrEqual(3)
    }
  })

  it('has something to find for insights, whenever it is told', () => {
    for (let n = 0; n < 8; n++) {
      const from = addDays(options.from, 47 * n)
      const { entries, people } = fold(storyOf({ ...options, from }))
      const known = { today: addDays(from, options.days), circle: circleOf(people), mutes: [] }
      const { shown } = insightsOf(dayFactsOf(entries, known))
      const [first] = shown.filter(({ factor }) => factor.id === 'reach-out')
      expect(first?.when, from).toBe('same day')
      expect(first?.difference, from).toBeGreaterThan(0.3)
    }
  })

  it('tells nothing of what comes after now, and no half of a session', () => {
    const whole = new Map<string, number>()
    for (const { session = '' } of entries) whole.set(session, (whole.get(session) ?? 0) + 1)
    for (let hour = 0; hour < 24; hour++) {
      const until = new Date(Date.parse('2026-11-20T00:00:00Z') + hour * 3_600_000)
      const told = fold(storyOf({ ...options, until })).entries
      expect(told.filter(entry => new Date(entry.at) > until)).toEqual([])
      expect(told.length).toBeGreaterThan(200)
      const counts = new Map<string, number>()
      for (const { session = '' } of told) counts.set(session, (counts.get(session) ?? 0) + 1)
      counts.delete('')
      for (const [session, count] of counts)
        expect(count).toBeGreaterThanOrEqual(whole.get(session) ?? 0)
    }
  })

  it('keeps a course, a plan, urges, sleep and days that count beside it, whenever it is told', () => {
    for (let n = 0; n < 8; n++) {
      const told = { ...options, from: addDays(options.from, 47 * n) }
      const whole = wholeStoryOf(told)
      expect(JSON.stringify(wholeStoryOf(told))).toBe(JSON.stringify(whole))
      expect(whole.map(problemWith).filter(problem => problem !== undefined)).toEqual([])
      expect(new Set(whole.map(({ revision }) => revision)).size).toBe(whole.length)
      const here = new Set(fold(storyOf(told)).entries.map(({ day }) => day))
      const { entries } = fold(whole)
      expect(entries.filter(({ day }) => !here.has(day))).toEqual([])
      const done = entries.flatMap(it =>
        it.kind === 'checkin' ? (it.details.course?.session ?? []) : [],
      )
      expect([done.length, new Set(done).size]).toEqual([6, 6])
      expect(entries.filter(({ kind }) => kind === 'urge').length).toBe(7)
      const measured = entries.filter(it => it.kind === 'checkin' && it.details.measures)
      expect(measured.length).toBeGreaterThan(30)
    }
  })

  it('writes of a course and a plan in plain words, too', () => {
    const until = new Date('2026-11-20T12:00:00Z')
    const whole = wholeStoryOf({ ...options, until })
    expect(whole.filter(({ writtenAt }) => new Date(writtenAt) > until)).toEqual([])
    const kept = new Set(records.map(({ id }) => id))
    const said = whole
      .filter(({ id }) => !kept.has(id))
      .flatMap(it => ('text' in it && it.text ? it.text.split('\n') : []))
    expect(said.length).toBeGreaterThan(25)
    expect(said.filter(text => /[{}[\]|!]|undefined| {2}|\s$|\s[.,]/.test(text))).toEqual([])
    expect(gradeOf(said.map(line => line.replace(/[^.?]$/, '$&.')).join(' '))).toBeLessThan(7)
  })

  it('begins lower than it ends', () => {
    const mean = (list: number[]) => list.reduce((sum, n) => sum + n, 0) / list.length
    const arrivals = entries.flatMap(e =>
      e.kind === 'checkin' && e.details.moment === 'arrive' && e.mood ? [e.mood] : [],
    )
    const half = arrivals.length / 2
    expect(mean(arrivals.slice(0, half))).toBeLessThan(mean(arrivals.slice(half)))
  })

  it('reaches out to nobody who is estranged or dead', () => {
    const reached = entries.flatMap(entry => (entry.kind === 'reachout' ? entry.people : []))
    expect(reached.length).toBeGreaterThan(5)
    expect(reached).not.toContain('Robin')
    expect(reached).not.toContain('Grandpa')
  })

  it('reads like plain writing, and not like one sentence over and over', () => {
    expect(texts.filter(text => /[{}[\]|!]|undefined| {2}|\s$|\s[.,]/.test(text))).toEqual([])
    expect(gradeOf(texts.join(' '))).toBeLessThan(7)
    const counts = new Map<string, number>()
    const sentences = texts.flatMap(sentencesOf).filter(sentence => sentence.length > 25)
    for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
    expect(sentences.length).toBeGreaterThan(1000)
    expect(Math.max(...counts.values())).toBeLessThan(sentences.length / 50)
    expect(counts.size).toBeGreaterThan(sentences.length * 0.3)
    const pages = texts.filter(text => text.length > 200)
    expect(new Set(pages).size).toBe(pages.length)
  })

  it('answers questions that are asked in such a season', () => {
    for (const id of Object.keys(answers)) {
      const { situations = [] } = promptById(id) ?? {}
      expect(
        situations.some(situation => situation === 'general' || situation === 'break-up'),
        id,
      ).toBe(true)
    }
    for (const theme of themeIds)
      expect(Object.keys(answers).filter(id => id.startsWith(theme)).length).toBeGreaterThan(7)
  })
})
