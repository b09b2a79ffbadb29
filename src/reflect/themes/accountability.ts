import type { Promises } from '../promises.ts'
import { promisesIn } from '../promises.ts'
import type { Quote } from '../quote.ts'
import { quotesFrom } from '../quote.ts'
import type { PageInput } from './page.ts'
import { themeOf } from './theme-of.ts'

export interface AccountabilityPage {
  readonly promises: Promises
  readonly quotes: readonly Quote[]
}

export function accountabilityPage(input: PageInput): AccountabilityPage {
  const { background, from, until, may, quotable } = input
  return {
    promises: promisesIn(background.promises, from, until, may),
    quotes: quotesFrom(
      quotable.filter(entry => themeOf(entry) === 'accountability'),
      1,
      may,
    ),
  }
}
