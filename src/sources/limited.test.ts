import { describe, expect, it } from 'vitest'
import { memorySource } from '../../test/tools/memorySource'
import { world } from '../../mocks/world'
import type { SourceError } from './contract'
import { limited } from './limited'

const { holdings } = world()
const call = { signal: new AbortController().signal }
const whole = { limit: 100_000 }
const [one, other] = holdings.workloads.map(({ id }) => id)
const team = holdings.incidents.find((incident) => incident.team !== undefined)?.team ?? ''
const open = (limits: Parameters<typeof limited>[1]) => limited(memorySource(holdings), limits, () => 0)

describe('limited', () => {
  it('tells the facets that are wanted and no others', () => {
    expect(Object.keys(open({ facets: ['incidents', 'timeline'] }).readers)).toEqual(['incidents', 'timeline'])
  })

  it('names a facet that the source does not tell', () => {
    const source = memorySource(holdings, { without: ['events'] })
    expect(() => limited(source, { facets: ['events'] }, () => 0)).toThrow(
      expect.objectContaining<Partial<SourceError>>({
        fault: 'unsupported',
        message: expect.stringContaining('events') as string,
      }),
    )
  })

  it('lists, gets and counts incidents of the workloads and teams that are wanted only', async () => {
    const { incidents } = open({ workloads: [one ?? ''], teams: [team] }).readers
    const page = await incidents?.list({}, whole, call)
    const expected = holdings.incidents.filter((each) => each.workloads.includes(one ?? '') && each.team === team)
    expect(new Set(page?.items.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)))
    expect(page?.total).toBe(expected.length)
    const outside = holdings.incidents.find((each) => each.team !== team)
    expect(await incidents?.get(outside?.id ?? '', call)).toBeUndefined()
    const answer = await incidents?.summarise?.({ query: {}, by: [], zone: 'UTC', now: page!.asOf }, call)
    expect(answer?.summary.cells.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length)
  })

  it('answers a question for what lies outside with nothing', async () => {
    const { incidents, workloads } = open({ workloads: [one ?? ''] }).readers
    expect(await incidents?.list({ workloads: [other ?? ''] }, whole, call)).toMatchObject({ items: [], total: 0 })
    expect((await workloads?.list({}, whole, call))?.items.map(({ id }) => id)).toEqual([one])
  })
})
