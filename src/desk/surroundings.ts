import type { Context } from '../context.ts'
import type { Surroundings } from '../themes/country-guess.ts'

/** What this computer says about where it is. */
export const surroundings = ({ env, stamp }: Context): Surroundings => ({
  env,
  zone: () => stamp().zone,
})
