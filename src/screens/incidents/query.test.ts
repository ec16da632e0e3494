import { describe, expect, it } from 'vitest'
import { anIncident } from '../../../test/tools/records'
import { incidentRules } from '../../domain/query/incident'
import { instant } from '../../domain/units'
import { type Filters, isListed, toQuery } from './query'

const plain: Filters = {
  text: '',
  status: 'all',
  severities: [],
  states: [],
  teams: [],
  people: [],
  workloads: [],
  problems: [],
  labels: [],
  lacks: [],
  limits: [],
  order: 'newest',
  range: 'all',
}
const at = (text: string) => instant(Date.parse(text))
const anchor = at('2026-11-20T09:42:17Z')
const matches = (filters: Partial<Filters>, over: Parameters<typeof anIncident>[0]) =>
  incidentRules.matcher(toQuery({ ...plain, ...filters }, anchor))(anIncident(over))

describe('toQuery', () => {
  it('asks for everything without filters', () => {
    expect(toQuery(plain, anchor)).toEqual({ order: 'newest' })
    expect(isListed(plain)).toBe(false)
    expect(isListed({ ...plain, severities: [1] })).toBe(true)
  })
  it('finds open ones by what is recorded, whatever the hour, also in states nobody knows', () => {
    expect(matches({ status: 'open' }, { id: 'a' })).toBe(true)
    expect(matches({ status: 'open' }, { id: 'a', state: 'unknown:paused' })).toBe(true)
    expect(matches({ status: 'open' }, { id: 'a', state: 'closed' })).toBe(false)
    expect(matches({ status: 'open' }, { id: 'a', clocks: { resolved: at('2030-01-01T00:00:00Z') } })).toBe(false)
  })
  it('begins a range on a full hour, so that answers can be shared', () => {
    expect(toQuery({ ...plain, range: '24h' }, anchor)).toEqual({
      order: 'newest',
      openedFrom: at('2026-11-19T09:00:00Z'),
    })
  })
  it('believes the moments of a link more than the range', () => {
    const from = at('2026-01-01T00:00:00Z')
    expect(toQuery({ ...plain, range: '7d', from }, anchor).openedFrom).toBe(from)
    expect(toQuery({ ...plain, range: '7d', to: from }, anchor)).toEqual({ order: 'newest', openedTo: from })
  })
  it('finds what burned between two moments, whenever it opened', () => {
    const [from, to] = [at('2026-01-01T00:00:00Z'), at('2026-01-02T00:00:00Z')]
    expect(toQuery({ ...plain, from, to, burning: true }, anchor)).toEqual({
      order: 'newest',
      burningFrom: from,
      burningTo: to,
    })
  })
  it('keeps incidents without a severity apart', () => {
    const { severity: _severity, ...unknown } = anIncident({ id: 'a' })
    const wants = incidentRules.matcher(toQuery({ ...plain, severities: [0] }, anchor))
    expect([wants(unknown), wants(anIncident({ id: 'b', severity: 1 }))]).toEqual([true, false])
  })
})
