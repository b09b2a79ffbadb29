import type { Care } from '../themes/care.ts'
import type { Helpline } from '../themes/helpline.ts'
import { waysToReach } from '../themes/helpline.ts'
import type { Help } from '../themes/helplines.ts'
import type { Look } from './lines.ts'
import { lines } from './lines.ts'

/** Somebody the person put down for hard times (`hearten help-now add`). */
export interface OwnContact {
  readonly name: string
  readonly number: string
}

/** The card: care, the emergency number, the person's own people, two lines nearby, a directory. */
export function careCard(
  { about, softer }: Care,
  help: Help,
  own: readonly OwnContact[],
  look: Look,
): string {
  const opening = softer
    ? ['Some of this is hard to carry, also from a distance. It helps to have somebody to tell.']
    : about === 'harm'
      ? ['Thank you for writing that down. It is a lot for one person to carry.']
      : ['Being hurt or made afraid is never something you brought about.']
  const emergency = `If you are in danger now, call ${help.emergency}.`
  const people = own.slice(0, 2).map(({ name, number }) => `${name}: ${number}`)
  const nearby = nearest(help.lines, about).map(
    line => `${line.name}: ${waysToReach(line)} (${line.hours}, checked ${line.checkedOn})`,
  )
  const directory = `Anywhere: ${help.directories[0]?.address ?? 'findahelpline.com'}`
  const { dim } = look.colours
  return [
    '',
    ...opening.map(line => lines(line, look)),
    lines(softer ? `For now or later: ${lower(emergency)}` : emergency, look),
    ...[...people, ...nearby, directory].map(line => lines(line, look, it => it, '    ')),
    lines('`hearten help-now` shows these at any time. This card is kept nowhere.', look, dim),
  ].join('\n')
}

/** Two lines that fit: those for people hurt at home first where that is what it is about. */
function nearest(all: readonly Helpline[], about: Care['about']): Helpline[] {
  const forAll = all.filter(line => line.audience === 'anyone')
  const special = all.filter(line => line.audience !== 'anyone')
  return (about === 'abuse' ? [...special, ...forAll] : forAll).slice(0, 2)
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
