import type { Asking } from '../desk/ask.ts'
import type { Dialogue } from '../dialogue/dialogue.ts'
import type { Day } from '../journal/day.ts'
import type { LineLook } from '../render/lines.ts'
import type { Length, Season } from '../settings/settings.ts'
import type { SessionDraft } from './draft.ts'
import type { Recalled } from './known.ts'
import { offerPeople } from './people-first.ts'
import type { Walk, Wish } from './plan.ts'
import type { WalkStep } from './way-back.ts'

/** What a session needs around it. Nothing in it is the disk or the clock. */
export interface Room extends Recalled {
  readonly dialogue: Dialogue
  /** Set by the walk. */
  readonly step: WalkStep
  readonly look: LineLook
  readonly draft: SessionDraft
  /** Today, for days that are still to come. */
  readonly today: Day
  /** ISO weekday, 1 (Monday) to 7. */
  readonly weekStartsOn: number
  readonly seed: string
  /** What is known by now: what a map said in this session, and what another window changed since it began. */
  recallAnew(): Promise<Recalled>
  /** Whether pages may be about somebody who is gone, or who is the trouble: a name in one is no reason to suggest them. */
  readonly aboutSomebody: boolean
  /** The folder of the journal, as the welcome names it. */
  readonly folder: string
  /** Whether reading the journal takes a passphrase. */
  readonly isSealed: boolean
  /** How long it is to be; asked for on the first day when not said. */
  readonly length: Length
  readonly askLength: boolean
  /** A flag said how long or which themes: that is not asked about on a low day either. */
  readonly lengthSaid: boolean
  readonly choicesOnly?: boolean
  readonly only?: Wish['only']
  planWalk(wish: Wish): Walk
  /** Saves the draft, at once. Where it cannot be saved, gives what to tell the person. */
  keep(): string | undefined
  /** Makes this length the usual one. */
  remember(length: Length): Promise<void>
  /** Makes this what the journal is about, from here on. */
  setSeason(season: Season, start: Day | undefined): Promise<void>
  /** Has sessions on this day begin gently: `MM-DD`. */
  addHardDate(day: string): Promise<void>
  /** Takes in words that are kept nowhere, for the card with people to call. */
  heard(text: string): void
  /** Whether what was said so far calls for help, and nothing did before; true once a sitting. */
  calls(): Promise<boolean>
  /** Opens the editor; every save in it goes to `onSave`. */
  edit(text: string, onSave: (text: string) => void): Promise<string>
}

/** What the questions of a session need around them. */
export const askingIn = ({ dialogue, look, today, weekStartsOn, draft }: Room): Asking => ({
  dialogue,
  look,
  today,
  weekStartsOn,
  choicesOnly: draft.choicesOnly === true,
})

/**
 * Asks one thing, unless it was asked before the session was interrupted. Where the answer calls for help, people come
 * before the next question.
 *
 * @throws Enough when the person stops there
 */
export async function once(room: Room, key: string, ask: () => Promise<void>): Promise<void> {
  const { draft, step } = room
  if (draft.done.includes(key)) return
  step.answers = 0
  await ask()
  if (step.answers > 0) draft.asked = [...(draft.asked ?? []), key]
  step.answers = 0
  draft.done.push(key)
  room.keep()
  if (!(await room.calls())) return
  await offerPeople(room.dialogue, room.look)
  step.answers = 0
}

/** Told of an answer while it is typed: it is noted and kept at once, so that leaving midway loses none. */
export const noting =
  <T>({ keep }: Pick<Room, 'keep'>, note: (said: T) => void) =>
  (said: T): void => {
    note(said)
    keep()
  }

/** Sets a field that was answered; what was skipped, or taken back, stays away. */
export function put<T extends object, K extends keyof T>(
  target: T,
  key: K,
  value: T[K] | undefined,
): void {
  if (value === undefined) delete target[key]
  else target[key] = value
}
