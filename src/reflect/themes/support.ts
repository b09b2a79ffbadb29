import type { SupportDirection } from '../../journal/entry.ts'
import { everyoneIn } from '../../journal/fields/read.ts'
import { grouped } from '../../journal/grouped.ts'
import { nameKey } from '../../journal/person.ts'
import type { Curve } from '../curve.ts'
import { curveOf } from '../curve.ts'
import type { Pair } from '../pairs.ts'
import { pairOf } from '../pairs.ts'
import { contactsIn, distinct, peopleNamed } from '../people.ts'
import type { Count, Share } from '../tally.ts'
import { tally } from '../tally.ts'
import type { PageInput } from './page.ts'

export interface SupportPage {
  /** Reach-outs answered, of those the person made. */
  readonly reachedOut: Share
  /** Times others reached out first. */
  readonly reachedBy: number
  readonly directions: Readonly<Record<SupportDirection, number>>
  readonly kinds: readonly Count[]
  /** Who the person was in touch with, and what kind of help it was; reaching out without an answer is no being in touch. */
  readonly who: readonly (Count & { readonly kinds: readonly Count[] })[]
  /** The answer that was expected, and the one that came. */
  readonly response?: Pair
  readonly caredFor: Curve
  /** People named in any entry of the period; `away` are those who are not to be thought of unasked. */
  readonly named: readonly (Count & { readonly away?: true })[]
}

export function supportPage({ entries, open, known, may }: PageInput): SupportPage {
  const told = entries.filter(it => it.kind === 'reflection' || it.kind === 'reachout')
  const reachouts = told.flatMap(entry => (entry.kind === 'reachout' ? entry.details : []))
  const isByOthers = ({ direction }: (typeof reachouts)[number]) =>
    direction === 'offered' || direction === 'received'
  const byOthers = reachouts.filter(isByOthers)
  const made = reachouts.filter(details => !isByOthers(details))
  const contacts = contactsIn(told)
  const towards = (direction: SupportDirection) =>
    contacts.filter(contact => contact.direction === direction).length
  const response = pairOf(
    contacts.map(({ expected, actual }) => ({ before: expected, after: actual })),
  )
  return {
    reachedOut: {
      count: made.filter(({ answered, actual }) => answered ?? actual !== undefined).length,
      of: made.length,
    },
    reachedBy: byOthers.length,
    directions: {
      asked: towards('asked'),
      offered: towards('offered'),
      received: towards('received'),
      given: towards('given'),
    },
    kinds: tally(contacts.flatMap(({ support }) => support ?? [])),
    who: whoWasThere({ open: told.filter(may.isOpen), known, may }),
    ...(response && { response }),
    caredFor: curveOf(told, ({ details }) => details.caredFor),
    named: peopleNamed(open, everyoneIn, known, may).map(it =>
      may.mayInvite(it.name) ? it : { ...it, away: true },
    ),
  }
}

function whoWasThere({ open, known, may }: Pick<PageInput, 'open' | 'known' | 'may'>) {
  const contacts = contactsIn(open).flatMap(({ people, support, answered }) =>
    (answered ? distinct(people, known.circle) : [])
      .filter(may.mayName)
      .map(name => ({ name, support })),
  )
  const byPerson = grouped(contacts, ({ name }) => nameKey(name))
  return tally(
    contacts.map(({ name }) => name),
    nameKey,
  ).map(({ name, count }) => ({
    name,
    count,
    kinds: tally((byPerson.get(nameKey(name)) ?? []).flatMap(({ support }) => support ?? [])),
  }))
}
