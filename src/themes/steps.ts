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
    'Drink a glass of water, slowly.',
    'Read one line of today back to yourself, as slowly as you can.',
    'Put something warm round your shoulders.',
    'Stop a little before you are worn out, tonight or tomorrow.',
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
    'Send someone you trust a line that made you feel less alone.',
  ]),
  ...alone('support', [
    'Think of two people, or lines to call, for a night that is hard.',
    'Find one hour this week that can belong to rest.',
    'Leave one thing undone that nobody needs today.',
  ]),
  ...together('support', [
    'Send someone you trust a line that asks for nothing: "Thinking of you."',
    'Ask someone safe for one thing that takes ten minutes.',
    'Let someone who helped know which thing it was.',
    'Agree on a word with someone safe that means "not a good day".',
  ]),
  ...alone('accountability', [
    'Pick one thing that waits, and do its first two minutes.',
    'Lay out what tomorrow morning needs.',
    'Put one thing you need tomorrow next to the door.',
    'Cross one thing off the list that may wait.',
  ]),
  ...together('accountability', [
    'Tell someone you trust one thing that you mean to do.',
    'Ask a friend to do a dull task at the same hour as you.',
  ]),
  ...alone('growth', [
    'Do one thing that has helped before, for two minutes.',
    'Say one line of yours to yourself, twice, and keep it in mind.',
    'Find one small thing near you that you have not looked at before.',
    'Choose one small, safe thing to do in another way this week.',
  ]),
  ...together('growth', [
    'Ask someone kind what helps them on days like this.',
    'Pass on one thing that was of use to you, to a friend.',
  ]),
]

export const stepsFor = (theme: ThemeId): OutwardStep[] =>
  outwardSteps.filter(step => step.theme === theme)
