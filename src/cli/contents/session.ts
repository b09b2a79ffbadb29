import { command, sessionFlags } from '../table.ts'

/** `hearten` on its own is `hearten today`. */
export const session = command({
  use: 'today',
  about: "today's guided session; goes on with an unfinished one",
  flags: sessionFlags,
  load: async () => (await import('../../commands/today.ts')).today,
})
