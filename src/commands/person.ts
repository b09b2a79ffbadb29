import type { Context } from '../context.ts'
import { knownNameIn, nameIn } from '../desk/flags.ts'
import { lookOf } from '../desk/look.ts'
import { UsageError } from '../errors.ts'
import type { Entry } from '../journal/entry.ts'
import { everyoneIn } from '../journal/fields/read.ts'
import { joinedPeople } from '../journal/join-people.ts'
import type { Circle } from '../journal/person.ts'
import { circleOf, isSetApart, nameKey } from '../journal/person.ts'
import { nextRevision } from '../journal/record.ts'
import { withoutName } from '../journal/without-name.ts'
import { peopleSeen } from '../reflect/people.ts'
import { renderList } from '../render/entry.ts'
import { visibleLine } from '../render/gate.ts'
import { renderPerson } from '../render/people.ts'
import type { Journal } from '../store/journal.ts'
import { many } from '../wording/counts.ts'

/** One person: how they stand, what passed between you, and the pages that name them. */
export async function showPerson(context: Context, words: string[]): Promise<undefined> {
  const { terminal, globals, stamp } = context
  const { today } = stamp()
  const journal = await context.openJournal()
  const { name, circle, pages } = await somebody(context, journal, knownNameIn(words))
  // Asked for by name: nobody is left out here, also who is muted or on private pages only.
  const { people } = peopleSeen(pages, { today, circle, mutes: [] }, () => true)
  const [person] = people.filter(it => nameKey(it.name) === nameKey(name))
  if (!person) throw nobodyCalled(name)
  const aliases = circle.find(name)?.aliases ?? []
  if (globals.json) {
    terminal.data({ person: { ...person, aliases }, entries: pages })
    return
  }
  const look = lookOf(context)
  const list = pages.length > 0 ? `\n${renderList(pages, look)}` : ''
  await terminal.page(`${renderPerson(person, aliases, look)}${list}`)
}

/** A new name for somebody. The old one still means them, so that the pages keep who they are about. */
export async function renamePerson(
  context: Context,
  [old = '', ...words]: string[],
): Promise<undefined> {
  const name = nameIn(words)
  const journal = await context.openJournal()
  const {
    circle,
    known,
    name: before,
    pages,
  } = await somebody(context, journal, knownNameIn([old]))
  const other = circle.find(name)
  if (other && other.id !== known?.id)
    throw new UsageError(
      `${visibleLine(name)} is somebody already. \`hearten people join "${other.name}" "${before}"\` makes them one. Nothing was changed.`,
    )
  if (!known && pages.length === 0) throw nobodyCalled(before)
  const aliases = [...(known?.aliases ?? []), before].filter(it => nameKey(it) !== nameKey(name))
  const records = known
    ? [nextRevision(known, { name, aliases: [...new Set(aliases)] }, context.stamp())]
    : joinedPeople(name, before, circle.find, context.stamp()).records
  await journal.commit('people rename', records)
  context.terminal.notify(
    `${visibleLine(before)} is ${visibleLine(name)} now. Your pages keep the name they were written with, and are found by both.`,
  )
}

/** Takes somebody off the list; with `fromPages`, also out of what is noted beside the words. */
export async function removePerson(
  context: Context,
  words: string[],
  flags: { fromPages?: boolean },
): Promise<undefined> {
  const { terminal, stamp } = context
  const journal = await context.openJournal()
  const { known, name, isThem, pages } = await somebody(context, journal, knownNameIn(words))
  if (!known && pages.length === 0) throw nobodyCalled(name)
  if (!known && !flags.fromPages)
    throw new UsageError(
      `${visibleLine(name)} is only named, in ${many(pages.length, 'entry', 'entries')}. --from-pages takes the name off; your words stay. Nothing was changed.`,
    )
  if (known && isSetApart(known.status) && pages.length > 0 && !flags.fromPages)
    throw new UsageError(
      `${visibleLine(name)} is ${known.status}. Without that note they could come up again, since ${many(pages.length, 'entry names', 'entries name')} them.\n--from-pages takes the name off these too; your words stay. Nothing was changed.`,
    )
  const records = [
    ...(known ? [nextRevision(known, { deleted: true }, stamp())] : []),
    ...(flags.fromPages ? pages.map(entry => withoutName(entry, isThem, stamp())) : []),
  ]
  await journal.commit('people remove', records)
  const rest =
    pages.length === 0
      ? ''
      : flags.fromPages
        ? ` The name is off ${many(pages.length, 'entry', 'entries')}; your words stay as they are.`
        : ` ${many(pages.length, 'entry still names', 'entries still name')} them; --from-pages takes the name off.`
  terminal.notify(`${visibleLine(name)} is removed.${rest} \`hearten undo\` takes that back.`)
}

/** Who a name means, and the entries that name them in what is noted beside the words. */
async function somebody({ stamp }: Context, journal: Journal, typed: string) {
  const circle: Circle = circleOf(await journal.people())
  const known = circle.find(typed)
  const key = nameKey(known?.name ?? typed)
  const isThem = (name: string) => nameKey(circle.canonical(name)) === key
  const entries: Entry[] = await journal.entries({ today: stamp().today })
  const pages = entries.filter(entry => everyoneIn(entry).some(isThem))
  return { circle, known, name: known?.name ?? typed, isThem, pages }
}

const nobodyCalled = (name: string): UsageError =>
  new UsageError(
    `Nobody called "${name}" is known here. \`hearten people\` shows who is. Nothing was changed.`,
  )
