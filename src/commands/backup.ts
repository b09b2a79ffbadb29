import { UserError } from '../errors.ts'

export async function backup(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function restore(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
