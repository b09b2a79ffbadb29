import type { ThemeId } from './theme.ts'

/** A small step out of the journal and into the day, offered on leaving. */
export interface OutwardStep {
  readonly theme: ThemeId
  readonly text: string
  /** Involves another person: never offered to somebody who asked for none. */
  readonly withSomeone?: true
}

const alone = (theme: ThemeId, texts: readonly string[]): OutwardStep[] =>
  texts.map(text => ({ theme, text }))
const together = (theme: ThemeId, texts: readonly string[]): OutwardStep[] =>
  texts.map(text => ({ theme, text, withSomeone: true }))

export const outwardSteps: readonly OutwardStep[] = [
  ...alone('compassion', [
    'Drink a glass of water at an open window.',
    'Read one line of today back to yourself, as slowly as you can.',
    'Put something warm round your shoulders.',
    'Stop ten minutes before you are worn out, just today.',
  ]),
  ...together('compassion', [
    'Tell someone safe one word for today, and nothing more.',
    'Ask someone kind for five minutes of listening, with no advice.',
  ]),
  ...alone('shared', [
    'Play the song that knows, once, all the way through.',
    'Read one page by somebody who has been here.',
    'Look up when the next meeting is, of any sort that suits you.',
    'Sit for a while where others are: a bench, a library, a café.',
  ]),
  ...together('shared', [
    'Say hello to a neighbour, or to whoever is at the till.',
    'Send someone a line that made you feel less alone.',
  ]),
  ...alone('support', [
    'Write down two names, or numbers, for a night that is hard.',
    'Put one hour on the calendar that belongs to rest.',
    'Say one small no that has been waiting.',
  ]),
  ...together('support', [
    'Send a message that asks for nothing: "Thinking of you today."',
    'Ask one person for one thing that takes ten minutes.',
    'Let someone who helped know which thing it was.',
    'Agree on a word with someone that means "not a good day".',
  ]),
  ...alone('accountability', [
    'Do the first two minutes of it, then decide.',
    'Lay out what tomorrow morning needs.',
    'Write the step on paper and put it where you will meet it.',
    'Cross one thing off the list that may wait.',
  ]),
  ...together('accountability', [
    'Tell one person what your next small step is.',
    'Ask a friend to do a dull task at the same hour as you.',
  ]),
  ...alone('growth', [
    'Try one thing from your toolkit before the evening.',
    'Copy one line of yours on a card, and carry it for a day.',
    'Walk a street that you do not know.',
    'Pick one harmless trial for this week, and a day for it.',
  ]),
  ...together('growth', [
    'Ask someone what helps them on days like this.',
    'Pass on one thing that was of use to you.',
  ]),
]

export const stepsFor = (theme: ThemeId): OutwardStep[] =>
  outwardSteps.filter(step => step.theme === theme)
