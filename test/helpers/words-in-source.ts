import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

const src = join(import.meta.dirname, '..', '..', 'src')

/** Every source file, as a path below src. */
export const sourceFiles: readonly string[] = readdirSync(src, {
  recursive: true,
  encoding: 'utf8',
})
  .filter(name => name.endsWith('.ts'))
  .sort()

/**
 * The strings of a source file that read like words: several of them in a row. What is put into a
 * template while it runs stands as "x". Names of time zones in a row are no words to anybody.
 */
export function wordsInSource(file: string): string[] {
  const found: string[] = []
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) look(each)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, value, quasis } = node as {
      type?: string
      value?: unknown
      quasis?: { value: { cooked: string } }[]
    }
    if (type?.startsWith('Import') || type?.startsWith('TS')) return
    // A template with a tag is markup, not words.
    if (type === 'TaggedTemplateExpression') return
    if (type === 'Literal' && typeof value === 'string') found.push(value)
    if (type === 'TemplateLiteral' && quasis)
      found.push(quasis.map(quasi => quasi.value.cooked).join('x'))
    for (const [key, inner] of Object.entries(node)) if (key !== 'parent') look(inner)
  }
  look(parseAst(readFileSync(join(src, file), 'utf8'), { lang: 'ts' }).body)
  const zones = /^[A-Z]\w+\/\S* [A-Z]\w+\//
  return found.filter(
    text => /[a-z]['’]?[a-z]* [a-z]/i.test(text) && /[a-z]/.test(text) && !zones.test(text),
  )
}
