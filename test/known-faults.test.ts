import { expect, it } from 'vitest'
import { faultsIn } from '../tools/known-faults.js'

it('names each fault that is known, and says why where nobody knows', () => {
  const metadata = { vulnerabilities: { total: 1 } }
  const vulnerabilities = { leaky: { severity: 'high', range: '<2.0.1' } }
  expect(faultsIn(JSON.stringify({ metadata, vulnerabilities })).found).toEqual([
    'leaky <2.0.1: high',
  ])
  expect(faultsIn(JSON.stringify({ metadata, vulnerabilities: {} }))).toEqual({ found: [] })
  const refused = { message: '405 - POST https://registry.example/', statusCode: 405 }
  expect(faultsIn(JSON.stringify(refused)).skipped).toBe(
    'the registry answers 405 when it is asked',
  )
  const offline = { error: { code: 'ENOTFOUND', summary: 'registry.example' } }
  expect(faultsIn(JSON.stringify(offline)).skipped).toContain('ENOTFOUND')
  expect(faultsIn('').skipped).toBe('npm audit gave no answer')
})
