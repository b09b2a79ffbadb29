import { UserError } from '../errors.ts'

export async function checkin(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
