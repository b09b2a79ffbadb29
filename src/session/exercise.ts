import { isDay } from '../journal/day.ts'
import type { PersonStatus } from '../journal/person.ts'
import { nameKey } from '../journal/person.ts'
import { joined, namesFrom } from '../journal/tags.ts'
import { heading, lines } from '../render/lines.ts'
import type { Exercise } from '../themes/course.ts'
import type { PersonAnswer } from './answers.ts'
import type { Room } from './room.ts'
import { noting, once, put } from './room.ts'
import { writeUnsent } from './unsent.ts'

/** What a course's session has somebody do beside writing. Nothing of it on a day without words. */
export async function doExercise(room: Room, exercise: Exercise): Promise<void> {
  if (!room.draft.choicesOnly) await exercisesBy[exercise](room)
}

/** Where people can stand on the map, and how each place is asked for. */
const places: readonly (readonly [status: PersonStatus, ask: string])[] = [
  ['close', 'Who is close at the moment?'],
  ['distant', 'Who is there, and further away?'],
  ['estranged', 'Who is gone from your days?'],
  ['unsafe', 'Is there anybody who is not safe for you?'],
]

/** The map of people: close, further, gone, unsafe; who listens, and who helps with hands. */
async function mapPeople(room: Room): Promise<void> {
  const { dialogue, draft, look, names, circle } = room
  const { answers } = draft
  await once(room, 'exercise people', async () => {
    dialogue.say(() => `\n${heading('A map of people', '', look)}`)
    dialogue.say(() => lines('Names, with commas between. Any line may stay empty.', look))
  })
  for (const [status, ask] of places)
    await once(room, `exercise people ${status}`, async () => {
      const isHere = (it: PersonAnswer) => it.status === status
      const before = answers.people ?? []
      const note = (line: string) => {
        const here = namesFrom(line).map((name): PersonAnswer => {
          const known = circle.find(name)
          // Who died is gone, and is not called otherwise here.
          return { name: known?.name ?? name, status: known?.status === 'died' ? 'died' : status }
        })
        const keys = new Set(here.map(({ name }) => nameKey(name)))
        const others = before.filter(it => !isHere(it) && !keys.has(nameKey(it.name)))
        const all = [...others, ...here]
        put(answers, 'people', all.length > 0 ? all : undefined)
      }
      const line = await dialogue.line({
        ask,
        hint: 'names, or Enter',
        suggest: await names(),
        initial: before
          .filter(isHere)
          .map(({ name }) => name)
          .join(', '),
        onChange: noting(room, note),
      })
      note(line ?? '')
    })
  await tick(room, 'listens', 'Who of them listens?')
  await tick(room, 'hands', 'Who helps with hands: a lift, a meal, a form?')
}

async function tick(room: Room, help: 'listens' | 'hands', ask: string): Promise<void> {
  const { dialogue, draft } = room
  const there = () =>
    (draft.answers.people ?? []).filter(({ status }) => status === 'close' || status === 'distant')
  if (there().length === 0) return
  await once(room, `exercise people ${help}`, async () => {
    const choices = there().map(({ name }) => ({ value: name, label: name }))
    const initial = there().flatMap(person => (person[help] ? person.name : []))
    const ticked = new Set(await dialogue.pickMany({ ask, choices, initial }))
    for (const person of there())
      if (ticked.has(person.name)) person[help] = true
      else delete person[help]
  })
}

/** Things that comfort, for the toolkit. */
async function gatherComforts(room: Room): Promise<void> {
  const { dialogue, draft, tools } = room
  const note = (line: string) => {
    const said = line.split(',').map(it => it.replace(/\s+/g, ' ').trim())
    const comforts = joined(nameKey, said.filter(Boolean))
    put(draft.answers, 'comforts', comforts.length > 0 ? comforts : undefined)
  }
  await once(room, 'exercise comforts', async () => {
    const line = await dialogue.line({
      ask: 'Which things comfort you, small ones too?',
      hint: 'with commas between, or Enter',
      suggest: await tools(),
      initial: (draft.answers.comforts ?? []).join(', '),
      onChange: noting(room, note),
    })
    note(line ?? '')
  })
}

/** A letter that is not sent: kept with the letters, or let go. */
async function writeLetter(room: Room): Promise<void> {
  const { dialogue, draft, look, heard, edit } = room
  const { answers } = draft
  await once(room, 'exercise letter', async () => {
    dialogue.say(() => `\n${heading('A letter that is not sent', '', look)}`)
    await writeUnsent(dialogue, {
      what: 'letter',
      ask: 'Write it to whoever it is for. It goes nowhere.',
      initial: answers.letter?.text ?? '',
      keep(text) {
        put(answers, 'letter', text.trim() === '' ? undefined : { text })
        return room.keep()
      },
      edit,
      letGo: heard,
    })
  })
}

/** A day in the year that is hard, on which sessions begin gently. */
async function nameDay(room: Room): Promise<void> {
  const { dialogue, look } = room
  await once(room, 'exercise day', async () => {
    const line = await dialogue.line({
      ask: 'Is there a day of the year that is hard? Month and day.',
      hint: '08-23, or Enter',
      check: typed => (isMonthDay(typed) ? undefined : 'It is read like 08-23.'),
    })
    if (line === undefined) return
    await room.addHardDate(line.trim())
    dialogue.say(() => lines('Noted. Sessions on that day begin gently.', look))
  })
}

const isMonthDay = (typed: string): boolean => isDay(`2024-${typed.trim()}`)

const exercisesBy: Readonly<Record<Exercise, (room: Room) => Promise<void>>> = {
  people: mapPeople,
  comforts: gatherComforts,
  letter: writeLetter,
  day: nameDay,
}
