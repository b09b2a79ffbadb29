import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import type { Entry } from '../../src/journal/entry.ts'
import { newMute } from '../../src/journal/mute.ts'
import type { PersonStatus } from '../../src/journal/person.ts'
import { newPerson } from '../../src/journal/person.ts'
import { aJournal, anEntry, aStamp } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { passphraseIn } from '../helpers/every-command.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

const marked = (text: string, more: object = {}): Entry =>
  ({ ...anEntry({ text, day: asDay('2026-11-10') }), bring: true, ...more }) as Entry

async function withPages(...entries: Entry[]) {
  const person = aPerson()
  const journal = await aJournal({ folder: person.data })
  await journal.commit('made', entries)
  return { person, journal }
}

const answering = (...steps: Step[]) => ({ dialogue: scriptedDialogue(steps), columns: 80 })
const pageFor = async (person: Person, ...argv: string[]) => (await person.run('page', ...argv)).out
const fileOf = (person: Person, name: string) => join(person.home, name)

/** Writes a page where nobody looks at it first. */
async function brought(person: Person, whom: string, ...flags: string[]): Promise<string> {
  const file = fileOf(person, `${whom}.md`)
  const { code } = await person.run('page', whom, '--output', file, '--yes', ...flags)
  expect(code).toBe(0)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe('a page for a group', () => {
  it('is what was marked, to be read aloud, and nothing about it', async () => {
    const { person } = await withPages(
      marked('Soup helped.\nSo did Bo.', {
        kind: 'reflection',
        theme: 'growth',
        mood: 2,
        tags: ['kitchen'],
        prompt: { id: 'x', text: 'What helped?' },
      }),
      anEntry({ text: 'Not for others.', starred: true }),
    )
    const { out, err } = await person.run('page', 'group')
    expect(out).toBe('# To read aloud\n\n> Soup helped.\n>\n> So did Bo.\n')
    expect(err).toContain('about 1 minute')
  })

  it('says so where there is nothing', async () => {
    const { code, err } = await aPerson().run('page', 'group')
    expect({ code, err }).toMatchObject({ code: 0, err: /nothing to bring yet/ })
  })
})

describe('a page is seen before it is written', () => {
  it('is shown and asked about, and written after a yes', async () => {
    const { person } = await withPages(marked('Soup helped.'))
    const file = fileOf(person, 'page.md')
    const no = answering(['Go ahead', false])
    const left = await person.with(no).run('page', 'group', '--output', file, '--no-pager')
    expect(left.out).toContain('Soup helped.')
    expect(existsSync(file)).toBe(false)
    const yes = answering(['Go ahead', true])
    const { out, err } = await person.with(yes).run('page', 'group', '--output', file, '--no-pager')
    expect(out).toContain('Soup helped.')
    expect(err).toContain('counts as brought')
    expect(readFileSync(file, 'utf8')).toContain('Soup helped.')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('asks for the name of a file, which may stay open', async () => {
    const { person } = await withPages(marked('Soup helped.'))
    const open = answering(['Write it to a file', skip])
    const seen = await person.with(open).run('page', 'group', '--no-pager')
    expect(seen.err).not.toContain('brought')
    const file = fileOf(person, 'page.html')
    const asked = answering(['Whom is it for', 'a group'], ['Write it to a file', file])
    await person.with(asked).run('page', '--no-pager')
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]*Soup helped\./)
  })

  it('is not written where nobody can look, and says so', async () => {
    const { person } = await withPages(marked('Soup helped.'))
    const file = fileOf(person, 'page.md')
    const { code, err } = await person.run('page', 'group', '--output', file)
    expect({ code, err }).toMatchObject({ code: 2, err: /nobody can do that here/ })
    expect(existsSync(file)).toBe(false)
    const forced = await person.run('page', 'group', '--output', file, '--yes')
    expect(forced.out).toContain('Soup helped.')
    expect(forced.err).toContain('Look at it before')
    expect(existsSync(file)).toBe(true)
  })

  it.each(['page.pdf', 'page.DOCX', 'page.odt', 'a.b.pages'])(
    'is not written as %s, which no program would open',
    async name => {
      const { person } = await withPages(marked('Soup helped.'))
      const file = fileOf(person, name)
      for (const argv of [
        ['page', 'group', '--output', file, '--yes'],
        ['plan', 'print', file],
      ]) {
        const { code, out, err } = await person.run(...argv)
        expect({ code, out }).toEqual({ code: 2, out: '' })
        expect(err).toMatch(/would not open\. Name it \S+\.html[\s\S]*Nothing was written/)
      }
      const html = fileOf(person, 'page.html')
      const asked = answering(['Write it to a file', file], ['would not open', html])
      await person.with(asked).run('page', 'group', '--no-pager')
      expect([existsSync(file), existsSync(html)]).toEqual([false, true])
    },
  )

  it('replaces no file without a yes of its own', async () => {
    const { person } = await withPages(marked('Soup helped.'))
    const file = fileOf(person, 'page.md')
    writeFileSync(file, 'something else')
    const answers = answering(['Go ahead', true], ['Go ahead', false])
    const { code } = await person.with(answers).run('page', 'group', '--output', file, '--no-pager')
    expect(code).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe('something else')
    expect(await pageFor(person, 'group')).toContain('Soup helped.')
  })
})

describe('since last time', () => {
  it('only what is new comes along, to each their own', async () => {
    const { person, journal } = await withPages(marked('Soup helped.'))
    expect(await brought(person, 'group')).toContain('Soup helped.')
    await journal.commit('made', [marked('Tea helped.')])
    const { out, err } = await person.run('page', 'group')
    expect(out).not.toContain('Soup')
    expect(out).toContain('Tea')
    expect(err).toContain('1 brought before')
    expect(await pageFor(person, 'group', '--brought')).toMatch(/Soup[\s\S]*Tea/)
    expect(await pageFor(person, 'friend')).toMatch(/Soup[\s\S]*Tea/)
    expect((await person.run('export', 'text', '--bring')).out).toMatch(/Soup[\s\S]*Tea/)
  })

  it('an export in a file counts, and one on the screen or through a pipe does not', async () => {
    const { person } = await withPages(marked('Soup helped.'))
    const bring = (...argv: string[]) => person.run('export', 'text', '--bring', ...argv)
    expect((await bring()).out).toContain('Soup')
    expect((await bring('--output', fileOf(person, 'a.txt'))).err).toContain('counts as brought')
    const { out, err } = await bring()
    expect(out).not.toContain('Soup')
    expect(err).toContain('1 entry was brought before and left out')
    expect((await bring('--brought')).out).toContain('Soup')
    const days = ['export', 'markdown', '--bring', '--brought', '--to', fileOf(person, 'days')]
    expect((await person.run(...days)).err).toContain('counts as brought')
    expect((await person.run('export', 'text', '--brought')).code).toBe(2)
  })

  it('undo takes it back, and a new mark brings it along once more', async () => {
    const { person, journal } = await withPages(marked('Soup helped.'), marked('Tea helped.'))
    const [soup] = await journal.entries({ today: asDay('2026-11-22') })
    await brought(person, 'group')
    expect(await pageFor(person, 'group')).toBe('')
    await person.run('undo')
    expect(await pageFor(person, 'group')).toMatch(/Soup[\s\S]*Tea/)
    await person.run('redo')
    await person.run('star', soup?.id ?? '', '--bring')
    const out = await pageFor(person, 'group')
    expect(out).toContain('Soup')
    expect(out).not.toContain('Tea')
    await person.run('undo')
    expect(await pageFor(person, 'group')).toBe('')
  })

  it('survives a copy, another machine, and encryption', async () => {
    const { person, journal } = await withPages(marked('Soup helped.'))
    await brought(person, 'group')
    const copy = fileOf(person, 'copy.json')
    await person.run('export', 'json', '--output', copy)
    expect(readFileSync(copy, 'utf8')).toContain('"brought"')
    // At another time, so that no id comes twice.
    const other = aPerson({ now: '2026-11-22T22:00:00+00:00' })
    await other.run('import', copy)
    expect(await pageFor(other, 'group')).toBe('')
    // Both bring something, apart from one another.
    await journal.commit('made', [marked('Tea helped.')])
    await brought(person, 'group')
    await other.run('jot', 'Rain helped.')
    await other.run('star', 'last', '--bring')
    await brought(other, 'group')
    const back = fileOf(other, 'back.json')
    await other.run('export', 'json', '--output', back)
    await person.run('import', back)
    expect(await pageFor(person, 'group')).toBe('')
    expect((await person.run('page', 'group')).err).toContain('3 brought before')
    const env = { HEARTEN_PASSPHRASE_FILE: passphraseIn(person.home) }
    const sealed = person.with({ env })
    expect((await sealed.run('vault', 'on', '--yes')).code).toBe(0)
    expect((await sealed.run('page', 'group')).err).toContain('3 brought before')
  })
})

describe('what stands on no page', () => {
  const secret = 'Zebrawords about rain, with Ana.'
  const everyPage = async (person: Person) => {
    const pages = [await brought(person, 'group'), await pageFor(person, 'therapist')]
    const html = fileOf(person, 'all.html')
    await person.run('page', 'friend', '--output', html, '--yes')
    return pages.concat(existsSync(html) ? readFileSync(html, 'utf8') : '').join('\n')
  }

  it.each<[what: string, more: object, how: { mute?: [string, string]; status?: PersonStatus }]>([
    ['private', { private: true }, {}],
    ['a sealed letter', { kind: 'letter', details: { sealedUntil: '2031-01-01' } }, {}],
    ['of a muted tag', { tags: ['rain'] }, { mute: ['tag', 'rain'] }],
    ['of a muted time', {}, { mute: ['period', '2026-11-01/2026-11-30'] }],
    ['muted', {}, { mute: ['entry', 'ID'] }],
    ['of somebody muted', {}, { mute: ['person', 'Ana'] }],
    ['of somebody unsafe', {}, { status: 'unsafe' }],
    ['of somebody estranged', {}, { status: 'estranged' }],
  ])('is %s, and one line tells it to the person alone', async (_, more, { mute, status }) => {
    const page = marked(secret, { people: ['Ana'], starred: true, ...more })
    const { person, journal } = await withPages(page, marked('Soup helped.', { day: '2026-10-10' }))
    if (status) await journal.commit('people', [newPerson('Ana', status, aStamp())])
    if (mute) {
      const [what, value] = mute
      const muted = newMute(what as 'tag', value === 'ID' ? page.id : value, aStamp())
      await journal.commit('mute', [muted])
    }
    const { err } = await person.run('page', 'group')
    expect(err.includes('Left out: 1')).toBe(page.kind !== 'letter')
    const shown = await everyPage(person)
    expect(shown).toContain('Soup helped.')
    expect(shown).not.toMatch(/zebra|left out/i)
  })

  it('does not hold for somebody who died, where the page was chosen', async () => {
    const { person, journal } = await withPages(marked(secret, { people: ['Ana'] }))
    await journal.commit('people', [newPerson('Ana', 'died', aStamp())])
    expect(await pageFor(person, 'group')).toContain(secret)
  })

  it('is a call for help that was only starred; one that was marked is for them', async () => {
    const text = 'I want to kill myself.'
    const { person } = await withPages(anEntry({ text, starred: true }), marked('Soup helped.'))
    expect(await pageFor(person, 'therapist')).not.toContain(text)
    await person.run('star', 'last', '--bring')
    expect(await pageFor(person, 'therapist')).toContain(text)
  })
})

describe('a page for a therapist', () => {
  it('has the weeks with mood, measures, promises and urges, and the plan when wanted', async () => {
    const { person, journal } = await withPages(
      ...[2, 3, 4, 3, 2, 4, 5, 3, 2].map((mood, n) =>
        anEntry({ kind: 'checkin', day: asDay(`2026-11-0${n + 1}`), mood: mood as 3, details: {} }),
      ),
      anEntry({ kind: 'checkin', day: asDay('2026-11-20'), mood: 1, private: true, details: {} }),
      anEntry({ text: 'A starred walk by the canal.', day: asDay('2026-11-05'), starred: true }),
      anEntry({ text: 'A starred walk in spring.', day: asDay('2026-04-05'), starred: true }),
    )
    await person.run('measure', 'add', 'craving')
    await person.run('checkin', '--measure', 'craving=3')
    await person.run('promise', 'Ring the office', '--due', 'tomorrow')
    await person.run('urge', '--for', 'to write to them', '--strength', '7', '--eased', 'a walk')
    await person.run('plan', 'edit', 'stay', 'The garden in April.')
    const first = await pageFor(person, 'therapist')
    expect(first).toContain('26 October to 22 November 2026')
    expect(first).toMatch(/Mood by day: 1 November 2, .* 9 November 2\./)
    expect(first).not.toContain('20 November')
    expect(first).toContain('A starred walk by the canal.')
    expect(first).not.toContain('in spring')
    expect(first).toMatch(/craving[\s\S]*Ring the office[\s\S]*to write to them/)
    expect(first).not.toContain('garden in April')
    expect(await pageFor(person, 'therapist', '--with-plan')).toContain('The garden in April.')
    expect(await pageFor(person, 'therapist', '--from', '2026-04')).toContain('in spring')
    await brought(person, 'therapist')
    await journal.commit('made', [anEntry({ text: 'Tea.', starred: true })])
    const next = await person.with({ now: '2026-11-29T21:30:00+00:00' }).run('page', 'therapist')
    expect(next.out).toContain('22 November to 29 November 2026')
    expect(next.out).not.toContain('by the canal')
  })
})

describe('a page for a sponsor or a friend', () => {
  const sitting = (session: string, n: number, text: string): Entry[] => [
    anEntry({
      kind: 'checkin',
      session: `s${n}`,
      details: { moment: 'arrive', course: { id: 'recovery', session } },
    }) as Entry,
    anEntry({
      kind: 'reflection',
      theme: 'growth',
      session: `s${n}`,
      prompt: { id: 'x', text: 'What sets it off?' },
      text,
      details: {},
    }) as Entry,
  ]
  const walked = () =>
    withPages(
      ...sitting('what-sets-it-off', 1, 'Payday sets it off.'),
      ...sitting('early-signs', 2, 'I skip breakfast.'),
      anEntry({ text: 'Something else.', tags: ['step4'] }),
    )

  it('has the pages of one course, of one session, or with a tag', async () => {
    const { person } = await walked()
    const course = await pageFor(person, 'sponsor', '--course', 'recovery')
    expect(course).toMatch(/What sets it off\?[\s\S]*Payday[\s\S]*breakfast/)
    expect(course).not.toContain('Something else')
    const one = await pageFor(person, 'friend', '--course', 'recovery', '--session', 'early-signs')
    expect(one).toContain('breakfast')
    expect(one).not.toContain('Payday')
    expect(await pageFor(person, 'sponsor', '--tag', 'step4')).toContain('Something else')
    expect((await person.run('page', 'sponsor', '--session', 'early-signs')).code).toBe(2)
    expect((await person.run('page', 'sponsor', '--course', 'nothing')).code).toBe(2)
  })

  it('asks which, where a course was walked', async () => {
    const { person } = await walked()
    const answers = answering(
      ['Whom', 'a sponsor'],
      ['Pages of a course', 'In recovery'],
      ['One session', skip],
      ['Write it', skip],
    )
    const { out } = await person.with(answers).run('page', '--no-pager')
    expect(out).toMatch(/Payday[\s\S]*breakfast/)
  })
})

describe('names on a page', () => {
  const name = 'Zebrina'

  it.each([
    ['--redact', 'Z.'],
    ['--pseudonyms', 'Alex'],
  ])('with %s are others, wherever they stand', async (flag, other) => {
    const { person } = await withPages(
      marked(`${name} rang.`, {
        kind: 'reflection',
        theme: 'growth',
        prompt: { id: 'x', text: `How is ${name}?` },
        people: [name],
      }),
    )
    await person.run('people', 'add', name)
    await person.run('promise', `Write to ${name}`, '--due', 'tomorrow')
    await person.run('measure', 'add', `calls of ${name}`, '--low', `no ${name}`)
    await person.run('checkin', '--measure', `calls of ${name}=3`)
    await person.run('urge', '--for', `to look up ${name}`, '--eased', name, '--note', `${name}.`)
    await person.run('plan', 'edit', 'stay', `${name} and the garden.`)
    for (const whom of ['group', 'therapist', 'friend'])
      for (const kind of ['md', 'html']) {
        const file = fileOf(person, `${whom}.${kind}`)
        const argv = ['page', whom, '--with-plan', '--brought', '--yes', flag, '--output', file]
        const { out, err } = await person.run(...argv)
        expect(out + err + readFileSync(file, 'utf8')).not.toContain(name)
        expect(readFileSync(file, 'utf8')).toContain(other)
      }
    expect((await person.run('page', 'group', '--redact', '--pseudonyms')).code).toBe(2)
  })
})
