import type { World } from './world.ts'

export type BackgroundShade = 'dark' | 'light'

/**
 * The background that a terminal names in `COLORFGBG`: `15;0`, or `0;default;15`. Its last part is one of
 * sixteen colours.
 */
export function backgroundIn(env: World['env']): BackgroundShade | undefined {
  const last = env.COLORFGBG?.split(';').at(-1) ?? ''
  if (!/^\d{1,2}$/.test(last) || Number(last) > 15) return undefined
  return Number(last) === 7 || Number(last) > 8 ? 'light' : 'dark'
}
