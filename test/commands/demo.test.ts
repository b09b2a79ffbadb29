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

  it('has a course half way, a plan, urges, a measure and days that count, and the report shows them', async () => {
    const cli = aPerson()
    const into = join(cli.home, 'demo')
    await cli.run('demo', '--into', into)
    const there = aPerson({ home: into })
    const { courses } = (await there.json('course')) as {
      courses: { state: string; sessions: { done?: string }[] }[]
    }
    const [going, another] = courses.filter(({ state }) => state === 'going')
    expect(another).toBeUndefined()
    expect(going?.sessions.filter(({ done }) => done).length).toBe(6)
    const { parts } = (await there.json('plan')) as { parts: { text: string }[] }
    expect(parts.filter(({ text }) => text !== '').length).toBe(5)
    expect((await there.run('help-now')).out).toContain('Early signs that are mine')
    expect(await there.json('measure')).toMatchObject({ measures: [{ name: 'sleep' }] })
    expect(await there.json('since')).toMatchObject({ since: [{ lastSlip: { noted: true } }] })
    const { out: html } = await there.run('review', 'season', '--html', '-')
    const { out: text } = await there.run('review', 'season')
    for (const page of [html, text.replace(/\s+/g, ' ')]) {
      expect(page).toMatch(/After a break-up: 6 sessions/)
      expect(page).toMatch(/5 parts of it hold something/)
      expect(page).toMatch(/7 moments of wanting were noted/)
      expect(page).toMatch(/You waited 12 minutes, the middle of 7 waits/)
      expect(page).toMatch(/Before one, /)
      expect(page).toMatch(/What helped: the phone in the hall 3/)
      expect(page).toMatch(/sleep: noted on \d+ of \d+ days/)
      expect(page).toMatch(/last message: \d+ of \d+ days/)
    }
    // A chart, as mood has one.
    expect(html).toMatch(/<svg[\s\S]*sleep/)
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
