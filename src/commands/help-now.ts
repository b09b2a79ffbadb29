import { UserError } from '../errors.ts'

export async function addNumber(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function helpNow(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function removeNumber(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
