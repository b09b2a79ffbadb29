import { expect, it } from 'vitest'
import { groups } from '../../src/cli/program.ts'
import { scaleFlag } from '../../src/desk/flags.ts'
import { questions } from '../../src/themes/questions.ts'
import { energyScale, moodScale, ratings, stepMeant } from '../../src/themes/scales.ts'

const flags = groups
  .flatMap(([, entries]) => entries.flatMap(entry => [entry, ...(entry.actions ?? [])]))
  .flatMap(({ flags = [] }) => flags.map(([form]) => form))
  .filter(form => /1-5>$/.test(form))
  .map(form => form.split(' ')[0] ?? '')

/** What a flag calls its own words, in what it says when it cannot read one. */
function wordsOf(flag: string): string[] {
  try {
    scaleFlag('zzz', flag)
  } catch (error) {
    const [, words = ''] = /Its words are: (.*?)\. Nothing/.exec((error as Error).message) ?? []
    return words.split(', ').filter(Boolean)
  }
  return []
}

it.each([...new Set(flags)])(
  '%s takes its number, its words, and both as forms show them',
  flag => {
    const words = wordsOf(flag)
    const scales = [moodScale.words, energyScale.words, ...Object.values(ratings)]
    expect(scales.map(scale => Object.values(scale).join())).toContain(words.join())
    const [low = '', high = ''] = [words[0], words.at(-1)]
    expect([low, high, `1 ${low}`, '4'].map(said => scaleFlag(said, flag))).toEqual([1, 5, 1, 4])
  },
)

it('is tried for every such flag', () => {
  expect(flags).toEqual(
    expect.arrayContaining(['--mood', '--expected', '--confidence', '--hope-after']),
  )
})

it('a question takes the words that it shows', () => {
  for (const { shape } of questions)
    if (shape.kind === 'scale')
      for (const [step, word] of Object.entries(shape.words))
        expect(stepMeant(word, shape.words)).toBe(Number(step))
})
