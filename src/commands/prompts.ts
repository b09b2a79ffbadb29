import { UserError } from '../errors.ts'

export async function addPrompt(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function listPrompts(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function mutePrompt(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function showPrompt(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function unmutePrompt(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
