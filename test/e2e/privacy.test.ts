import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aHome, below, type Home, open, run, tooOpen } from './program.ts'
import { answer, asked, written } from './sitting.ts'

const canary = 'zwetschgenkuchen'

/** Files with the word in their name or in their bytes. */
function holding(folder: string, word = canary): string[] {
  return below(folder).filter(path => {
    if (path.includes(word)) return true
    try {
      return (
        lstatSync(join(folder, path)).isFile() && readFileSync(join(folder, path)).includes(word)
      )
    } catch {
      return false
    }
  })
}

/** Pages that editors had in shared memory, where there is no folder of the person's own for that. */
const inMemory = () =>
  existsSync('/dev/shm')
    ? readdirSync('/dev/shm')
        .filter(name => name.startsWith('editing-'))
        .flatMap(name => holding(join('/dev/shm', name)))
    : []

/** Every command that takes words, each with the canary among them. */
async function everyWritingCommand(home: Home): Promise<void> {
  const said = (name: string) => `${canary} ${name}`
  const done = async (...args: string[]) => {
    const { code, err } = await run(home, args, { input: said('piped') })
    expect({ args, code, err: code === 0 ? '' : err }).toEqual({ args, code: 0, err: '' })
  }
  const listed = async () => JSON.parse((await run(home, ['list', '--json'])).out).entries
  await done('jot', said('jotted'), `#${canary}`, `@${canary}`)
  await done('jot')
  await done('today')
  await done('checkin', '--mood', '2', '--feeling', canary)
  await done('promise', said('promised'))
  await done('promise', 'done', '1', '--helped', said('helped'))
  await done('people', 'add', canary, '--status', 'close')
  await done('people', 'reached', canary)
  await done('toolkit', 'use', said('tool'), '--before', '2', '--after', '3')
  await done('letter', '--until', '2031-01-01')
  await done('meeting', said('meeting'))
  await done('prompts', 'add', '--theme', 'growth', said('asks'))
  await done('help-now', 'add', canary, '12345')
  await done('config', 'mute', 'tag', canary)
  const [first, second] = await listed()
  await done('edit', first.id, said('edited'))
  await done('delete', second.id, '--yes')
  await done('undo')
  await done('redo')
  await done('star', first.id)
  writeFileSync(join(home.folder, 'given', 'answers.json'), JSON.stringify({ note: said('given') }))
  await done('today', '--answers', join(home.folder, 'given', 'answers.json'))
  await done('export', 'markdown', '--to', join(home.folder, 'given', 'days'))
  const exported = await run(home, ['export', 'json'])
  writeFileSync(join(home.folder, 'given', 'export.json'), exported.out)
  await done('import', join(home.folder, 'given', 'export.json'))
  await done('backup')
  await done('search', canary)
  await done('review', 'month')
}

test('words are in the journal and where they were sent, and nowhere else', async () => {
  const home = aHome()
  mkdirSync(join(home.folder, 'given'))
  await everyWritingCommand(home)

  const jot = open(home, ['jot'], { env: { EDITOR: 'sed -i s/^/edited:/' } })
  await asked(jot, 'Ctrl-D done')
  jot.type(`${canary} typed`)
  await jot.waitFor('▏zwetsch')
  jot.type('\x07')
  await jot.waitFor('▏edited:zwetsch')
  jot.type('\x04')
  await jot.waitFor('Saved for')
  await jot.exit
  const inShared = open(home, ['jot', '--editor'], {
    env: { XDG_RUNTIME_DIR: undefined, EDITOR: `sed -i 1i${canary}` },
  })
  await inShared.waitFor(/Saved for|no words/)
  await inShared.exit
  const killed = open(home, ['jot'])
  await asked(killed, 'Ctrl-D done')
  killed.type(`${canary} killed`)
  await killed.waitFor('▏zwetsch')
  killed.kill('SIGKILL')
  await killed.exit
  const resumed = open(home)
  await answer(resumed, 'Pick it up?', '1')
  await written(resumed, '')
  await resumed.waitFor('Saved for')
  await resumed.exit

  const journal =
    /^hearten\/data\/(help\.json|g1\/(months|pending|recent|backups|cache|people\.json|settings\.json))/
  const elsewhere = holding(home.folder).filter(path => !journal.test(path))
  expect(elsewhere.filter(path => !path.startsWith('given/'))).toEqual([])
  expect(elsewhere).toContainEqual(expect.stringMatching(/^given\/days\/.*\.md$/))
  expect(tooOpen(home.hearten)).toEqual([])
  expect(tooOpen(join(home.folder, 'given', 'days'))).toEqual([])
  expect(inMemory()).toEqual([])

  expect((await run(home, ['erase', '--all', '--yes'])).code).toBe(0)
  expect(holding(home.hearten)).toEqual([])
})
