import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { asDay } from '../../src/journal/day.ts'
import { reminderIn, reminderScript, shellLine } from '../../src/render/remind/script.ts'
import { launchdUnit, windowsTask } from '../../src/render/remind/units.ts'
import { has, needs } from '../e2e/program.ts'
import { aPerson } from '../helpers/cli.ts'

const read = (file: string) => readFileSync(file, 'utf8')

/** Somebody who wrote things that no reminder may say. */
async function withSecrets() {
  const cli = aPerson()
  await cli.run('jot', 'Reverie and the river')
  await cli.run('people', 'add', 'Reverie')
  return cli
}

/** Runs the script at an hour of a day, with programs of our own in front of the path. */
function reminded(home: string, script: string, date: string, ...args: string[]): string {
  const tools = join(home, 'tools')
  mkdirSync(tools, { recursive: true })
  const tool = (name: string, text: string) => {
    writeFileSync(join(tools, name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(tools, name), 0o755)
  }
  tool('date', `exec /bin/date -d '${date}' "$@"`)
  tool('notify-send', 'printf "note: %s\\n" "$*"')
  const run = spawnSync('/bin/sh', [script, ...args], {
    encoding: 'utf8',
    env: { PATH: `${tools}:/usr/bin:/bin` },
  })
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' })
  return run.stdout
}

describe('hearten remind', () => {
  it('sets nothing by itself, and shows the ways', async () => {
    const cli = aPerson()
    const { code, out, err } = await cli.run('remind')
    expect(code).toBe(0)
    expect(out).toBe('No reminder is set here.\n')
    for (const way of ['--ics', '--shell', '--system']) expect(err).toContain(way)
    expect(existsSync(join(cli.config, 'remind.sh'))).toBe(false)
    expect(await cli.run('remind', '20:30')).toMatchObject({ code: 2 })
    expect(await cli.run('remind', 'soon', '--shell')).toMatchObject({
      code: 2,
      err: expect.stringContaining('"soon" is no time of day'),
    })
  })

  it('writes a calendar file that another program reads as one event a day with an alarm', async () => {
    const cli = await withSecrets()
    const file = join(cli.home, 'minutes.ics')
    expect((await cli.run('remind', '8:30pm', '--ics', file)).code).toBe(0)
    const text = read(file)
    expect(text).not.toMatch(/Reverie|river|journal/i)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(text.split('\r\n').every(line => line.length <= 75 && !line.includes('\n'))).toBe(true)

    const calendar = new ICAL.Component(ICAL.parse(text))
    const events = calendar.getAllSubcomponents('vevent')
    expect(events.length).toBe(1)
    const event = new ICAL.Event(events[0])
    expect(event.summary).toBe('A few quiet minutes')
    const days = event.iterator()
    expect([days.next(), days.next(), days.next()].map(String)).toEqual([
      '2026-11-22T20:30:00',
      '2026-11-23T20:30:00',
      '2026-11-24T20:30:00',
    ])
    // On the clock wherever one is.
    expect(event.startDate.zone.tzid).toBe('floating')
    const alarm = events[0]?.getFirstSubcomponent('valarm')
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('PT0S')

    // A second one moves the same event.
    await cli.with({ now: '2026-11-25T10:00:00+00:00' }).run('remind', '7:00', '--ics', file, '-y')
    const later = new ICAL.Component(ICAL.parse(read(file))).getFirstSubcomponent('vevent')
    expect(later?.getFirstPropertyValue('uid')).toBe(event.uid)
    expect(Number(later?.getFirstPropertyValue('sequence'))).toBeGreaterThan(event.sequence)
  })

  it('prints a line that every shell takes, which speaks once a day after the hour', async () => {
    const cli = await withSecrets()
    const { code, out } = await cli.run('remind', '20:30', '--shell')
    expect(code).toBe(0)
    const script = join(cli.config, 'remind.sh')
    const at = (date: string) => reminded(cli.home, script, date)
    expect(at('2026-11-22 20:29')).toBe('')
    expect(at('2026-11-22 20:30')).toBe(
      'A few quiet minutes: hearten. If you like, whenever you like.\n',
    )
    expect(at('2026-11-22 23:00')).toBe('')
    expect(at('2026-11-23 08:00')).toBe('')
    expect(at('2026-11-23 21:00')).not.toBe('')
    expect(read(script)).not.toMatch(/Reverie|river/)

    await cli.run('remind', 'off')
    for (const shell of ['bash', 'dash', 'zsh', 'fish'].filter(has)) {
      const run = spawnSync(shell, ['-c', out], { encoding: 'utf8' })
      expect({ shell, out: run.stdout, err: run.stderr }).toEqual({ shell, out: '', err: '' })
    }
  })

  it.for(['bash', 'dash', 'zsh', 'fish'])('has a line that %s runs', async (shell, context) => {
    needs(context, has(shell), shell)
    const home = aPerson().home
    const script = join(home, "it's here.sh")
    writeFileSync(script, reminderScript({ time: '00:00' }))
    const run = spawnSync(shell, ['-c', shellLine(script)], { encoding: 'utf8' })
    expect({ err: run.stderr, out: run.stdout }).toEqual({
      err: '',
      out: 'A few quiet minutes: hearten. If you like, whenever you like.\n',
    })
  })

  it('is quiet while it is paused, and comes again on the day', async () => {
    const cli = aPerson()
    await cli.run('remind', '20:30', '--shell')
    const script = join(cli.config, 'remind.sh')
    expect((await cli.run('remind', 'pause', 'until', 'next', 'sunday')).err).toContain(
      'Quiet until Sunday 29 November.',
    )
    expect(await cli.json('remind')).toMatchObject({ time: '20:30', pausedUntil: '2026-11-29' })
    expect(reminded(cli.home, script, '2026-11-28 21:00')).toBe('')
    expect(reminded(cli.home, script, '2026-11-28 21:00', 'note')).toBe('')
    expect(reminded(cli.home, script, '2026-11-29 21:00')).not.toBe('')
    await cli.run('remind', 'pause')
    // Another hour leaves the pause as it is.
    await cli.run('remind', '21:00', '--shell')
    expect(reminderIn(read(script))).toEqual({ time: '21:00', pausedUntil: '2026-11-29' })
    await cli.run('remind', 'on')
    expect(reminderIn(read(script))).toEqual({ time: '21:00' })
    expect(await aPerson().run('remind', 'pause')).toMatchObject({ code: 2 })
  })

  it('writes a timer that systemd takes, prints it, and takes it back', async context => {
    needs(context, has('systemd-analyze'), 'systemd-analyze')
    const plain = await withSecrets()
    const cli = plain.with({ env: { HEARTEN_HOME: join(plain.home, 'a 100% "$home"') } })
    const { code, out, err } = await cli.run('remind', '20:30', '--system')
    expect(code).toBe(0)
    const folder = join(cli.home, '.config/systemd/user')
    const units = ['service', 'timer'].map(kind => join(folder, `hearten-remind.${kind}`))
    for (const unit of units) expect(out).toContain(`# ${unit}\n${read(unit)}`)
    expect(out).not.toMatch(/Reverie|river/)
    expect(err).toContain('systemctl --user enable --now hearten-remind.timer')

    const verified = spawnSync('systemd-analyze', ['verify', '--user', ...units], {
      encoding: 'utf8',
      env: { ...process.env, XDG_RUNTIME_DIR: cli.home },
    })
    expect({ status: verified.status, said: verified.stderr }).toEqual({ status: 0, said: '' })
    const when = /^OnCalendar=(.*)$/m.exec(read(units[1] ?? ''))?.[1] ?? ''
    const calendar = spawnSync('systemd-analyze', ['calendar', when], { encoding: 'utf8' })
    expect(calendar.stdout).toMatch(/Next elapse: .* 20:30:00/)
    // What systemd would run, taken apart as it does.
    const script = join(cli.world.env.HEARTEN_HOME ?? '', 'config', 'remind.sh')
    expect(read(units[0] ?? '')).toContain('a 100%% \\"$$home\\"')
    expect(reminded(cli.home, script, '2026-11-22 09:00', 'note')).toBe(
      'note: -- A few quiet minutes If you like, whenever you like.\n',
    )

    const off = await cli.run('remind', 'off')
    expect(off.err).toContain('systemctl --user disable --now hearten-remind.timer')
    expect([script, ...units].filter(existsSync)).toEqual([])
  })

  it('writes a launchd job that a reader of property lists takes', context => {
    needs(context, has('python3'), 'python3')
    const { text } = launchdUnit({ time: '07:05' }, '/Users/a & "b"/<remind>.sh')
    const script =
      'import json,plistlib,sys; print(json.dumps(plistlib.loads(sys.stdin.buffer.read())))'
    const { stdout } = spawnSync('python3', ['-c', script], { input: text, encoding: 'utf8' })
    expect(JSON.parse(stdout)).toEqual({
      Label: 'hearten.remind',
      ProgramArguments: ['/bin/sh', '/Users/a & "b"/<remind>.sh', 'note'],
      StartCalendarInterval: { Hour: 7, Minute: 5 },
    })
  })

  it('writes a task for Windows that is well-formed, and begins after a pause', context => {
    needs(context, has('python3'), 'python3')
    const paused = { time: '20:30', pausedUntil: asDay('2026-12-01') }
    const { text } = windowsTask(paused, asDay('2026-11-22'))
    const script = `import sys, xml.etree.ElementTree as tree
space = '{http://schemas.microsoft.com/windows/2004/02/mit/task}'
root = tree.parse(sys.stdin.buffer).getroot()
print(root.tag == space + 'Task', root.find(f'.//{space}StartBoundary').text, root.find(f'.//{space}DaysInterval').text, '"' in root.find(f'.//{space}Arguments').text)`
    const { stdout } = spawnSync('python3', ['-c', script], { input: text, encoding: 'utf8' })
    expect(stdout).toBe('True 2026-12-01T20:30:00 1 True\n')
  })

  it('ends with the journal', async () => {
    const cli = await withSecrets()
    await cli.run('remind', '20:30', '--shell')
    await cli.run('remind', '20:30', '--system')
    await cli.run('erase', '--all', '--yes')
    expect(await cli.json('remind')).toMatchObject({ time: null })
    expect(existsSync(join(cli.home, '.config/systemd/user/hearten-remind.timer'))).toBe(false)
  })
})
