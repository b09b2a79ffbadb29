import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { JournalError, LockedError } from '../../src/errors.ts'
import { asDay } from '../../src/journal/day.ts'
import { newPerson } from '../../src/journal/person.ts'
import { examine } from '../../src/store/doctor.ts'
import { decodeManifest, encodeManifest } from '../../src/store/manifest.ts'
import { mend } from '../../src/store/mend.ts'
import { plainPaper } from '../../src/store/paper.ts'
import { publishChange } from '../../src/store/pending.ts'
import { looksSealed, open } from '../../src/vault/age.ts'
import { newIdentity } from '../../src/vault/identity.ts'
import { wrappedKey, writeKeyFile } from '../../src/vault/key-file.ts'
import { aClock, aJournal, anEntry, aStamp, copyFolder, host } from '../helpers/a-journal.ts'
import {
  answering,
  cheap,
  decrypted,
  encrypted,
  identity,
  pageOf,
  passphrase,
} from '../helpers/a-vault.ts'
import { filesHolding, filesIn } from '../helpers/files.ts'
import { garbled } from '../helpers/papers.ts'

const today = asDay('2026-11-22')
const canary = 'canary'

const holdingCanary = (folder: string) => filesHolding(folder, canary)

/** A journal of some months, with people, a deletion's history, backups, a draft and what was remembered. */
async function aPlainJournal() {
  const clock = aClock('2026-11-21T12:00:00Z')
  const journal = await aJournal({ clock, paper: plain => plain, ...answering().on })
  for (const day of ['2026-09-01', '2026-10-02', '2026-11-21'])
    await journal.commit(canary, [anEntry({ text: `a canary on ${day}`, day: asDay(day) })])
  await journal.commit('people', [newPerson('canary', 'close', aStamp())])
  clock.set('2026-11-22T12:00:00Z')
  await journal.commit('jot', [anEntry({ text: 'one canary more' })])
  await journal.snapshot()
  await journal.undo()
  await journal.drafts.save('evening', { text: 'a canary begins' })
  await journal.findings({ today }, months => months.entries().length)
  expect(holdingCanary(journal.folder).length).toBeGreaterThan(8)
  return journal
}

/** The same, encrypted, and not unlocked. */
async function aSealedJournal() {
  const plain = await aPlainJournal()
  const before = await plain.everything()
  await plain.switchTo(await encrypted())
  const { folder } = plain
  const openedBy = (...passphrases: (string | undefined)[]) => {
    const { on } = answering(...passphrases)
    return aJournal({ folder, clock: plain.clock, paper: it => it, ...on })
  }
  return {
    folder,
    before,
    openedBy,
    clock: plain.clock,
    inside: (path: string) => join(folder, 'g2', path),
  }
}

