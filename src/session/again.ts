import { careFor } from '../care/care.ts'
import type { Context } from '../context.ts'
import { askAndKeep } from '../desk/asked.ts'
import { savedFor } from '../desk/keep.ts'
import { lookOf } from '../desk/look.ts'
import { damaged } from '../desk/readable.ts'
import { Enough } from '../dialogue/signals.ts'
import type { GivenAnswer, SaidAgain } from '../journal/again.ts'
import { answeredAgain } from '../journal/again.ts'
import type { Day } from '../journal/day.ts'
import { addDays, longDayWithYear } from '../journal/day.ts'
import type { Entry } from '../journal/entry.ts'
import { newEntry } from '../journal/entry.ts'
import { ownWordsIn } from '../journal/fields/read.ts'
import { circleOf } from '../journal/person.ts'
import { firstRevision } from '../journal/record.ts'
import { marksIn } from '../journal/tags.ts'
import { answersToAskAgain } from '../reflect/again.ts'
import { renderBeside, renderThen } from '../render/again.ts'
import { lines, quoted } from '../render/lines.ts'
import type { Journal } from '../store/journal.ts'
import { ratings } from '../themes/scales.ts'
import { chance } from './rules.ts'

/** An answer that may come up today; the same all day. Undefined where there is none. */
export async function fittingAnswer(
  { stamp, settings }: Context,
  journal: Journal,
  entries: readonly Entry[],
): Promise<GivenAnswer | undefined> {
  const { today } = stamp()
  const known = { today, circle: circleOf(await journal.people()), mutes: await journal.mutes() }
  const order = ({ id }: GivenAnswer) => chance(journal.seed, today, 'again', id)
  return answersToAskAgain(entries, known, { ...settings, resurface: true }).sort(
    (a, b) => order(a) - order(b),
  )[0]
}

/**
 * An old question once more: its answer is shown, rated and given again, and then both stand beside each other.
 * @param given what flags said; nothing is asked then
 */
export async function answerAgain(
  context: Context,
  journal: Journal,
  then: GivenAnswer,
  given?: SaidAgain & { readonly private?: boolean | undefined },
): Promise<void> {
  const stamp = context.stamp()
  const first = firstRevision(stamp)
  let said: SaidAgain = given ?? { text: '' }
  const entries = (): Entry[] => {
    if (said.stillTrue === undefined && said.text.trim() === '') return []
    const { tags, people } = marksIn(said.text)
    const own = given?.private ? { private: true as const } : {}
    return [newEntry({ ...first, ...answeredAgain(then, said), ...own, tags, people }, stamp)]
  }
  await askAndKeep(context, journal, {
    label: 'again',
    what: 'an answer to an old question',
    records: entries,
    words: () => [said.text],
    tell: () => savedFor(context, journal, stamp.today),
    nothing: 'Nothing was answered, so nothing was saved.',
    ask: given
      ? undefined
      : {
          instead: '',
          async questions({ dialogue, look }) {
            dialogue.say(() => renderThen(then, look))
            const { 1: low, 5: high } = ratings.stillTrue
            const stillTrue = await dialogue.scale({
              ask: 'How true is it now?',
              words: [low, high],
            })
            said = { ...said, stillTrue }
            const keep = (text: string) => {
              said = { ...said, text }
              return undefined
            }
            const { text } = await dialogue.write({
              ask: then.prompt.text,
              beside: ['The same question, today.'],
              onChange: keep,
              edit: words => context.editText(words, keep),
            })
            keep(text)
          },
        },
  })
  // Words that call for help are not read back.
  if (entries().length === 0 || careFor([said.text])) return
  const beside = renderBeside(then, { ...said, day: stamp.today }, lookOf(context))
  context.terminal.print(`\n${beside}\n`)
}

/** About one day in so many, for whoever asked that pages of other times may come up. */
const oneDayIn = 4
/** And never so soon after the last one. */
const betweenDays = 7

/** At the end of a day's first session, now and then: an old question, to be answered once more. */
export async function offerAgain(context: Context, journal: Journal, day: Day): Promise<void> {
  const { today } = context.stamp()
  if (!context.settings.resurface || journal.locked || day !== today) return
  if (chance(journal.seed, today, 'again') >= 1 / oneDayIn) return
  const entries = (await journal.entries({ today, sealed: 'include' }).catch(damaged)) ?? []
  if (!isFitDay(entries, today)) return
  const then = await fittingAnswer(context, journal, entries)
  if (!then) return
  const dialogue = await context.dialogue('')
  const look = lookOf(context)
  let wanted: true | undefined
  try {
    dialogue.say(
      () =>
        `\n${lines(`On ${longDayWithYear(then.day)} you answered this:`, look)}\n${quoted(then.prompt.text, look)}`,
    )
    wanted = await dialogue.choose({
      ask: 'Answer it again, and see both? Enter leaves it.',
      choices: [{ value: true, label: 'answer it again', key: 'a' }],
    })
  } catch (signal) {
    if (!(signal instanceof Enough)) throw signal
  } finally {
    dialogue.close()
  }
  if (wanted) await answerAgain(context, journal, then)
}

/** The first session of its day, with nothing in it that calls for help, and no old answer lately. */
function isFitDay(entries: readonly Entry[], today: Day): boolean {
  const written = entries.filter(({ day }) => day === today)
  const sessions = new Set(written.flatMap(({ session }) => session ?? []))
  const lately = addDays(today, -betweenDays)
  return (
    sessions.size === 1 &&
    careFor(written.flatMap(ownWordsIn)) === undefined &&
    !entries.some(it => it.kind === 'reflection' && it.details.again && it.day > lately)
  )
}
