import type { Care } from '../care/care.ts'
import type { Helpline } from '../themes/helpline.ts'
import { waysToReach } from '../themes/helpline.ts'
import type { Help } from '../themes/helplines.ts'
import type { LineLook } from './lines.ts'
import { lines } from './lines.ts'

/** Somebody the person put down for hard times (`hearten help-now add`). */
export interface OwnContact {
  readonly name: string
  readonly number: string
}

/**
 * The card: care, the emergency number, the person's own people, two lines nearby with whom they are for,
 * a directory, and the key that clears the screen.
 */
export function careCard(care: Care, help: Help, own: readonly OwnContact[], look: LineLook): string {
  const { softer, whom } = care
  const danger = whom === 'another' ? 'If they are in danger now' : 'If you are in danger now'
  const emergency = `${danger}, call ${help.emergency}.`
  const people = own.slice(0, 2).map(({ name, number }) => `${name}: ${number}`)
  const directory = `Anywhere: ${help.directories[0]?.address ?? 'findahelpline.com'}`
  const { dim } = look.colours
  return [
    '',
    lines(openingOf(care), look),
    lines(softer ? `For now or later: ${lower(emergency)}` : emergency, look),
    ...[...people, ...nearest(help.lines, care.about).map(lineOf), directory].map(line =>
      lines(line, look, it => it, '    '),
    ),
    lines('`hearten help-now` shows these at any time. This card is kept nowhere.', look, dim),
    lines('Ctrl-L clears the screen, in most windows. Scrolling up may still show it.', look, dim),
  ].join('\n')
}

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

/** "Refuge (for women facing violence, in England): call …" */
function lineOf(line: Helpline): string {
  const { name, audience, hours, checkedOn } = line
  const whom = audience === anyone ? '' : ` (for ${audience})`
  return `${name}${whom}: ${waysToReach(line)} (${hours}, checked ${checkedOn})`
}

const anyone = 'anyone'

/** Two lines that fit: those for people hurt at home first, where it is about that; one of each for both. */
function nearest(all: readonly Helpline[], about: Care['about']): Helpline[] {
  const forAll = all.filter(line => line.audience === anyone)
  const special = all.filter(line => line.audience !== anyone && !isAboutDrink(line))
  if (about === 'self-harm') return forAll.slice(0, 2)
  if (about === 'both') return [...forAll.slice(0, 1), ...special, ...forAll.slice(1)].slice(0, 2)
  return [...special, ...forAll].slice(0, 2)
}

const isAboutDrink = ({ audience }: Helpline): boolean => audience.includes('alcohol')

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
