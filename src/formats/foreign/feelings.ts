import { feelingNamed } from '../../themes/feelings.ts'

/**
 * Words that other journals offer, by the word of ours that lies nearest: as pleasant, with as much
 * energy. What is in no list stays the person's own word.
 */
const near: Readonly<Record<string, readonly string[]>> = {
  // Low energy, unpleasant.
  ashamed: ['embarrassed', 'humiliated', 'shame'],
  disappointed: ['let down'],
  discouraged: ['drained', 'pessimistic'],
  empty: ['bored', 'apathetic', 'indifferent', 'meh'],
  heavy: ['depressed', 'miserable', 'down', 'glum'],
  hopeless: ['despairing', 'helpless', 'trapped'],
  lonely: ['alone', 'isolated', 'excluded', 'disconnected'],
  numb: ['spent'],
  regretful: ['remorseful'],
  sad: ['unhappy', 'sadness', 'grieving', 'grief'],
  'worn out': ['tired', 'exhausted', 'fatigued', 'burned out', 'burnt out'],
  // High energy, unpleasant.
  afraid: ['scared', 'frightened', 'terrified', 'fearful'],
  angry: ['furious', 'enraged', 'livid', 'mad'],
  anxious: ['worried', 'nervous', 'apprehensive', 'uneasy', 'concerned'],
  frustrated: ['impatient'],
  irritable: ['irritated', 'annoyed', 'peeved'],
  jealous: ['envious'],
  overwhelmed: ['stressed', 'pressured', 'under pressure'],
  panicky: ['panicked'],
  guilty: ['guilt'],
  restless: ['on edge', 'jittery'],
  // Low energy, pleasant.
  'at ease': ['relaxed', 'comfortable', 'chill', 'carefree', 'mellow'],
  content: ['satisfied', 'fulfilled', 'pleasant'],
  grateful: ['thankful', 'blessed', 'appreciative', 'gratitude'],
  moved: ['touched'],
  peaceful: ['serene', 'tranquil', 'peace'],
  relieved: ['relief'],
  safe: ['secure'],
  understood: ['heard', 'accepted'],
  'cared for': ['supported', 'loved'],
  // High energy, pleasant.
  amused: ['entertained', 'amazed'],
  brave: ['courageous'],
  curious: ['interested', 'intrigued', 'inspired'],
  delighted: ['thrilled', 'elated', 'ecstatic'],
  determined: ['motivated', 'focused'],
  excited: ['enthusiastic', 'exhilarated'],
  hopeful: ['optimistic', 'encouraged'],
  joyful: ['happy', 'cheerful', 'joyous', 'happiness', 'joy'],
  loving: ['affectionate'],
  proud: ['accomplished', 'successful'],
  strong: ['confident', 'empowered'],
  alive: ['energized', 'energised', 'energetic', 'upbeat'],
}

const ours = new Map(
  Object.entries(near).flatMap(([word, theirs]) => theirs.map(other => [other, word] as const)),
)

/** Words that may be feelings or anything else, as people or work: which of them are feelings, and the rest. */
export function feelingsAmong(words: readonly string[]): { feelings: string[]; others: string[] } {
  const isFeeling = (word: string) => feelingNamed(feelingMeant(word)) !== undefined
  return { feelings: words.filter(isFeeling), others: words.filter(word => !isFeeling(word)) }
}

/** Our word for a feeling; else the word itself, in lower case. */
export function feelingMeant(word: string): string {
  const plain = word.trim().toLowerCase()
  return feelingNamed(plain)?.word ?? ours.get(plain) ?? plain
}
