import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'

describe('demo', () => {
  it('makes a whole journal that ends today, and says how to look around', async () => {
    const cli = aPerson()
    const into = join(cli.home, 'a demo')
    const { code, out, err } = await cli.run('demo', '--into', into)
    expect(code).toBe(0)
    expect(out).toBe(`${into}\n`)
    expect(err).toContain(`HEARTEN_HOME='${into}' hearten review month`)
    expect(err).toContain(`rm -r '${into}'`)

    const there = aPerson({ home: into })
    const { entries } = (await there.json('list')) as { entries: { day: string }[] }
    expect(entries.length).toBeGreaterThan(200)
    expect(entries[0]?.day.slice(0, 7)).toBe('2026-08')
    const last = entries.at(-1)?.day ?? ''
    expect(last > '2026-11-18' && last <= '2026-11-22').toBe(true)
    expect((await there.run('review', 'month')).code).toBe(0)
    expect((await there.run('doctor')).code).toBe(0)
    expect((await there.run('config', 'get', 'season')).out).toBe('break-up\n')
    await there.run('undo')
    const left = (await there.json('list')) as { entries: object[] }
    expect(left.entries.length).toBeGreaterThan(150)
    expect((await cli.json('list')) as object).toEqual({ version: 1, entries: [] })
  })

  it('names the command as it was typed', async () => {
    const started = { npm_lifecycle_event: 'start', npm_package_name: 'hearten' }
    const cli = aPerson({ env: started })
    const { err } = await cli.run('demo', '--into', join(cli.home, 'x'))
    expect(err).toContain(`HEARTEN_HOME=${cli.home}/x npm start -- review month`)
  })

  it('makes a folder of its own, and leaves a full one alone', async () => {
    const cli = aPerson()
    const { out } = await cli.run('demo')
    const made = out.trim()
    expect(JSON.parse(readFileSync(join(made, 'data', 'journal.json'), 'utf8'))).toMatchObject({
      hearten: 1,
    })
    rmSync(made, { recursive: true })
    const full = join(cli.home, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'mine.txt'), '')
    expect((await cli.run('demo', '--into', full)).code).toBe(2)
  })
})
