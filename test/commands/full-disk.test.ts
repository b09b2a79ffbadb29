import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { WriteQuestion } from '../../src/dialogue/dialogue.ts'
import { Interrupted } from '../../src/dialogue/signals.ts'
import { aPerson } from '../helpers/cli.ts'
import { entriesOf } from '../helpers/entries.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

/** Somebody who types a letter at a time, while something happens. */
function typing(text: string, meanwhile: (at: number) => void) {
  const troubles: (string | undefined)[] = []
  const dialogue = {
    ...scriptedDialogue([]),
    async write({ onChange }: WriteQuestion) {
      for (let at = 1; at <= text.length; at++) {
        meanwhile(at)
        troubles.push(onChange?.(text.slice(0, at)))
      }
      return { text, end: 'done' as const }
    },
  }
  return { dialogue, troubles }
}

it('goes on where a draft cannot be saved, says so, and keeps the words all the same', async () => {
  const person = aPerson()
  await person.run('jot', 'first')
  const drafts = join(person.data, 'g1/drafts')
  const { dialogue, troubles } = typing('precious', at => {
    // A file in the place of the folder: nothing can be saved in it.
    if (at === 3) {
      rmSync(drafts, { recursive: true })
      writeFileSync(drafts, '')
    }
    if (at === 6) {
      rmSync(drafts)
      mkdirSync(drafts, { mode: 0o700 })
    }
  })
  const { code } = await person.with({ dialogue }).run('jot')
  expect(code).toBe(0)
  expect(troubles.map(it => it !== undefined)).toEqual([
    ...[false, false, true, true, true],
    ...[false, false, false],
  ])
  expect(troubles[3]).toContain('is on the screen only')
  expect((await entriesOf(person)).map(({ text }) => text)).toEqual(['first', 'precious'])
})

it('shows the words where neither draft nor journal takes them', async () => {
  const person = aPerson()
  await person.run('jot', 'first')
  const { dialogue } = typing('precious', at => {
    if (at > 1) return
    for (const name of ['drafts', 'pending']) {
      const folder = join(person.data, 'g1', name)
      rmSync(folder, { recursive: true, force: true })
      writeFileSync(folder, '')
      chmodSync(folder, 0o600)
    }
  })
  const { code, out, err } = await person.with({ dialogue }).run('jot')
  expect(code).not.toBe(0)
  expect(out).toContain('Your words, to copy from here:\n\nprecious')
  expect(err).not.toContain('went wrong inside')
})

/** Nothing can be saved in this folder any more: a file is in its place. */
function closed(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  writeFileSync(folder, '', { mode: 0o600 })
}

it.each([
  ['jot', ['jot']],
  ['edit', ['edit', 'last']],
  ['a part of the plan', ['plan', 'edit', 'signs']],
])('shows the words of %s to whoever stops where the draft does not hold them', async (_, argv) => {
  const person = aPerson()
  await person.run('jot', 'first')
  const { dialogue } = typing('precious', at => {
    if (at === 3) closed(join(person.data, 'g1/drafts'))
  })
  const stopping = {
    ...dialogue,
    async write(question: WriteQuestion) {
      await dialogue.write(question)
      throw new Interrupted()
    },
  }
  const { code, out, err } = await person.with({ dialogue: stopping }).run(...argv)
  expect({ code, out }).toMatchObject({
    code: 130,
    out: expect.stringContaining('Your words, to copy from here:\n\nprecious'),
  })
  expect(err).not.toContain('picks it up')
})

it('shows them too where a page was picked up, and says of one that is held that it is', async () => {
  for (const isFull of [true, false]) {
    const person = aPerson()
    await person.run('jot', 'first')
    const stopping = (text: string, meanwhile: (at: number) => void) => {
      const { dialogue } = typing(text, meanwhile)
      return {
        ...dialogue,
        choose: async () => 'resume' as never,
        async write(question: WriteQuestion) {
          await dialogue.write(question)
          throw new Interrupted()
        },
      }
    }
    await person.with({ dialogue: stopping('half', () => {}) }).run('jot')
    const { out, err } = await person
      .with({
        dialogue: stopping('precious', at => {
          if (isFull && at === 3) closed(join(person.data, 'g1/drafts'))
        }),
      })
      .run()
    expect(out.includes('Your words, to copy from here:\n\nprecious')).toBe(isFull)
    expect(err.includes('`hearten` picks it up')).toBe(!isFull)
  }
})
