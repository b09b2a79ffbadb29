import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { systemHost } from '../../src/system/host.ts'

const host = systemHost(process)
const me = host.self()

const gone = (pid: number, signal?: NodeJS.Signals) =>
  new Promise<number>(done => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    child.on('exit', () => done(child.pid ?? pid))
    child.kill(signal ?? 'SIGKILL')
  })

describe.skipIf(!existsSync('/proc/self/stat'))('on Linux, a process', () => {
  it('that runs is alive', () => {
    expect(host.fateOf(me)).toBe('alive')
    expect(me).toMatchObject({ pid: process.pid, started: expect.stringMatching(/^\d+$/) })
  })

  it('that was killed is dead', async () => {
    expect(host.fateOf({ ...me, pid: await gone(0) })).toBe('dead')
  })

  it('whose number was given to another is dead', () => {
    expect(host.fateOf({ ...me, started: '1' })).toBe('dead')
  })

  it('of before the machine started is dead', () => {
    const { machine } = me
    expect(host.fateOf({ ...me, machine: machine ?? 'm', boot: 'another' })).toBe(
      machine ? 'dead' : 'unknown',
    )
  })

  it('of another machine is dead when it was last seen before this one was started', () => {
    const other = { ...me, machine: 'another', boot: 'another' }
    expect(host.fateOf(other, 1e12)).toBe('dead')
    expect(host.fateOf(other, Date.now())).toBe('unknown')
    expect(host.fateOf(me, 1e12)).toBe('alive')
  })

  it('of another machine, or of another container, cannot be judged', () => {
    expect(host.fateOf({ ...me, machine: 'another', boot: 'another' })).toBe('unknown')
    expect(host.fateOf({ pid: me.pid })).toBe('unknown')
    expect(host.fateOf({ ...me, namespace: 'pid:[1]', pid: 4_194_303 })).toBe('unknown')
  })
})
