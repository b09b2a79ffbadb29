import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { addDays, dayOf } from '../../src/journal/day.ts'
import type { Pty } from '../helpers/pty.ts'
import {
  aHome,
  below,
  bin,
  draftsOf,
  entriesOf,
  type Home,
  openCommand,
  tooOpen,
} from './program.ts'
import { answer, asked, patience, written } from './sitting.ts'

const today = () => dayOf(new Date(), 'Europe/Lisbon', 4)

/** An editor that adds a line, or fails. */
const editor = `#!/bin/sh
if [ -e "$HOME/fail" ]; then exit 3; fi
echo 'and a line from the editor' >> "$1"
`

/** A shell with job control, in which \`hearten\` is installed as npm would install it. */
async function aShell(home: Home): Promise<Pty> {
  const tools = join(home.folder, 'bin')
  mkdirSync(tools)
  symlinkSync(bin, join(tools, 'hearten'))
  writeFileSync(join(tools, 'an-editor'), editor)
  chmodSync(join(tools, 'an-editor'), 0o755)
  const path = [tools, dirname(process.execPath), home.env.PATH].join(':')
  const shell = openCommand(home, ['bash', '--norc', '--noprofile', '-i'], {
    env: { PATH: path, PS1: 'shell> ', EDITOR: 'an-editor' },
  })
  await shell.waitFor('shell>')
  return shell
}

