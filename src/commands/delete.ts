import { UserError } from '../errors.ts'

export async function deleteEntries(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
