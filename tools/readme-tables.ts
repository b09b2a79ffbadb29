import { readFileSync } from 'node:fs'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The rows of the table under a heading of the README, as `[first cell, second cell]`, without its head. */
export function readmeTable(heading: string): (readonly [string, string])[] {
  const [, section = ''] =
    new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(readme) ?? []
  return [...section.matchAll(/^\| (.*?) \| (.*) \|$/gm)]
    .map(([, name = '', about = '']) => [name, about] as const)
    .slice(2)
}
