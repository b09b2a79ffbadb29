/**
 * Wilson's 95% interval for a share, such as promises kept. Unlike the textbook one it never leaves
 * 0 to 1 and holds for small counts.
 * @returns lower and upper bound, 0 to 1; everything from 0 to 1 when there is nothing to count
 * @see Wilson 1927, Journal of the American Statistical Association 22:209–212
 */
export function wilsonInterval(successes: number, trials: number): [low: number, high: number] {
  if (trials === 0) return [0, 1]
  const z = 1.959963984540054
  const share = successes / trials
  const centre = share + (z * z) / (2 * trials)
  const spread = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))
  const scale = 1 + (z * z) / trials
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)]
}
