import { askFeelings, askScale } from '../desk/ask.ts'
import { askMeasure } from '../desk/measures.ts'
import { hourOf } from '../journal/day.ts'
import { isLow } from '../journal/low-days.ts'
import { cueWords } from '../journal/promise.ts'
import { lines, quoted } from '../render/lines.ts'
import type { Length } from '../settings/settings.ts'
import { connectionAsk, connectionItems } from '../themes/connection.ts'
import { energyScale, moodScale, ratings } from '../themes/scales.ts'
import { capital } from '../wording/counts.ts'
import { namedDay } from '../wording/days.ts'
import type { Answers } from './answers.ts'
import { passOver } from './answers.ts'
import { askHowItWent } from './how-it-went.ts'
import type { DuePromise, Walk } from './plan.ts'
import type { Room } from './room.ts'
import { askingIn, noting, once, put } from './room.ts'
import { offerSlip } from './slip.ts'
import { kindLine, welcome } from './words.ts'

/** From the welcome to the point where the walk can be planned. */
export async function arrive(room: Room): Promise<void> {
  const { dialogue, draft, look } = room
  const { answers, arrival } = draft
  await once(room, 'welcome', async () => greet(room))
  await once(room, 'mood', async () => {
    delete draft.length
    put(answers, 'mood', await askScale(dialogue, moodScale, answers.mood))
  })
  const low = isLow(answers.mood)
  if (low) await once(room, 'low', () => easeIn(room))
  else if (arrival.looksBack) await once(room, 'look back', () => offerLook(room))
  await once(room, 'energy', async () =>
    put(answers, 'energy', await askScale(dialogue, energyScale, answers.energy)),
  )
  await once(room, 'words', () => askWhetherWords(room))
  await once(room, 'feelings', async () => {
    const { mood, feelings: before = [] } = answers
    const note = (feelings: readonly string[]) =>
      put(answers, 'feelings', feelings.length > 0 ? [...feelings] : undefined)
    note(await askFeelings(askingIn(room), mood, before, noting(room, note)))
  })
  for (const measure of arrival.measures ?? [])
    await once(room, `measure ${measure.name}`, async () => {
      const { [measure.name]: before, ...others } = answers.measures ?? {}
      const amount = await askMeasure(dialogue, measure, before)
      const measured = amount === undefined ? others : { ...others, [measure.name]: amount }
      put(answers, 'measures', Object.keys(measured).length > 0 ? measured : undefined)
    })
  // A low day is asked for little.
  if (arrival.connection && !low) await askConnection(room)
  for (const promise of arrival.due) {
    await once(room, `promise ${promise.id}`, () => askPromise(room, promise))
  }
  if (arrival.recovery && somethingWaits(answers)) {
    await once(room, 'slip', async () => {
      // What was looked at here is not asked about once more.
      if (await offerSlip(room)) draft.done.push('theme accountability')
    })
  }
  await once(room, 'plan', async () => {
    if (room.askLength && !low) draft.length = await askLength(room)
    const length = draft.length ?? room.length
    const planned = room.planWalk({
      length,
      ...(answers.mood !== undefined && { mood: answers.mood }),
      ...(answers.feelings && { feelings: answers.feelings }),
      hour: hourOf(draft.startedAt),
      ...(draft.choicesOnly && { choicesOnly: true }),
      ...(room.only && { only: room.only }),
    })
    draft.walk = withBegun(planned, draft)
  })
  if (arrival.hard && !draft.at) {
    dialogue.say(() => lines('You marked this day as a hard one. It begins gently.', look))
  }
}

const somethingWaits = ({ promises = {} }: Answers): boolean =>
  Object.values(promises).some(({ outcome }) => outcome === 'not-yet' || outcome === 'partly')

async function greet(room: Room): Promise<void> {
  const { dialogue, draft, look, today } = room
  const { greeting, letters } = draft.arrival
  if (greeting === 'first') dialogue.say(() => lines(welcome(room), look))
  if (greeting === 'back') dialogue.say(() => lines('Good to see you.', look))
  if (draft.day !== today)
    dialogue.say(() => lines(`This is about ${namedDay(draft.day, today)}.`, look))
  for (const { written, text } of letters) {
    dialogue.say('')
    // On the day it opens, or at the first session after that.
    const wrote = `You wrote it on ${namedDay(written, today)}.`
    dialogue.say(() => lines(`A letter has opened. ${wrote}`, look))
    dialogue.say('')
    dialogue.say(() => lines(text, look, look.colours.own, '    '))
  }
}

