import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Scale, SupportDirection, SupportKind } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { joinPeople as join } from '../journal/join-people.ts'
import type { Circle, PersonStatus } from '../journal/person.ts'
import { circleOf, nameKey, newPerson, personStatuses } from '../journal/person.ts'
import { nextRevision } from '../journal/record.ts'
import { joined } from '../journal/tags.ts'
import { peopleOf, quietPeople } from '../reflect/people.ts'
import { visibleLine } from '../render/gate.ts'
import { renderPeople } from '../render/people.ts'
import { askYesNo } from '../session/ask.ts'
import type { Journal } from '../store/journal.ts'
import { asked } from './asked.ts'
import { offerCare } from './care.ts'
import { savingFields, scaleFlag, whenFlag, withoutAt, wordFlag } from './flags.ts'
import { lookOf } from './look.ts'
import { tellSaved } from './saved.ts'

/** Who is there: last in touch, and what passed between you. */
export async function listPeople(context: Context): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today } = stamp()
  const journal = await context.openJournal()
  const [entries, people, mutes] = await Promise.all([
    journal.entries({ today, to: today }),
    journal.people(),
    journal.mutes(),
  ])
  const known = { today, circle: circleOf(people), mutes }
  const seen = peopleOf(entries, known)
  const quiet = quietPeople(entries, known)
  if (globals.json) terminal.print(JSON.stringify({ version: 1, ...seen, quiet }, null, 2))
  else await terminal.page(renderPeople(seen, lookOf(context), quiet))
}

export async function addPerson(
  context: Context,
  words: string[],
  flags: { status?: string; alias?: string[] },
): Promise<undefined> {
  const { terminal, stamp } = context
  const name = nameIn(words)
  const status = statusFrom(flags.status)
  const others = (flags.alias ?? []).map(withoutAt).filter(Boolean)
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
  terminal.notify(
    `${visibleLine(next.name)} ${known ? 'was there already; that is noted too' : 'is there now'} (${next.status}).`,
  )
  if (next.status === 'unsafe') terminal.notify(careLine)
}

export async function setStatus(context: Context, words: string[]): Promise<undefined> {
  const status = statusFrom(words.at(-1)) as PersonStatus
  const name = nameIn(words.slice(0, -1))
  const journal = await context.openJournal()
  const known = (await circleIn(journal)).find(name)
  const stamp = context.stamp()
  const person = known ? nextRevision(known, { status }, stamp) : newPerson(name, status, stamp)
  await journal.commit('people status', [person])
  context.terminal.notify(`${visibleLine(person.name)}: ${statusLines[status]}`)
  if (status === 'unsafe') context.terminal.notify(careLine)
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
  const { person, records } = join(first, second, circle.find, context.stamp())
  await journal.commit('people join', records)
  context.terminal.notify(
    `${visibleLine(second)} is now another name for ${visibleLine(person.name)} (${person.status}). Your entries keep the name they were written with.`,
  )
}

interface ReachedFlags {
  direction?: string
  support?: string
  expected?: string
  actual?: string
  answered?: boolean
  /** False with `--no-answer`. */
  answer?: boolean
  caredFor?: string
  note?: string
  at?: string
  private?: boolean
}

interface Contact {
  direction?: SupportDirection | undefined
  support?: SupportKind | undefined
  expected?: Scale | undefined
  actual?: Scale | undefined
  answered?: boolean | undefined
  caredFor?: Scale | undefined
}

/** A reach-out, either way. With any flag, or nobody to ask, nothing is asked. */
export async function reached(
  context: Context,
  words: string[],
  flags: ReachedFlags,
): Promise<undefined> {
  const name = nameIn(words)
  const when = whenFlag(flags.at, context)
  const contact: Contact = {
    direction: wordFlag(flags.direction, directions, '--direction'),
    support: wordFlag(flags.support, supports, '--support'),
    expected: scaleFlag(flags.expected, '--expected'),
    actual: scaleFlag(flags.actual, '--actual'),
    answered: flags.answered || (flags.answer === false ? false : undefined),
    caredFor: scaleFlag(flags.caredFor, '--cared-for'),
  }
  let { note = '' } = flags
  const journal = await context.openJournal()
  const silent = note === '' && Object.values(contact).every(it => it === undefined)
  const left =
    silent && context.terminal.interactive
      ? await asked(context, '', async dialogue => {
          contact.direction = await dialogue.choose({
            ask: 'Which way did it go?',
            choices: directionChoices,
          })
          contact.support = await dialogue.choose({ ask: 'What was it?', choices: supportChoices })
          if (contact.direction === 'asked') {
            contact.answered = await askYesNo(dialogue, 'Did they answer?')
            contact.expected = await dialogue.scale({
              ask: 'What response had you expected?',
              words: responses,
            })
          }
          if (contact.answered !== false)
            contact.actual = await dialogue.scale({
              ask: 'How was the response?',
              words: responses,
            })
          contact.caredFor = await dialogue.scale({
            ask: 'How cared for do you feel?',
            words: caredFor,
          })
          note = (await dialogue.line({ ask: 'A few words about it?' })) ?? ''
        })
      : undefined

  const fields = savingFields(flags.private ? { private: true } : {}, note)
  const details = Object.fromEntries(Object.entries(contact).filter(([, it]) => it !== undefined))
  const entry = newEntry(
    {
      kind: 'reachout',
      theme: 'support',
      ...fields,
      people: joined(nameKey, [name], fields.people),
      details,
      ...when,
    },
    context.stamp(),
  )
  await journal.commit('reach-out', [entry])
  await tellSaved(context, journal, when.day)
  offerCare(context, [note])
  if (left) throw left
  return undefined
}

const directions = ['asked', 'offered', 'received', 'given'] as const
const supports = ['listened', 'advice', 'company', 'practical'] as const
const directionChoices = [
  { value: 'asked', label: 'I asked' },
  { value: 'offered', label: 'it was offered to me' },
  { value: 'received', label: 'it just came' },
  { value: 'given', label: 'I gave it' },
] as const
const supportChoices = [
  { value: 'listened', label: 'listening' },
  { value: 'advice', label: 'advice' },
  { value: 'company', label: 'company' },
  { value: 'practical', label: 'a practical hand' },
] as const
const responses = ['cold', 'very warm'] as const
const caredFor = ['not at all', 'very much'] as const

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

function nameIn(words: readonly string[]): string {
  const name = withoutAt(words.join(' ').replace(/\s+/g, ' '))
  if (nameKey(name) !== '') return name
  throw new UsageError('A name is missing. Nothing was changed.')
}

const statusFrom = (word: string | undefined): PersonStatus | undefined =>
  wordFlag(word, personStatuses, 'the status')
