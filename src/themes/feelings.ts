/** A word for how it is, placed by how much energy it has and how pleasant it is. */
export interface Feeling {
  readonly word: string
  readonly energy: 'high' | 'low'
  readonly pleasantness: 'pleasant' | 'unpleasant'
}

/** One quarter of the feelings, to be shown together under its name. */
export interface FeelingGroup {
  readonly name: string
  readonly feelings: readonly Feeling[]
}

/** The answer of somebody who has none of these, which is as good as any of them. */
export const noWordYet = 'no word yet'

const group = (
  name: string,
  energy: Feeling['energy'],
  pleasantness: Feeling['pleasantness'],
  words: readonly string[],
): FeelingGroup => ({ name, feelings: words.map(word => ({ word, energy, pleasantness })) })

/** The feelings as a screen can show them: four groups, each in the order of the alphabet. */
export const feelingGroups: readonly FeelingGroup[] = [
  group('weighed down', 'low', 'unpleasant', [
    'ashamed',
    'disappointed',
    'discouraged',
    'empty',
    'heavy',
    'homesick',
    'hopeless',
    'hurt',
    'lonely',
    'longing',
    'lost',
    'numb',
    'regretful',
    'sad',
    'worn out',
  ]),
  group('stirred up', 'high', 'unpleasant', [
    'afraid',
    'angry',
    'anxious',
    'betrayed',
    'bitter',
    'frustrated',
    'guilty',
    'irritable',
    'jealous',
    'overwhelmed',
    'panicky',
    'raw',
    'restless',
    'tense',
    'torn',
  ]),
  group('settled', 'low', 'pleasant', [
    'at ease',
    'calm',
    'cared for',
    'comforted',
    'content',
    'grateful',
    'grounded',
    'moved',
    'patient',
    'peaceful',
    'relieved',
    'rested',
    'safe',
    'tender',
    'understood',
  ]),
  group('lifted', 'high', 'pleasant', [
    'alive',
    'amused',
    'brave',
    'curious',
    'delighted',
    'determined',
    'eager',
    'excited',
    'free',
    'hopeful',
    'joyful',
    'loving',
    'playful',
    'proud',
    'strong',
  ]),
]

export const feelings: readonly Feeling[] = feelingGroups.flatMap(({ feelings }) => feelings)

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim()
const byWord = new Map(feelings.map(feeling => [feeling.word, feeling]))

/** The feeling a person means by this word, if it is one of ours; case and hyphens do not count. */
export function feelingNamed(text: string): Feeling | undefined {
  return byWord.get(plain(text))
}
