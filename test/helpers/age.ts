import { spawnSync } from 'node:child_process'
import type { TestContext } from 'vitest'
import { needs } from '../e2e/program.ts'

const isThere = ['age', 'age-keygen'].every(it => spawnSync(it, ['--version']).status === 0)

/** Skips a test, and says so, where the tool `age` is not installed; `.ci/setup` installs it. */
export const needsAge = (context: TestContext): void => needs(context, isThere, 'the tool `age`')
