import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../helpers/a-journal.ts'
import { aPerson } from '../helpers/cli.ts'
import fc from '../helpers/properties.ts'

const isLong = process.env.HEARTEN_LONG_TESTS === '1'

interface Page {
  readonly day: string
  readonly text: string
  readonly tags: readonly string[]
  readonly starred: boolean
}

/** What somebody thinks that the journal holds. */
interface State {
  readonly pages: ReadonlyMap<string, Page>
  /** People, measures, days since something and parts of the plan: what each says, by kind and name. */
  readonly others: ReadonlyMap<string, string>
}

/** A copy, in the data folder or in a file, as it was then. */
interface Copy extends State {
  readonly named: string
  readonly known: ReadonlySet<string>
}

const without = <V>(all: ReadonlyMap<string, V>, key: string): Map<string, V> =>
  new Map([...all].filter(([each]) => each !== key))

/** The simplest thing that can be right: every state there was since, and what each change was about. */
class Expected {
  now: State = { pages: new Map(), others: new Map() }
  /** Whatever was written and not erased. */
  known = new Set<string>()
  readonly #done: { before: State; about: Set<string> }[] = []
  #undone: { after: State; about: Set<string> }[] = []
  /** Whether what can be brought back is not clear, since some of it was erased. */
  isErased = false

