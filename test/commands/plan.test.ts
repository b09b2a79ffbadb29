import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planParts } from '../../src/themes/plan-parts.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { enough, interrupt, scriptedDialogue, skip } from '../helpers/scripted-dialogue.ts'

interface Part {
  id: string
  text: string
}
const partsOf = async (person: Person) => ((await person.json('plan')) as { parts: Part[] }).parts
const textsOf = async (person: Person) =>
  Object.fromEntries(
    (await partsOf(person)).filter(({ text }) => text !== '').map(({ id, text }) => [id, text]),
  )
const askOf = (id: string) => planParts.find(part => part.id === id)?.ask ?? ''
const locked = (person: Person) => person.with({ env: { HEARTEN_PASSPHRASE_FILE: '' } })

describe('hearten plan', () => {
  it('has seven parts, and says what is open', async () => {
    const person = aPerson()
    expect((await partsOf(person)).map(({ id }) => id)).toEqual(planParts.map(({ id }) => id))
    expect(planParts).toHaveLength(7)
    expect((await person.run('plan')).out).toContain('Early signs that are mine.')
  })

  it('is filled in three sittings, each part kept before the next, any of them left open', async () => {
    const person = aPerson()
    const sitting = (...steps: Step[]) =>
      person.with({ dialogue: scriptedDialogue(steps) }).run('plan', 'edit')
    await sitting(
      [askOf('signs'), 'I stop answering.'],
      [askOf('myself'), 'A cold shower'],
      [askOf('places'), interrupt],
    )
    expect(await textsOf(person)).toEqual({ signs: 'I stop answering.', myself: 'A cold shower' })
    await sitting(
      [askOf('places'), ''],
      [askOf('ask'), 'Ana: 0123'],
      [askOf('lines'), { text: 'The clinic', end: 'enough' }],
    )
    await sitting([askOf('places'), ''], [askOf('safer'), ''], [askOf('stay'), 'My dog'])
    expect(Object.keys(await textsOf(person))).toEqual(['signs', 'myself', 'ask', 'lines', 'stay'])
    const { out } = await person.run('plan')
    expect(out).toContain('“My dog”')
    expect(out).toMatch(/Open: People and places that take me out of it;/)
  })

  it('offers what the journal knows, and never the unsafe', async () => {
    const person = aPerson()
    await person.run('toolkit', 'use', 'swimming', '--after', '4')
    await person.run('people', 'add', 'Ana')
    await person.run('people', 'add', 'Bo', '--status', 'unsafe')
    const heard: string[] = []
    for (const part of ['myself', 'ask', 'places']) {
      const dialogue = scriptedDialogue([[askOf(part), 'x']])
      await person.with({ dialogue }).run('plan', 'edit', part)
      heard.push(...dialogue.heard)
    }
    expect(heard.join('\n')).toContain('From your journal: swimming.')
    expect(heard.join('\n')).toContain('From your journal: Ana.')
    expect(heard.join('\n')).not.toContain('Bo')
  })

  it('begins the lines with those of help-now', async () => {
    const person = aPerson()
    await person.run('help-now', 'add', 'Dr. Lee', '0800 1')
    await person.run('config', 'set', 'country', 'Ireland')
    const dialogue = scriptedDialogue([[askOf('lines'), skip]])
    await person.with({ dialogue }).run('plan', 'edit', 'lines')
    expect((await textsOf(person)).lines).toMatch(/^Dr\. Lee: 0800 1\n.*116 123/s)
    const edited = scriptedDialogue([[askOf('lines'), 'Dr. Lee: 0800 1']])
    await person.with({ dialogue: edited }).run('plan', 'edit', 'lines')
    expect(await textsOf(person)).toEqual({ lines: 'Dr. Lee: 0800 1' })
  })

  it('is changed, emptied, and taken back', async () => {
    const person = aPerson()
    await person.run('plan', 'edit', 'stay', 'My', 'dog')
    await person.with({ input: 'My dog\nand the sea' }).run('plan', 'edit', 'stay')
    expect(await textsOf(person)).toEqual({ stay: 'My dog\nand the sea' })
    expect((await person.run('help-now')).out).toContain('and the sea')
    await person.run('undo')
    expect(await textsOf(person)).toEqual({ stay: 'My dog' })
    expect((await person.run('help-now')).out).not.toContain('and the sea')
    const dialogue = scriptedDialogue([[askOf('stay'), '']])
    await person.with({ dialogue }).run('plan', 'edit', 'stay')
    expect(await textsOf(person)).toEqual({})
    await person.run('plan', 'edit', 'stay', 'The sea')
    expect(await textsOf(person)).toEqual({ stay: 'The sea' })
  })

  it('keeps both, where it was written in two windows', async () => {
    const person = aPerson()
    await person.run('plan', 'edit', 'stay', 'My dog')
    const dialogue = scriptedDialogue([[askOf('stay'), 'My dog and my sister']])
    const meanwhile = {
      ...dialogue,
      async write(question: Parameters<typeof dialogue.write>[0]) {
        await person.with({}).run('plan', 'edit', 'stay', 'The sea')
        return dialogue.write(question)
      },
    }
    await person.with({ dialogue: meanwhile }).run('plan', 'edit', 'stay')
    const { stay } = await textsOf(person)
    expect(stay).toContain('The sea')
    expect(stay).toContain('My dog and my sister')
  })

  it.each(['nothing', ''])('refuses the part "%s" with 2', async part => {
    const person = aPerson()
    expect(await person.run('plan', 'edit', part, 'words')).toMatchObject({ code: 2 })
    expect(await textsOf(person)).toEqual({})
  })

  it('stands first in help-now, and prints as a page', async () => {
    const person = aPerson()
    await person.run('plan', 'edit', 'signs', 'I stop <answering>.')
    const { out } = await person.run('help-now')
    expect(out.indexOf('I stop <answering>.')).toBeGreaterThan(0)
    expect(out.indexOf('I stop <answering>.')).toBeLessThan(out.indexOf('Anywhere'))
    for (const [name, wanted] of [
      ['plan.html', 'I stop &lt;answering&gt;.'],
      ['plan.md', '> I stop \\<answering\\>.'],
    ] as const) {
      const file = join(person.home, name)
      expect(await person.run('plan', 'print', file)).toMatchObject({ code: 0 })
      expect(readFileSync(file, 'utf8')).toContain(wanted)
    }
    expect(await aPerson().run('plan', 'print', '-')).toMatchObject({ code: 1 })
  })

  it('is locked with an encrypted journal, unless the person says otherwise', async () => {
    const person = aPerson()
    const file = join(person.home, 'phrase')
    writeFileSync(file, 'a long enough passphrase\n')
    const opened = person.with({ env: { HEARTEN_PASSPHRASE_FILE: file } })
    await opened.run('plan', 'edit', 'stay', 'My dog')
    expect((await opened.run('vault', 'on', '--yes')).err).toContain(
      'Your plan for hard hours is locked',
    )
    expect((await locked(person).run('help-now')).out).not.toContain('My dog')
    await opened.run('plan')
    expect((await locked(person).run('help-now')).out).not.toContain('My dog')
    expect((await opened.run('plan', 'unlocked', 'yes')).err).toContain(
      'Whoever can read your files',
    )
    expect((await locked(person).run('help-now')).out).toContain('My dog')
    await opened.run('plan', 'edit', 'stay', 'The sea')
    await opened.run('plan')
    expect((await locked(person).run('help-now')).out).toContain('The sea')
    await opened.run('plan', 'unlocked', 'no')
    expect((await locked(person).run('help-now')).out).not.toContain('The sea')
  })

  it('of a part stays behind its lock, and that of the journal where it is', async () => {
    const person = aPerson()
    const file = join(person.home, 'phrase')
    writeFileSync(file, 'a long enough passphrase\n')
    const opened = person.with({ env: { HEARTEN_PART_PASSPHRASE_FILE: file } })
    await opened.run('plan', 'edit', 'stay', 'My dog')
    await opened.run('vault', 'part', 'add', 'work', '--yes')
    const beside = readFileSync(join(person.data, 'help.json'), 'utf8')
    await opened.run('--part', 'work', 'plan', 'edit', 'stay', 'The sea')
    expect((await opened.run('--part', 'work', 'plan')).out).toContain('The sea')
    for (const answer of ['yes', 'no'])
      expect(await opened.run('--part', 'work', 'plan', 'unlocked', answer)).toMatchObject({
        code: 2,
      })
    await opened.run('--part', 'work', 'undo')
    expect(readFileSync(join(person.data, 'help.json'), 'utf8')).toBe(beside)
    expect((await opened.run('help-now')).out).toContain('My dog')
  })

  it('in help-now follows what is brought back, what comes in, and a journal that is plain again', async () => {
    const person = aPerson()
    const file = join(person.home, 'phrase')
    writeFileSync(file, 'a long enough passphrase\n')
    const opened = person.with({ env: { HEARTEN_PASSPHRASE_FILE: file } })
    const shown = async () => /My dog|The sea/.exec((await opened.run('help-now')).out)?.[0]
    const copy = join(person.home, 'copy.json')
    await opened.run('plan', 'edit', 'stay', 'My dog')
    await opened.run('backup', copy)
    await opened.with({ input: 'The sea' }).run('plan', 'edit', 'stay')
    expect(await shown()).toBe('The sea')
    await opened.run('restore', copy, '--yes')
    expect(await shown()).toBe('My dog')
    await opened.run('vault', 'on', '--yes')
    expect(await shown()).toBeUndefined()
    await opened.run('vault', 'off', '--yes')
    expect(await shown()).toBe('My dog')
    await opened.run('erase', '--all', '--yes')
    await opened.run('import', copy)
    expect(await shown()).toBe('My dog')
  })

  it('is left by Ctrl-X as it was', async () => {
    const person = aPerson()
    const dialogue = scriptedDialogue([[askOf('signs'), enough]])
    await person.with({ dialogue }).run('plan', 'edit', 'signs')
    expect(await textsOf(person)).toEqual({})
  })
})
