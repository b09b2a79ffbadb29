import { askPastDay } from '../desk/ask.ts'
import { veryLow } from '../journal/low-days.ts'
import { lines } from '../render/lines.ts'
import type { Season } from '../settings/settings.ts'
import { passOver } from './answers.ts'
import type { Room } from './room.ts'
import { askingIn, once } from './room.ts'

/**
 * What is asked once, on leaving the first sessions, so that later ones fit the person. Whatever else is
 * to be asked then comes here.
 */
export async function settleIn(room: Room): Promise<void> {
  const { arrival, answers } = room.draft
  const heavy = answers.mood === veryLow || answers.leave === veryLow
  if (arrival.season === 'now' || (arrival.season === 'later' && !heavy))
    await once(room, 'season', () => askSeason(room))
}

/** What brought somebody here, as it is asked; `config set season` reads the same words. */
export const seasonChoices: readonly { value: Season; label: string }[] = [
  { value: 'break-up', label: 'a break-up' },
  { value: 'loss', label: 'a loss' },
  { value: 'addiction', label: 'recovery' },
  { value: 'relationship', label: 'something with someone close' },
  { value: 'general', label: 'nothing in particular' },
  { value: 'none', label: 'rather not say' },
]

async function askSeason(room: Room): Promise<void> {
  const { dialogue, draft, look } = room
  passOver(draft.answers, 'season')
  const season = await dialogue.choose<Season>({
    ask: 'One thing, so that the questions fit: is there something that brought you here?',
    choices: seasonChoices,
  })
  if (season === undefined || season === 'none') return
  const start =
    season === 'general'
      ? undefined
      : await askPastDay({ ...askingIn(room), zone: draft.zone }, 'Since when, about?')
  await room.setSeason(season, start)
  dialogue.say(() =>
    lines('Noted, on this computer only. `hearten config set season` changes it.', look),
  )
}
