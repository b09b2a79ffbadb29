/** Gives the next number, evenly spread over [0, 1). */
export type Generator = () => number

/**
 * A seeded source of numbers: the same seed gives the same numbers on every machine, so that the same
 * journal always gives the same page.
 * @param seed any whole number
 * @see sfc32, by Chris Doty-Humphrey, from PractRand (https://pracrand.sourceforge.net)
 */
export function generatorFrom(seed: number): Generator {
  let a = 0
  let b = seed | 0
  let c = Math.floor(seed / 2 ** 32) | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  // The first numbers of neighbouring seeds resemble each other.
  for (let warming = 0; warming < 15; warming++) next()
  return next
}
