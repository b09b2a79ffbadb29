// How tortures say what they found: a figure a line, and a last line that says whether all is well.

/** @param wrong what must be 0 */
export function reported(
  figures: Readonly<Record<string, number>>,
  wrong: Readonly<Record<string, number>>,
  well: string,
): void {
  for (const [name, figure] of Object.entries({ ...figures, ...wrong }))
    console.log(`${name.padEnd(34)}${figure}`)
  const isWell = Object.values(wrong).every(count => count === 0)
  console.log(isWell ? well : 'SOMETHING IS WRONG.')
  process.exitCode = isWell ? 0 : 1
}
