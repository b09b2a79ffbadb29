/** Lanczos' approximation (g = 7, nine terms) of ln Γ(x), for x > 0; about 15 digits. */
function logGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
    12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ]
  const sum = terms.reduce((total, term, i) => total + term / (x + i), 0.9999999999998099)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz's method).
 * @see Numerical Recipes, third edition, section 6.4
 */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x >= 1) return 1
  // The fraction converges quickly only on this side of the mean; the other side is its mirror image.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let c = 1
  let fraction = d
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  return (Math.exp(front) * fraction) / a
}

/**
 * The chance that Student's t stays below a value.
 * @param df degrees of freedom, above 0, not necessarily whole
 * @see Abramowitz and Stegun, 26.7.1
 */
export function studentT(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2
  return t > 0 ? 1 - tail : tail
}

/**
 * The value below which Student's t stays with a given chance: 0.975 and 10 give 2.228.
 * @param chance above 0 and below 1
 * @param df degrees of freedom, above 0, not necessarily whole
 */
export function studentTQuantile(chance: number, df: number): number {
  if (chance < 0.5) return -studentTQuantile(1 - chance, df)
  let low = 0
  let high = 1
  while (studentT(high, df) < chance) high *= 2
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentT(middle, df) < chance) low = middle
    else high = middle
  }
  return low
}
