import type { Journal } from '../store/journal.ts'

/** Said of a journal without entries. What was begun and waits as a draft is not nothing. */
export const nothingHere = async ({ drafts }: Journal): Promise<string> =>
  (await drafts.list()).length > 0
    ? 'Nothing is saved here yet. What was begun is kept: `hearten` picks it up.'
    : 'There is nothing here yet. `hearten` begins, whenever you like.'