describe('a journal that was encrypted', () => {
  it('is what it was, in files that hold no word of it', async () => {
    const { folder, before, openedBy } = await aSealedJournal()
    expect(pageOf(folder)).toMatchObject({ generation: 'g2', recipient: identity.recipient.text })
    expect(pageOf(folder)).not.toHaveProperty('discard')
    expect(existsSync(join(folder, 'g1'))).toBe(false)
    expect(holdingCanary(folder)).toEqual([])
    const journal = await openedBy(passphrase)
    expect(await journal.everything()).toEqual(before)
    expect(await journal.drafts.load('evening')).toEqual({ text: 'a canary begins' })
    expect((await journal.backups()).length).toBeGreaterThan(1)
    expect((await journal.backup('2026-11-22')).entries.length).toBeGreaterThan(2)
  })

  it('has nothing plain but its first page, its keys and the way to open it', async () => {
    const { folder, openedBy } = await aSealedJournal()
    await (await openedBy()).commit('jot', [anEntry()])
    const plain = filesIn(folder).filter(path => !looksSealed(readFileSync(path)))
    expect(plain.map(path => path.slice(folder.length + 1)).sort()).toEqual([
      'HOW-TO-OPEN-WITHOUT-HEARTEN.txt',
      'g2/recipient.txt',
      'journal.json',
    ])
    for (const path of filesIn(folder))
      expect([path, statSync(path).mode & 0o777]).toEqual([path, 0o600])
  })

  it('is plain again when that is taken back, and nothing of the key is left', async () => {
    const { folder, before, openedBy } = await aSealedJournal()
    const journal = await openedBy(passphrase)
    await journal.switchTo(decrypted())
    const plain = await aJournal({ folder, paper: it => it })
    expect(plain.locked).toBe(false)
    expect(await plain.everything()).toEqual(before)
    expect(filesIn(folder).filter(path => looksSealed(readFileSync(path)))).toEqual([])
    expect(pageOf(folder)).toEqual(expect.not.objectContaining({ recipient: expect.anything() }))
    expect(existsSync(join(folder, 'g2'))).toBe(false)
  })

  it('is something newer to a hearten that knows no encryption', async () => {
    const { folder } = await aSealedJournal()
    expect(readFileSync(join(folder, 'journal.json'), 'utf8')).toMatch(/^\{"hearten":2,/)
  })

  it('keeps what shared its bytes in backups sharing them', async () => {
    const plain = await aPlainJournal()
    await plain.snapshot()
    const links = (folder: string) =>
      filesIn(folder).filter(path => statSync(path).nlink > 1).length
    const before = links(join(plain.folder, 'g1/backups'))
    expect(before).toBeGreaterThan(0)
    await plain.switchTo(await encrypted())
    expect(links(join(plain.folder, 'g2/backups'))).toBe(before)
  })
})

describe('writing without the passphrase', () => {
  it('asks nobody, and waits to be filed until somebody reads', async () => {
    const { folder, inside, clock } = await aSealedJournal()
    const nobody = answering()
    const writer = await aJournal({ folder, clock, paper: it => it, ...nobody.on })
    expect(writer.locked).toBe(true)
    await writer.commit('jot', [anEntry({ text: 'a canary in the dark' })])
    await writer.commit('jot', [anEntry({ text: 'and another canary' })])
    expect(nobody.asked).toBe(0)
    expect(writer.notices).toEqual([])
    expect(readdirSync(inside('pending'))).toHaveLength(2)
    // Each stands in two files.
    for (const name of readdirSync(inside('pending')))
      expect(readdirSync(inside('recent'))).toContain(name)
    expect(holdingCanary(folder)).toEqual([])

    const somebody = answering(passphrase)
    const reader = await aJournal({ folder, clock, paper: it => it, ...somebody.on })
    const texts = (await reader.entries({ today })).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['a canary in the dark', 'and another canary']))
    await reader.people()
    expect(somebody.asked).toBe(1)
    expect(reader.locked).toBe(false)
    expect(readdirSync(inside('pending'))).toEqual([])
    expect(reader.notices).toEqual([])
  })

  it('keeps what is typed at once, as on plain paper', async () => {
    const { folder, inside, openedBy } = await aSealedJournal()
    const writer = await openedBy()
    expect(writer.drafts.save('night', { text: 'a canary' })).toBeUndefined()
    expect(writer.drafts.save('night', { text: 'a canary sings' })).toBeUndefined()
    expect(writer.drafts.sync()).toBeUndefined()
    expect(await writer.drafts.load('night')).toEqual({ text: 'a canary sings' })
    expect(holdingCanary(folder)).toEqual([])
    expect(await (await openedBy(passphrase)).drafts.load('night')).toEqual({
      text: 'a canary sings',
    })
    expect(writer.drafts.remove('night')).toBeUndefined()
    expect(readdirSync(inside('drafts')).filter(name => name.startsWith('night'))).toEqual([])
  })

  it('goes on counting where the last change stopped, whatever the clock says', async () => {
    const { inside, openedBy, clock } = await aSealedJournal()
    clock.set('2020-01-01T12:00:00Z')
    const writer = await openedBy()
    const newest = Math.max(...readdirSync(inside('recent')).map(name => Number.parseInt(name, 10)))
    expect((await writer.commit('jot', [anEntry()])).sequence).toBe(newest + 1)
  })
})

