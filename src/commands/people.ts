import { UserError } from '../errors.ts'

export async function addPerson(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function joinPeople(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function listPeople(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function reached(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}

export async function setStatus(): Promise<number | undefined> {
  throw new UserError('This is not built yet.')
}
