import { UserError } from '../errors.ts'

export async function redo(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function undo(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
