import { UserError } from '../errors.ts'

export async function review(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
