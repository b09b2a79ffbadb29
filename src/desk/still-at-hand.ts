import type { Context } from '../context.ts'
import type { Person } from '../journal/person.ts'
import { mentioning } from '../reflect/mentioning.ts'
import { visibleLine } from '../render/gate.ts'
import { readNumbers } from '../store/help-numbers.ts'
import type { Journal } from '../store/journal.ts'
import { planParts } from '../themes/plan-parts.ts'
import { damaged } from './readable.ts'

/**
 * Where somebody who was set apart is still among the people to call: numbers and the plan for hard hours are the
 * person's own words, read without the journal, so that nothing but the person takes a name off them.
 */
export async function stillAtHand(
  { folders, globals }: Context,
  journal: Journal,
  { name, aliases, status }: Person,
): Promise<string[]> {
  if (status !== 'unsafe' && status !== 'estranged' && status !== 'died') return []
  const isNamedIn = mentioning([name, ...aliases])
  // Numbers belong to the journal, not to a part of it.
  const { numbers } = globals.part === undefined ? readNumbers(folders.data) : { numbers: [] }
  // After a session that only wrote nobody is asked for a passphrase; and what cannot be read is no trouble here.
  const written = (!journal.locked && (await journal.settings('plan').catch(damaged))) || []
  return [
    ...numbers
      .filter(own => isNamedIn(own.name))
      .map(
        own =>
          `\`hearten help-now\` still shows the number of ${visibleLine(own.name)} among the people to call. \`hearten help-now remove "${visibleLine(own.name)}"\` takes it away.`,
      ),
    ...planParts
      .filter(({ id }) => written.some(({ part, text }) => part === id && isNamedIn(text)))
      .map(
        part =>
          `Your plan for hard hours still names ${visibleLine(name)}, under "${part.name}". \`hearten plan edit ${part.id}\` changes it.`,
      ),
  ]
}
