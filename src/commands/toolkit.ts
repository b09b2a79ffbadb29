import { UserError } from '../errors.ts'

export async function listTools(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function useTool(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
