import type { World } from './world.ts'

/** Hints name the command as the person types it: started by `npm start`, `hearten` is not on their path. */
export function asTyped(text: string, env: World['env']): string {
  if (env.npm_lifecycle_event !== 'start' || env.npm_package_name !== 'hearten') return text
  return text.replace(/`hearten( ?)([^`]*)`/g, (_, gap, rest) =>
    rest === '' ? '`npm start`' : `\`npm start --${gap}${rest}\``,
  )
}
