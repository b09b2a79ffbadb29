import { describe, expect, it } from 'vitest'
import type { EntryOf, ReflectionDetails } from '../../../src/journal/entry.ts'
import { growthPage } from '../../../src/reflect/themes/growth.ts'
import type { ThemeId } from '../../../src/themes/theme.ts'
import { anEntry } from '../../helpers/builders.ts'
import { pageInput, quotedOf } from './page-input.ts'

const page = (...journal: Parameters<typeof pageInput>[0]) => growthPage(pageInput(journal))
const answer = (
  theme: ThemeId,
  details: ReflectionDetails,
  fields: Partial<Omit<EntryOf<'reflection'>, 'day'>> = {},
) => anEntry({ kind: 'reflection', theme, details, ...fields })

describe('the page of learning and growth', () => {
  it('lists what was noticed, with its day and its page, oldest first', () => {
    const first = anEntry({
      ...{ kind: 'reflection', theme: 'growth', day: '2026-11-03' },
      details: { insight: 'Rest is allowed.' },
    })
    const second = anEntry({
      ...{ kind: 'reflection', theme: 'growth', day: '2026-11-09' },
      details: { insight: 'Asking is not begging.' },
    })
    const { noticed, insights } = page(
      ...[first, answer('growth', {}), answer('growth', { insight: ' ' }), second],
    )
    expect(noticed).toBe(2)
    expect(insights).toEqual([
      { id: first.id, day: '2026-11-03', text: 'Rest is allowed.' },
      { id: second.id, day: '2026-11-09', text: 'Asking is not begging.' },
    ])
  })

  it('leaves out what belongs to another theme, or was written for oneself', () => {
    const journal = [
      answer('shared', { insight: 'Of another theme.', source: 'person' }, { text: 'Elsewhere.' }),
      answer('growth', { insight: 'Mine alone.' }, { text: 'Mine alone.', private: true }),
      anEntry({ text: 'A note.' }),
    ]
    // It is counted all the same, as every number is of all pages.
    expect(page(...journal)).toEqual({ noticed: 1, insights: [], sources: [] })
    expect(quotedOf('growth', journal)).toEqual([])
  })

  it('shows no insight that calls for help', () => {
    expect(page(answer('growth', { insight: 'I want to die.' }))).toMatchObject({
      ...{ noticed: 1, insights: [] },
    })
  })

  it('counts where insights came from, the commonest first', () => {
    const found = page(
      answer('growth', { source: 'own' }),
      answer('growth', { source: 'person' }, { private: true }),
      answer('growth', { source: 'person' }),
      answer('growth', {}),
      ...[answer('compassion', { source: 'own' }), answer('compassion', { source: 'own' })],
      anEntry({ kind: 'coping', details: { tool: 'tea' } }),
    )
    expect(found.sources).toEqual([
      { name: 'person', count: 2 },
      { name: 'own', count: 1 },
    ])
  })

  it('has one line of its own, from an answer or from a tool that was tried', () => {
    const texts = (...journal: Parameters<typeof pageInput>[0]) => quotedOf('growth', journal)
    expect(
      texts(answer('growth', {}, { text: 'One line.' }), answer('growth', {}, { text: 'Two.' })),
    ).toHaveLength(1)
    expect(
      texts(anEntry({ kind: 'coping', text: 'Tea it was.', details: { tool: 'tea' } })),
    ).toEqual(['Tea it was.'])
  })
})
