import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { readRegular } from '../regular-file.ts'
import type { OpenPlanPart, OwnContact } from '../themes/helpline.ts'
import { ifThere } from './file-errors.ts'
import type { SmallFile } from './small-file.ts'

interface Numbers {
  readonly numbers: OwnContact[]
  /** The plan for hard hours, where it may be read without unlocking; else empty. */
  readonly plan: OpenPlanPart[]
  /** Whether something is there that cannot be read. */
  readonly broken: boolean
}

export const helpFile = (dataFolder: string): string => join(dataFolder, 'help.json')

/**
 * The person's own numbers. Never throws: what cannot be read is `broken`. The second copy answers
 * where the file is gone or broken, so that there are numbers when they are needed.
 * @param name of another file beside it, that a sync tool made
 */
export function readNumbers(dataFolder: string, name = 'help.json'): Numbers {
  const file = join(dataFolder, name)
  const own = numbersIn(file)
  if (own && !own.broken) return own
  const copy = numbersIn(`${file}.bak`)
  if (own === undefined) return copy ?? { numbers: [], plan: [], broken: false }
  const names = new Set(own.numbers.map(({ name }) => name))
  const others = copy?.numbers.filter(({ name }) => !names.has(name)) ?? []
  const plan = own.plan.length > 0 ? own.plan : (copy?.plan ?? [])
  return { numbers: [...own.numbers, ...others], plan, broken: true }
}

function numbersIn(path: string): Numbers | undefined {
  try {
    const bytes = ifThere(() => readRegular(path))
    if (bytes === undefined) return undefined
    const { version, numbers, plan = [] } = JSON.parse(String(bytes))
    if (version !== 1 || !Array.isArray(numbers) || !Array.isArray(plan)) throw new TypeError()
    const readable = numbers.filter(isNumber)
    const parts = plan.filter(isPlanPart)
    const broken = readable.length < numbers.length || parts.length < plan.length
    return { numbers: readable, plan: parts, broken }
  } catch {
    return { numbers: [], plan: [], broken: true }
  }
}

/**
 * @param change gets the numbers as they are when nobody else changes them
 * @throws UserError when it cannot be written, or when what is there cannot be read and would be lost
 */
export const changeNumbers = (
  place: Omit<SmallFile, 'file'>,
  change: (numbers: readonly OwnContact[]) => readonly OwnContact[],
): Promise<void> => changeHelp(place, ({ numbers, plan }) => ({ numbers: change(numbers), plan }))

/** Has these parts of the plan readable without unlocking anything; none takes them away. @throws UserError as above */
export const openPlan = (
  place: Omit<SmallFile, 'file'>,
  plan: readonly OpenPlanPart[],
): Promise<void> => changeHelp(place, ({ numbers }) => ({ numbers, plan }))

interface Open {
  readonly numbers: readonly OwnContact[]
  readonly plan: readonly OpenPlanPart[]
}

async function changeHelp(
  place: Omit<SmallFile, 'file'>,
  change: (before: Open) => Open,
): Promise<void> {
  const file = helpFile(place.folder)
  // Loaded here, so that reading stays instant.
  const { inTurns, writeTwice } = await import('./small-file.ts')
  await inTurns({ ...place, file }, () => {
    const { broken, ...before } = readNumbers(place.folder)
    const { numbers, plan } = change(before)
    if (broken)
      throw new UserError(
        `${file} could not be read whole, so nothing was written over it.\nMove it away or mend it, then try again.`,
      )
    const text = `${JSON.stringify({ version: 1, numbers, ...(plan.length > 0 && { plan }) }, null, 2)}\n`
    writeTwice({ ...place, file }, Buffer.from(text))
  })
}

function isPlanPart(value: unknown): value is OpenPlanPart {
  const { name, text } = (value ?? {}) as Record<string, unknown>
  return [name, text].every(it => typeof it === 'string')
}

function isNumber(value: unknown): value is OwnContact {
  const { name, number, addedOn } = (value ?? {}) as Record<string, unknown>
  return [name, number, addedOn].every(it => typeof it === 'string')
}
