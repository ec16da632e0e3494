import { describe, expect, it } from 'vitest'
import type { Incident } from './incident'
import { phasesOf, resumptionsOf } from './phases'
import type { TimelineEntry } from './timeline'
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

const entry = (sequence: number, at: number, over: Partial<TimelineEntry>): TimelineEntry => ({
  id: `e${sequence}`,
  incident: 'I',
  at: instant(at * 60_000),
  sequence,
  kind: 'state',
  ...over,
})
const minutes = (at: number) => instant(at * 60_000)

describe('an end that did not last', () => {
  const log = [
    entry(1, 9, { from: 'triggered', to: 'acknowledged' }),
    entry(2, 60, { from: 'mitigating', to: 'resolved' }),
    entry(3, 70, { from: 'resolved', to: 'closed' }),
    entry(4, 90, { kind: 'resume', from: 'closed', to: 'mitigating' }),
    entry(5, 95, { kind: 'note', text: 'It is back.' }),
  ]
  it('is found in the timeline, from when it was first thought over', () => {
    expect(resumptionsOf(log)).toEqual([{ ended: minutes(60), at: minutes(90) }])
    expect(resumptionsOf([])).toEqual([])
    expect(resumptionsOf([entry(1, 5, { kind: 'resume', to: 'mitigating' })])).toEqual([{ at: minutes(5) }])
  })
  it('does not count where the reopening was taken back', () => {
    const undone = [...log, entry(6, 91, { kind: 'state', from: 'mitigating', to: 'closed', undoes: 'e4' })]
    expect(resumptionsOf(undone)).toEqual([])
  })
  it('is a phase, and what follows goes on from it', () => {
    const open = incident({ started: 0, detected: 5, acknowledged: 9 }, 'mitigating')
    const told = phasesOf(open, instant(50), [{ ended: instant(20), at: instant(30) }])
    expect(told.phases.map(({ from, to, length }) => [from, to, length])).toEqual([
      ['started', 'detected', 5],
      ['detected', 'acknowledged', 4],
      ['acknowledged', 'resolved', 11],
      ['resolved', 'resumed', 10],
      ['resumed', undefined, 20],
    ])
    expect(told.missing).toEqual(['mitigated'])
  })
  it('stands before the end that did, and once where the source kept the first', () => {
    const kept = incident({ detected: 0, resolved: 20, closed: 60 })
    const moments = phasesOf(kept, instant(90), [{ ended: instant(20), at: instant(30) }]).phases
    expect(moments.map(({ from, to }) => [from, to])).toEqual([
      ['detected', 'resolved'],
      ['resolved', 'resumed'],
      ['resumed', 'closed'],
    ])
    const last = incident({ detected: 0, resolved: 50 })
    const again = phasesOf(last, instant(90), [
      { ended: instant(10), at: instant(12) },
      { ended: instant(20), at: instant(30) },
    ]).phases
    expect(again.map(({ from, to, length }) => [from, to, length])).toEqual([
      ['detected', 'resolved', 10],
      ['resolved', 'resumed', 2],
      ['resumed', 'resolved', 8],
      ['resolved', 'resumed', 10],
      ['resumed', 'resolved', 20],
    ])
  })
})
