import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allPaths, everyCommand, passphraseIn } from '../helpers/every-command.ts'
import { filesIn } from '../helpers/files.ts'
import { aHome, has, hearten, needs, start } from './program.ts'

/** Takes the network away from what follows: a room with no way out. None where that is not allowed. */
const deniers = [
  ['unshare', '-n'],
  ['unshare', '-rn'],
]
const denied = (): readonly string[] =>
  deniers.find(([tool = '', ...args]) => spawnSync(tool, [...args, 'true']).status === 0) ?? []

const connects = `const to = require('node:net').connect(9, '127.0.0.1'); to.on('error', () => {})`
/** What makes a socket or reaches somebody through one. Node's threads are joined by pairs, which lead nowhere. */
const reaching = /\b(socket|connect|bind|sendto|sendmsg|sendmmsg)\(/

test('nothing that is shipped can open a socket', () => {
  const code = filesIn('dist').map(file => readFileSync(file, 'utf8'))
  const modules = code.flatMap(text => [
    ...text.matchAll(
      /\b(?:require|import)\(\s*["'`](?:node:)?([\w/]+)["'`]\s*\)|\bfrom\s*["'](?:node:)?([\w/]+)["']/g,
    ),
  ])
  const names = new Set(modules.map(([, required, imported]) => required ?? imported))
  expect(names).toContain('fs')
  const network = 'net tls http https http2 dgram dns dns/promises inspector cluster quic'.split(
    ' ',
  )
  expect(network.filter(name => names.has(name))).toEqual([])
  expect(
    code.filter(text => /\bfetch\(|\b(XMLHttpRequest|WebSocket|EventSource)\b/.test(text)),
  ).toEqual([])
  expect(code.filter(text => /process\.(binding|_linkedBinding)/.test(text))).toEqual([])
})

test('every command does its work with no network there, and asks for none', async context => {
  needs(context, has('strace'), 'strace')
  const home = aHome()
  const files = join(home.folder, 'files')
  mkdirSync(files)
  const log = join(home.folder, 'calls')
  const watched = [
    ...denied(),
    'strace',
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-e',
    'trace=network',
    '-o',
    log,
  ]
  if (watched[0] === 'strace')
    console.log('The network could not be denied here; it is watched only.')
  const passphrase = passphraseIn(files)
  const env = { HEARTEN_PASSPHRASE_FILE: passphrase, HEARTEN_PART_PASSPHRASE_FILE: passphrase }
  const callsOf = async (command: readonly string[], input = '') => {
    const { code, out, err } = await start(home, [...watched, ...command], { env, input }).ended
    if (/not permitted|denied/i.test(err)) needs(context, false, 'leave to trace processes')
    const calls = readFileSync(log, 'utf8').split('\n')
    return { code, out, err, reached: calls.filter(it => reaching.test(it)) }
  }
  // It would be seen.
  expect((await callsOf([process.execPath, '-e', connects])).reached).not.toEqual([])

  const swept = new Set<string>()
  let reached: string[] = []
  const run = async (argv: readonly string[], { input }: { input?: string }) => {
    const found = await callsOf(hearten(...argv), input)
    reached = found.reached
    return found
  }
  const wrong: unknown[] = []
  const sweep = { run, files, data: home.data, word: 'canary' }
  for await (const { path, argv, code, err } of everyCommand(sweep)) {
    swept.add(path)
    if (code !== 0 || reached.length > 0) wrong.push({ argv, code, err, reached })
  }
  expect(wrong).toEqual([])
  expect(allPaths.filter(path => !swept.has(path))).toEqual([])
})
