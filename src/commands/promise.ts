import { UserError } from '../errors.ts'

export async function move(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function promise(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function shrink(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function settle(_c: unknown, _w: string[], _f: unknown): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
