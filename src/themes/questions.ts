import { directionWords, sourceWords, supportWords } from './choices.ts'
import type { StepWords } from './scales.ts'
import { moodScale, ratings } from './scales.ts'
import type { ThemeId } from './theme.ts'

/** One answer somebody can choose: what is kept, and what is read. */
interface Choice {
  readonly id: string
  readonly label: string
}

/** Words for a rating's steps; those of its ends are shown. */
type RatingWords = StepWords & Readonly<Record<1 | 5, string>>

/** How a question is answered. Scales run from 1 to 5. */
type Shape =
  | { readonly kind: 'scale'; readonly words: RatingWords }
  | { readonly kind: 'choice'; readonly options: readonly Choice[] }
  | { readonly kind: 'names' | 'text' | 'yes-no' | 'date' }

/** A structured question beside the words of a theme. Every one may be skipped. */
export interface Question {
  /** The field that keeps the answer; unique within the theme. */
  readonly id: string
  readonly theme: ThemeId
  readonly ask: string
  readonly shape: Shape
  /** Asked before or after the person has written. */
  readonly moment: 'before' | 'after'
  /** `steady` ones are asked in every session, `deep` ones in deep sessions only. */
  readonly length: 'steady' | 'deep'
  /**
   * Where the answer goes: the reflection's own details, the people it is about, or an entry of
   * its own kind (a promise, a meeting, a coping tool) made from all answers that go there.
   */
  readonly keptIn: 'reflection' | 'people' | 'promise' | 'meeting' | 'coping'
  /**
   * How it is asked where only keys are pressed and nothing was written, with what to choose from
   * where it takes words. Left out, it is not asked there.
   */
  readonly keys?: { readonly ask: string; readonly options?: readonly string[] }
  /** The answer may be a line of what was just written. */
  readonly ofWords?: true
  /** Asked only if this question of the same theme was answered, with this choice if one is named. */
  readonly needs?: { readonly id: string; readonly choice?: string }
}

const scale = (words: RatingWords): Shape => ({ kind: 'scale', words })
/** A choice among all of these, or some of them. */
const oneOf = <W extends Readonly<Record<string, string>>>(
  words: W,
  some?: readonly (keyof W & string)[],
): Shape => ({
  kind: 'choice',
  options: Object.entries(words)
    .filter(([id]) => some?.includes(id) ?? true)
    .map(([id, label]) => ({ id, label })),
})
const names: Shape = { kind: 'names' }
const text: Shape = { kind: 'text' }
const yesNo: Shape = { kind: 'yes-no' }
const date: Shape = { kind: 'date' }

type Written = Omit<Question, 'theme' | 'moment' | 'length' | 'keptIn'> &
  Partial<Pick<Question, 'moment' | 'length' | 'keptIn'>>

/** Unless it says otherwise a question comes after the words, in deep sessions, and stays with them. */
const of = (theme: ThemeId, written: readonly Written[]): Question[] =>
  written.map(question => ({
    moment: 'after',
    length: 'deep',
    keptIn: 'reflection',
    ...question,
    theme,
  }))

/** Steps to choose from where nothing is typed. */
const easySteps = [
  'drink a glass of water',
  'go outside for five minutes',
  'send one line to someone safe',
  'lie down early tonight',
]
/** Tools to choose from where nothing is typed. */
const easyTools = [
  'a walk',
  'rest',
  'music',
  'talking to someone',
  'something warm',
  'slow breathing',
]

const strength = scale(ratings.strength)
const hope = scale(ratings.hope)

