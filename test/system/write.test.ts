import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it, vi } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

const writeSync = vi.hoisted(() => vi.fn())
vi.mock('node:fs', async actual => {
  const fs = await actual<typeof import('node:fs')>()
  writeSync.mockImplementation(fs.writeSync)
  return { ...fs, writeSync }
})

const { writeAll, writeIfPossible } = await import('../../src/system/write.ts')

describe('writing what was asked for', () => {
  it.each([
    ['ENOSPC', -28, 'there is no room left (ENOSPC)'],
    ['EIO', -5, 'the disk answered with an error (EIO)'],
    // What Node calls a used-up quota.
    ['UNKNOWN', -122, 'your share of the disk is used up (EDQUOT)'],
    ['EDQUOT', -69, 'your share of the disk is used up (EDQUOT)'],
    ['EROFS', -30, 'the system said EROFS'],
  ])('says %s (%s) in one plain line, and is no success', async (code, errno, reason) => {
    const person = aPerson()
    await person.run('jot', 'rain')
    const file = join(person.home, 'out')
    const descriptor = openSync(file, 'w')
    writeSync.mockImplementationOnce(() => {
      throw Object.assign(new Error(code), { code, errno })
    })
    // Through the whole program: the code of the end and the words for it.
    const world = person.world as { writeOutput(text: string): void }
    world.writeOutput = text => writeAll(descriptor, text)
    const { code: end, err } = await person.run('list')
    closeSync(descriptor)
    expect(end).toBe(1)
    expect(err).toBe(`hearten: The output could not be written: ${reason}.\n`)
  })

  it.each(['EPIPE'])('takes a reader who has gone (%s) for success', async code => {
    const person = aPerson()
    await person.run('jot', 'rain')
    const world = person.world as { writeOutput(text: string): void }
    world.writeOutput = text => writeAll(1, text)
    writeSync.mockImplementationOnce(() => {
      throw Object.assign(new Error(code), { code })
    })
    expect(await person.run('list')).toMatchObject({ code: 0, err: '' })
  })

  it('goes on where words to the person cannot be taken', () => {
    for (const code of ['EPIPE', 'ENOSPC', 'EIO']) {
      writeSync.mockImplementationOnce(() => {
        throw Object.assign(new Error(code), { code })
      })
      expect(() => writeIfPossible(2, 'Saved.\n')).not.toThrow()
    }
  })
})

describe('what has no end, or never begins', () => {
  it('is not read past what a journal may be', async () => {
    const person = aPerson()
    const { code, err } = await person.run('import', '/dev/zero')
    expect(err).toBe(
      'hearten: /dev/zero is larger than hearten reads at once. Nothing was changed.\nWhere it can be split, bring in one part after the other.\n',
    )
    expect(code).toBe(1)
    const piece = Buffer.alloc(64 * 1024 * 1024)
    let pieces = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          pieces++
          yield piece
        }
      })(),
    )
    const { world } = aPerson()
    const piped: typeof world = Object.create(world, { input: { value: endless } })
    const { main } = await import('../../src/main.ts')
    expect(await main(['jot'], piped)).toBe(1)
    expect(pieces).toBeLessThan(8)
  })

  it('is not waited for in the place of preferences or numbers', async () => {
    const person = aPerson()
    for (const folder of [person.config, person.data]) mkdirSync(folder, { recursive: true })
    for (const file of [join(person.config, 'config.json'), join(person.data, 'help.json')])
      expect(spawnSync('mkfifo', [file]).status).toBe(0)
    const { code, out, err } = await person.run('help-now', '--country', 'IE')
    expect(code).toBe(0)
    expect(out).toContain('Samaritans')
    expect(err).toContain('could not be read')
    expect((await person.run('config', 'set', 'country', 'IE')).err).toContain('no ordinary file')
  })
})

it('refuses an argument whose bytes were no text', async () => {
  const person = aPerson()
  const { code, err } = await person.run('jot', 'caf\ufffd')
  expect(code).toBe(2)
  expect(err).toContain('is not UTF-8 text')
  expect((await person.run('list')).out).toBe('')
})

it('shows no colour out of a file name', async () => {
  const person = aPerson()
  await person.run('jot', 'rain')
  const name = join(person.home, 'x\u001b[8my')
  for (const argv of [
    ['export', 'markdown', '--to', name],
    ['export', 'text', '--output', `${name}.txt`],
    ['review', '--html', `${name}.html`],
    ['backup', `${name}.json`],
    ['doctor', '--journal', name],
    ['erase', '--all', '--journal', name],
    ['config', 'path', '--journal', name],
    ['demo', '--into', `${name}d`],
  ])
    for (const terminal of [true, false]) {
      const { out, err } = await person.with({ terminal }).run(...argv, '--no-input', '--no-color')
      expect(err, argv.join(' ')).not.toContain('\u001b')
      if (terminal) expect(out, argv.join(' ')).not.toContain('\u001b')
    }
})

it('neither colours nor draws on a terminal that does not say what it is', async () => {
  for (const TERM of ['', 'dumb']) {
    const person = aPerson({ terminal: true, env: { TERM } })
    await person.run('jot', 'rain')
    const { out } = await person.run('list', '--no-input')
    expect(out).not.toContain('\u001b')
    expect(out).toContain('Id ')
  }
})
