import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

async function somebody() {
  const person = aPerson()
  await person.run('people', 'add', 'Ines', '--alias', 'Nessie')
  await person.run('jot', 'Nessie rang, and Okafor came.', '--person', 'Okafor', '--tag', 'ines')
  await person.run('jot', 'Alone with what Okafor said.', '--private')
  await person.run('promise', 'Call Ines', '--who', 'Ines')
  return person
}

describe('an export without names', () => {
  it.each([
    ['markdown', '--redact'],
    ['markdown', '--pseudonyms'],
    ['html', '--redact'],
    ['csv', '--pseudonyms'],
    ['text', '--redact'],
    ['jrnl', '--redact'],
  ])('in %s, %s', async (format, flag) => {
    const person = await somebody()
    const { code, out } = await person.run('export', format, flag)
    expect(code).toBe(0)
    expect(out).toContain(' rang, and ')
    expect(out).not.toMatch(/ines|nessie|okafor/i)
  })

  it('has the same name for somebody throughout, in a folder too', async () => {
    const person = await somebody()
    const folder = join(person.home, 'notes')
    mkdirSync(folder)
    await person.run('export', 'markdown', '--to', folder, '--pseudonyms')
    const [file = ''] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(it =>
      it.endsWith('.md'),
    )
    const note = readFileSync(join(folder, file), 'utf8')
    const [, ines = '', okafor = ''] = /(\w+) rang, and (\w+) came/.exec(note) ?? []
    expect(note).toContain(`Call ${ines}`)
    expect(ines).not.toBe(okafor)
    expect(note).not.toMatch(/ines|nessie|okafor/i)
  })

  it('has no name in a folder that an earlier export wrote, where a filter leaves other entries of the day', async () => {
    const person = await somebody()
    const folder = join(person.home, 'notes')
    mkdirSync(folder)
    await person.run('export', 'markdown', '--to', folder, '--redact')
    await person.run('export', 'markdown', '--to', folder, '--redact', '--tag', 'ines')
    const note = readFileSync(join(folder, '2026-11-22.md'), 'utf8')
    expect(note).toContain('Call ')
    expect(note).not.toMatch(/ines|nessie|okafor/i)
  })

  it('is not to be had as JSON, nor in both ways', async () => {
    const person = await somebody()
    expect((await person.run('export', 'json', '--redact')).code).toBe(2)
    expect((await person.run('export', 'text', '--redact', '--pseudonyms')).code).toBe(2)
  })
})
