import { detailFields } from './details.ts'
import { entryFields } from './entry.ts'
import type { Fields } from './field.ts'
import { recordFields, settingFields } from './record.ts'

/** Every name of a field, at any depth, in the order of a record's line. A name has one place. */
export const fieldOrder: readonly string[] = [
  ...new Set([
    ...namesOf(recordFields),
    'kind',
    ...namesOf(entryFields),
    'details',
    ...Object.values(detailFields).flatMap(namesOf),
    ...Object.values(settingFields).flatMap(namesOf),
  ]),
]

function namesOf(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    'fields' in field ? [name, ...namesOf(field.fields)] : [name],
  )
}
