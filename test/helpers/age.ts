import { spawnSync } from 'node:child_process'

/** Whether the tool `age` is installed here; `.ci/setup` sees to it. */
export const hasAge =
  spawnSync('age', ['--version']).status === 0 &&
  spawnSync('age-keygen', ['--version']).status === 0

/** Stands behind the name of tests that are skipped without it. */
export const whyNoAge = hasAge ? '' : ' (skipped: the tool `age` is not installed)'