/** The questions of all themes, each theme's in the order they are asked. */
export const questions: readonly Question[] = [
  ...of('compassion', [
    {
      id: 'strengthBefore',
      ask: 'How strong is the feeling, before you write?',
      keys: { ask: 'How strong is the feeling?' },
      shape: strength,
      moment: 'before',
    },
    {
      id: 'strengthAfter',
      ask: 'How strong is the feeling now?',
      shape: strength,
      length: 'steady',
    },
    {
      id: 'understood',
      ask: 'How far did you feel understood lately?',
      keys: { ask: 'How far did you feel understood lately?' },
      shape: scale(ratings.understood),
    },
    {
      id: 'understoodBy',
      ask: 'Did anyone understand, even a little?',
      keys: { ask: 'Who understood, even a little? Any, or none.' },
      shape: names,
      length: 'steady',
    },
  ]),
  ...of('shared', [
    {
      id: 'hopeBefore',
      ask: 'How much hope is there, going in?',
      keys: { ask: 'How much hope is there now?' },
      shape: hope,
      moment: 'before',
    },
    {
      id: 'source',
      ask: 'Where did it come from?',
      shape: oneOf(sourceWords, ['person', 'meeting', 'reading', 'online']),
      length: 'steady',
    },
    {
      id: 'meeting',
      ask: 'Which meeting was it?',
      shape: text,
      keptIn: 'meeting',
      needs: { id: 'source', choice: 'meeting' },
    },
    {
      id: 'similarity',
      ask: 'How near is their story to yours?',
      shape: scale(ratings.similarity),
      needs: { id: 'source' },
    },
    {
      id: 'lessAlone',
      ask: 'Do you feel less alone with it?',
      shape: scale(ratings.lessAlone),
      length: 'steady',
    },
    { id: 'hopeAfter', ask: 'How much hope is there now?', shape: hope },
    {
      id: 'sharedBack',
      ask: 'Did you share something of your own in return?',
      keys: { ask: 'Did you share something of your own with anyone lately?' },
      shape: yesNo,
    },
  ]),
  ...of('support', [
    {
      id: 'people',
      ask: 'Who is this about?',
      keys: { ask: 'Who comes to mind? Any, or none.' },
      shape: names,
      length: 'steady',
      keptIn: 'people',
    },
    {
      id: 'support',
      ask: 'What kind of support is it about?',
      keys: { ask: 'What kind of support would do you good?' },
      shape: oneOf(supportWords),
      length: 'steady',
    },
    {
      id: 'direction',
      ask: 'Which way did it go?',
      shape: oneOf(directionWords),
      needs: { id: 'support' },
    },
    {
      id: 'expected',
      ask: 'What response were you expecting?',
      shape: scale(ratings.response),
      needs: { id: 'support' },
    },
    {
      id: 'actual',
      ask: 'If it has happened: how was the response?',
      shape: scale(ratings.response),
      needs: { id: 'expected' },
    },
    {
      id: 'caredFor',
      ask: 'How cared for do you feel?',
      keys: { ask: 'How cared for do you feel?' },
      shape: scale(ratings.caredFor),
    },
  ]),
  ...of('accountability', [
    {
      id: 'step',
      ask: 'What one small step would you like to promise yourself?',
      keys: { ask: 'One small step to promise yourself?', options: easySteps },
      shape: text,
      ofWords: true,
      length: 'steady',
      keptIn: 'promise',
    },
    {
      id: 'cue',
      ask: 'What will set it off? "If..., then I do it."',
      shape: text,
      keptIn: 'promise',
      needs: { id: 'step' },
    },
    {
      id: 'due',
      ask: 'Which day would be good for it? You can move it later.',
      keys: { ask: 'Which day would be good for it? You can move it later.' },
      shape: date,
      length: 'steady',
      keptIn: 'promise',
      needs: { id: 'step' },
    },
    {
      id: 'witness',
      ask: 'Who could know about it?',
      keys: { ask: 'Who could know about it?' },
      shape: names,
      length: 'steady',
      keptIn: 'promise',
      needs: { id: 'step' },
    },
    {
      id: 'confidence',
      ask: 'How sure are you that it fits your week?',
      shape: scale(ratings.confidence),
      keptIn: 'promise',
      needs: { id: 'step' },
    },
  ]),
  ...of('growth', [
    {
      id: 'insight',
      ask: 'Which line in this is worth keeping?',
      shape: text,
      ofWords: true,
      length: 'steady',
    },
    {
      id: 'source',
      ask: 'Where did it come from?',
      shape: oneOf(sourceWords, ['group', 'workshop', 'book', 'own']),
      length: 'steady',
      needs: { id: 'insight' },
    },
    {
      id: 'tool',
      ask: 'What did you try that helps?',
      keys: { ask: 'Which of these did you try lately?', options: easyTools },
      shape: text,
      keptIn: 'coping',
    },
    {
      id: 'moodBefore',
      ask: 'How was your mood before it?',
      shape: scale(moodScale.words),
      keptIn: 'coping',
      needs: { id: 'tool' },
    },
    {
      id: 'moodAfter',
      ask: 'And afterwards?',
      shape: scale(moodScale.words),
      keptIn: 'coping',
      needs: { id: 'tool' },
    },
    {
      id: 'useAgain',
      ask: 'Would you use it again?',
      keys: { ask: 'Would you use it again?' },
      shape: yesNo,
      keptIn: 'coping',
      needs: { id: 'tool' },
    },
  ]),
]

/** A theme's questions where only keys are pressed, as they are asked then. */
export const keyQuestionsFor = (theme: ThemeId): Question[] =>
  questions.flatMap(question =>
    question.theme === theme && question.keys ? [{ ...question, ask: question.keys.ask }] : [],
  )

/** A theme's questions for a session of this length, in the order they are asked. */
export function questionsFor(theme: ThemeId, length: 'short' | 'steady' | 'deep'): Question[] {
  return questions.filter(
    question => question.theme === theme && (length === 'deep' || question.length === 'steady'),
  )
}