  change(next: Partial<State>): void {
    const after = { ...this.now, ...next }
    const about = new Set(
      [...after.pages.keys(), ...this.now.pages.keys()].filter(
        id => after.pages.get(id) !== this.now.pages.get(id),
      ),
    )
    if (next.others) about.add('others')
    this.#done.push({ before: this.now, about })
    this.#undone = []
    this.isErased = false
    for (const id of after.pages.keys()) this.known.add(id)
    this.now = after
  }
  page(id: string, page: Page): void {
    this.change({ pages: new Map([...this.now.pages, [id, page]]) })
  }
  other(key: string, says: string | undefined): void {
    const others = without(this.now.others, key)
    if (says !== undefined) others.set(key, says)
    this.change({ others })
  }
  undo(): boolean {
    const last = this.#done.pop()
    if (!last) return false
    this.#undone.push({ after: this.now, about: last.about })
    this.now = last.before
    return true
  }
  redo(): boolean {
    const next = this.#undone.pop()
    if (!next) return false
    this.#done.push({ before: this.now, about: next.about })
    this.now = next.after
    return true
  }
  erase(id: string): void {
    this.known.delete(id)
    this.now = { ...this.now, pages: without(this.now.pages, id) }
    for (const [at, { before, about }] of [...this.#done.entries()].reverse()) {
      about.delete(id)
      const change = { before: { ...before, pages: without(before.pages, id) }, about }
      this.#done.splice(at, 1, ...(about.size > 0 ? [change] : []))
    }
    this.#undone = []
    this.isErased = true
  }
  get trash(): string[] {
    return [...this.known].filter(id => !this.now.pages.has(id)).sort()
  }
}

const days = ['2024-02-29', '2025-12-31', '2026-10-05', '2026-11-01', '2026-11-20']
const names = ['Ana', 'Ben', 'Cleo']
const step = fc.record({
  what: fc.constantFrom(
    ...([
      'jot',
      'jot',
      'edit',
      'edit',
      'move',
      'move',
      'move',
      'edit and move',
      'star',
      'tag',
    ] as const),
    ...(['delete', 'delete', 'back', 'forever', 'undo', 'undo', 'undos', 'redo', 'redos'] as const),
    ...([
      'copy',
      'copy',
      'restore',
      'restore',
      'export',
      'export',
      'import',
      'import back',
    ] as const),
    ...(['person', 'person', 'rename', 'join', 'measure', 'since', 'plan', 'mute'] as const),
    ...(['mend', 'no cache', 'look back'] as const),
  ),
  of: fc.nat(30),
  day: fc.constantFrom(...days),
})

test('a journal is what somebody who did all this thinks it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: isLong ? 40 : 16, size: 'max' }),
      async steps => {
        const files = aFolder('memory')
        const start = Date.parse('2026-11-21T10:00:00Z')
        let person = aPerson({ home: join(files, 'home') })
        const run = async (...argv: string[]) => {
          const outcome = await person.run(...argv, '--yes')
          expect([argv.join(' '), outcome.code, outcome.err]).toEqual([
            argv.join(' '),
            0,
            outcome.err,
          ])
          return outcome
        }
        const model = new Expected()
        const copies: Copy[] = []
        const exports: Copy[] = []
        /** Names that meant somebody who is called otherwise, at some time. */
        const isAlias = new Set<string>()
        const asItIs = (named: string): Copy => ({
          ...model.now,
          named,
          known: new Set(model.known),
        })
        const one = <T>(all: Iterable<T>, of: number): T | undefined => {
          const list = [...all]
          return list[of % Math.max(list.length, 1)]
        }
        const others = (kind: string) =>
          [...model.now.others].filter(([key]) => key.startsWith(`${kind} `))

        for (const [i, { what, of, day }] of steps.entries()) {
          // Now and then it is another day.
          const now = new Date(start + i * 5 * 3_600_000).toISOString()
          person = person.with({ now })
          const { pages } = model.now
          const [id, page] = one(pages, of) ?? []
          const text = `word${100 + i} was here`
          const name = names[of % names.length] as string
          if (what === 'jot') {
            await run('jot', text, '--at', day)
            const { entries } = (await person.json('list', '--on', day)) as {
              entries: { id: string; text: string }[]
            }
            model.page(entries.find(entry => entry.text === text)?.id ?? '', {
              ...{ day, text, tags: [], starred: false },
            })
          }
          if (id && page && what === 'edit') {
            await run('edit', id, text)
            model.page(id, { ...page, text })
          }
          if (id && page && day !== page.day && what === 'move') {
            await run('edit', id, '--at', day)
            model.page(id, { ...page, day })
          }
          if (id && page && day !== page.day && what === 'edit and move') {
            await run('edit', id, text, '--at', day)
            model.page(id, { ...page, text, day })
          }
          if (id && page && what === 'star') {
            await run('star', id, ...(page.starred ? ['--off'] : []))
            model.page(id, { ...page, starred: !page.starred })
          }
          if (id && page && what === 'tag') {
            const [tag] = page.tags
            await run('edit', id, ...(tag ? ['--no-tag', tag] : ['--tag', `t${i}`]))
            model.page(id, { ...page, tags: tag ? [] : [`t${i}`] })
          }
          if (id && what === 'delete') {
            await run('delete', id)
            model.change({ pages: without(pages, id) })
          }
          const gone = one(model.trash, of)
          if (gone && what === 'back') {
            const { entries } = (await person.json('delete', '--trash')) as { entries: unknown[] }
            const words = pagesIn(entries).get(gone) as Page
            await run('delete', '--back', gone)
            model.page(gone, words)
          }
          const any = one(model.known, of)
          if (any && what === 'forever') {
            await run('delete', '--forever', any)
            model.erase(any)
            for (const [at, copy] of copies.entries()) {
              if (copy.named.includes('/')) continue
              const known = new Set([...copy.known].filter(it => it !== any))
              copies[at] = { ...copy, known, pages: without(copy.pages, any) }
            }
          }
          const times = what.endsWith('s') ? 1 + (of % 5) : 1
          if (what.startsWith('undo'))
            for (let n = 0; n < times; n++) if (model.undo()) await run('undo')
          if (what.startsWith('redo') && !model.isErased)
            for (let n = 0; n < times; n++) if (model.redo()) await run('redo')
          if (what === 'copy' && model.known.size > 0) {
            const file = join(files, `copy${i}.json`)
            if (of % 2) await run('backup', file)
            const { out, err } = of % 2 ? { out: '', err: '' } : await run('backup')
            copies.push(asItIs(of % 2 ? file : (/as (\S+)\. /.exec(out + err)?.[1] ?? '')))
          }
          const copy = one(copies, of)
          if (copy && what === 'restore') {
            await run('restore', copy.named)
            const isSame = said(copy) === said(model.now)
            const isKnown = [...copy.known].every(it => model.known.has(it))
            for (const it of copy.known) model.known.add(it)
            if (!isSame || !isKnown) model.change({ pages: copy.pages, others: copy.others })
          }
          if (what === 'export') {
            const file = join(files, `export${i}.json`)
            await run('export', 'json', '--output', file)
            exports.push(asItIs(file))
          }
          const given = one(exports, of)
          if (given && what.startsWith('import')) {
            const isWanted = (it: string) =>
              !model.known.has(it) || (what === 'import back' && !pages.has(it))
            const coming = [...given.pages].filter(([it]) => isWanted(it))
            const isNews = coming.length > 0 || [...given.known].some(it => !model.known.has(it))
            await run('import', given.named, ...(what === 'import back' ? ['--back'] : []))
            for (const it of given.known) model.known.add(it)
            if (isNews) model.change({ pages: new Map([...pages, ...coming]) })
          }
          const isThere = (key: string) => model.now.others.has(key)
          if (what === 'person' && !isThere(`person ${name}`) && !isAlias.has(name)) {
            await run('people', 'add', name, '--status', 'close')
            model.other(`person ${name}`, 'close')
          } else if (what === 'person' && isThere(`person ${name}`)) {
            const status = model.now.others.get(`person ${name}`) === 'close' ? 'distant' : 'close'
            await run('people', 'status', name, status)
            model.other(`person ${name}`, status)
          }
          const [who, status] = one(others('person'), of) ?? []
          if (who && what === 'rename') {
            isAlias.add(who.slice(7))
            await run('people', 'rename', who.slice(7), `Name${i}`)
            const rest = without(model.now.others, who)
            model.change({ others: rest.set(`person Name${i}`, status ?? '') })
          }
          const [other] = one(others('person'), of + 1) ?? []
          if (who && other && who !== other && what === 'join') {
            isAlias.add(other.slice(7))
            await run('people', 'join', who.slice(7), other.slice(7))
            model.other(other, undefined)
          }
          if (what === 'measure') {
            const key = `measure m-${name}`
            await run('measure', isThere(key) ? 'remove' : 'add', `m-${name}`)
            model.other(key, isThere(key) ? undefined : '')
          }
          if (what === 'since') {
            const key = `since s-${name}`
            const isSame = model.now.others.get(key) === day
            await run('since', ...(isSame ? ['remove', `s-${name}`] : ['add', `s-${name}`, day]))
            model.other(key, isSame ? undefined : day)
          }
          if (what === 'plan') {
            const part = ['signs', 'myself', 'stay'][of % 3] as string
            await run('plan', 'edit', part, text)
            model.other(`plan ${part}`, text)
          }
          if (what === 'mend') await run('doctor', '--mend')
          if (what === 'no cache')
            rmSync(join(person.data, 'g1/cache'), { recursive: true, force: true })
          if (what === 'look back') await run('review', 'all')
          await holds(i, what)
        }

        async function holds(i: number, what: string): Promise<void> {
          const shown = async (...argv: string[]) =>
            (await person.json(...argv)) as Record<string, unknown[]>
          const where = `${i} ${what}`
          const { entries = [] } = await shown('list')
          expect([where, said({ pages: pagesIn(entries) })]).toEqual([
            where,
            said({ pages: model.now.pages }),
          ])
          const { entries: gone = [] } = await shown('delete', '--trash')
          expect([where, [...pagesIn(gone).keys()].sort()]).toEqual([where, model.trash])
          expect([where, othersIn(await othersShown(shown))]).toEqual([
            where,
            [...model.now.others].map(([key, says]) => `${key}: ${says}`).sort(),
          ])
          const first = one(model.now.pages.values(), i)
          const [word = ''] = first?.text.split(' ') ?? []
          if (first) {
            const { entries: found = [] } = await shown('search', word)
            const meant = [...model.now.pages].filter(([, { text }]) => text.startsWith(`${word} `))
            expect([where, said({ pages: pagesIn(found) })]).toEqual([
              where,
              said({ pages: new Map(meant) }),
            ])
          }
          const whole = JSON.parse((await person.run('export', 'json')).out)
          expect([where, said({ pages: pagesIn(whole.entries) })]).toEqual([
            where,
            said({ pages: model.now.pages }),
          ])
          const { out } = await person.run('doctor', '--json')
          expect([where, JSON.parse(out).findings]).toEqual([where, []])
        }
      },
    ),
    { numRuns: isLong ? 100 : 12, ...(isLong && { interruptAfterTimeLimit: 200_000 }) },
  )
})

