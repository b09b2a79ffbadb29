import { checkbox, Separator } from '@inquirer/prompts'
import { clusters, displayWidth } from '../render/wrap.ts'
import type { GroupedChoice, PickManyQuestion } from './dialogue.ts'
import { answeredView, asideLines, askLines } from './draw.ts'
import { fitting, type KnownChoice, known, withoutMarks } from './fitting.ts'
import type { SlowForm } from './form.ts'
import { type Hosted, hosted } from './hosted.ts'
import type { Key } from './keys.ts'
import { drawList, listTheme, tickedIn } from './list.ts'
import { drawTyped } from './typed-line.ts'

const ENTER: Key = { name: 'return', text: '', ctrl: false, meta: false }
const SPACE: Key = { name: 'space', text: ' ', ctrl: false, meta: false }
const MOST = 200

/**
 * Any number of many: `checkbox` of @inquirer/prompts, which cannot be filtered. So one checkbox lives
 * as long as what is typed stays the same; with the next letter it is answered, and a new one is put up
 * with what fits and what is ticked.
 */
export async function manyForm<T>({
  ask,
  choices,
  own,
  initial = [],
  onChange,
}: PickManyQuestion<T>): Promise<SlowForm<T[]>> {
  type Shown = KnownChoice<GroupedChoice<T>>
  const listed: readonly Shown[] = known(choices)
  /** Words of their own that were ticked, so that they can be let go again. */
  let added: readonly Shown[] = known(
    initial
      .filter(value => choices.every(it => it.value !== value))
      .map(value => ({ value, label: String(value) })),
  )
  let ticked: Shown[] = initial.flatMap(
    value => [...listed, ...added].find(it => it.choice.value === value) ?? [],
  )
  let typed = ''
  let shown: Shown[] = []
  let prompt: Hosted<Shown[]> | undefined
  /** A comma has ticked, and the blank that people write behind it ticks nothing. */
  let afterComma = false

  const fits = (): Shown[] => {
    const found = fitting([...listed, ...added], typed).slice(0, MOST)
    const label = typed.trim()
    if (
      !own ||
      label === '' ||
      found.some(it => withoutMarks(it.choice.label) === withoutMarks(label))
    )
      return found
    return [...found, ...known([{ value: own(label), label, hint: 'in your own words' }])]
  }
  const begin = async () => {
    shown = fits()
    prompt =
      shown.length === 0
        ? undefined
        : await hosted(streams =>
            checkbox(
              {
                message: '›',
                choices: shown.flatMap((it, index) => {
                  const heading =
                    typed === '' &&
                    it.choice.group !== undefined &&
                    it.choice.group !== shown[index - 1]?.choice.group
                  const choice = { value: it, name: it.line, checked: ticked.includes(it) }
                  return heading ? [new Separator(it.choice.group), choice] : [choice]
                }),
                pageSize: 2 * MOST,
                loop: false,
                shortcuts: { all: null, invert: null },
                theme: listTheme,
              },
              streams,
            ),
          )
  }
  /** Ends the checkbox there is, and remembers what it had ticked. */
  const collect = async () => {
    const now = (await prompt?.press(ENTER))?.answer ?? []
    ticked = [
      ...ticked.filter(it => now.includes(it) || !shown.includes(it)),
      ...now.filter(it => !ticked.includes(it)),
    ]
    added = [...added, ...now.filter(it => !listed.includes(it) && !added.includes(it))]
  }
  const type = async (text: string) => {
    await collect()
    typed = text
    await begin()
  }
  /** Ticks what is pointed at, or leaves it ticked. */
  const tick = async () => {
    if (prompt && !tickedIn(prompt.drawn).pointed) await prompt.press(SPACE)
  }
  const goesOn = () =>
    shown.every(it => !listed.includes(it)) ||
    listed.some(it => it.folded.startsWith(`${withoutMarks(typed)} `))
  /**
   * A paste is taken as if it was typed, but as one: with a checkbox for every letter of a page, which comes to the
   * wrong question easily, nothing else could be done for a long while.
   */
  const pasted = async (text: string): Promise<undefined> => {
    await collect()
    const all = new Set(ticked)
    const owned = new Map(added.map(it => [it.folded, it]))
    const take = (label: string): boolean => {
      const folded = withoutMarks(label)
      const exact = listed.find(it => withoutMarks(it.choice.label) === folded)
      let it = exact ?? fitting(listed, label)[0] ?? owned.get(folded)
      if (!it && own) {
        ;[it] = known<GroupedChoice<T>>([{ value: own(label), label }])
        if (it) owned.set(folded, it)
      }
      if (it) all.add(it)
      return it !== undefined
    }
    const parts = (typed + text).split(/\s*[,\n]\s*/)
    let left = ''
    for (const [index, part] of parts.entries()) {
      left = wordsTaken(part, take)
      const isLast = index === parts.length - 1
      if (isLast || left === '' || take(left)) continue
      // What fits nothing stays to be seen, with all behind it.
      left = [left, ...parts.slice(index + 1)].join(', ')
      break
    }
    added = [...owned.values()]
    ticked = [...all]
    typed = left
    await begin()
  }
  /** The words of one part: those that fit by themselves are taken, and what is left is not complete yet. */
  const wordsTaken = (part: string, take: (label: string) => boolean): string => {
    let left = ''
    const words = part.split(/\s+/).filter(Boolean)
    for (const [index, word] of words.entries()) {
      left = left === '' ? word : `${left} ${word}`
      // Once nothing of the list fits, no more words can make it fit.
      if (fitting(listed, left).length === 0) return [left, ...words.slice(index + 1)].join(' ')
      const goesOn = listed.some(it => it.folded.startsWith(`${withoutMarks(left)} `))
      if (index < words.length - 1 && !goesOn && take(left)) left = ''
    }
    return left
  }

  const pressOne = async (key: Key): Promise<{ answer: T[] } | undefined> => {
    const blank = key.text === ' '
    if (blank && afterComma) {
      afterComma = false
      return undefined
    }
    afterComma = key.text === ','
    if (key.name === 'return' || (key.ctrl && key.name === 'd')) {
      if (typed !== '' && !prompt) return undefined
      if (typed !== '') await tick()
      await collect()
      return { answer: ticked.map(it => it.choice.value) }
    }
    if (key.name === 'up' || key.name === 'down') await prompt?.press(key)
    else if (blank && typed === '') await prompt?.press(key)
    else if (key.text === ',' || key.name === 'tab' || (blank && !goesOn())) {
      // What fits nothing stays to be seen.
      if (typed !== '' && !prompt) return undefined
      if (typed !== '') await tick()
      await type('')
    } else if (key.text !== '') await type(typed + key.text)
    else if (key.name === 'backspace' && !key.ctrl && !key.meta)
      await type(clusters(typed).slice(0, -1).join(''))
    else if (key.name === 'backspace' || /^[uw]$/.test(key.name)) await type('')
    return undefined
  }

  /** What is shown: it changes only between two keys, not while a checkbox is answered and the next is put up. */
  const look = () => {
    const drawn = prompt?.drawn.slice(1) ?? []
    const { lines } = tickedIn(drawn)
    const now = [
      ...ticked.filter(it => !shown.includes(it) || lines.includes(it.line)),
      ...shown.filter(it => lines.includes(it.line) && !ticked.includes(it)),
    ]
    return { typed, drawn, now }
  }

  await begin()
  let seen = look()
  let kept: readonly T[] = initial
  return {
    async press(key) {
      const end = key.pasted ? await pasted(key.text.trim()) : await pressOne(key)
      seen = look()
      return end
    },
    keep() {
      const { typed, now } = seen
      // What can be no word of the list is one of their own, also before Enter.
      const half = typed.trim() !== '' && own && shown.every(it => !listed.includes(it))
      const told = [...now.map(it => it.choice.value), ...(half ? [own(typed.trim())] : [])]
      const isTold = (it: T, index: number) => kept[index] === it || kept.includes(it)
      if (told.length === kept.length && told.every(isTold)) return
      kept = told
      onChange?.(told)
    },
    draw(canvas) {
      if (canvas.answered) {
        const labels = ticked.map(it => it.choice.label).join(', ')
        return answeredView(ask, labels || undefined, canvas)
      }
      const { typed, drawn, now } = seen
      const labels = now.map(it => `${it.choice.label}, `).join('')
      const sofar = displayWidth(labels) <= canvas.columns / 2 ? labels : `${now.length} ticked, `
      const above = askLines(ask, canvas)
      const line = drawTyped(sofar + typed, canvas)
      const hint = asideLines(
        typed === '' ? 'type to find · Space ticks · Enter when done' : 'Enter or a comma takes it',
        canvas,
      )
      const room = canvas.rows - above.length - hint.length - 2
      return {
        above: [...above, line.text],
        column: line.column,
        below: [...drawList(drawn, room, canvas), ...hint],
      }
    },
    close: () => prompt?.close(),
  }
}
