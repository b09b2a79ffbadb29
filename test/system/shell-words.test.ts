import { expect, test } from 'vitest'
import { shellWords } from '../../src/system/shell-words.ts'

test.each([
  ['vim', ['vim']],
  ['  code   --wait\t', ['code', '--wait']],
  [`'/My Editor/ed' --wait`, ['/My Editor/ed', '--wait']],
  [`vim -c 'set tw=72'`, ['vim', '-c', 'set tw=72']],
  [String.raw`/My\ Editor/ed "a \"b\" \n" c\'d`, ['/My Editor/ed', String.raw`a "b" \n`, "c'd"]],
  [String.raw`'a\b'c"d"`, [String.raw`a\bcd`]],
  [`ed '' ""`, ['ed', '', '']],
  ['$EDITOR `date` ~ *', ['$EDITOR', '`date`', '~', '*']],
  ['ends with \\', ['ends', 'with', '\\']],
  ['', []],
])('%s', (line, words) => expect(shellWords(line)).toEqual(words))

test.each([`vim 'open`, `"vim`])('%s has no end', line => {
  expect(shellWords(line)).toBeUndefined()
})

test('the paths of Windows keep their backslashes', () => {
  const line = String.raw`"C:\Program Files\ed.exe" C:\x -w`
  const words = [String.raw`C:\Program Files\ed.exe`, String.raw`C:\x`, '-w']
  expect(shellWords(line, { backslash: false })).toEqual(words)
})
