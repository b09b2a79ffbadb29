import type { Circle } from './person.ts'
import { nameKey } from './person.ts'
import type { Stamp } from './record.ts'
import { firstRevision } from './record.ts'
import type { Mutable, Mute } from './setting.ts'
import { tagKey } from './tags.ts'

export const newMute = (what: Mutable, value: string, stamp: Stamp): Mute => ({
  ...firstRevision(stamp),
  kind: 'mute',
  what,
  value,
})

/** The mutes that mean this thing, in whatever spelling it was muted. */
export function mutesOf(
  mutes: readonly Mute[],
  what: Mutable,
  value: string,
  circle: Circle,
): Mute[] {
  const key = (it: string) =>
    what === 'person' ? nameKey(circle.canonical(it)) : what === 'tag' ? tagKey(it) : it
  return mutes.filter(mute => mute.what === what && key(mute.value) === key(value))
}
