import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../helpers/a-journal.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { passphraseIn } from '../helpers/every-command.ts'

// The day on which a copy is needed: a new computer, or a journal that is not there any more.

async function done(person: Person, ...argv: string[]): Promise<string> {
  const { code, out, err } = await person.run(...argv)
  expect({ argv, code, err: code === 0 ? '' : err }).toEqual({ argv, code: 0, err: '' })
  return out
}

/** Somebody who has something of everything. */
async function aLivedInLife(person: Person): Promise<void> {
  await done(person, 'jot', '--at', '2026-10-02', 'in october +calm @sister')
  await done(person, 'jot', 'a private line', '--private', '--mood', '2')
  await done(person, 'checkin', '--mood', '3', '--feeling', 'lonely')
  await done(person, 'promise', 'call Ana', '--due', 'friday', '--who', 'Ana')
  await done(person, 'promise', 'done', '1', '--helped', 'the walk')
  await done(person, 'people', 'add', 'Ana', '--status', 'close', '--alias', 'A')
  await done(person, 'people', 'reached', 'Ana', '--note', 'a long talk')
  await done(person, 'toolkit', 'use', 'a walk', '--before', '2', '--after', '3')
  await done(person, 'meeting', 'Tuesday group', '--stayed', 'one day')
  await done(person, 'letter', 'to later', '--until', '2031-01-01')
  await done(person, 'prompts', 'add', '--theme', 'growth', 'What did the river say?')
  await done(person, 'config', 'mute', 'tag', 'calm')
  await done(person, 'config', 'set', 'season', 'loss')
  await done(person, 'help-now', 'add', 'Nan', '12345678')
  const { entries } = (await person.json('list')) as { entries: { id: string }[] }
  await done(person, 'edit', entries[0]?.id ?? '', 'in october, said better')
  await done(person, 'delete', entries[1]?.id ?? '', '--yes')
}

/** All that a person would miss: entries with their history, people, settings, preferences, numbers. */
async function everythingOf(person: Person) {
  const { numbers } = (await person.json('help-now')) as { numbers?: unknown }
  return {
    journal: JSON.parse(await done(person, 'export', 'json')),
    season: await done(person, 'config', 'get', 'season'),
    muted: await done(person, 'config', 'mute'),
    numbers,
  }
}

describe('the restore drill', () => {
  it.each([
    ['of a plain journal', false],
    ['of an encrypted one', true],
  ])('a copy %s brings everything back on a new computer', async (_, isSealed) => {
    const files = aFolder()
    const person = aPerson({ env: { HEARTEN_PASSPHRASE_FILE: passphraseIn(files) } })
    await aLivedInLife(person)
    if (isSealed) await done(person, 'vault', 'on', '--yes')
    const before = await everythingOf(person)
    const copy = join(files, 'copy.json')
    await done(person, 'backup', copy)

    const elsewhere = aPerson()
    await done(elsewhere, 'restore', copy, '--dry-run')
    expect((await elsewhere.run('export', 'json')).out).not.toContain('river')
    await done(elsewhere, 'restore', copy, '--yes')
    expect(await everythingOf(elsewhere)).toEqual(before)
    await done(elsewhere, 'doctor')
    await done(elsewhere, 'jot', 'goes on here')
  })

  it('a copy of the day brings back what was erased by mistake of a disk, and undo takes that back', async () => {
    const person = aPerson()
    await aLivedInLife(person)
    await done(person, 'backup')
    const before = await everythingOf(person)
    const later = person.with({ now: '2026-11-24T20:00:00Z' })
    const { backups } = (await later.json('backup', '--list')) as { backups: string[] }
    const { entries } = before.journal as { entries: { id: string }[] }
    for (const { id } of entries.slice(0, 3)) await done(later, 'delete', id, '--yes')
    await done(later, 'jot', 'since then')
    await done(later, 'restore', backups.at(-1) ?? '', '--yes')
    const texts = (journal: { entries: { text: string }[] }) => journal.entries.map(it => it.text)
    expect(texts((await everythingOf(later)).journal)).toEqual(texts(before.journal))
    await done(later, 'undo')
    expect(texts((await everythingOf(later)).journal)).toContain('since then')
  })

  it('a journal whose months are gone and whose preferences are spoilt is brought back by the doctor', async () => {
    const person = aPerson()
    await aLivedInLife(person)
    await done(person, 'backup')
    const before = await everythingOf(person)
    rmSync(join(person.data, 'g1/months'), { recursive: true })
    const config = join(person.config, 'config.json')
    writeFileSync(config, readFileSync(config).subarray(0, 9))
    expect((await person.run('list')).code).toBe(3)
    expect((await person.run('doctor')).code).toBe(1)
    await done(person, 'doctor', '--mend', '--yes')
    expect(await everythingOf(person)).toEqual(before)
    await done(person, 'doctor')
  })
})
