import { expect, it } from 'vitest'
import type { PromiseEntry } from '../../src/journal/entry.ts'
import { ownWordsIn } from '../../src/journal/fields/read.ts'
import type { Answers, Value } from '../../src/session/answers.ts'
import { wordsIn } from '../../src/session/answers.ts'
import { entriesFrom } from '../../src/session/entries.ts'
import { questionsFor } from '../../src/themes/questions.ts'
import { themeIds } from '../../src/themes/theme.ts'
import { entryOn, stampAt, sunday } from './builders.ts'

const said = (what: string) => `said of ${what}`

/** A session in which every place for words was filled. */
const talkative: Answers = {
  feelings: [said('feelings')],
  themes: Object.fromEntries(
    themeIds.map(id => {
      const values = questionsFor(id, 'deep').flatMap(question =>
        question.shape.kind === 'text' ? [[question.id, said(`${id}.${question.id}`)]] : [],
      )
      const prompt = { id: 'p', text: 'What?', deeper: 'And?' }
      const words = { text: said(id), deeper: said(`${id}, deeper`) }
      return [id, { prompt, ...words, values: Object.fromEntries(values) as Record<string, Value> }]
    }),
  ),
  promises: {
    one: {
      ...{ outcome: 'changed', text: said('a smaller step') },
      ...{ helped: said('what helped'), obstacle: said('an obstacle') },
    },
  },
  reachout: { person: 'Ana', text: said('a reach-out') },
  plan: { step: said('a plan'), person: 'Ana', due: sunday },
  leave: 3,
  notes: [said('a note')],
}

it('has every word of the entries it makes, for care to look at', () => {
  const promise = {
    ...entryOn('2026-11-01', { kind: 'promise', text: 'x', details: {} }),
    id: 'one',
  }
  const sitting = { session: 's', day: sunday, began: new Date(0), zone: 'UTC' }
  const entries = entriesFrom(talkative, sitting, [promise as PromiseEntry], stampAt())
  const kept = entries.flatMap(ownWordsIn).filter(words => words.startsWith('said'))
  expect(kept.length).toBeGreaterThan(20)
  expect(kept.filter(words => !wordsIn(talkative).includes(words))).toEqual([])
})
