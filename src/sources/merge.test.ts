import { describe, expect, it } from 'vitest'
import { anActivity } from '../../test/tools/records'
import type { OwnershipMoment } from '../domain/change'
import type { Workload } from '../domain/ownership'
import { instant } from '../domain/units'
import { SourceError } from './contract'
import { merge, type Part } from './merge'

const workload = (id: string, over: Partial<Workload> = {}): Workload => ({ id, name: id, tags: [], ...over })
const part = (source: string, items: readonly Workload[], over: Partial<Part<Workload>> = {}): Part<Workload> => ({
  source,
  items,
  complete: true,
  asOf: instant(100),
  caveats: [],
  pending: false,
  ...over,
})
const ids = (items: readonly Workload[]) => items.map(({ id }) => id)

describe('merge', () => {
  it('puts records of many sources into the order of the query', () => {
    const picture = merge('workloads', {}, [part('a', [workload('c'), workload('e')]), part('b', [workload('d')])])
    expect(ids(picture.items)).toEqual(['c', 'd', 'e'])
    expect(picture.total).toBe(3)
  })

  it('believes the first source and keeps what the other says', () => {
    const picture = merge('workloads', {}, [
      part('a', [workload('x', { tier: 1 })]),
      part('b', [workload('x', { tier: 2, team: 'team:t' })]),
    ])
    expect(picture.items).toEqual([workload('x', { tier: 1, team: 'team:t' })])
    expect(picture.disagreements).toEqual([
      {
        facet: 'workloads',
        id: 'x',
        field: 'tier',
        claims: [
          { source: 'a', value: 1 },
          { source: 'b', value: 2 },
        ],
      },
    ])
    expect(picture.claims.get('x')).toEqual(['a', 'b'])
  })

  it('does not call a missing or empty value a disagreement', () => {
    const picture = merge('workloads', {}, [part('a', [workload('x')]), part('b', [workload('x', { tags: ['pci'] })])])
    expect(picture.disagreements).toEqual([])
    expect(picture.items[0]?.tags).toEqual(['pci'])
  })

  it('adds up what sources keep of the history of a record, each moment once, the newest first', () => {
    const moment = (at: number, what: string) => ({ at: instant(at), what })
    const told = (history: readonly OwnershipMoment[]) => [anActivity({ id: 'a', history })]
    const common = { complete: true, caveats: [], pending: false }
    const picture = merge('activities', {}, [
      { ...common, source: 'a', items: told([moment(3, 'Reviewed'), moment(1, 'Moved')]) },
      { ...common, source: 'b', items: told([moment(2, 'Given'), moment(1, 'Moved')]) },
    ])
    expect(picture.items[0]?.history?.map(({ at }) => at)).toEqual([3, 2, 1])
    expect(picture.disagreements).toEqual([])
  })

  it('lets a dead source cost its own part only, and keeps what it said last', () => {
    const error = new SourceError('unreachable', 'b', 'gone')
    const picture = merge('workloads', {}, [part('a', [workload('c')]), part('b', [workload('d')], { error })])
    expect(ids(picture.items)).toEqual(['c', 'd'])
    expect(picture.parts[1]?.error).toBe(error)
  })

  it('holds back what would come after the last item of a source that has more', () => {
    const picture = merge('workloads', {}, [
      part('a', [workload('a'), workload('m')], { complete: false, total: 9 }),
      part('b', [workload('b'), workload('z')]),
    ])
    expect(ids(picture.items)).toEqual(['a', 'b', 'm'])
    expect(picture.complete).toBe(false)
    expect(picture.total).toBe(11)
  })

  it('says no total where it cannot know: shared records behind the window', () => {
    const picture = merge('workloads', {}, [
      part('a', [workload('a')], { complete: false, total: 9 }),
      part('b', [workload('a')], { complete: false, total: 9 }),
    ])
    expect(picture.total).toBeUndefined()
  })

  it('is no fresher than its oldest part', () => {
    const picture = merge('workloads', {}, [part('a', [], { asOf: instant(7) }), part('b', [], { asOf: instant(5) })])
    expect(picture.asOf).toBe(5)
  })

  it('keeps the order of a single source as it came, whatever it is', () => {
    expect(ids(merge('workloads', {}, [part('a', [workload('z'), workload('a')])]).items)).toEqual(['z', 'a'])
  })
})
