import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groups } from '../../src/cli/program.ts'
import type { TableEntry } from '../../src/cli/table.ts'
import { aPerson } from '../helpers/cli.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/json.md'), 'utf8')

/** What the tables say: for each command its fields. */
const documented = new Map<string, string[]>()
for (const [, command = '', field = ''] of page.matchAll(/^\| `([^`]+)` \| `(\w+)` \|/gm))
  documented.set(command, [...(documented.get(command) ?? []), field])

describe('docs/json.md', () => {
  it('has tables', () => {
    expect(documented.size).toBeGreaterThan(10)
  })

  it('names every command that gives data', () => {
    const pathsOf = ({ use, json, actions = [] }: TableEntry): string[] => {
      const [name = ''] = use.split(' ')
      return [...(json ? [name] : []), ...actions.flatMap(pathsOf).map(path => `${name} ${path}`)]
    }
    const paths = groups.flatMap(([, entries]) => entries.flatMap(pathsOf))
    expect(paths.length).toBeGreaterThan(20)
    expect(
      paths.filter(path => !page.includes(`\`${path}\``) && !page.includes(`\`${path} `)),
    ).toEqual([])
  })

  it.each([...documented])('names every field of %s', async (command, fields) => {
    const cli = aPerson()
    const answer = (await cli.json(...command.split(' '))) as object
    expect(Object.keys(answer).sort()).toEqual(['version', ...fields].sort())
    expect(answer).toMatchObject({ version: 1 })
  })
})
