import { describe, expect, it } from 'vitest'
import type { Incident } from './incident'
import { phasesOf } from './phases'
import { instant } from './units'

const incident = (clocks: Record<string, number>, state: Incident['state'] = 'closed'): Incident => ({
  id: 'I',
  title: 'I',
  state,
  opened: instant(clocks.detected ?? clocks.started ?? 0),
  clocks: Object.fromEntries(Object.entries(clocks).map(([name, at]) => [name, instant(at)])),
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
})
const brief = (given: Incident, now = 100) =>
  phasesOf(given, instant(now)).phases.map(({ from, to, length, kind }) => [from, to, length, kind])

describe('phasesOf', () => {
  it('tells the time between moments that follow each other', () => {
    const whole = incident({ started: 0, detected: 5, acknowledged: 9, mitigated: 40, resolved: 60, closed: 80 })
    expect(brief(whole)).toEqual([
      ['started', 'detected', 5, 'ended'],
      ['detected', 'acknowledged', 4, 'ended'],
      ['acknowledged', 'mitigated', 31, 'ended'],
      ['mitigated', 'resolved', 20, 'ended'],
      ['resolved', 'closed', 20, 'ended'],
    ])
    expect(phasesOf(whole, instant(100)).missing).toEqual([])
  })
  it('goes on from the last moment while it burns', () => {
    expect(brief(incident({ started: 0, detected: 5, acknowledged: 9 }, 'mitigating'), 50).at(-1)).toEqual([
      'acknowledged',
      undefined,
      41,
      'open',
    ])
  })
  it('joins the neighbours of a moment that is missing, and names it', () => {
    const given = incident({ detected: 5, resolved: 60 }, 'closed')
    expect(brief(given)).toEqual([['detected', 'resolved', 55, 'ended']])
    expect(phasesOf(given, instant(100)).missing).toEqual(['started', 'acknowledged', 'mitigated', 'closed'])
  })
  it('names what the state says must have been', () => {
    expect(phasesOf(incident({ started: 0, detected: 1 }, 'mitigating'), instant(9)).missing).toEqual(['acknowledged'])
    expect(phasesOf(incident({ started: 0, detected: 1 }, 'triggered'), instant(9)).missing).toEqual([])
    expect(phasesOf(incident({}, 'unknown:odd'), instant(9))).toEqual({ phases: [], missing: [] })
  })
  it('keeps a negative time as the fault that it is', () => {
    expect(brief(incident({ started: 10, detected: 4, resolved: 20 }))).toEqual([
      ['started', 'detected', -6, 'fault'],
      ['detected', 'resolved', 16, 'ended'],
    ])
  })
  it('does not go on before its own last moment', () => {
    expect(brief(incident({ detected: 50, acknowledged: 60 }, 'acknowledged'), 55)).toEqual([
      ['detected', 'acknowledged', 10, 'ended'],
    ])
  })
})