const said = (state: Partial<State>): string =>
  JSON.stringify([
    [...(state.pages ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)),
    [...(state.others ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

const pagesIn = (entries: readonly unknown[]): Map<string, Page> =>
  new Map(
    (entries as ({ id: string; starred?: boolean } & Page)[]).map(
      ({ id, day, text, tags, starred = false }) => [id, { day, text, tags, starred }],
    ),
  )

type Shown = (...argv: string[]) => Promise<Record<string, unknown[]>>

async function othersShown(shown: Shown) {
  return [
    ...((await shown('people')).people ?? []).map(it => ['person', it]),
    ...((await shown('measure')).measures ?? []).map(it => ['measure', it]),
    ...((await shown('since')).since ?? []).map(it => ['since', it]),
    ...((await shown('plan')).parts ?? []).map(it => ['plan', it]),
  ] as unknown as (readonly [string, Record<string, string>])[]
}

/** Each in the words of the model. */
const othersIn = (all: readonly (readonly [string, Record<string, string>])[]): string[] =>
  all
    .filter(([kind, { text }]) => kind !== 'plan' || text)
    .map(([kind, it]) => {
      const says = { person: it.status, measure: '', since: it.start, plan: it.text }[kind]
      return `${kind} ${kind === 'plan' ? it.id : it.name}: ${says}`
    })
    .sort()
