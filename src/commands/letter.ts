import { UserError } from '../errors.ts'

export async function letter(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