test('a whole session, the first one, through all five themes and every key', async () => {
  const home = aHome()
  const day = today()
  const pty = await aShell(home)
  pty.type('hearten\r')

  await pty.waitFor('Welcome. This is your own place to write')
  await answer(pty, 'How are you, right now?', '2')
  await pty.waitFor('❯ 1 a few minutes')
  pty.type('\x1b[B\x1b[B\r')
  // The Enter that people press after a digit by habit answers nothing.
  await answer(pty, 'And your energy?', '3\r')
  await answer(pty, 'Do you want to write, or only pick answers?', '1')
  await answer(pty, 'Is there a word for it?', '?\r')
  await answer(pty, 'Which words come near?', 'lonely, wor\t\r')
  await pty.waitFor('› lonely, worn out')

  await pty.waitFor(/Compassionate Understanding ─+ 1 of 5/)
  // The heading and what is under it follow the window.
  pty.resize(50, 24)
  await pty.waitFor(/^ {2}── Compassionate Understanding ─+ 1 of 5 ──\n[\s\S]*before you write/m)
  expect(pty.screen().filter(row => /^\S/.test(row))).toEqual([])
  pty.resize(80, 24)
  await pty.waitFor(/ {2}── Compassionate Understanding ─{20,} 1 of 5 ──\n/)
  await answer(pty, 'How strong is the feeling, before you write?', '4')
  await asked(pty, 'Ctrl-D done')
  const first = promptAbove(pty)
  pty.type('\x19')
  await pty.waitFor(/\n {4}Chosen/)
  await asked(pty, 'Ctrl-D done')
  pty.type('\x0f')
  const second = await vi.waitFor(() => {
    const now = promptAbove(pty)
    expect(now).not.toBe(first)
    expect(now).not.toMatch(/^$|Chosen because/)
    return now
  }, patience)
  const long = 'I kept reaching for the phone to tell her about the interview and then remembering.'
  pty.type(`${long}\rEleven times 👩‍👩‍👧‍👦 眠れない夜`)
  await pty.waitFor('▏Eleven times')
  pty.resize(46, 20)
  await pty.waitFor(
    /▏I kept reaching for the phone to tell her\n {2}▏about the interview and then remembering\./,
  )
  pty.resize(80, 24)
  await pty.waitFor(
    /▏I kept reaching for the phone to tell her about the interview and\n {2}▏then remembering\./,
  )
  pty.type('\x0c')
  await pty.waitFor('Any key goes on.')
  expect(pty.history().join('\n')).not.toMatch(/Eleven|reaching|worn out|Welcome/)
  expect(pty.raw()).toContain('\x1b[3J')
  pty.type('\x14')
  await pty.waitFor(/If you are in danger now[\s\S]*▏Eleven times/)
  pty.type(', I counted.')
  await pty.waitFor('夜, I counted.')
  pty.type('\x04')
  await written(pty, 'The second answer.')
  await answer(pty, 'How strong is the feeling now?', '4')
  await answer(pty, 'How far did you feel understood lately?', '2')
  await answer(pty, 'Did anyone understand, even a little?', 'sister\r')

  await pty.waitFor(/Shared Experiences ─+ 2 of 5/)
  await answer(pty, 'How much hope is there, going in?', '2')
  await asked(pty, 'Ctrl-D done')
  pty.paste('They said:\r\n\r\n\tme too\r\n\x1b[31mand stayed\x1b[0m')
  await pty.waitFor('▏and stayed')
  pty.type('\x1b\r')
  await asked(pty, 'Ctrl-D done')
  pty.type('\x04')
  await answer(pty, 'Where did it come from?', '2')
  await answer(pty, 'Which meeting was it?', 'Thursday group\r')
  await answer(pty, 'How near is their story to yours?', '4')
  await answer(pty, 'Do you feel less alone with it?', '5')
  await answer(pty, 'How much hope is there now?', '3')
  await answer(pty, 'Did you share something of your own in return?', 'y')

  await pty.waitFor(/Emotional Support ─+ 3 of 5/)
  await asked(pty, 'Ctrl-D done')
  pty.type('My own line')
  await pty.waitFor('▏My own line')
  pty.type('\x07')
  await pty.waitFor('▏and a line from the editor')
  writeFileSync(join(home.folder, 'home', 'fail'), '')
  pty.type('\x07')
  await pty.waitFor('ended with code 3')
  expect(pty.screen().join('\n')).toMatch(/▏My own line\n {2}▏and a line from the editor\n/)
  pty.type('\x04')
  await written(pty, '')
  await answer(pty, 'Who is this about?', '@sister, Ben\r')
  await answer(pty, 'What kind of support is it', '1')
  await answer(pty, 'Which way did it go?', '1')
  await answer(pty, 'What response were you expecting', '2')
  await answer(pty, 'how was the response?', '4')
  await answer(pty, 'How cared for do you feel?', '4')

  await pty.waitFor(/Accountability and Motivation ─+ 4 of 5/)
  await asked(pty, 'Ctrl-D done')
  pty.type('\x12')
  await pty.waitFor('A blank page. Write what you like.')
  await written(pty, 'On a page of my own.')
  await answer(pty, 'What one small step', 'Text my sister before breakfast\r')
  await answer(pty, 'What will set it off?', 'If I wake before six\r')
  await answer(pty, 'Which day would be good for it?', 'someday\r')
  await pty.waitFor(/someday[\s\S]*\n {4}\S/)
  pty.type('\x15tomorrow\r')
  await answer(pty, 'Who could know about it', 'sister\r')
  await answer(pty, 'How sure are you that it fits your week?', '4')

  await pty.waitFor(/Learning and Growth ─+ 5 of 5/)
  await asked(pty, 'Ctrl-D done')
  pty.type('I noticed')
  await pty.waitFor('▏I noticed')
  pty.type('\x1a')
  await pty.waitFor(/Stopped[\s\S]*shell> $|Stopped[\s\S]*shell>$/m)
  pty.type('fg\r')
  await pty.waitFor(/Stopped[\s\S]*▏I noticed\n[\s\S]*2 words/)
  pty.type(' the river.')
  await pty.waitFor('▏I noticed the river.')
  pty.type('\x04')
  await written(pty, '')
  await answer(pty, 'Which line in this is worth keeping?', 'Both are true.\r')
  await answer(pty, 'Where did it come from?', '4')
  await answer(pty, 'What did you try that helps?', 'a walk outside\r')
  await answer(pty, 'How was your mood before it?', '2')
  await answer(pty, 'And afterwards?', '4')
  await answer(pty, 'Would you use it again?', 'y')

  await answer(pty, 'And now, on leaving?', '3')
  await answer(pty, 'a page which nobody', 'p')
  await written(pty, 'zwetschge, kept nowhere')
  await pty.waitFor('It is gone. It was kept nowhere.')
  expect(pty.screen().join('\n')).not.toContain('zwetschge')
  expect(below(home.folder).filter(path => holds(home, path, 'zwetschge'))).toEqual([])
  await answer(pty, 'A short way back into the room?', '\r')
  await pty.waitFor(/── Today ─+/)
  await pty.waitFor('Low when you came, in between now.')
  await answer(pty, 'Note a reach-out, or plan one?', '1')
  await answer(pty, 'Which way did it go?', '3')
  await answer(pty, 'A few words about it?', 'She brought soup.\r')
  await answer(pty, 'something that brought you here?', '\r')
  await pty.waitFor(/Saved for \w+ \d+ \w+\./)
  await answer(pty, 'are you in Portugal?', '\r')
  await pty.waitFor('That is fine.')
  pty.type('echo "code $?"\r')
  await pty.waitFor('code 0')

  const entries = await entriesOf(home)
  const session = entries[0]?.session
  expect(session).toMatch(/^[0-9a-z]{20}$/)
  expect(entries.every(entry => entry.session === session && entry.day === day)).toBe(true)
  expect(entries.every(entry => entry.zone === 'Europe/Lisbon')).toBe(true)
  expect(
    entries.map(({ kind, theme, text, mood, energy, feelings, people, details, prompt }) => ({
      ...{ kind, theme, text, mood, energy, feelings, people, details },
      prompted: prompt && { id: /^[a-z0-9-]+$/.test(prompt.id), deeper: prompt.deeper },
    })),
  ).toEqual([
    {
      kind: 'checkin',
      ...{ text: '', mood: 2, energy: 3, feelings: ['lonely', 'worn out'], people: [] },
      details: { moment: 'arrive' },
    },
    {
      ...{ kind: 'reflection', theme: 'compassion', prompted: { id: true } },
      text: `${long}\nEleven times 👩‍👩‍👧‍👦 眠れない夜, I counted.`,
      people: ['sister'],
      details: { strengthBefore: 4, strengthAfter: 4, understood: 2, understoodBy: ['sister'] },
    },
    {
      ...{ kind: 'reflection', theme: 'compassion', prompted: { id: true, deeper: true } },
      ...{ text: 'The second answer.', people: [], details: {} },
    },
    {
      ...{ kind: 'reflection', theme: 'shared', prompted: { id: true } },
      ...{ text: 'They said:\n\n\tme too\nand stayed', people: [] },
      details: {
        hopeBefore: 2,
        source: 'meeting',
        similarity: 4,
        lessAlone: 5,
        hopeAfter: 3,
        sharedBack: true,
      },
    },
    { kind: 'meeting', theme: 'shared', text: '', people: [], details: { name: 'Thursday group' } },
    {
      ...{ kind: 'reflection', theme: 'support', prompted: { id: true } },
      text: 'My own line\nand a line from the editor',
      people: ['sister', 'Ben'],
      details: { support: 'listened', direction: 'asked', expected: 2, actual: 4, caredFor: 4 },
    },
    {
      ...{ kind: 'reflection', theme: 'accountability', details: {}, people: [] },
      text: 'On a page of my own.',
    },
    {
      ...{ kind: 'promise', theme: 'accountability', people: ['sister'] },
      text: 'Text my sister before breakfast',
      details: {
        ...{ cue: 'If I wake before six', due: addDays(day, 1), witness: ['sister'] },
        confidence: 4,
      },
    },
    {
      ...{ kind: 'reflection', theme: 'growth', prompted: { id: true } },
      ...{ text: 'I noticed the river.', people: [] },
      details: { insight: 'Both are true.', source: 'own' },
    },
    {
      ...{ kind: 'coping', theme: 'growth', text: '', people: [] },
      details: { tool: 'a walk outside', before: 2, after: 4, useAgain: true },
    },
    {
      ...{ kind: 'reachout', theme: 'support', people: ['sister'] },
      ...{ text: 'She brought soup.', details: { direction: 'received' } },
    },
    {
      ...{ kind: 'checkin', text: '', mood: 3, people: [] },
      details: { moment: 'leave', passed: [expect.any(String), expect.any(String), 'season'] },
    },
  ])
  expect(entries[1]?.prompt?.text).toBe(second)
  expect(draftsOf(home)).toEqual([])
  expect(tooOpen(home.hearten)).toEqual([])
})

const holds = (home: Home, path: string, word: string): boolean => {
  try {
    return readFileSync(join(home.folder, path)).includes(word)
  } catch {
    return false
  }
}

/** The question that stands above the writing field. */
function promptAbove(pty: Pty): string {
  const rows = pty.screen()
  const field = rows.findLastIndex(
    (row, index) => row.includes('▏') && !rows[index - 1]?.includes('▏'),
  )
  const lines: string[] = []
  for (let row = field - 2; rows[row]?.trim(); row--) lines.unshift(rows[row]?.trim() ?? '')
  return lines.join(' ')
}
