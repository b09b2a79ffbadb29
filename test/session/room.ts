import { careFor } from '../../src/care/care.ts'
import { Interrupted } from '../../src/dialogue/signals.ts'
import type { Entry, PromiseEntry } from '../../src/journal/entry.ts'
import type { PersonStatus } from '../../src/journal/person.ts'
import { circleOf, newPerson } from '../../src/journal/person.ts'
import { isAboutSomebody } from '../../src/journal/season.ts'
import { noColours } from '../../src/render/colours.ts'
import { nothingYet, wordsIn } from '../../src/session/answers.ts'
import type { SessionDraft } from '../../src/session/draft.ts'
import { entriesFrom } from '../../src/session/entries.ts'
import type { KnownSoFar } from '../../src/session/plan.ts'
import { planArrival, planWalk } from '../../src/session/plan.ts'
import type { Room } from '../../src/session/room.ts'
import { walk } from '../../src/session/walk.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import type { Step } from '../helpers/scripted-dialogue.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'
import { arrived, known, stampAt, sunday } from './builders.ts'

/** A day with a past, so that nobody is greeted as new; no connection items, nothing due. */
export const ordinary: Entry[] = [arrived('2026-11-21', { mood: 3 }, { connection: { cared: 3 } })]

interface Wish extends Partial<KnownSoFar> {
  length?: Room['length']
  lengthSaid?: true
  lookBack?: Awaited<ReturnType<Room['lookBack']>>
  only?: Room['only']
  choicesOnly?: true
  statuses?: Record<string, PersonStatus>
  tools?: readonly string[]
  plain?: true
  /** Whether words that call for help lead to people, as they do where the card is wished. */
  calls?: true
  /** What an earlier run left. */
  draft?: SessionDraft
}

/** One run of a session: what was said, what the draft holds, what entries come of it. */
export async function sit(steps: readonly Step[], wish: Wish = {}) {
  const {
    length = 'short',
    lengthSaid = false,
    lookBack = [],
    only,
    choicesOnly,
    statuses = {},
    tools = [],
    plain = false,
    calls = false,
    draft: before,
    ...rest
  } = wish
  const all = known({
    entries: ordinary,
    // Said already, so that it is not asked about.
    settings: { ...defaultSettings, season: 'general' },
    ...rest,
  })
  const people = Object.entries(statuses).map(([name, status]) =>
    newPerson(name, status, stampAt()),
  )
  const circle = circleOf(people)
  const draft: SessionDraft = before ?? {
    kind: 'session',
    id: 'session-1',
    day: sunday,
    startedAt: '2026-11-22T20:00:00+00:00',
    zone: 'UTC',
    arrival: planArrival(all),
    answers: nothingYet(),
    done: [],
  }
  const scripted = scriptedDialogue(steps)
  const vanished: string[] = []
  const dialogue: typeof scripted = {
    ...scripted,
    write(question) {
      if (question.vanish) vanished.push(question.ask ?? '')
      return scripted.write(question)
    },
  }
  const saved: string[] = []
  const remembered: string[] = []
  const spoken: string[] = []
  let told = 0
  const room: Omit<Room, 'step'> = {
    dialogue,
    look: { width: 80, colours: noColours, plain },
    draft,
    today: sunday,
    weekStartsOn: 1,
    seed: all.seed,
    circle,
    mayInvite: circle.mayInvite,
    isThere: async name => circle.find(name) !== undefined,
    aboutSomebody: isAboutSomebody(all.settings),
    names: async () => people.map(({ name }) => name).filter(circle.mayInvite),
    recallAnew: async () => room,
    tools: async () => tools,
    folder: '~/.local/share/hearten',
    isSealed: false,
    length,
    askLength: all.first && only === undefined && !lengthSaid,
    lengthSaid: only !== undefined || lengthSaid,
    ...(only && { only }),
    ...(choicesOnly && { choicesOnly }),
    planWalk: planned => planWalk(all, planned),
    keep: () => void saved.push(JSON.stringify(draft)),
    remember: async it => void remembered.push(it),
    setSeason: async (...told) => void remembered.push(told.filter(Boolean).join(' ')),
    addHardDate: async day => void remembered.push(day),
    lookBack: async () => lookBack,
    heard: text => void spoken.push(text),
    calls: async () => calls && wordsIn(draft.answers).some(it => careFor([it])) && !told++,
    edit: async text => text,
  }
  let end: string
  try {
    end = await walk(room)
  } catch (signal) {
    if (!(signal instanceof Interrupted)) throw signal
    end = 'interrupted'
  }
  dialogue.finish()
  const promises = all.entries.filter((it): it is PromiseEntry => it.kind === 'promise')
  const sitting = {
    session: draft.id,
    day: draft.day,
    began: new Date(draft.startedAt),
    zone: draft.zone,
  }
  return {
    end,
    draft,
    heard: dialogue.heard.join('\n'),
    remembered,
    /** The pages that leave the screen when they are done. */
    vanished,
    /** Words that were written and are kept nowhere. */
    spoken,
    /** The draft as the disk has it. */
    onDisk: JSON.parse(saved.at(-1) ?? 'null') as SessionDraft,
    entries: entriesFrom(draft.answers, sitting, promises, stampAt('2026-11-22T20:15:00Z')),
  }
}
