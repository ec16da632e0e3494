import { describe, expect, it } from 'vitest'
import { anIncident } from '../../test/tools/records'
import { byIncident, countsAsOpen, incidentAsOf, knownBy } from './asOf'
import { type Incident, isOpenAt } from './incident'
import type { TimelineEntry } from './timeline'
import { instant } from './units'

const at = (minutes: number) => instant(minutes * 60_000)
let made = 0
const entry = (minutes: number, over: Partial<TimelineEntry>): TimelineEntry => {
  made += 1
  return { id: `I/${made}`, incident: 'I', at: at(minutes), sequence: made, kind: 'note', ...over }
}
const moved = (minutes: number, from: string, to: string, over: Partial<TimelineEntry> = {}) =>
  entry(minutes, { kind: 'state', from, to, ...over })

/** Opened at 10, acknowledged at 20, resolved at 60, closed at 90: as the record has it long after. */
const recorded = (over: Partial<Incident> = {}) =>
  anIncident({
    id: 'I',
    state: 'closed',
    severity: 2,
    opened: at(10),
    clocks: { started: at(8), detected: at(10), acknowledged: at(20), resolved: at(60), closed: at(90) },
    team: 'team:b',
    ...over,
  })
const life = [
  moved(20, 'triggered', 'acknowledged'),
  moved(60, 'acknowledged', 'resolved'),
  moved(90, 'resolved', 'closed'),
]

