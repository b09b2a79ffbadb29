import type { Care } from '../care/care.ts'
import { inSentence } from '../themes/countries.ts'
import type { Helpline, OwnContact } from '../themes/helpline.ts'
import { aboutLine, gapLine, waysToReach } from '../themes/helpline.ts'
import type { Help } from '../themes/helplines.ts'
import { capital } from '../wording/counts.ts'
import type { LineLook } from './lines.ts'
import { lines } from './lines.ts'

/**
 * The card: care, the emergency number, the person's own people, two lines nearby with whom they are for,
 * a directory, and the key that clears the screen.
 */
export function careCard(
  care: Care,
  help: Help,
  own: readonly Pick<OwnContact, 'name' | 'number'>[],
  look: LineLook,
): string {
  const { softer, whom } = care
  const danger =
    whom === 'another'
      ? 'If they are in danger now'
      : softer
        ? 'If you are ever in danger'
        : 'If you are in danger now'
  const where = help.guessed && /^\d/.test(help.emergency) ? ` (${help.name})` : ''
  const emergency = `${danger}, call ${help.emergency}${where}.`
  const people = own.slice(0, 2).map(({ name, number }) => `${name}: ${number}`)
  const directory = `Anywhere: ${help.directories[0]?.address ?? 'findahelpline.com'}`
  const { dim } = look.colours
  return [
    '',
    lines(openingOf(care), look),
    lines(emergency, look),
    ...[...people, ...nearest(help.lines, care.about).map(lineOf), directory].map(line =>
      lines(line, look, it => it, '    '),
    ),
    ...help.gaps
      .filter(gap => care.about === 'both' || care.about === calledFor[gap.about])
      .map(gap => lines(gapLine(gap, help.name), look, dim)),
    ...(help.guessed ? [lines(guess(help), look, dim)] : []),
    lines('`hearten help-now` shows these at any time. This card is kept nowhere.', look, dim),
    lines('Ctrl-L clears the screen, in most windows. Scrolling up may still show it.', look, dim),
  ].join('\n')
}

/** What a card may be about that asks for a line of this kind. */
const calledFor = { crisis: 'self-harm', violence: 'violence' } as const

function openingOf({ about, whom, softer }: Care): string {
  if (whom === 'another') {
    return 'It is hard to see somebody else in trouble. You do not have to carry that alone.'
  }
  if (softer)
    return 'Some of this is hard to carry, also from a distance. It helps to tell somebody.'
  if (about === 'violence') return 'Being hurt or made afraid is never something you brought about.'
  const both = about === 'both' ? ' Being hurt is never something you brought about.' : ''
  return `Thank you for writing that down. It is a lot for one person to carry.${both}`
}

const guess = ({ name }: Help): string =>
  `${capital(inSentence(name))} is a guess. For another country: \`hearten help-now --country France\`.`

/** "Refuge: call 0808 2000 247 (for women facing violence, in England, day and night, checked 2026-11-25)" */
const lineOf = (line: Helpline): string =>
  `${line.name}: ${waysToReach(line)} (${aboutLine(line)}, checked ${line.checkedOn})`

/** Two lines that fit: those for people hurt at home first, where it is about that; one of each for both. */
function nearest(all: readonly Helpline[], about: Care['about']): Helpline[] {
  const crisis = all.filter(line => line.about === 'crisis')
  const violence = all.filter(line => line.about === 'violence')
  if (about === 'self-harm') return crisis.slice(0, 2)
  if (about === 'both') return [...crisis.slice(0, 1), ...violence, ...crisis.slice(1)].slice(0, 2)
  return [...violence, ...crisis].slice(0, 2)
}
