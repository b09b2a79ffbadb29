import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { outlineOfTable, withActions } from '../../src/cli/outline.ts'
import { groups, session } from '../../src/cli/program.ts'
import { wholeStoryOf } from '../../src/demo/story.ts'
import { asDay, isDay } from '../../src/journal/day.ts'
import { openJournal } from '../../src/store/open.ts'
import { receipt } from '../../src/system/receipt.ts'
import type { Terminal } from '../../src/system/terminal.ts'
import { courses } from '../../src/themes/courses.ts'
import type { Person } from '../helpers/cli.ts'
import { aPerson } from '../helpers/cli.ts'
import { answers, answersSchema, definitionOf } from './answers-schema.ts'
import { journalSchema } from './journal-schema.ts'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { date: isDay } })
ajv.addSchema(journalSchema)
ajv.addSchema(answersSchema)

function problems(definition: string, answer: unknown) {
  const check = ajv.getSchema(`urn:hearten:answers:1#/$defs/${definition}`)
  if (!check) throw new Error(`no answer is called ${definition}`)
  return check(answer) ? [] : check.errors
}

/** Somebody with three months behind them, an unfinished page, a copy, a mute, a number and a trash. */
async function withEverything(): Promise<Person> {
  const cli = aPerson()
  const { host, now } = cli.world
  let made = 0
  const newId = () => `01answer${String(++made).padStart(12, '0')}`
  const journal = await openJournal({ folder: cli.data, host, now, newId, onNotice() {} })
  const from = asDay('2026-08-23')
  await journal.commit(
    'demo',
    wholeStoryOf({ seed: 'demo', from, days: 92, zone: 'Europe/Lisbon' }),
  )
  for (const line of [
    ['jot', 'soup and toast', '--star'],
    ['jot', 'a river of river words, river'],
    ['promise', 'call Ana', '--due', 'tomorrow'],
    ['people', 'add', 'Ana', '--status', 'close'],
    ['toolkit', 'use', 'a walk outside', '--before', '2', '--after', '3'],
    ['prompts', 'add', 'What did the river say?', '--theme', 'growth'],
    ['config', 'mute', 'tag', 'work'],
    ['help-now', 'add', 'Ana', '+44 20 7946 0000'],
    ['remind', '20:30', '--shell'],
    ['delete', 'last'],
    ['backup'],
  ])
    expect({ line, code: (await cli.run(...line)).code }).toEqual({ line, code: 0 })
  return cli
}

