import type { CommandGroup } from './table.ts'

/** The commands of each group, so that a line that begins with one of them loads no other group. */
export const groupsByName: readonly { readonly names: string; load(): Promise<CommandGroup> }[] = [
  {
    names: 'today jot checkin promise people toolkit meeting letter',
    load: async () => (await import('./contents/write.ts')).commandsToWrite,
  },
  {
    names: 'review calendar insights list show search again page status',
    load: async () => (await import('./contents/look-back.ts')).commandsToLookBack,
  },
  {
    names: 'edit delete star undo redo erase export import vault backup restore doctor',
    load: async () => (await import('./contents/keep.ts')).commandsToKeep,
  },
  {
    names: 'course urge plan since measure',
    load: async () => (await import('./contents/season.ts')).commandsForASeason,
  },
  {
    names: 'inbox prompts config help-now remind completion demo',
    load: async () =>
      (await import('./contents/set-up.ts')).commandsToSetUp(() => import('./program.ts')),
  },
]

const groupOf = (name: string | undefined) =>
  groupsByName.find(({ names }) => names.split(' ').includes(name ?? ''))

/** Whether it is the name of a command. */
export const isCommand = (name: string | undefined): boolean => groupOf(name) !== undefined

/** Of the table what a line needs: the group of the command it begins with; all of it where it begins with none. */
export async function groupsFor(first: string | undefined): Promise<readonly CommandGroup[]> {
  const found = groupOf(first)
  return found ? [await found.load()] : (await import('./program.ts')).groups
}
