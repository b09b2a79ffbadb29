import type { JournalRecord } from './change.ts'
import { defined } from './defined.ts'
import { compareText } from './order.ts'
import type { Together } from './record.ts'
import { depthsOf, headsOf } from './revisions.ts'

type Fields = Readonly<Record<string, unknown>>

/** What a revision is, besides what it says. */
const bookkeeping = new Set([
  'id',
  'kind',
  'revision',
  'supersedes',
  'movedFrom',
  'writtenAt',
  'deleted',
  'heads',
  'versions',
])

/** Between two texts of one thing, in the text they make together. */
const between = '\n\n* * *\n\n'

/**
 * What all known revisions of one thing say together: a function of the set alone, so it does not
 * matter in which order, or how often, they arrived, nor what the clocks said.
 *
 * Where one revision follows the other it is the last. Where a thing was changed in two places at
 * once, both are held against what they come from, field by field: what only one side changed is
 * taken, of lists what was added and what was taken away. Of two texts both stay, one below the other. Of two
 * other values the one with the greater revision id stays. Words win over a deletion.
 *
 * The next revision of what this gives replaces all it is made of.
 */
export function currentOf<R extends JournalRecord>(
  revisions: readonly R[],
): (R & Together) | undefined {
  const heads = headsOf(revisions)
  const living = heads.filter(({ deleted }) => !deleted)
  const last = (living.length > 0 ? living : heads).at(-1)
  if (last === undefined || heads.length === 1) return last
  const all = heads.map(({ revision }) => revision)
  if (living.length < 2) return { ...last, heads: all }
  const base = commonOf(revisions, living)
  const sides = living.map(fieldsOf)
  const texts = textsOf(base, sides)
  return {
    ...last,
    ...(merged(fieldsOf(base), sides) as Partial<R>),
    ...(texts.length > 0 && { text: texts.join(between) }),
    ...(texts.length > 1 && { versions: texts.length }),
    heads: all,
  }
}

/** The newest revision that all of these come from. */
function commonOf<R extends JournalRecord>(
  revisions: readonly R[],
  heads: readonly R[],
): R | undefined {
  const byRevision = new Map(revisions.map(record => [record.revision, record]))
  const ancestors = heads.map(head => {
    const found = new Set<string>()
    const left = [...head.supersedes]
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (found.has(next)) continue
      found.add(next)
      left.push(...(byRevision.get(next)?.supersedes ?? []))
    }
    return found
  })
  const depths = depthsOf(revisions)
  const depth = ({ revision }: R) => depths.get(revision) ?? 0
  return revisions
    .filter(({ revision }) => ancestors.every(found => found.has(revision)))
    .reduce<R | undefined>(
      (best, next) =>
        best === undefined ||
        depth(next) > depth(best) ||
        (depth(next) === depth(best) && next.revision > best.revision)
          ? next
          : best,
      undefined,
    )
}

const fieldsOf = (record: object | undefined): Fields =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([name]) => !bookkeeping.has(name)))

/** Field by field; `undefined` where a side took one away. */
function merged(base: Fields, sides: readonly Fields[]): Fields {
  const names = new Set([base, ...sides].flatMap(Object.keys))
  return Object.fromEntries(
    [...names].map(name => [
      name,
      mergedValue(
        base[name],
        sides.map(side => side[name]),
      ),
    ]),
  )
}

function mergedValue(base: unknown, values: readonly unknown[]): unknown {
  const changed = values.filter(value => said(value) !== said(base))
  if (new Set(changed.map(said)).size < 2) return changed.length > 0 ? changed.at(-1) : base
  const known = [base, ...values].filter(value => value !== undefined)
  if (known.every(Array.isArray))
    return mergedList((base ?? []) as unknown[], values as unknown[][])
  if (known.every(isObject)) return defined(merged(asFields(base), values.map(asFields)))
  return changed.at(-1)
}

/** What nobody took away, then what was added. */
function mergedList(base: readonly unknown[], lists: readonly (readonly unknown[] | undefined)[]) {
  const sides = lists.map(list => list ?? [])
  const has = (list: readonly unknown[], item: unknown) =>
    list.some(each => said(each) === said(item))
  const stays = base.filter(item => sides.every(side => has(side, item)))
  const added = sides.flat().filter(item => !has(base, item))
  const once = new Map(added.map(item => [said(item), item]))
  return [...stays, ...[...once].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item)]
}

/** The different texts that sides made of one, the later ones last; one that another holds whole is left out. */
function textsOf(base: JournalRecord | undefined, sides: readonly Fields[]): string[] {
  const before = fieldsOf(base).text
  const changed = sides.flatMap(({ text }) =>
    typeof text === 'string' && text !== before && text.trim() !== '' ? [text] : [],
  )
  const different = [...new Set(changed)]
  return different.filter(text => !different.some(other => other !== text && other.includes(text)))
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const asFields = (value: unknown): Fields => (isObject(value) ? value : {})

/** One spelling of a value, to compare by. */
const said = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    isObject(inner) && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareText(a, b)))
      : inner,
  ) ?? ''
