import { describe, expect, it } from 'vitest'
import { applyCommand, type Held, isRefusal } from './apply'
import type { Command } from './command'
import type { Incident } from './incident'
import type { Activity } from './ownership'
import { day24, duration, instant } from './units'

const opened = instant(1_000_000)
const at = instant(1_600_000)

const incident = (over: Partial<Incident> = {}): Incident => ({
  id: 'INC-1',
  title: 'Card payments failing',
  severity: 2,
  state: 'triggered',
  opened,
  clocks: { detected: opened },
  workloads: ['ledger'],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  version: '7',
  ...over,
})

const activity: Activity = {
  id: 'rotate',
  name: 'Rotate certificates',
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  review: { every: day24, reviewers: ['person:ada'], approvers: [] },
}

const holding = (record: Incident): Held => ({
  incident: (id) => (id === record.id ? record : undefined),
  event: () => undefined,
  entry: () => undefined,
  carried: () => undefined,
  activity: (id) => (id === activity.id ? activity : undefined),
  request: () => undefined,
  improvement: () => undefined,
  problem: () => undefined,
  party: () => undefined,
  assignments: () => [],
  openRequests: () => [],
  nextSequence: () => 5,
})

const carryOut = (command: Command, record = incident(), version?: string) =>
  applyCommand({ key: 'k1', actor: 'Ada', at, command, ...(version !== undefined && { version }) }, holding(record))

const changed = (command: Command, record?: Incident) => {
  const outcome = carryOut(command, record)
  if (isRefusal(outcome)) throw new Error(outcome.reason)
  return outcome
}

describe('applyCommand', () => {
  it('stamps the clock that a state reaches, counts the version on and tells it in the timeline', () => {
    const { incidents, timeline } = changed({ kind: 'set-state', incident: 'INC-1', to: 'acknowledged' })
    expect(incidents[0]).toMatchObject({
      state: 'acknowledged',
      version: '8',
      clocks: { detected: opened, acknowledged: at },
    })
    expect(timeline).toEqual([
      {
        id: 'INC-1/k1',
        incident: 'INC-1',
        at,
        recordedAt: at,
        sequence: 5,
        actor: 'Ada',
        kind: 'state',
        from: 'triggered',
        to: 'acknowledged',
      },
    ])
  })

  it('makes the next update due after the interval of the plan, and moves nothing back', () => {
    const plan = { id: 'P', title: 'P', steps: [], updateEvery: duration(900_000) }
    const said = (record: Incident, when?: number, entry: 'update' | 'note' = 'update') =>
      changed(
        {
          kind: 'add-entry',
          incident: 'INC-1',
          entry,
          text: 'Half is back.',
          ...(when !== undefined && { at: instant(when) }),
        },
        record,
      ).incidents[0]?.updateDue
    expect(said(incident({ plan, updateDue: instant(1_700_000) }))).toBe(2_500_000)
    expect(said(incident({ plan }))).toBe(2_500_000)
    expect(said(incident({ plan, updateDue: instant(1_700_000) }), 600_000)).toBe(1_700_000)
    expect(said(incident({ plan }), undefined, 'note')).toBeUndefined()
    expect(said(incident({ updateDue: instant(1_700_000) }))).toBe(1_700_000)
  })

  it('never moves an acknowledgement that is there', () => {
    const early = instant(1_100_000)
    const record = incident({ state: 'acknowledged', clocks: { detected: opened, acknowledged: early } })
    expect(
      changed({ kind: 'set-state', incident: 'INC-1', to: 'mitigating' }, record).incidents[0]?.clocks.acknowledged,
    ).toBe(early)
  })

  it('takes resolution and closing back when the incident resumes, and counts it', () => {
    const record = incident({ state: 'closed', clocks: { detected: opened, resolved: at, closed: at } })
    const { incidents, timeline } = changed({ kind: 'set-state', incident: 'INC-1', to: 'mitigating' }, record)
    expect(incidents[0]?.clocks).toEqual({ detected: opened, acknowledged: at })
    expect(incidents[0]?.reopened).toBe(1)
    expect(timeline[0]?.kind).toBe('resume')
  })

  it('counts a change of team as a reassignment, a change of person not', () => {
    const record = incident({ team: 'team:a' })
    expect(changed({ kind: 'assign', incident: 'INC-1', team: 'team:b' }, record).incidents[0]?.reassignments).toBe(1)
    expect(
      changed({ kind: 'assign', incident: 'INC-1', person: 'person:x' }, record).incidents[0]?.reassignments,
    ).toBeUndefined()
  })

  it('keeps one commander but many responders', () => {
    const roles = [
      { role: 'commander' as const, person: 'person:x' },
      { role: 'responder' as const, person: 'person:x' },
    ]
    const taken = (role: 'commander' | 'responder') =>
      changed({ kind: 'take-role', incident: 'INC-1', role, person: 'person:y' }, incident({ roles })).incidents[0]
        ?.roles.length
    expect(taken('commander')).toBe(2)
    expect(taken('responder')).toBe(3)
  })

  it('keeps both the time an entry happened and the time it was written', () => {
    const entry = changed({ kind: 'add-entry', incident: 'INC-1', entry: 'note', text: 'seen earlier', at: opened })
      .timeline[0]
    expect(entry).toMatchObject({ at: opened, recordedAt: at, kind: 'note', text: 'seen earlier' })
  })

  it('links and unlinks a problem', () => {
    const linked = changed({ kind: 'link-problem', incident: 'INC-1', problem: 'PRB-1' }).incidents[0]
    expect(linked?.problem).toBe('PRB-1')
    expect(changed({ kind: 'link-problem', incident: 'INC-1' }, linked).incidents[0]).not.toHaveProperty('problem')
  })

  it('marks an activity reviewed, keeping its policy', () => {
    const { activities } = changed({ kind: 'mark-reviewed', activity: 'rotate' })
    expect(activities[0]?.review).toEqual({ every: day24, last: at, reviewers: ['person:ada'], approvers: [] })
  })

  it.each<[string, Command, Partial<Incident>, string]>([
    ['an unknown incident', { kind: 'set-state', incident: 'INC-9', to: 'resolved' }, {}, 'unknown'],
    ['an unknown activity', { kind: 'mark-reviewed', activity: 'none' }, {}, 'unknown'],
    [
      'a state that may not follow',
      { kind: 'set-state', incident: 'INC-1', to: 'acknowledged' },
      { state: 'resolved' },
      'unlawful',
    ],
    ['the severity it has', { kind: 'set-severity', incident: 'INC-1', to: 2, reason: 'x' }, {}, 'unlawful'],
    ['an empty note', { kind: 'add-entry', incident: 'INC-1', entry: 'note', text: '  ' }, {}, 'unlawful'],
    ['an assignment to nobody', { kind: 'assign', incident: 'INC-1' }, {}, 'unlawful'],
    [
      'a role in a closed incident',
      { kind: 'take-role', incident: 'INC-1', role: 'scribe', person: 'person:x' },
      { state: 'closed' },
      'unlawful',
    ],
  ])('refuses %s', (_what, command, over, refused) => {
    expect(carryOut(command, incident(over))).toMatchObject({ refused })
  })

  it('refuses when the record moved on since it was seen, and not when it did not', () => {
    const command = { kind: 'set-state', incident: 'INC-1', to: 'acknowledged' } as const
    expect(carryOut(command, incident(), '6')).toMatchObject({ refused: 'stale' })
    expect(carryOut(command, incident(), '7')).not.toHaveProperty('refused')
  })
})