/** A line for each command that there is, in an order in which each can be done. */
const lines: readonly (readonly string[])[] = [
  ['today'],
  ['today', '--sheet'],
  ['jot', 'soup'],
  ['checkin', '--mood', '3'],
  ['promise'],
  ['promise', 'a small step'],
  ['promise', 'shrink', '1', 'smaller'],
  ['promise', 'move', '1', 'tomorrow'],
  ['promise', 'partly', '1'],
  ['promise', 'not-yet', '2'],
  ['promise', 'done', '3'],
  ['promise', 'let-go', '4'],
  ['people'],
  ['people', 'add', 'Jo', '--alias', 'Joey'],
  ['people', 'show', 'Ana'],
  ['people', 'reached', 'Jo', '--answered'],
  ['people', 'status', 'Jo', 'distant'],
  ['people', 'rename', 'Jo', 'Joan'],
  ['people', 'add', 'Jim'],
  ['people', 'join', 'Joan', 'Jim'],
  ['people', 'remove', 'Joan'],
  ['toolkit'],
  ['toolkit', 'use', 'tea', '--before', '2', '--after', '3'],
  ['toolkit', 'show', 'tea'],
  ['toolkit', 'rename', 'tea', 'green tea'],
  ['toolkit', 'remove', 'green tea', '--yes'],
  ['course'],
  ['course', 'begin', 'break-up'],
  ['course', 'show', 'break-up'],
  ['course', 'pause'],
  ['course', 'leave', 'break-up'],
  ['course', 'add', 'COURSE'],
  ['course', 'remove', 'river'],
  ['urge', '--for', 'to drink', '--strength', '6'],
  ['urge'],
  ['urge', 'later', '--not-acted'],
  ['plan', 'edit', 'stay', 'My dog'],
  ['plan'],
  ['plan', 'print', 'PLAN'],
  ['plan', 'unlocked', 'yes'],
  ['since', 'add', 'last drink', '2026-08-01'],
  ['since', 'slip', 'last drink', '--note', 'payday'],
  ['since'],
  ['since', 'remove', 'last drink'],
  ['measure', 'add', 'craving'],
  ['measure'],
  ['measure', 'rename', 'craving', 'pull'],
  ['measure', 'pause', 'pull'],
  ['measure', 'remove', 'pull'],
  ['meeting', 'Thursday group', '--stayed', 'one day is enough'],
  ['letter', '--to', 'mother', 'Dear you'],
  ['letter', '--list'],
  ['review'],
  ['review', 'all', '--then-and-now'],
  ['review', 'day', 'yesterday'],
  ['calendar'],
  ['insights'],
  ['list'],
  ['show', 'today', '--history'],
  ['search', 'soup'],
  ['status', '--since', 'last message'],
  ['edit', 'last', 'other words'],
  ['delete', 'last'],
  ['delete', '--trash'],
  ['delete', '--back', 'ID'],
  ['delete', '--forever', 'last', '--yes'],
  ['star', 'last', '--bring'],
  ['page', 'group'],
  ['page', 'therapist', '--output', 'PAGE', '--yes'],
  ['again'],
  ['again', 'ANSWER', '--still-true', '2'],
  ['star', 'last'],
  ['undo'],
  ['redo'],
  ['export', 'text'],
  ['export', 'json', '--output', 'FILE'],
  ['import', 'FILE'],
  ['backup'],
  ['backup', '--list'],
  ['doctor'],
  ['inbox'],
  ['prompts'],
  ['prompts', 'show', 'growth-noticed'],
  ['prompts', 'add', 'And now?', '--theme', 'growth'],
  ['prompts', 'edit', 'OWN', 'And then?'],
  ['prompts', 'share'],
  ['prompts', 'add-pack', 'docs/packs/german.yaml'],
  ['prompts', 'packs'],
  ['prompts', 'remove-pack', 'german', '--yes'],
  ['prompts', 'remove', 'OWN'],
  ['prompts', 'mute', 'growth-noticed'],
  ['prompts', 'unmute', 'growth-noticed'],
  ['restore', 'DAY', '--yes'],
  ['config'],
  ['config', 'list'],
  ['config', 'get', 'length'],
  ['config', 'set', 'length', 'short'],
  ['config', 'unset', 'length'],
  ['config', 'path'],
  ['config', 'mute'],
  ['config', 'mute', 'person', 'Ana'],
  ['config', 'unmute', 'person', 'Ana'],
  ['help-now', '--country', 'Ireland'],
  ['help-now', '--countries'],
  ['help-now', 'add', 'Jo', '+44 20 7946 0001'],
  ['help-now', 'remove', 'Jo'],
  ['remind'],
  ['remind', '20:30', '--system'],
  ['remind', 'pause'],
  ['remind', 'on'],
  ['remind', 'off'],
  ['demo', '--into', 'FOLDER'],
  ['vault'],
  ['vault', 'status'],
  ['vault', 'keychain'],
  ['vault', 'part'],
  ['vault', 'part', 'list'],
  ['erase', '--all', '--yes'],
]
/** These ask for a passphrase or print a file as it is; `vault.test.ts`, `keychain.test.ts` and `vault-part.test.ts` in `test/commands` have them. */
const apart =
  /^(vault (on|off|passphrase|recovery|recover|keychain (on|off)|part (add|open|move|destroy))|completion)$/

const commands = withActions(outlineOfTable({ groups, session }).groups.flatMap(it => it.commands))

/** The longest command at the beginning of a line, with its first flag where that answers otherwise. */
function answering(line: readonly string[]): string {
  const three = line.slice(0, 3).join(' ')
  if (three in answers) return three
  const two = line.slice(0, 2).join(' ')
  if (two in answers) return two
  const isAction = commands.some(({ path }) => path.join(' ') === two)
  return isAction ? two : (line[0] ?? '')
}

