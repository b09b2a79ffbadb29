import type { World } from './world.ts'

/**
 * Hints name the command as the person types it: started by `npm start`, `hearten` is not on their path. And who is in
 * a part means that part, not the journal around it.
 */
export function asTyped(text: string, env: World['env'], part?: string): string {
  const there =
    part === undefined
      ? text
      : text.replace(inParts, `$& --part ${/^[\w-]+$/.test(part) ? part : JSON.stringify(part)}`)
  if (env.npm_lifecycle_event !== 'start' || env.npm_package_name !== 'hearten') return there
  return there.replace(/`hearten( ?)([^`]*)`/g, (_, gap, rest) =>
    rest === '' ? '`npm start`' : `\`npm start --${gap}${rest}\``,
  )
}

/** The commands that are about a part where one is named. */
const inParts =
  /`hearten(?=[ `])(?![^`]*--part)(?! (?:config|demo|erase|help-now|inbox|vault part)\b)/g
