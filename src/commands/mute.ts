import { UserError } from '../errors.ts'

export async function mute(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function unmute(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
