import { describe, expect, it } from 'vitest'
import { missingForRelease } from '../tools/ready-to-release.js'

const ready = {
  version: '1.2.0',
  repository: { url: 'git+https://forge.test/hearten/hearten.git' },
  bugs: 'https://forge.test/hearten/hearten/issues',
  homepage: 'https://forge.test/hearten/hearten#readme',
}
const changelog = '# What changed\n\n## Unreleased\n\n## 1.2.0, 3 May 2027\n\n- More.\n'

describe('a release', () => {
  it('can go out with its addresses and its version in the changelog', () => {
    expect(missingForRelease(ready, changelog)).toEqual([])
  })

  it.each(['repository', 'bugs', 'homepage'])('has "%s" set to a public address', name => {
    for (const value of [
      undefined,
      '',
      'TODO',
      'https://example.com/hearten',
      'https://localhost/',
    ])
      expect(missingForRelease({ ...ready, [name]: value }, changelog)).toEqual([
        `package.json: "${name}" is no public address yet`,
      ])
  })

  it('names its version in the changelog, and leaves nothing unreleased', () => {
    expect(missingForRelease({ ...ready, version: '1.3.0' }, changelog)).toEqual([
      'CHANGELOG.md: there is no "## 1.3.0"',
    ])
    const more = changelog.replace('Unreleased\n', 'Unreleased\n\n- Not out yet.\n')
    expect(missingForRelease(ready, more)).toEqual([
      'CHANGELOG.md: what is under "Unreleased" belongs to this version',
    ])
  })
})
