import { describe, expect, it } from 'vitest'
import { aPerson } from '../helpers/cli.ts'
import { scriptedDialogue } from '../helpers/scripted-dialogue.ts'

describe('jot', () => {
  it('keeps the words and says for which day', async () => {
    const cli = aPerson()
    const { code, err } = await cli.run('jot', 'yesterday:', 'we', 'talked')
    expect(code).toBe(0)
    expect(err).toBe('Saved for Saturday 21 November (1 entry that day).\n')
  })

  it('reads a pipe', async () => {
    const cli = aPerson({ input: 'first line\nsecond line' })
    expect((await cli.run('jot')).err).toContain('Saved for Sunday 22 November')
  })

  it('asks where there is somebody to ask', async () => {
    const cli = aPerson({ dialogue: scriptedDialogue([['What is on your mind?', 'a line']]) })
    expect((await cli.run('jot')).code).toBe(0)
  })
})