/** A plan made again, after a step back, with the themes that were begun as they were. */
const withBegun = (planned: Walk, { walk, answers }: Room['draft']): Walk => ({
  ...planned,
  themes: planned.themes.map(
    theme => (answers.themes[theme.id] && walk?.themes.find(it => it.id === theme.id)) ?? theme,
  ),
})

/** On days without strength the whole walk can be done with single keys. */
async function askWhetherWords(room: Room): Promise<void> {
  const { dialogue, draft } = room
  const { mood = 3, energy = 3 } = draft.answers
  const before = draft.choicesOnly ?? false
  delete draft.choicesOnly
  if (room.choicesOnly) draft.choicesOnly = true
  else if (mood <= 2 || energy <= 2) {
    const without = await dialogue.choose({
      ask: 'Do you want to write, or only pick answers?',
      choices: [
        { value: false, label: 'write' },
        { value: true, label: 'only pick' },
      ],
      initial: before,
    })
    if (without) draft.choicesOnly = true
  }
}

async function askConnection(room: Room): Promise<void> {
  const { dialogue, draft, look } = room
  const { answers } = draft
  await once(room, 'connection', async () => {
    passOver(answers, 'connection')
    dialogue.say(() => `\n${lines(connectionAsk, look)}`)
    dialogue.say(() =>
      lines('Five short ones. Enter at the first skips them all.', look, look.colours.dim),
    )
  })
  for (const { id, text } of connectionItems) {
    await once(room, `connection ${id}`, async () => {
      const words = [ratings.connection[1], ratings.connection[5]] as const
      const initial = answers.connection?.[id]
      const answer = await dialogue.scale({ ask: text, words, initial })
      if (answer === undefined) return
      answers.connection = { ...answers.connection, [id]: answer }
      answers.passed = answers.passed?.filter(it => it !== 'connection') ?? []
    })
    // Who passes over the first wants none of them today.
    if (answers.connection === undefined) return
  }
}

async function askLength(room: Room): Promise<Length> {
  const length = (await chooseLength(room, room.length)) ?? room.length
  await room.remember(length)
  return length
}

const chooseLength = ({ dialogue }: Room, initial: Length): Promise<Length | undefined> =>
  dialogue.choose<Length>({
    ask: 'How long do you have?',
    layout: 'menu',
    choices: [
      { value: 'short', label: 'a few minutes', hint: 'one theme' },
      { value: 'steady', label: 'a quarter of an hour', hint: 'all five, one question each' },
      { value: 'deep', label: 'longer', hint: 'all five, with a second question' },
    ],
    initial,
  })

/** What was there before a long pause, for who likes to see it; never what was missed. */
async function offerLook(room: Room): Promise<void> {
  const { dialogue, look, today } = room
  const wanted = await dialogue.choose({
    ask: 'A look at what was there, before the questions?',
    choices: [{ value: true, label: 'look', key: 'l' }],
  })
  if (!wanted) return
  for (const { day, text } of await room.lookBack()) {
    dialogue.say(() => lines(`From ${namedDay(day, today)}:`, look))
    dialogue.say(() => quoted(text, look))
  }
  dialogue.say(() => lines('`hearten review all` shows the rest, whenever you like.', look))
}

/** On a low day: one kind line, and the short way first, whatever is usual. That is not remembered. */
async function easeIn(room: Room): Promise<void> {
  const { dialogue, draft, look } = room
  const { mood } = draft.answers
  if (mood !== undefined) dialogue.say(() => lines(kindLine(mood), look))
  if (!room.lengthSaid) draft.length = (await chooseLength(room, 'short')) ?? 'short'
}

async function askPromise(room: Room, promise: DuePromise): Promise<void> {
  const { dialogue, draft, look, today } = room
  const day = draft.day === today ? 'today' : 'that day'
  const when = promise.made === draft.day ? `Earlier ${day}` : `On ${namedDay(promise.made, today)}`
  const forThen = promise.due === draft.day ? `, for ${day}` : ''
  dialogue.say(() => `\n${lines(`${when} you thought of this${forThen}:`, look)}`)
  const cue = promise.cue === undefined ? '' : `${capital(cueWords(promise.cue))}: `
  dialogue.say(() => quoted(cue + promise.text, look))
  await askHowItWent(askingIn(room), promise, answer => {
    draft.answers.promises = { ...draft.answers.promises, [promise.id]: answer }
    room.keep()
  })
}
