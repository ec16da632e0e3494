import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { formatInstant } from '../../domain/units'
import { incidentOf, problemOf } from './map'
import { incident, listOf, momentOf, oneOf, problem, type Row } from './wire'

const folder = join(process.cwd(), '..', 'shared', 'data', 'payloads', 'servicenow')
const sample = (name: string): unknown => JSON.parse(readFileSync(join(folder, `table-api.${name}.json`), 'utf8'))

describe('a time of the Table API', () => {
  const read = (text: string) => momentOf({ opened_at: text }, 'opened_at')
  it('is UTC though it does not say so, and absent where it is empty', () => {
    expect(formatInstant(read('2016-01-19 04:52:04')!)).toBe('2016-01-19T04:52:04Z')
    expect(read('')).toBeUndefined()
  })
  it.each(['19/01/2016 04:52', '2016-01-19', 'yesterday'])(
    'is refused where it is written as %s, with the field',
    (text) => expect(() => read(text)).toThrow(/opened_at says “.*” where a time such as/),
  )
})

describe.runIf(existsSync(folder))('the samples of the Table API', () => {
  it.each([
    ['get-one-incident', { id: 'INC0000046', state: 'triggered', severity: 3, slaMet: false, reassignments: 1 }],
    ['patch-incident-response', { id: 'INC0000050', state: 'acknowledged', severity: 1, slaMet: true }],
    ['post-incident-response', { id: 'INC0010002', state: 'triggered', severity: 3, reopened: 0, workloads: [] }],
  ])('tell an incident: %s', (name, expected) => {
    const { result } = v.parse(oneOf, sample(name))
    expect(incidentOf(v.parse(incident, result) as Row)).toMatchObject(expected)
  })

  it('tell nothing for what is empty, and keys for what is referred to', () => {
    const { result } = v.parse(oneOf, sample('get-one-incident'))
    const told = incidentOf(v.parse(incident, result) as Row)
    expect(told).toMatchObject({
      team: 'team:8a4dde73c6112278017a6a4baf547aa7',
      problem: 'a9e4890bc6112276003d7a5a5c774a74',
      clocks: { detected: told.opened },
      labels: ['software'],
    })
    expect(told).not.toHaveProperty('assignee')
    expect(told.clocks).not.toHaveProperty('resolved')
  })

  it('tell a problem in the states of older instances', () => {
    const [row] = v.parse(listOf, sample('get-list-problem')).result
    expect(problemOf(v.parse(problem, row) as Row)).toMatchObject({ id: 'PRB0000050', state: 'resolved', fixes: [] })
  })
})