describe('incidentAsOf', () => {
  it('is not there before it opened', () => {
    expect(incidentAsOf(recorded(), life, at(9))).toBeUndefined()
    expect(incidentAsOf(recorded(), life, at(10))).toMatchObject({ state: 'triggered' })
  })
  it('is open until it was resolved, and no later moment leaks', () => {
    const then = incidentAsOf(recorded({ factors: ['a bad deploy'], slaMet: false }), life, at(30))
    expect(then).toMatchObject({
      state: 'acknowledged',
      clocks: { started: at(8), detected: at(10), acknowledged: at(20) },
      factors: [],
    })
    expect(Object.keys(then?.clocks ?? {})).toEqual(['started', 'detected', 'acknowledged'])
    expect(then).not.toHaveProperty('slaMet')
    expect(then && isOpenAt(then, at(30))).toBe(true)
    expect(incidentAsOf(recorded(), life, at(10))?.clocks).not.toHaveProperty('acknowledged')
  })
  it('is resolved from that moment on', () => {
    expect(incidentAsOf(recorded(), life, at(60))).toMatchObject({ state: 'resolved', clocks: { resolved: at(60) } })
    expect(incidentAsOf(recorded(), life, at(95))).toMatchObject({ state: 'closed', clocks: { closed: at(90) } })
  })
  it('was with the former team before it was handed over', () => {
    const entries = [entry(40, { kind: 'assignment', from: 'team:a', to: 'team:b' })]
    expect(incidentAsOf(recorded(), entries, at(39))?.team).toBe('team:a')
    expect(incidentAsOf(recorded(), entries, at(40))?.team).toBe('team:b')
    const escalated = [entry(40, { kind: 'escalation', from: 'team:a', to: 'team:b' })]
    expect(incidentAsOf(recorded(), escalated, at(39))?.team).toBe('team:a')
  })
  it('was with nobody before it was given to somebody', () => {
    const entries = [entry(40, { kind: 'assignment', to: 'person:p' })]
    expect(incidentAsOf(recorded({ assignee: 'person:p' }), entries, at(39))).not.toHaveProperty('assignee')
    expect(incidentAsOf(recorded({ assignee: 'person:p' }), entries, at(40))?.assignee).toBe('person:p')
  })
  it('leaves alone who has it when somebody is only paged', () => {
    const entries = [entry(15, { kind: 'escalation', to: 'person:p' })]
    expect(incidentAsOf(recorded(), entries, at(30))).toMatchObject({ team: 'team:b' })
  })
  it('had the severity of that moment', () => {
    const entries = [
      entry(30, { kind: 'severity', from: '3', to: '1' }),
      entry(50, { kind: 'severity', from: '1', to: '2' }),
    ]
    const level = (minutes: number) => incidentAsOf(recorded(), entries, at(minutes))?.severity
    expect([level(29), level(30), level(55)]).toEqual([3, 1, 2])
    expect(incidentAsOf(recorded({ severityText: 'P2' }), entries, at(30))).not.toHaveProperty('severityText')
    expect(
      incidentAsOf(recorded(), [entry(30, { kind: 'severity', from: 'unknown', to: '2' })], at(20)),
    ).not.toHaveProperty('severity')
  })
  it('is open again after it came back, and resolved between', () => {
    const entries = [
      moved(40, 'acknowledged', 'resolved'),
      entry(50, { kind: 'resume', from: 'resolved', to: 'mitigating' }),
      moved(60, 'mitigating', 'resolved'),
    ]
    const then = (minutes: number) => incidentAsOf(recorded({ reopened: 1 }), entries, at(minutes))
    expect(then(45)).toMatchObject({ state: 'resolved', clocks: { resolved: at(40) }, reopened: 0 })
    expect(then(55)).toMatchObject({ state: 'mitigating', reopened: 1 })
    expect(then(55)?.clocks).not.toHaveProperty('resolved')
    expect(then(60)).toMatchObject({ state: 'resolved', clocks: { resolved: at(60) } })
  })
  it('does not know what was written down later', () => {
    const entries = [
      moved(20, 'triggered', 'acknowledged'),
      moved(60, 'acknowledged', 'resolved', { recordedAt: at(75) }),
    ]
    const then = incidentAsOf(recorded(), entries, at(70))
    expect(then?.state).toBe('acknowledged')
    expect(then?.clocks).not.toHaveProperty('resolved')
    expect(incidentAsOf(recorded(), entries, at(75))).toMatchObject({
      state: 'resolved',
      clocks: { resolved: at(60) },
    })
    expect(then && countsAsOpen(recorded(), then, at(70))).toBe(true)
  })
  it('takes the moments for states where no entry tells of them', () => {
    const states = [15, 30, 60, 90].map((minutes) => incidentAsOf(recorded(), [], at(minutes))?.state)
    expect(states).toEqual(['triggered', 'acknowledged', 'resolved', 'closed'])
    expect(incidentAsOf(recorded({ clocks: {}, state: 'resolved' }), [], at(30))?.state).toBe('resolved')
  })
  it('believes rows that carry the whole record, each for its moment', () => {
    const row = (minutes: number, stands: TimelineEntry['stands']) =>
      entry(minutes, { kind: 'note', ...(stands && { stands }) })
    const rows = [
      row(20, { state: 'acknowledged', severity: 3, team: 'team:a', assignee: '', problem: '' }),
      row(40, { state: 'acknowledged', severity: 1, team: '', assignee: 'person:p', problem: 'P-1' }),
    ]
    const then = (minutes: number) => incidentAsOf(recorded({ problem: 'P-1' }), rows, at(minutes))
    expect(then(30)).toMatchObject({ severity: 3, team: 'team:a' })
    expect(then(30)).not.toHaveProperty('problem')
    expect(then(40)).toMatchObject({ severity: 1, assignee: 'person:p', problem: 'P-1' })
    expect(then(40)).not.toHaveProperty('team')
    // Nothing was written yet: what the first row says is not known.
    expect(then(12)).toMatchObject({ state: 'triggered' })
    expect(then(12)).not.toHaveProperty('severity')
    expect(then(12)).not.toHaveProperty('team')
  })
  it('keeps the order of the log within a minute', () => {
    const rows = [moved(30, 'triggered', 'acknowledged'), moved(30, 'acknowledged', 'mitigating')]
    expect(incidentAsOf(recorded(), rows.toReversed(), at(30))?.state).toBe('mitigating')
  })
  it('keeps a state that nobody knows visible', () => {
    expect(incidentAsOf(recorded(), [moved(20, 'triggered', 'Parked')], at(30))?.state).toBe('unknown:Parked')
  })
  it('has the plan, the roles and the problem of that moment', () => {
    const incident = recorded({
      problem: 'P-1',
      roles: [
        { role: 'commander', person: 'person:new' },
        { role: 'scribe', person: 'person:s' },
      ],
      plan: {
        id: 'p',
        title: 'Plan',
        steps: [
          { id: 'one', text: 'One', doneAt: at(50) },
          { id: 'two', text: 'Two', skippedBecause: 'not needed' },
          { id: 'three', text: 'Three', doneAt: at(25) },
        ],
      },
    })
    const entries = [
      entry(30, { kind: 'assignment', to: 'person:old', text: 'commander' }),
      entry(40, { kind: 'assignment', from: 'person:old', to: 'person:new', text: 'commander' }),
      entry(45, { kind: 'plan', from: 'two', to: 'skipped' }),
      entry(80, { kind: 'link', to: 'P-1' }),
    ]
    const then = incidentAsOf(incident, entries, at(35))
    expect(then?.roles).toEqual([
      { role: 'scribe', person: 'person:s' },
      { role: 'commander', person: 'person:old' },
    ])
    expect(then?.plan?.steps).toEqual([
      { id: 'one', text: 'One' },
      { id: 'two', text: 'Two' },
      { id: 'three', text: 'Three', doneAt: at(25) },
    ])
    expect(then).not.toHaveProperty('problem')
    expect(incidentAsOf(incident, entries, at(80))?.problem).toBe('P-1')
    expect(incidentAsOf(incident, entries, at(46))?.plan?.steps[1]).toMatchObject({ skippedBecause: 'not needed' })
  })
  it('has a review only once it was held', () => {
    const review = { summary: 's', heldAt: at(200), factors: [], wentWell: [], lessons: [], sharedWith: [] }
    expect(incidentAsOf(recorded({ review }), life, at(199))).not.toHaveProperty('review')
    expect(incidentAsOf(recorded({ review }), life, at(200))).toHaveProperty('review')
  })
})

it('knows what had happened and was written down', () => {
  expect(knownBy(entry(10, {}), at(10))).toBe(true)
  expect(knownBy(entry(11, {}), at(10))).toBe(false)
  expect(knownBy(entry(5, { recordedAt: at(11) }), at(10))).toBe(false)
})

it('finds the entries of each incident', () => {
  const entries = [entry(1, { incident: 'A' }), entry(2, { incident: 'B' }), entry(3, { incident: 'A' })]
  expect([...byIncident(entries)].map(([id, own]) => [id, own.length])).toEqual([
    ['A', 2],
    ['B', 1],
  ])
})
