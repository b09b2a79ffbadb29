import type { Context } from '../context.ts'
import { picked } from '../desk/pick.ts'
import type { PickChoice } from '../dialogue/dialogue.ts'
import type { Circle } from '../journal/person.ts'
import { circleOf } from '../journal/person.ts'
import { peopleSeen } from '../reflect/people.ts'
import type { Journal } from '../store/journal.ts'

/** Somebody for a reach-out: one who may be suggested, or another name. */
export async function pickPerson(context: Context, journal: Journal): Promise<string | undefined> {
  const circle = circleOf(await journal.people())
  return picked(context, journal, 'Say who: `hearten people reached NAME`.', async dialogue => {
    const known = await peopleKnown(context, journal, circle)
    const choices = [
      ...known.filter(({ value }) => circle.mayInvite(value)),
      { value: '', label: 'somebody else' },
    ]
    const name = choices.length === 1 ? '' : await dialogue.pick({ ask: 'Who was it?', choices })
    return name === '' ? dialogue.line({ ask: 'What is their name?' }) : name
  })
}

/** People who were named or written down, the latest first; without the muted, and who only private pages name. */
export async function peopleKnown(
  context: Context,
  journal: Journal,
  circle: Circle,
): Promise<PickChoice<string>[]> {
  const { today } = context.stamp()
  const [entries, mutes] = await Promise.all([journal.entries({ today }), journal.mutes()])
  return peopleSeen(entries, { today, circle, mutes }).people.map(({ name, status }) => ({
    value: name,
    label: name,
    ...(status && { hint: status }),
  }))
}
