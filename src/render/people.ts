import { asYours, isSetApart } from '../journal/person.ts'
import type { People, PersonSeen } from '../reflect/people.ts'
import { supportWords } from '../themes/choices.ts'
import { counted, dayAndMonth, listed, many, rounded, times } from '../wording/counts.ts'
import type { Look } from './look.ts'
import type { Block } from './page/page.ts'
import { note, say, section } from './page/page.ts'
import { print } from './page/print.ts'
import { choicesInWords } from './review/themes.ts'

/**
 * Who is there, as `hearten people` lists them: those who may be thought of, and those who are away.
 * @param quiet names out of sight for a while, who may be thought of again
 */
export function renderPeople(
  { people, muted, onlyPrivate }: People,
  look: Look,
  quiet: readonly string[] = [],
): string {
  const isAway = ({ status }: PersonSeen) => status !== undefined && isSetApart(status)
  const isKnown = ({ status, inTouch }: PersonSeen) => status !== undefined || inTouch > 0
  const known = people.filter(isKnown)
  const here = known.filter(person => !isAway(person))
  const others = people.filter(person => !isKnown(person))
  const named = others
    .toSorted((a, b) => b.named - a.named)
    .map(({ name, named }) => ({ name, count: named }))
  const nobody = say('Nobody is here yet. Add somebody: hearten people add NAME')
  return print(
    {
      title: 'Who is there',
      sections: [
        ...section({}, people.length === 0 ? nobody : here.length > 0 ? [table(here, look)] : []),
        ...section(
          {},
          say(
            quiet.length > 0 &&
              `Not in touch for a while: ${listed(quiet.map(asYours))}. Only if you would like to.`,
          ),
        ),
        ...section(
          { heading: 'Also in your pages' },
          say(named.length > 0 && `${counted(named, 12)}.`),
        ),
        ...section(
          { heading: 'Never suggested for reaching out' },
          known.filter(isAway).flatMap(awayWords),
        ),
        ...section({}, muted > 0 ? note(`${many(muted, 'person is', 'people are')} muted.`) : []),
        ...section(
          {},
          onlyPrivate > 0
            ? note(
                `${many(onlyPrivate, 'name is', 'names are')} on private pages only; --with-private shows them.`,
              )
            : [],
        ),
      ],
    },
    look,
  )
}

/** One person, as `hearten people show` has them. */
export function renderPerson(person: PersonSeen, aliases: readonly string[], look: Look): string {
  return print(
    {
      title: person.name,
      sections: [
        ...section({}, say(sentence(person, look.today))),
        ...section({}, say(aliases.length > 0 && `Also called ${listed(aliases)}.`)),
      ],
    },
    look,
  )
}

function table(people: readonly PersonSeen[], { today }: Look): Block {
  return {
    kind: 'table',
    columns: ['', 'last in touch', 'times', 'kinds of help'],
    rows: people.map(({ name, status, lastInTouch, inTouch, kinds }) => [
      status === 'distant' ? `${name} (distant)` : name,
      lastInTouch ? dayAndMonth(lastInTouch, today) : '',
      inTouch > 0 ? String(inTouch) : '',
      choicesInWords(kinds.slice(0, 2), supportWords)
        .map(({ name }) => name)
        .join(', '),
    ]),
    sentences: people.map(person => sentence(person, today)),
  }
}

function sentence(person: PersonSeen, today: Look['today']): string {
  const { name, status, lastInTouch, inTouch, named, response, kinds } = person
  const help = choicesInWords(kinds, supportWords)
  const parts = [
    lastInTouch && `last in touch on ${dayAndMonth(lastInTouch, today)}, ${times(inTouch)} in all`,
    response &&
      `you expected ${rounded(response.before)} and it was ${rounded(response.after)} (${times(response.n)})`,
    help.length > 0 && counted(help),
    named > 0 && `in ${many(named, 'entry', 'entries')}`,
  ].filter(Boolean)
  return `${[status ? `${name}, ${status}` : name, ...parts].join('; ')}.`
}

const awayWords = ({ name, status }: PersonSeen): Block[] => say(`${name}, ${status}.`)
