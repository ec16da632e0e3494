import { describe, expect, it } from 'vitest'
import { instant } from '../../../domain/units'
import { listSearch } from './LaneList'

const look = { from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2026, 0, 2)) }
const read = (search: string) => Object.fromEntries(new URLSearchParams(search))

describe('listSearch', () => {
  it('is the table of the same window, of that lane, with the other filters as they are', () => {
    expect(read(listSearch('?view=timeline&range=28d&by=team&severity=1&id=I-1', 'team', 'team:a', look))).toEqual({
      view: 'table',
      by: 'team',
      severity: '1',
      team: 'team:a',
      about: 'burning',
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-02T00:00:00Z',
    })
  })
  it('lists the whole window where the lane is of those that have none; an unknown severity can be asked for', () => {
    expect(read(listSearch('', 'problem', '', look))).not.toHaveProperty('problem')
    expect(read(listSearch('', 'severity', '', look))).toMatchObject({ severity: '0' })
  })
  it('tells a comma of a name from one between two', () => {
    expect(new URLSearchParams(listSearch('', 'workload', 'a,b', look)).get('workload')).toBe('a%2Cb')
  })
})
