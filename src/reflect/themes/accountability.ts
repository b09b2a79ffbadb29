import type { Promises } from '../promises.ts'
import { promisesIn } from '../promises.ts'
import type { PageInput } from './page.ts'

export interface AccountabilityPage {
  readonly promises: Promises
}

export const accountabilityPage = ({ whole, from, until, may }: PageInput): AccountabilityPage => ({
  promises: promisesIn(whole.promises, from, until, may),
})
