import { describe, expect, it } from 'vitest'
import { memorySource } from '../../../test/tools/memorySource'
import { commandsOf, offerOf } from './offers'

describe('offerOf', () => {
  it('tells what is there and what is not', () => {
    const source = memorySource(
      {},
      { without: ['events', 'timeline', 'problems', 'improvements', 'incidents', 'requests'] },
    )
    expect(offerOf(source)).toEqual({
      tells: 'workloads, activities, owners, and teams and people',
      lacks: 'events, incidents, timelines, problems, improvements, or change requests',
    })
  })
  it('says nothing of lacks when it tells all', () => {
    expect(offerOf(memorySource({})).lacks).toBeUndefined()
  })
})

describe('commandsOf', () => {
  it('says why nothing can be done with a read-only source', () => {
    const { can, cannot } = commandsOf(memorySource({}, { readOnly: true }))
    expect(can).toBeUndefined()
    expect(cannot).toMatch(/^acknowledge or resolve, .*: this source is read-only$/)
  })
  it('names what a source takes', () => {
    expect(commandsOf(memorySource({})).can).toMatch(/^acknowledge or resolve, /)
    expect(commandsOf(memorySource({})).cannot).toBeUndefined()
  })
})
