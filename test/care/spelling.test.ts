import { expect, it } from 'vitest'
import { plainWords } from '../../src/care/spelling.ts'

it.each([
  // As it should be, or unknown
  ['soup', 'soup'],
  ['', ''],
  // Contractions, by a list and by rule
  ["can't", 'can not'],
  ['dont', 'do not'],
  ["isn't", 'is not'],
  ["needn't", 'need not'],
  ["i'm", 'i am'],
  ["we're", 'we are'],
  ["they've", 'they have'],
  ["she'll", 'she will'],
  ["he'd", 'he would'],
  ["he's", 'he is'],
  ["where's", 'where is'],
  ["mara's", "mara 's"],
  ["couldn't've", 'could not have'],
  ["u've", 'you have'],
  ["ppl's", "people 's"],
  ["rock'n'roll", "rock'n'roll"],
  ["cut't", "cut't"],
  ["'s", "'s"],
  // Slang and misspellings; one word may stand for several
  ['kms', 'kill myself'],
  ['m8s', 'friends'],
  ['wnat', 'want'],
  // Letters that are hidden, and words that are none
  ['su1cide', 'suicide'],
  ['d1e', 'die'],
  ['z0o', 'zoo'],
  ['a5k', 'ask'],
  ['h@te', 'hate'],
  ['k1', 'k1'],
  ['7pm', '7pm'],
  ['12', '12'],
  ['1d1e', '1d1e'],
  ['@home', '@home'],
  ['{ab1', '{ab1'],
  ['éab1', 'éab1'],
  // Three of a letter and more are one; two stay
  ['dieee', 'die'],
  ['1999', '1999'],
  ['2000', '2000'],
  ['dddie', 'die'],
  ['noooooo', 'no'],
  ['too', 'too'],
  ['killll', 'kill'],
  ['wntttt', 'want'],
  ["i'mmm", 'i am'],
])('%s means %s', (written, meant) => {
  expect(plainWords(written).join(' ')).toBe(meant)
})
