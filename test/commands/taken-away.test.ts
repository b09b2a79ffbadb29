// A journal that another window takes away while somebody writes.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { WriteQuestion } from '../../src/dialogue/dialogue.ts'
import { Interrupted } from '../../src/dialogue/signals.ts'
import { aFolder } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import { filesHolding } from '../helpers/files.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

const canary = 'canary'
const toCopy = 'Your words, to copy from here:\n\n'

/** Somebody who types a word, then something happens, then another word. */
function writing(first: string, meanwhile: () => unknown, then = '', end?: 'interrupt') {
  const said: (string | undefined)[] = []
  const dialogue = {
    ...scriptedDialogue([]),
    async write({ onChange }: WriteQuestion) {
      said.push(onChange?.(first))
      await meanwhile()
      const text = first + then
      if (then !== '') said.push(onChange?.(text))
      if (end) throw new Interrupted()
      return { text, end: 'done' as const }
    },
  }
  return { dialogue, said }
}

async function aSealedPerson(): Promise<Person> {
  const file = join(aFolder(), 'passphrase')
  writeFileSync(file, 'correct horse battery\n', { mode: 0o600 })
  const person = aPerson({ env: { HEARTEN_PASSPHRASE_FILE: file } })
  await person.run('jot', 'before')
  expect(await person.run('vault', 'on', '--yes')).toMatchObject({ code: 0 })
  return person
}

const erased = (person: Person) => () => person.with({}).run('erase', '--all', '--yes')

describe('a plain journal', () => {
  it('begins anew with what is written on, and says so', async () => {
    const person = aPerson()
    await person.run('jot', 'before')
    const { dialogue, said } = writing('one', erased(person), ' two')
    const { code, err } = await person.with({ dialogue }).run('jot')
    expect({ code, said }).toEqual({ code: 0, said: [undefined, undefined] })
    expect(err).toContain('What you wrote begins a new one.')
    expect(err).not.toContain('damaged')
    expect((await entriesOf(person)).map(({ text }) => text)).toEqual(['one two'])
    const { code: found, out } = await person.with({}).run('doctor')
    expect({ found, out }).toMatchObject({ found: 0 })
  })

  it('goes on where it is when its first page alone is gone', async () => {
    const person = aPerson()
    await person.run('jot', 'before')
    const page = join(person.data, 'journal.json')
    const { dialogue } = writing('one', () => rmSync(page), ' two')
    await person.with({ dialogue }).run('jot')
    expect((await entriesOf(person)).map(({ text }) => text)).toEqual(['before', 'one two'])
  })
})

describe('an encrypted journal', () => {
  it.each([' two', ''])('writes nothing that nobody could open, nor plain: %j', async then => {
    const person = await aSealedPerson()
    const { dialogue, said } = writing(canary, erased(person), then)
    const { code, out, err } = await person.with({ dialogue }).run('jot')
    expect(code).toBe(3)
    expect(out).toContain(`${toCopy}${canary}${then}`)
    expect(err).toContain('is not there any more')
    expect(said[1] ?? 'is on the screen only').toContain('is on the screen only')
    expect(existsSync(person.data)).toBe(false)
    expect(filesHolding(person.home, canary)).toEqual([])
  })

  it('shows the words to whoever stops there', async () => {
    const person = await aSealedPerson()
    const { dialogue } = writing(canary, erased(person), '', 'interrupt')
    const { code, out, err } = await person.with({ dialogue }).run('jot')
    expect({ code, out }).toMatchObject({
      code: 130,
      out: expect.stringContaining(toCopy + canary),
    })
    expect(err).not.toContain('picks it up')
  })

  it('is written to again once its folder is back', async () => {
    const person = await aSealedPerson()
    const away = `${person.data}.away`
    let at = 0
    const { dialogue, said } = writing('one', () => renameSync(person.data, away), ' two')
    const { write } = dialogue
    Object.assign(dialogue, {
      write: (question: WriteQuestion) =>
        write({
          ...question,
          onChange(text) {
            const trouble = question.onChange?.(text)
            if (++at === 2) renameSync(away, person.data)
            return trouble
          },
        }),
    })
    const { code } = await person.with({ dialogue }).run('jot')
    expect({ code, trouble: said[1] }).toMatchObject({
      code: 0,
      trouble: expect.stringContaining('is on the screen only'),
    })
    expect((await entriesOf(person)).map(({ text }) => text)).toEqual(['before', 'one two'])
  })

  it('of another that was begun in its place says nothing, and that one takes the words', async () => {
    const person = await aSealedPerson()
    const { dialogue } = writing('one', async () => {
      await erased(person)()
      await person.with({}).run('jot', 'a new beginning')
    })
    expect(await person.with({ dialogue }).run('jot')).toMatchObject({ code: 0 })
    expect((await entriesOf(person)).map(({ text }) => text).sort()).toEqual([
      ...['a new beginning', 'one'],
    ])
    expect(readFileSync(join(person.data, 'journal.json'), 'utf8')).not.toContain('recipient')
  })
})
