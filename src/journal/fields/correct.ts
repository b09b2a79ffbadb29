import { defined } from '../defined.ts'
import type { Entry, EntryOf, Kind } from '../entry.ts'
import { nameKey } from '../person.ts'
import type { Patch } from '../record.ts'
import { joined } from '../tags.ts'
import { detailFields } from './details.ts'
import { entryFields } from './entry.ts'
import type { EntryField } from './field.ts'

/** A field that a flag of `edit` puts right, and where in an entry it stands. */
export interface Place {
  /** In the form of the command line: `--cared-for <1-5>`. */
  readonly flag: string
  readonly name: string
  readonly field: EntryField
  readonly within: 'entry' | 'details' | 'last step'
}

/** The form of every such flag. */
export type CorrectionFlag =
  | FlagIn<(typeof entryFields)[keyof typeof entryFields]>
  | { [K in Kind]: FlagIn<FieldIn<(typeof detailFields)[K]>> }[Kind]
type FieldIn<F> = F[keyof F]
type FlagIn<F> = F extends { readonly type: 'list'; readonly fields: infer Inner }
  ? FlagIn<FieldIn<Inner>>
  : F extends { readonly edit: infer Edit extends `--${string} <${string}` }
    ? Edit
    : never

/** Those flags as a command gets them: `caredFor` for `--cared-for`. */
export type CorrectionOptions = {
  [F in CorrectionFlag as F extends `--${infer Name} <${string}` ? InCamelCase<Name> : never]?:
    | string
    | string[]
}
type InCamelCase<Text extends string> = Text extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<InCamelCase<Rest>>}`
  : Text

/** What can be put right in entries of a kind, in the order of the table. */
export const placesOf = (kind: Kind): readonly Place[] => [
  ...placesIn(entryFields, 'entry'),
  ...placesIn(detailFields[kind], 'details'),
]

function placesIn(
  fields: Readonly<Record<string, EntryField>>,
  within: Place['within'],
): readonly Place[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    // Of what was said of a promise the last counts, and is the one to put right.
    if (field.type === 'list')
      return placesIn(field.fields as Readonly<Record<string, EntryField>>, 'last step')
    const flag = 'edit' in field ? field.edit : undefined
    return flag?.startsWith('--') && flag.includes(' <') ? [{ flag, name, field, within }] : []
  })
}

/** A place and what stands there from now on; `undefined` takes it away. */
export type Correction = readonly [place: Place, value: unknown]

/** Of whichever kind it is. */
type CorrectedFields = { [K in Kind]: Pick<Patch<EntryOf<K>>, 'people' | 'details'> }[Kind]

/** The fields of an entry that become different. People named in a detail come and go with it. */
export function correctedFields(entry: Entry, corrections: readonly Correction[]): CorrectedFields {
  const about = (within: Place['within']) =>
    corrections.filter(([place]) => place.within === within)
  const put = (within: Place['within'], onto: object) =>
    Object.fromEntries([
      ...Object.entries(onto),
      ...about(within).map(([{ name }, value]) => [name, value]),
    ])
  const steps = entry.kind === 'promise' ? (entry.details.steps ?? []) : []
  const last = steps.at(-1)
  const changedStep = last && about('last step').length > 0 && defined(put('last step', last))
  const details = defined({
    ...put('details', entry.details),
    ...(changedStep && { steps: [...steps.slice(0, -1), changedStep] }),
  })
  const isChanged = changedStep || about('details').length > 0
  return {
    ...put('entry', {}),
    ...(isChanged && { details, people: peopleAfter(entry, details) }),
  } as CorrectedFields
}

function peopleAfter(entry: Entry, details: object): readonly string[] {
  const named = (holder: object) =>
    Object.entries(detailFields[entry.kind])
      .filter(([, { type }]) => type === 'names')
      .flatMap(([name]) => (holder as Readonly<Record<string, readonly string[]>>)[name] ?? [])
  const before = named(entry.details).map(nameKey)
  const after = named(details)
  const gone = new Set(before.filter(key => !after.some(name => nameKey(name) === key)))
  return joined(
    nameKey,
    entry.people.filter(name => !gone.has(nameKey(name))),
    after,
  )
}
