import { careFor } from '../care/care.ts'
import { askDirection, askScale } from '../desk/ask.ts'
import { Enough } from '../dialogue/signals.ts'
import { addDays } from '../journal/day.ts'
import { veryLow } from '../journal/low-days.ts'
import { asYours, nameKey, namesSomebody } from '../journal/person.ts'
import { joined } from '../journal/tags.ts'
import { lineOf, lines } from '../render/lines.ts'
import { groundings } from '../themes/grounding.ts'
import { moodScale } from '../themes/scales.ts'
import { stepsFor } from '../themes/steps.ts'
import type { ThemeId } from '../themes/theme.ts'
import { themeIds } from '../themes/theme.ts'
import { capital } from '../wording/counts.ts'
import type { Answers } from './answers.ts'
import { leftLower, pagesIn, wordsIn } from './answers.ts'
import type { SessionDraft } from './draft.ts'
import { marksOf } from './entries.ts'
import type { Room } from './room.ts'
import { noting, once, put } from './room.ts'
import { chance } from './rules.ts'
import { settleIn } from './settle-in.ts'
import { recapCard } from './words.ts'

/** From the last theme to the door: mood, a page to let go, the ground, the day in short, a person. */
export async function leave(given: Room): Promise<void> {
  const room: Room = { ...given, ...(await given.recallAnew()) }
  const { dialogue, draft, look } = room
  const { answers } = draft
  delete draft.at
  await once(room, 'leave', async () => {
    put(
      answers,
      'leave',
      await askScale(dialogue, { ...moodScale, ask: 'And now, on leaving?' }, answers.leave),
    )
  })
  if (isHeavy(draft)) {
    if (!draft.choicesOnly) await once(room, 'let go', () => offerPage(room))
    await once(room, 'grounding', () => offerGround(room))
  }
  const recap = await recapOf(room)
  dialogue.say(() => `\n${recapCard(recap, look)}`)
  const { course } = draft
  for (const said of [course?.person, course?.leaving, course?.end])
    if (said !== undefined) dialogue.say(() => lines(said, look))
  if (lowerAgain(draft)) await once(room, 'softer', () => offerSofter(room))
  const person = await whoCameUp(room)
  if (person !== undefined) await once(room, 'person', () => offerPerson(room, person))
  await settleIn(room)
}

/** A deep prompt was answered, or what was written lies heavy; never on a day that was and stayed good. */
function isHeavy({ answers, walk }: SessionDraft): boolean {
  const deep = walk?.themes.some(({ id, prompts }) =>
    prompts.some(prompt => prompt.deep && prompt.id === answers.themes[id]?.prompt?.id),
  )
  const strength = answers.themes.compassion?.values?.strengthAfter
  const low = (answers.leave ?? 5) <= 2
  const well = (answers.mood ?? 1) >= 4 && (answers.leave ?? 1) >= 4 && !leftLower(answers)
  return (
    pagesIn(answers).length > 0 &&
    !well &&
    (deep || low || leftLower(answers) || Number(strength) >= 4)
  )
}

/** A page that is written and kept nowhere: not in the draft, not in the journal. */
async function offerPage({ dialogue, look, heard }: Room): Promise<void> {
  const wanted = await dialogue.choose({
    ask: 'Is there more to say, on a page which nobody keeps?',
    choices: [{ value: true, label: 'a page to let go', key: 'p' }],
  })
  if (!wanted) return
  // Plain output erases nothing, so that a screen reader does not lose its place.
  const stays = look.plain
  const { text, end } = await dialogue.write({
    ask: 'Write it and let it go. It is not saved.',
    ...(stays && { beside: ['Here your lines stay in the window until it is cleared or closed.'] }),
    vanish: true,
  })
  heard(text)
  if (text.trim() !== '')
    dialogue.say(() =>
      lines(
        stays
          ? 'It was kept nowhere. It can be read above until this window is cleared or closed.'
          : 'It is gone. It was kept nowhere.',
        look,
      ),
    )
  if (end === 'enough') throw new Enough()
}

async function offerGround({ dialogue, heard }: Room): Promise<void> {
  const ground = await dialogue.choose({
    ask: 'A short way back into the room?',
    choices: groundings.map(it => ({ value: it, label: it.name.toLowerCase() })),
  })
  for (const line of ground?.lines ?? []) {
    const typed = await dialogue.line({ ask: line, hint: 'Enter goes on' })
    if (typed !== undefined) heard(typed)
  }
}

async function recapOf(room: Room) {
  const { draft } = room
  const { answers, day } = draft
  const { mood, leave: end } = answers
  const visited = themeIds.filter(id => answers.themes[id] !== undefined)
  const heavy = mood === veryLow || end === veryLow || careFor(wordsIn(answers)) !== undefined
  // What was chosen as worth keeping may be read back also from a heavy session; nothing else of it.
  const insight = answers.themes.growth?.values?.insight
  const line = typeof insight === 'string' ? insight : heavy ? undefined : lineOf(pagesIn(answers))
  const promised = answers.themes.accountability?.values
  const mayRead = (words: string) => !careFor([words])
  const own = typeof promised?.step === 'string' ? promised.step : undefined
  const step =
    own !== undefined && mayRead(own)
      ? own
      : heavy
        ? towardsSomebody(await hasSomebody(room))
        : (draft.course?.step ?? outwardStep(room, visited, await hasSomebody(room)))
  const knows = Array.isArray(promised?.witness) ? promised.witness.filter(namesSomebody) : []
  return {
    day,
    today: room.today,
    themes: visited.map(id => (id === 'shared' ? 'shared experiences' : id)),
    // Words that would call for help are not read back as a souvenir.
    ...(line !== undefined && mayRead(line) && { line }),
    ...(step !== undefined && { step }),
    ...(knows.length > 0 && step === own && { knows }),
    ...(mood !== undefined && end !== undefined && { moods: [mood, end] as const }),
  }
}

