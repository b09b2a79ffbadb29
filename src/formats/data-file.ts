import * as v from 'valibot'
import type { Document } from 'yaml'
import { isAlias, isCollection, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { UserError } from '../errors.ts'
import { visibleLine } from '../render/gate.ts'

/** Who has made one mistake has often made it everywhere. */
const mostSaid = 5
/** In UTF-16 units. */
const longest = 1024 * 1024

/**
 * Reads a file of data that a person wrote: YAML, or JSON, which is YAML too.
 *
 * @param name what the file is called in messages
 * @throws UserError that names line and field of what is wrong; of such a file nothing is used
 */
export function readDataFile<T>(
  text: string,
  name: string,
  schema: v.GenericSchema<unknown, T>,
): T {
  if (text.length > longest) throw refused(name, ['It is larger than 1 MB.'])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', logLevel: 'error' })
  const lineOf = (offset: number) => `Line ${lines.linePos(offset).line}`
  if (document.errors.length > 0)
    throw refused(
      name,
      document.errors.map(
        ({ pos, message }) => `${lineOf(pos[0])}: ${message.replace(/ at line \d+.*/s, '')}.`,
      ),
    )
  const odd = oddNodes(document)
  if (odd.length > 0)
    throw refused(
      name,
      odd.map(at => `${lineOf(at)}: anchors, aliases and tags have no meaning here.`),
    )
  const result = v.safeParse(schema, document.toJS())
  if (result.success) return result.output
  throw refused(
    name,
    result.issues.map(issue => {
      const path = (issue.path ?? []).map(({ key }) => key as string | number)
      const isMissing = issue.kind === 'schema' && issue.received === 'undefined'
      const field = path.length > 0 ? `, ${fieldIn(path)}` : ''
      return `${lineOf(placeOf(document, path))}${field}: ${isMissing ? 'is missing' : issue.message}.`
    }),
  )
}

function refused(name: string, problems: readonly string[]): UserError {
  const more = problems.length - mostSaid
  const said = [...problems.slice(0, mostSaid), ...(more > 0 ? [`And ${more} more.`] : [])]
  const lines = said.map(line => `  ${visibleLine(line)}`)
  return new UserError(
    [`${visibleLine(name)} cannot be used:`, ...lines, 'Nothing was changed.'].join('\n'),
  )
}

/** Where something stands that says more than it shows: small files have been made huge with it. */
function oddNodes(document: Document.Parsed): number[] {
  const found: number[] = []
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined)
        found.push(node.range?.[0] ?? 0)
    },
  })
  return found
}

/** ["prompts", 2, "theme"] as "prompts 3, theme". */
const fieldIn = (path: readonly (string | number)[]): string =>
  path
    .map(key => (typeof key === 'number' ? ` ${key + 1}` : `, ${key}`))
    .join('')
    .replace(/^, /, '')

/** Where a field stands, or the innermost of its holders that is there. */
function placeOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const holder =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const node = isCollection(holder) ? holder.get(path[length - 1], true) : undefined
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range[0] ?? 0
}