describe('docs/schema/answers-1.json', () => {
  it('is written out', async () => {
    await expect(`${JSON.stringify(answersSchema, null, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schema/answers-1.json',
    )
  })

  it('is tried on every command', () => {
    const tried = new Set(
      lines.flatMap(line => [line[0], line.slice(0, 2).join(' '), line.slice(0, 3).join(' ')]),
    )
    const paths = commands.map(({ path }) => path.join(' '))
    expect(paths.filter(path => !tried.has(path) && !apart.test(path))).toEqual([])
    const data = commands.filter(({ entry }) => entry.json).map(({ path }) => path.join(' '))
    expect(
      data.filter(
        path => !apart.test(path) && !Object.keys(answers).some(it => it.startsWith(path)),
      ),
    ).toEqual([])
  })

  it('takes what every command answers', async () => {
    const cli = await withEverything()
    const trash = (await cli.json('delete', '--trash')) as { entries: { id: string }[] }
    const reflections = (await cli.json('list', '--kind', 'reflection')) as typeof trash
    const copies = (await cli.json('backup', '--list')) as { backups: string[] }
    const { prompts } = (await cli.json('prompts')) as { prompts: { id: string; own: boolean }[] }
    const places: Record<string, string> = {
      ID: trash.entries[0]?.id ?? '',
      FILE: join(cli.home, 'journal.json'),
      FOLDER: join(cli.home, 'demo'),
      COURSE: join(cli.home, 'river.json'),
      PLAN: join(cli.home, 'plan.md'),
      PAGE: join(cli.home, 'page.html'),
      ANSWER: reflections.entries[0]?.id ?? '',
      DAY: copies.backups[0] ?? '',
      OWN: prompts.find(({ own }) => own)?.id ?? '',
    }
    const [first] = courses
    const river = JSON.stringify({ ...first, id: 'river' })
    writeFileSync(places.COURSE ?? '', river)
    mkdirSync(join(cli.data, 'inbox'), { recursive: true })
    writeFileSync(join(cli.data, 'inbox', 'a.txt'), 'from the phone')
    writeFileSync(join(cli.data, 'inbox', 'b.docx'), 'what is this')
    const given = new Set<string>()
    const wrong: object[] = []
    for (const line of lines) {
      const words = line.map(word => places[word] ?? word)
      const { code, out, err } = await cli.run(...words, '--json')
      // What it finds is its answer.
      if (code !== 0 && line[0] !== 'doctor') {
        wrong.push({ line, err })
        continue
      }
      const answer = JSON.parse(out)
      const command = answering(line)
      const definition = 'changed' in answer ? 'changes' : definitionOf(command)
      given.add(definition === 'changes' ? 'changes' : command)
      const found = problems(definition, answer)
      if (found && found.length > 0) wrong.push({ line, found })
    }
    expect(wrong).toEqual([])
    expect(Object.keys(answers).filter(command => !given.has(command))).toEqual([])
  })

  it('says what was saved by its id, and leaves standard error to what is wrong', async () => {
    const cli = aPerson()
    const { out, err } = await cli.run('jot', 'soup', '--json')
    const { changed, words } = JSON.parse(out)
    expect(err).toBe('')
    const { entries } = (await cli.json('list')) as { entries: { id: string; day: string }[] }
    expect(changed).toEqual([{ kind: 'note', id: entries[0]?.id, day: '2026-11-22' }])
    expect(words).toEqual([
      `Saved for Sunday 22 November (1 entry that day). Its id is ${entries[0]?.id.slice(-6)}.`,
    ])
    expect((await cli.run('show', words[0].slice(-7, -1))).out).toContain('soup')
    const undone = (await cli.json('undo')) as { changed: object[] }
    expect(undone.changed).toEqual([{ ...changed[0], removed: 'trash' }])
  })

  it('takes what fails, and loses no words in it', async () => {
    const cli = aPerson()
    const { code, out, err } = await cli.run('show', 'nobody', '--json')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(problems('failure', JSON.parse(err))).toEqual([])

    // Words that cannot be kept are printed, to be copied; they may be the only copy.
    const said: string[] = []
    const terminal = { print: (text: string) => said.push(text), notify() {}, data() {} }
    const it = receipt()
    it.around(terminal as unknown as Terminal).print('words that cannot be kept')
    expect(said).toEqual([])
    it.let()
    expect(said).toEqual(['words that cannot be kept'])
  })

  it('is named in docs/json.md', () => {
    const page = readFileSync(new URL('../../docs/json.md', import.meta.url), 'utf8')
    expect(page).toContain('](schema/answers-1.json)')
    for (const field of ['changed', 'words', 'text']) expect(page).toContain(`\`${field}\``)
  })
})