/** Whether there is anybody to suggest. */
const hasSomebody = async ({ names }: Room): Promise<boolean> => (await names()).length > 0

/** After a heavy session the small step leads to a person. */
const towardsSomebody = (somebody: boolean): string =>
  somebody
    ? 'Let someone safe know how heavy it is. One line is enough'
    : 'Have somebody to call at hand: `hearten help-now` shows people, at any hour'

/** One small thing away from the screen; with somebody only where there is somebody to go to. */
function outwardStep(
  { draft, seed }: Room,
  visited: readonly ThemeId[],
  somebody: boolean,
): string | undefined {
  const steps = (visited.length > 0 ? visited : (['compassion'] as const))
    .flatMap(stepsFor)
    .filter(step => somebody || !step.withSomeone)
  return steps[Math.floor(chance(seed, draft.day, 'step') * steps.length)]?.text
}

/** Every third session in a row that leaves the person lower. */
const lowerAgain = ({ arrival, answers }: SessionDraft): boolean =>
  arrival.lowerBefore % 3 === 2 && leftLower(answers)

async function offerSofter(room: Room): Promise<void> {
  const { dialogue, draft, look } = room
  dialogue.say(
    () =>
      `\n${lines('The last three times, you left lower than you came. It can go softer.', look)}`,
  )
  const choice = await dialogue.choose({
    ask: 'What would help?',
    choices: [
      { value: 'gentle', label: 'gentle questions next time' },
      { value: 'distance', label: 'a step back, now' },
      { value: 'person', label: 'a person' },
    ],
  })
  if (choice === 'gentle')
    dialogue.say(() => lines('Then the next questions are gentle ones.', look))
  if (choice === 'person') {
    dialogue.say(() => lines('`hearten help-now` shows people to call, at any hour.', look))
  }
  if (choice !== 'distance') return
  if (draft.choicesOnly) {
    dialogue.say(() => lines('Picture today as a kind friend would tell it.', look))
    return
  }
  const keep = (text: string) => {
    draft.answers.notes = [text]
    return room.keep()
  }
  const { end } = await dialogue.write({
    ask: 'Tell today in a few lines with your own name, as if about a friend.',
    initial: draft.answers.notes?.[0] ?? '',
    onChange: keep,
    edit: text => room.edit(text, keep),
  })
  if (end === 'enough') throw new Enough()
}

/**
 * The first person who was named and may be suggested; never the estranged, unsafe, dead or paused. A name in a page may
 * be that of somebody who died, who left or who does harm, before anybody said so: then it takes more than the name.
 */
async function whoCameUp(room: Room): Promise<string | undefined> {
  const { answers } = room.draft
  const values = Object.values(answers.themes).flatMap(it => Object.entries(it?.values ?? {}))
  const named = (is: (id: string) => boolean) =>
    values.flatMap(([id, value]) => (is(id) && Array.isArray(value) ? value : []))
  const helped = new Set(named(id => id === 'understoodBy' || id === 'witness').map(nameKey))
  const words = wordsIn(answers)
  const takesMore = room.aboutSomebody || careFor(words) !== undefined
  for (const said of joined(
    nameKey,
    named(() => true),
    marksOf(words).people,
  )) {
    const name = room.circle.canonical(said)
    if (!namesSomebody(name) || !room.mayInvite(name)) continue
    if (!takesMore || helped.has(nameKey(said)) || (await room.isThere(name))) return name
  }
  return undefined
}

async function offerPerson(room: Room, person: string): Promise<void> {
  const { dialogue, draft, look, today } = room
  dialogue.say(() => `\n${lines(`${capital(asYours(person))} came up today.`, look)}`)
  const choice = await dialogue.choose({
    ask: 'Note a reach-out, or plan one? Enter leaves it.',
    choices: [
      { value: 'note', label: 'note one' },
      { value: 'plan', label: 'plan one' },
    ],
  })
  if (choice === 'note') {
    const direction = await askDirection(dialogue)
    const { text: initial } = draft.answers.reachout ?? {}
    const reachout: Answers['reachout'] = { person, ...(direction && { direction }) }
    draft.answers.reachout = reachout
    room.keep()
    if (draft.choicesOnly) return
    const onChange = noting(room, (text: string) => put(reachout, 'text', text.trim() || undefined))
    const ask = 'A few words about it?'
    put(reachout, 'text', await dialogue.line({ ask, ...(initial && { initial }), onChange }))
  }
  if (choice === 'plan') {
    const usual = `Send ${person} a line`
    const plan = (step: string | undefined) =>
      put(draft.answers, 'plan', step ? { step, person, due: addDays(today, 1) } : undefined)
    const onChange = noting(room, (text: string) => plan(text.trim()))
    const initial = draft.answers.plan?.step ?? usual
    const ask = 'What could it be, for tomorrow?'
    plan(draft.choicesOnly ? usual : await dialogue.line({ ask, initial, onChange }))
  }
}
