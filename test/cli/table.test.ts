import { describe, expect, it } from 'vitest'
import { again, command } from '../../src/cli/table.ts'
import type { Context } from '../../src/context.ts'

const load = async () => async (_: Context, __: string[], flags: { caredFor?: string }) => {
  void flags
  return undefined
}
const entry = { use: 'x', about: 'x', load }

/** What the compiler refuses here is refused in the table of contents. */
describe('a line of the table', () => {
  it('is tied to the flags its action takes', () => {
    expect(command({ ...entry, flags: [['--cared-for <1-5>', 'x']] })).toMatchObject(entry)
    // @ts-expect-error the action takes another flag
    command({ ...entry, flags: [['--cared-four <1-5>', 'x']] })
    // @ts-expect-error the action takes one flag more
    command(entry)
    // @ts-expect-error nobody takes the second flag
    command({
      ...entry,
      flags: [
        ['--cared-for <1-5>', 'x'],
        ['--other', 'x'],
      ],
    })
    // @ts-expect-error the action takes words, and this is a yes or no
    command({ ...entry, flags: [['--cared-for', 'x']] })
    // @ts-expect-error the action takes one word, and this gives several
    command({ ...entry, flags: [again('--cared-for <1-5>', 'x')] })
  })
})
