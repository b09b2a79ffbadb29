// PowerShell itself is not to be had where these tests run. An independent grammar reads the script, and the
// table in it is read back from what that grammar found.
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { Language, type Node, Parser } from 'web-tree-sitter'
import { outlineOfTable } from '../../src/cli/outline.ts'
import { groups, session } from '../../src/cli/program.ts'
import { allPositions, positionsOf, wordsAt } from '../../src/cli/shells/position.ts'
import { powershellCompletion } from '../../src/cli/shells/powershell.ts'
import { settingRules } from '../../src/settings/settings.ts'

await Parser.init()
const require = createRequire(import.meta.url)
const grammar = require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')
const parser = new Parser()
parser.setLanguage(await Language.load(grammar))

function treeOf(script: string): Node {
  const tree = parser.parse(script)
  if (!tree) throw new Error('there is no tree')
  return tree.rootNode
}

const within = (node: Node, type: string): Node[] =>
  node.namedChildren.flatMap(child => (child.type === type ? [child] : within(child, type)))

const root = positionsOf(outlineOfTable({ groups, session }), settingRules)
const script = powershellCompletion(root)
const said = (node: Node): string => node.text.slice(1, -1).replaceAll("''", "'")
const wordsIn = (node: Node): string[] => within(node, 'string_literal').map(said)

/** The entries of the first table in a node, by their names. */
function tableIn(node: Node): Map<string, Node> {
  const entries = within(node, 'hash_entry').map(entry => {
    const [key] = within(entry, 'key_expression')
    const [value] = within(entry, 'pipeline')
    if (!key || !value) throw new Error(`no entry: ${entry.text.slice(0, 80)}`)
    return [key.text.startsWith("'") ? said(key) : key.text, value] as const
  })
  // Names there are the same in capitals, and one that comes twice is an error.
  expect(new Set(entries.map(([name]) => name.toLowerCase())).size).toBe(entries.length)
  return new Map(entries)
}

it('is a script that a grammar of PowerShell reads without a doubt', () => {
  expect(treeOf(script).hasError).toBe(false)
  expect(treeOf(script.replace('-Skip 1)', '-Skip 1')).hasError).toBe(true)
})

it('is plain ASCII, whatever encoding a profile is in', () => {
  expect(script).toMatch(/^[\n -~]*$/)
})

it('holds the words, the flags and the values of every position', () => {
  const read = [...tableIn(treeOf(script))].map(([path, row]) => {
    const columns = tableIn(row)
    expect([...columns.keys()]).toEqual(['words', 'flags', 'takes'])
    const [words, flags, takes] = [...columns.values()]
    if (!words || !flags || !takes) throw new Error(`no row: ${path}`)
    const values = [...tableIn(takes)].map(([flag, list]) => [flag, wordsIn(list)])
    return { path, words: wordsIn(words), flags: wordsIn(flags), values }
  })
  expect(read).toEqual(
    allPositions(root).map(position => ({
      path: position.path.join(' '),
      words: wordsAt(position).words,
      flags: position.flags.flatMap(({ short, long }) => (short ? [short, long] : [long])),
      values: position.flags.flatMap(({ long, word, values }) =>
        word ? [[long, typeof values === 'object' ? values : []]] : [],
      ),
    })),
  )
})
