import type { Context } from '../context.ts'
import { nameFlag, nameIn, wordFlag } from '../desk/flags.ts'
import { lookOf } from '../desk/look.ts'
import { picked } from '../desk/pick.ts'
import { leavePipe } from '../desk/pipe.ts'
import { countedHere, withLine } from '../desk/private-entries.ts'
import { stillAtHand } from '../desk/still-at-hand.ts'
import { UsageError, UserError } from '../errors.ts'
import { everyoneIn } from '../journal/fields/read.ts'
import { joinedPeople } from '../journal/join-people.ts'
import type { Circle, Person, PersonStatus } from '../journal/person.ts'
import { circleOf, isSetApart, nameKey, newPerson, personStatuses } from '../journal/person.ts'
import { nextRevision } from '../journal/record.ts'
import { joined } from '../journal/tags.ts'
import { peopleSeen } from '../reflect/people.ts'
import { quietPeople } from '../reflect/quiet.ts'
import { visibleLine } from '../render/gate.ts'
import { renderPeople } from '../render/people.ts'
import type { Journal } from '../store/journal.ts'
import { peopleKnown } from './who.ts'

/** Whether what only private pages hold is listed too. */
interface WithPrivate {
  withPrivate?: boolean
}

/** Who is there: last in touch, and what passed between you. */
export async function listPeople(
  context: Context,
  _words: string[],
  flags: WithPrivate,
): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today } = stamp()
  const journal = await context.openJournal()
  const known = {
    today,
    circle: circleOf(await journal.people()),
    mutes: await journal.mutes(),
  }
  const isShown = flags.withPrivate ? () => true : undefined
  const { seen, quiet, counted } = await journal.findings({ today, to: today }, months => {
    const entries = months.entries()
    return {
      seen: peopleSeen(entries, known, isShown),
      quiet: quietPeople(entries, known),
      counted: countedHere(entries.filter(entry => everyoneIn(entry).length > 0)),
    }
  })
  const look = lookOf(context)
  if (globals.json) terminal.data({ ...seen, quiet })
  else await terminal.page(withLine(renderPeople(seen, look, quiet), counted, look))
}

export async function addPerson(
  context: Context,
  words: string[],
  flags: { status?: string; alias?: string[] },
): Promise<undefined> {
  const { terminal, stamp } = context
  const name = nameIn(words)
  const status = wordFlag(flags.status, personStatuses, 'the status')
  const others = (flags.alias ?? []).map(nameFlag('--alias'))
  const journal = await context.openJournal()
  const circle = await circleIn(journal)
  const known = circle.find(name)
  for (const other of others) {
    const theirs = circle.find(other)
    if (theirs && theirs.id !== known?.id)
      throw new UsageError(
        `"${other}" is known already, as ${theirs.name}. \`hearten people join "${name}" "${other}"\` makes them one. Nothing was changed.`,
      )
  }
  const person = known ?? newPerson(name, status ?? 'close', stamp())
  const aliases = joined(
    nameKey,
    person.aliases,
    others.filter(it => nameKey(it) !== nameKey(person.name)),
  )
  const same =
    aliases.length === person.aliases.length && (status ?? person.status) === person.status
  if (known && same) {
    terminal.notify(`${visibleLine(known.name)} is there already (${known.status}).`)
    return
  }
  const next = known
    ? nextRevision(known, { aliases, status: status ?? known.status }, stamp())
    : { ...person, aliases }
  await journal.commit('people add', [next])
  const shown = visibleLine(next.name)
  terminal.notify(
    known
      ? `${shown} was there already; that is noted too (${next.status}).`
      : isSetApart(next.status)
        ? `Noted. ${shown}: ${statusLines[next.status]}`
        : `${shown} is there now (${next.status}).`,
  )
  await sayHowItIsNow(context, journal, next)
  leavePipe(context)
}

export async function setStatus(context: Context, words: string[]): Promise<undefined> {
  const journal = await context.openJournal()
  const circle = await circleIn(journal)
  const meant =
    words.length > 1 ? statusMeant(words) : await askStatus(context, journal, circle, words)
  if (!meant) return undefined
  const { name, status } = meant
  const known = circle.find(name)
  const stamp = context.stamp()
  const person = known ? nextRevision(known, { status }, stamp) : newPerson(name, status, stamp)
  await journal.commit('people status', [person])
  context.terminal.notify(`${visibleLine(person.name)}: ${statusLines[status]}`)
  await sayHowItIsNow(context, journal, person)
}

async function sayHowItIsNow(context: Context, journal: Journal, person: Person): Promise<void> {
  for (const line of await stillAtHand(context, journal, person)) context.terminal.notify(line)
  if (person.status === 'unsafe') context.terminal.notify(careLine)
}

interface Standing {
  readonly name: string
  readonly status: PersonStatus
}

function statusMeant(words: readonly string[]): Standing | undefined {
  const status = wordFlag(words.at(-1) ?? '', personStatuses, 'the status')
  return status && { name: nameIn(words.slice(0, -1)), status }
}

/** What was not said: who, and how it is between you. */
async function askStatus(
  context: Context,
  journal: Journal,
  circle: Circle,
  words: readonly string[],
): Promise<Standing | undefined> {
  const instead = `Say it like \`hearten people status NAME ${personStatuses[0]}\`.`
  return picked(context, journal, instead, async dialogue => {
    const choices = await peopleKnown(context, journal, circle)
    if (words.length === 0 && choices.length === 0)
      throw new UserError(`Nobody is named here yet. ${instead}`)
    const name =
      words.length > 0 ? nameIn(words) : await dialogue.pick({ ask: 'Who is it about?', choices })
    const status =
      name &&
      (await dialogue.choose({
        ask: 'How is it between you?',
        layout: 'menu',
        choices: personStatuses.map(value => ({ value, label: value })),
      }))
    return name && status ? { name, status } : undefined
  })
}

export async function joinPeople(
  context: Context,
  [name = '', other = '']: string[],
): Promise<undefined> {
  const [first, second] = [nameIn([name]), nameIn([other])]
  const journal = await context.openJournal()
  const circle = await circleIn(journal)
  const known = circle.find(first)
  if (nameKey(first) === nameKey(second) || (known && known === circle.find(second))) {
    context.terminal.notify('These two mean the same person already.')
    return
  }
  const { person, records } = joinedPeople(first, second, circle.find, context.stamp())
  await journal.commit('people join', records)
  context.terminal.notify(
    `${visibleLine(second)} is now another name for ${visibleLine(person.name)} (${person.status}). Your entries keep the name they were written with.`,
  )
}

const careLine =
  'You know best what keeps you safe. `hearten help-now` has people to call, at any hour.'

const statusLines: Readonly<Record<PersonStatus, string>> = {
  close: 'close. They may be suggested when reaching out could help.',
  distant: 'distant. They may be suggested now and then.',
  estranged:
    'estranged. They will not be suggested, and pages about them do not come up by themselves.',
  unsafe:
    'unsafe. They will never be suggested, and pages about them do not come up by themselves.',
  died: 'died. They will not be suggested, and pages about them come up only when you ask.',
  paused: 'paused. They will not be suggested until you say otherwise.',
}

const circleIn = async (journal: Journal): Promise<Circle> => circleOf(await journal.people())