describe('reading', () => {
  it('asks again after a wrong passphrase, three times at most, and then no more', async () => {
    const { folder, openedBy } = await aSealedJournal()
    expect(await (await openedBy('no', 'neither', passphrase)).entries({ today })).not.toEqual([])
    const wrong = answering('a', 'b', 'c', passphrase)
    const journal = await aJournal({ folder, paper: it => it, ...wrong.on })
    await expect(journal.entries({ today })).rejects.toThrow(LockedError)
    await expect(journal.people()).rejects.toThrow('That was not the passphrase')
    expect(wrong.asked).toBe(3)
    // Nothing was lost by it, and writing still works.
    await journal.commit('jot', [anEntry({ text: 'all the same' })])
    const texts = (await (await openedBy(passphrase)).entries({ today })).map(({ text }) => text)
    expect(texts).toContain('all the same')
  })

  it('is refused with exit 3 where there is no passphrase to be had', async () => {
    const { openedBy } = await aSealedJournal()
    await expect((await openedBy()).entries({ today })).rejects.toMatchObject({ exitCode: 3 })
  })

  it('is never taken for an empty journal where all of it still waits to be filed', async () => {
    const plain = await aJournal({ paper: it => it, ...answering().on })
    await plain.switchTo(await encrypted())
    await plain.commit('jot', [anEntry({ text: 'the first words' })])
    const { on } = answering()
    const reader = await aJournal({ folder: plain.folder, paper: it => it, ...on })
    await expect(reader.entries({ today })).rejects.toThrow(LockedError)
    expect(reader.notices).toEqual([])
  })

  it('does not take a copy that it may not open for one that lacks something', async () => {
    const { openedBy } = await aSealedJournal()
    const locked = await openedBy()
    const [name = ''] = await locked.backups()
    await expect(locked.lacking(name)).rejects.toThrow(LockedError)
    expect(await (await openedBy(passphrase)).lacking(name)).toEqual([])
  })

  it('asks for no passphrase where nothing is to be read', async () => {
    const { folder } = await aSealedJournal()
    const nobody = answering()
    const journal = await aJournal({ folder, paper: it => it, ...nobody.on })
    await journal.conflictCopies()
    await journal.backups()
    expect(nobody.asked).toBe(0)
  })
})

