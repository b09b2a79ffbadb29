import { UserError } from '../errors.ts'

export async function getSetting(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function listSettings(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function setSetting(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function showPaths(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function unsetSetting(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
