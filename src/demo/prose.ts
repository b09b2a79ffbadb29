import type { Chance } from './chance.ts'

/**
 * Sentences to draw from. `{a|b}` is one of several wordings, `[place]` a word from a list,
 * `[friend]` one of the people, and `#tag` at the end what the sentence is about.
 */
export type Sentences = readonly [string, ...string[]]

const lists: Readonly<Record<string, Sentences>> = {
  place: [
    'the canal path',
    'the market hall',
    'the library',
    'the tram stop',
    'the bakery on the corner',
    'the park behind the school',
    'the swimming hall',
    'the allotments',
    'the bench by the river',
    'the old cinema',
    'the station',
    'the botanic garden',
  ],
  weather: [
    'drizzle',
    'low sun',
    'fog',
    'warm wind',
    'thin rain',
    'clear cold air',
    'thick cloud',
    'soft light',
    'gusts',
    'steady rain',
  ],
  food: [
    'lentil soup',
    'toast and eggs',
    'rice with peas',
    'a baked potato',
    'tomato soup',
    'leftover curry',
    'pancakes',
    'pasta with too much garlic',
    'a stew that took all evening',
    'fried mushrooms',
  ],
  chore: [
    'washing-up',
    'laundry',
    'tax letter',
    'recycling',
    'shopping',
    'bike chain',
    'ironing',
    'box in the hall',
    'window in the kitchen',
  ],
  object: ['blue mug', 'spare key', 'green scarf', 'bread knife', 'old radio', 'travel clock'],
  work: [
    'the budget',
    'the new rota',
    'the stock list',
    'the phone queue',
    'the handover',
    'the yearly report',
    'a meeting about meetings',
  ],
  hour: ['six', 'seven', 'eight', 'nine', 'ten', 'half past six', 'half past nine'],
  book: [
    'a book about birds',
    'a detective novel',
    'the one about the lighthouse',
    'a thin book of letters',
    'the memoir Marek lent me',
    'an old cookery book',
  ],
  friend: ['Ines', 'Ines', 'Marek', 'Marek', 'Dana', 'Lea', 'Mr Okafor', 'Aunt Rosa'],
}

/** A sentence said, and what it was about. */
export interface Prose {
  readonly text: string
  readonly tags: readonly string[]
}

/** Draws a sentence and fills it in. `name` is who is meant by `[name]`. */
export function spoken(from: Sentences, chance: Chance, name = ''): Prose {
  const [, sentence = '', tag] = /^(.*?)(?:\s#(\w+))?$/s.exec(chance.deal(from).trim()) ?? []
  const text = sentence
    .replace(/\{([^{}]*)\}/g, (_, wordings: string) =>
      chance.pick(wordings.split('|') as [string, ...string[]]),
    )
    .replace(/\[(\w+)\]/g, (_, slot: string) => wordFor(slot, chance, name))
  return { text: capital(text), tags: tag ? [tag] : [] }
}

/** Several sentences of different decks, in paragraphs of a few. */
export function tell(sentences: readonly Prose[], chance: Chance): Prose {
  let text = ''
  let inParagraph = 0
  for (const { text: sentence } of sentences) {
    const breaks = inParagraph >= 3 && chance.is(0.45)
    text += `${text === '' ? '' : breaks ? '\n\n' : ' '}${sentence}`
    inParagraph = breaks ? 1 : inParagraph + 1
  }
  return { text, tags: [...new Set(sentences.flatMap(({ tags }) => tags))] }
}

function wordFor(slot: string, chance: Chance, name: string): string {
  if (slot === 'name') return name
  const list = lists[slot.toLowerCase()]
  if (!list) throw new Error(`Nothing to fill in for [${slot}]`)
  return slot === slot.toLowerCase() ? chance.deal(list) : capital(chance.deal(list))
}

const capital = (text: string): string =>
  text.replace(/^["“]?\p{Ll}/u, first => first.toUpperCase())
