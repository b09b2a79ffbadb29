import type { Entry } from '../journal/entry.ts'
import { lines } from '../render/lines.ts'
import type { Look } from '../render/look.ts'
import { many } from '../wording/counts.ts'

/**
 * How many entries are for the person alone, as a sentence begins: "2 private entries are". Empty for none.
 * @param among entries, or how many of them are
 */
export function privateOnes(among: readonly Entry[] | number): string {
  const own = howMany(among)
  return own > 0 ? many(own, 'private entry is', 'private entries are') : ''
}

const howMany = (among: readonly Entry[] | number): number =>
  typeof among === 'number' ? among : among.filter(entry => entry.private === true).length

/** Said under what counts them, since the same page elsewhere has other numbers; empty for none. */
export function countedHere(among: readonly Entry[] | number): string {
  const ones = privateOnes(among)
  const them = howMany(among) === 1 ? 'it' : 'them'
  return ones && `${ones} counted here. Reports and exports leave ${them} out.`
}

/** A page, with a line like that under it. */
export const withLine = (page: string, line: string, look: Look): string =>
  line === '' ? page : `${page}\n${lines(line, look, look.colours.dim)}\n`