describe('what somebody did to the files', () => {
  it('another recipient on the first page is noticed when it is unlocked', async () => {
    const { folder, openedBy } = await aSealedJournal()
    const page = join(folder, 'journal.json')
    const other = newIdentity().recipient.text
    const { manifest } = decodeManifest(readFileSync(page))
    writeFileSync(page, encodeManifest({ ...manifest, recipient: other }))
    const journal = await openedBy(passphrase)
    await expect(journal.entries({ today })).rejects.toThrow('names another key')
  })

  it('a plain file among sealed ones is refused and named', async () => {
    const { inside, openedBy } = await aSealedJournal()
    writeFileSync(inside('months/2026-11.json'), '{"hearten":1,"shelf":"2026-11"}', { mode: 0o600 })
    const journal = await openedBy(passphrase)
    await expect(journal.entries({ today })).rejects.toThrow(
      '2026-11.json is damaged: it is not encrypted',
    )
    await journal.commit('jot', [anEntry()])
    expect(readFileSync(inside('months/2026-11.json'), 'utf8')).toMatch(/^\{"hearten"/)
  })

  it('a first page that does not say that the journal is encrypted keeps everybody from writing plain', async () => {
    const { folder, openedBy, before } = await aSealedJournal()
    const page = join(folder, 'journal.json')
    const text = readFileSync(page, 'utf8')
    writeFileSync(
      page,
      text.replace('"hearten":2', '"hearten":1').replace(/"recipient":"[^"]*",/, ''),
    )
    const writer = await openedBy()
    await expect(writer.entries({ today })).rejects.toThrow(
      'does not say that the journal is encrypted',
    )
    await writer.commit('jot', [anEntry({ text: 'a canary anyway' })])
    expect(holdingCanary(folder)).toEqual([])
    const care = { ...aClock(), ...answering(passphrase).on, folder, host }
    await mend(care, await examine(care))
    expect((await examine(care)).filter(({ fine }) => !fine)).toEqual([])
    expect((await (await openedBy(passphrase)).everything()).entries.length).toBe(
      before.entries.length + 1,
    )
  })

  it.each(['journal.json', 'g2/identity.age', 'g2/identity.age.bak', 'g2/recipient.txt'])(
    '%s may be gone, emptied, cut off or garbled, and nothing is lost',
    async name => {
      const ways: ((path: string) => void)[] = [
        path => unlinkSync(path),
        path => writeFileSync(path, ''),
        path => writeFileSync(path, readFileSync(path).subarray(0, -9)),
        path => writeFileSync(path, garbled(readFileSync(path))),
      ]
      const { folder, before, openedBy } = await aSealedJournal()
      for (const spoil of ways) {
        spoil(join(folder, name))
        await (await openedBy())
          .commit('jot', [anEntry({ text: 'a canary meanwhile' })])
          .catch(error => {
            if (!(error instanceof JournalError)) throw error
          })
        expect(holdingCanary(folder)).toEqual([])
        const care = { ...aClock(), ...answering(passphrase).on, folder, host }
        await mend(care, await examine(care))
        const journal = await openedBy(passphrase)
        const found = await journal.everything()
        expect(found.entries).toEqual(expect.arrayContaining([...before.entries]))
        expect(found.people).toEqual(before.people)
      }
    },
  )

  it('a copy of the key that got lost or is another is put right by the next unlocking', async () => {
    const { inside, openedBy } = await aSealedJournal()
    const key = readFileSync(inside('identity.age'))
    for (const [name, content] of [
      ['identity.age', undefined],
      ['identity.age.bak', undefined],
      ['identity.age', Buffer.from('cut off')],
      ['identity.age.bak', await wrappedKey(identity, 'the passphrase before', cheap)],
    ] as const) {
      if (content) writeFileSync(inside(name), content)
      else unlinkSync(inside(name))
      await (await openedBy(passphrase)).entries({ today })
      expect(readFileSync(inside('identity.age'))).toEqual(key)
      expect(readFileSync(inside('identity.age.bak'))).toEqual(key)
    }
  })

  it('the passphrase before a change that was cut off writes nothing over the new one', async () => {
    const { folder, inside, openedBy } = await aSealedJournal()
    const old = readFileSync(inside('identity.age'))
    const changed = await wrappedKey(identity, 'a new one', cheap)
    writeKeyFile(plainPaper(), join(folder, 'g2'), changed)
    writeFileSync(inside('identity.age.bak'), old)
    await (await openedBy(passphrase)).entries({ today })
    expect(readFileSync(inside('identity.age'))).toEqual(changed)
    await (await openedBy('a new one')).entries({ today })
    expect(readFileSync(inside('identity.age.bak'))).toEqual(changed)
    await expect((await openedBy(passphrase)).entries({ today })).rejects.toThrow(LockedError)
  })
})

describe('a writer while it is switched', () => {
  it.each(['on', 'off'] as const)(
    'that published into the old one carries its change over (%s)',
    async way => {
      const { folder, clock, openedBy } = await aSealedJournal()
      if (way === 'on') await (await openedBy(passphrase)).switchTo(decrypted())
      const switcher = await openedBy(passphrase)
      await switcher.entries({ today })
      const writer = await openedBy()
      // Both have seen the old first page; the switch comes first.
      writer.drafts.save('night', { text: 'a canary at night' })
      const next = way === 'on' ? await encrypted() : decrypted()
      await switcher.switchTo(next)
      await writer.drafts.save('night', { text: 'a canary at night, later' })
      await writer.commit('jot', [anEntry({ text: 'a canary between' })])
      clock.set('2026-11-23T12:00:00Z')
      const reader = await openedBy(passphrase)
      expect((await reader.entries({ today })).map(({ text }) => text)).toContain(
        'a canary between',
      )
      expect(await reader.drafts.load('night')).toEqual({ text: 'a canary at night, later' })
      const { generation } = pageOf(folder)
      expect(readdirSync(folder).filter(name => /^g\d/.test(name))).toEqual([generation])
      if (way === 'on') expect(holdingCanary(folder)).toEqual([])
    },
  )

  it('that was killed before it could carry its change over leaves nothing plain for long', async () => {
    const { folder, openedBy } = await aSealedJournal()
    const records = [anEntry({ text: 'a canary left behind' })]
    const change = { id: 'x1', sequence: 5, label: '', at: '', records }
    const paper = plainPaper()
    await publishChange(paper, join(folder, 'g1/pending'), change)
    expect(holdingCanary(folder)).toHaveLength(1)
    const writer = await openedBy()
    expect(holdingCanary(folder)).toEqual([])
    await writer.commit('jot', [anEntry()])
    const texts = (await (await openedBy(passphrase)).everything()).entries.map(({ text }) => text)
    expect(texts).toContain('a canary left behind')
    expect(readdirSync(folder).filter(name => /^g\d/.test(name))).toEqual(['g2'])
  })

  it('a whole journal that somebody put beside it stays where it is', async () => {
    const { folder, openedBy } = await aSealedJournal()
    const other = await aPlainJournal()
    copyFolder(join(other.folder, 'g1'), join(folder, 'g1'))
    await (await openedBy(passphrase)).everything()
    expect(readdirSync(join(folder, 'g1/months')).length).toBeGreaterThan(2)
  })

  it('of a draft that was saved before the switch copies it, is in it', async () => {
    const plain = await aPlainJournal()
    await plain.drafts.save('night', { text: 'a canary types' })
    await plain.switchTo(await encrypted())
    await plain.drafts.save('night', { text: 'a canary types on' })
    expect(holdingCanary(plain.folder)).toEqual([])
    const { on } = answering(passphrase)
    const reader = await aJournal({ folder: plain.folder, paper: it => it, ...on })
    expect(await reader.drafts.load('night')).toEqual({ text: 'a canary types on' })
  })
})

describe('going over', () => {
  it('is refused where a file cannot be made out, and nothing is changed', async () => {
    const { folder, inside, openedBy } = await aSealedJournal()
    const journal = await openedBy(passphrase)
    writeFileSync(
      inside('months/2026-09.json'),
      garbled(readFileSync(inside('months/2026-09.json'))),
    )
    await expect(journal.switchTo(decrypted())).rejects.toThrow('2026-09.json is damaged')
    expect(pageOf(folder)).toMatchObject({ generation: 'g2', recipient: identity.recipient.text })
    expect(readdirSync(folder)).not.toContain('g3')
    expect(holdingCanary(folder)).toEqual([])
  })

  it('leaves alone what is not hearten\u2019s, and says where it is', async () => {
    const plain = await aPlainJournal()
    writeFileSync(join(plain.folder, 'g1', 'my own notes.txt'), 'mine')
    expect(await plain.switchTo(await encrypted())).toEqual([join(plain.folder, 'g1')])
    expect(readFileSync(join(plain.folder, 'g1', 'my own notes.txt'), 'utf8')).toBe('mine')
    expect(holdingCanary(plain.folder)).toEqual([])
  })

  it('opens each file with the key alone', async () => {
    const { folder } = await aSealedJournal()
    const sealed = filesIn(folder).filter(
      path => looksSealed(readFileSync(path)) && !path.includes('identity'),
    )
    expect(sealed.length).toBeGreaterThan(12)
    for (const path of sealed)
      expect([path, open(identity, readFileSync(path)).length > 0]).toEqual([path, true])
    chmodSync(folder, 0o700)
  })
})
