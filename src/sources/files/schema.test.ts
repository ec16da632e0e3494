import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { schemaModule } from '../../../test/tools/schemas'
import { recipes } from './recipes'
import { checkOf } from './schema'
import { ownershipSchema, workspaceSchema } from './schemas.generated'

describe('the published schemas', () => {
  it('are the ones the code checks with: run npm run schemas after a change', () => {
    expect(readFileSync('src/sources/files/schemas.generated.ts', 'utf8')).toBe(schemaModule())
  })

  it('know every kind of file that can be read', () => {
    const { kind } = workspaceSchema.$defs.file.properties
    expect(kind.enum.toSorted()).toEqual(['ownership', 'table', ...recipes.map(({ name }) => name)].toSorted())
  })

  it('describe every property', () => {
    const bare = Object.entries({ ...workspaceSchema.properties, ...workspaceSchema.$defs.file.properties }).flatMap(
      ([name, property]) => ('description' in property ? [] : [name]),
    )
    expect(bare).toEqual([])
  })

  it.each([
    ['#/$defs/team', { id: 'a', name: 'A' }, undefined],
    ['#/$defs/team', { id: '' }, /id: It is empty/],
    ['#/$defs/activity', { name: 'a', A: { partie: 'x' } }, /“partie” is not known here/],
    ['#/$defs/activity', { name: 'a', A: [{ party: 'x' }, 'y'] }, undefined],
    ['#/$defs/workload', { id: 'a', tier: 'one' }, /tier: It should be integer, not string/],
    ['#', { teams: [{ id: 'a' }] }, undefined],
  ])('%s on %j', (pointer, value, reason) => {
    const complaint = checkOf(ownershipSchema, pointer)(value)
    expect(complaint?.reason ?? 'fits').toMatch(reason ?? /^fits$/)
  })
})
