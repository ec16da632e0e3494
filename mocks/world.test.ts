import { describe, expect, test } from 'vitest'
import { changeKinds, changeStates } from '../src/domain/change'
import { claimsOf, whyNotDecision } from '../src/domain/changeRules'
import { type GapKind, gapKinds, gapsOf, isOwned } from '../src/domain/gaps'
import { type Incident, isOpenAt, readClock } from '../src/domain/incident'
import { facetNames, facetRules } from '../src/domain/query/facets'
import { recordedIn } from '../src/domain/recorded'
import { unknownText } from '../src/domain/units'
import { world } from './world'
import { spikeWeek } from './world/incidents/schedule'
import { at, days } from './world/time'

const { holdings, now } = world()
const { workloads, activities, assignments, parties, events, incidents, timeline, problems, improvements, requests } =
  holdings
const week = days(7)

const byParty = new Map(parties.map((each) => [each.id, each]))
const byActivity = Map.groupBy(assignments, (each) => each.activity)
const gaps = activities.map((activity) =>
  gapsOf(activity, {
    now,
    assignments: byActivity.get(activity.id) ?? [],
    party: (id) => byParty.get(id),
    members: (team) => parties.filter((each) => each.type === 'person' && each.teams.includes(team)),
    records: recordedIn({ source: 'world', activities, assignments }, parties),
  }),
)
const count = (kind: GapKind) => gaps.flat().filter((gap) => gap.kind === kind).length
const incident = (id: string): Incident | undefined => incidents.find((each) => each.id === id)
const openedIn = (from: number, length: number) =>
  incidents.filter((each) => each.opened >= from && each.opened < from + length)

describe('the world', () => {
  test('is the same for the same seed and another for another', () => {
    expect(world()).toEqual({ holdings, now })
    expect(world(1, 43).holdings.incidents).not.toEqual(incidents)
  })

  test('has the promised size', () => {
    expect(parties.filter((each) => each.type === 'team').length).toBeGreaterThanOrEqual(12)
    const people = parties.filter((each) => each.type === 'person')
    expect(people.length).toBeGreaterThanOrEqual(60)
    expect(people.filter((each) => each.active === false).length).toBeGreaterThanOrEqual(5)
    expect(workloads).toHaveLength(42)
    expect(new Set(workloads.map((each) => each.tier))).toEqual(new Set([1, 2, 3]))
    expect(new Set(workloads.map((each) => each.group)).size).toBeGreaterThanOrEqual(3)
    expect(activities).toHaveLength(500)
    expect(incidents.length).toBeGreaterThanOrEqual(1_500)
    expect(events.length).toBeGreaterThanOrEqual(10_000)
    expect(problems.length).toBeGreaterThanOrEqual(25)
    expect(improvements).toHaveLength(80)
  })

  test.each(facetNames)('has no id twice among its %s', (facet) => {
    const ids = (holdings[facet] as readonly never[]).map(facetRules[facet].id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('grows in proportion and keeps what it had', () => {
    const larger = world(3).holdings
    expect(larger.incidents.slice(0, incidents.length)).toEqual(incidents)
    expect(larger.incidents.length / incidents.length).toBeCloseTo(3, 0)
    expect(larger.events.length / events.length).toBeCloseTo(3, 0)
    expect(new Set(larger.incidents.map((each) => each.id)).size).toBe(larger.incidents.length)
    expect(new Set(larger.events.map((each) => each.id)).size).toBe(larger.events.length)
  })
})

describe('its ownership', () => {
  test.each(gapKinds)('has the gap %s', (kind) => expect(count(kind)).toBeGreaterThan(2))

  test('has the gaps in the numbers that the design shows', () => {
    expect(count('many-accountable')).toBe(5)
    expect(count('accountable-left')).toBe(3)
    expect(count('review-overdue')).toBe(31)
    expect(count('declared-observed')).toBe(9)
    expect(count('no-accountable')).toBe(12)
    expect(gaps.filter(isOwned).length / activities.length).toBeCloseTo(0.874, 2)
  })

  test('has owners and runbooks that are placeholders, and activities without owner by design', () => {
    expect(assignments.some((each) => each.placeholder !== undefined && each.party === undefined)).toBe(true)
    expect(activities.some((each) => each.runbook?.placeholder !== undefined)).toBe(true)
    expect(activities.filter((each) => each.noOwnerBecause !== undefined)).toHaveLength(6)
    expect(assignments.filter((each) => each.claim === 'observed').length).toBeGreaterThan(100)
  })
})

describe('its changes', () => {
  const context = (activity: string) => ({
    assignments: byActivity.get(activity) ?? [],
    party: (id: string) => byParty.get(id),
    now,
  })

  test('are asked for in every kind and state', () => {
    expect(requests.length).toBeGreaterThan(35)
    expect(new Set(requests.map(({ state }) => state))).toEqual(new Set(changeStates))
    expect(new Set(requests.map(({ kind }) => kind))).toEqual(new Set(changeKinds))
    expect(requests.some(({ plan }) => plan !== undefined)).toBe(true)
  })

  test('can be approved where they wait, and stand where they were approved', () => {
    const inState = (state: string) => requests.filter((each) => each.state === state)
    for (const request of inState('proposed'))
      expect(whyNotDecision(request, 'approved', { ...context(request.activity), actor: 'you' })).toBeUndefined()
    for (const { activity, steps } of inState('approved'))
      for (const { op, role, party } of steps)
        expect(claimsOf(byActivity.get(activity) ?? [], role, party).length > 0).toBe(op === 'give')
  })

  test('are decided after they were asked for, and not in the future', () => {
    for (const { proposedAt, decidedAt = now } of requests)
      expect(proposedAt < decidedAt && decidedAt <= now).toBe(true)
  })

  test('are told in the history of the activity that the design shows', () => {
    const certificates = activities.find(({ id }) => id === 'payments-ledger/rotate-bank-certificates')
    expect(certificates?.history?.map(({ what }) => what)).toEqual([
      'Accountable moved from Platform to Security',
      'Runbook put under version control',
    ])
    expect(activities.filter(({ history }) => history !== undefined).length).toBeGreaterThan(150)
    for (const { history = [] } of activities)
      expect(history.map(({ at: moment }) => moment)).toEqual(
        history.map(({ at: moment }) => moment).toSorted((left, right) => right - left),
      )
  })

  test('bear with one gap, and no longer with another', () => {
    const exceptions = activities.flatMap((each) => each.exceptions ?? [])
    expect(exceptions.filter(({ until }) => until > now)).toHaveLength(1)
    expect(exceptions).toHaveLength(2)
  })

  test('leave feedback that nobody has taken on', () => {
    const queue = improvements.filter((each) => each.from === 'feedback' && each.owner === undefined)
    expect(queue.filter(({ state }) => state === 'open').length).toBeGreaterThan(3)
  })
})

describe('its incidents', () => {
  test('burn as the design shows them', () => {
    const open = incidents.filter((each) => isOpenAt(each, now))
    expect(open.map((each) => `${each.id} ${each.severity} ${each.state} ${each.team ?? 'nobody'}`).toSorted()).toEqual(
      [
        'INC-2287 4 acknowledged team:data-infra',
        'INC-2288 3 acknowledged nobody',
        'INC-2291 1 mitigating team:payments',
        'INC-2293 2 mitigating team:sre',
        'INC-2294 3 triggered team:edge-cdn',
      ],
    )
    const yesterday = now - days(1)
    expect(incidents.filter((each) => (each.clocks.resolved ?? 0) > yesterday)).toHaveLength(5)
  })

  test('had the last SEV1 twelve days ago', () => {
    const last = incidents.filter((each) => each.severity === 1 && each.id !== 'INC-2291').map((each) => each.opened)
    expect(Math.max(...last)).toBeLessThan(at('2026-11-09T00:00:00Z'))
  })

  test('shift in level after one spike week', () => {
    const spike = openedIn(spikeWeek, week)
    const yearBefore = openedIn(spikeWeek - 30 * week, 30 * week).length / 30
    const since = openedIn(spikeWeek + week, 16 * week).length / 16
    expect(spike.length).toBeGreaterThanOrEqual(40)
    expect(spike.filter((each) => each.problem === 'PRB-118')).toHaveLength(11)
    expect(yearBefore).toBeGreaterThan(20)
    expect(since).toBeLessThan(18)
  })

  test('begin in office hours more than at the weekend, and last long now and then', () => {
    const onWeekend = incidents.filter((each) => [0, 6].includes(new Date(each.opened).getUTCDay())).length
    expect(onWeekend / incidents.length).toBeLessThan(0.2)
    const lengths = incidents
      .flatMap((each) => {
        const reading = readClock(each, 'resolve', now)
        return reading.kind === 'closed' ? [reading.length] : []
      })
      .toSorted((left, right) => left - right)
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0
    const p90 = lengths[Math.floor(lengths.length * 0.9)] ?? 0
    expect(p90 / median).toBeGreaterThan(4)
  })

  test('have the faults of real records, and no more than that', () => {
    const faults = incidents.filter((each) =>
      (['detect', 'acknowledge', 'resolve'] as const).some((clock) => readClock(each, clock, now).kind === 'fault'),
    )
    expect(faults.length).toBeGreaterThan(5)
    expect(faults.length / incidents.length).toBeLessThan(0.03)
    expect(incidents.some((each) => each.clocks.started === undefined)).toBe(true)
    expect(incidents.some((each) => each.clocks.detected === undefined)).toBe(true)
    expect(incidents.some((each) => each.severity === undefined)).toBe(true)
    expect(incidents.some((each) => unknownText(each.state) !== undefined)).toBe(true)
  })

  test('have nothing in the future', () => {
    const late = incidents.filter((each) => Object.values(each.clocks).some((moment) => moment > now))
    expect(late.map((each) => each.id)).toEqual([])
  })
})

describe('its problems', () => {
  test('come back after a fix, or do not', () => {
    const after = (id: string, fix: number) => incidents.filter((each) => each.problem === id && each.opened > fix)
    const fixOf = (id: string) => problems.find((each) => each.id === id)?.fixes.at(-1)?.at ?? 0
    expect(after('PRB-118', fixOf('PRB-118'))).toHaveLength(2)
    expect(after('PRB-104', fixOf('PRB-104'))).toHaveLength(0)
    expect(incidents.filter((each) => each.problem === 'PRB-118' && each.opened > now - days(60))).toHaveLength(3)
  })

  test('have late actions', () => {
    const open = problems
      .flatMap((each) => each.actions)
      .filter((each) => each.state === 'open' || each.state === 'in-progress')
    expect(open.filter((each) => (each.due ?? Infinity) < now).length).toBeGreaterThan(2)
  })
})

test('the timeline tells every incident, some of it late or corrected', () => {
  const told = new Set(timeline.map((each) => each.incident))
  expect(incidents.every((each) => told.has(each.id))).toBe(true)
  expect(timeline.some((each) => each.corrected !== undefined)).toBe(true)
  expect(timeline.some((each) => (each.recordedAt ?? 0) > each.at + days(0.05))).toBe(true)
})

test('every id that is referred to exists', () => {
  const known = new Set([...parties, ...workloads, ...activities, ...incidents, ...problems].map((each) => each.id))
  const referred: (string | undefined)[] = [
    ...parties.flatMap((each): readonly (string | undefined)[] =>
      each.type === 'person' ? each.teams : [each.parent],
    ),
    ...workloads.map((each) => each.team),
    ...activities.flatMap((each) => [
      each.workload,
      ...(each.review?.reviewers ?? []),
      ...(each.review?.approvers ?? []),
    ]),
    ...assignments.flatMap((each) => [each.activity, each.party, each.inheritedFrom]),
    ...incidents.flatMap((each) => [
      ...each.workloads,
      each.team,
      each.assignee,
      each.activity,
      each.problem,
      ...each.roles.map((held) => held.person),
    ]),
    ...timeline.map((each) => each.incident),
    ...timeline.flatMap((each) => (each.kind === 'assignment' || each.kind === 'link' ? [each.to] : [])),
    ...events.flatMap((each) => [...each.workloads, each.incident]),
    ...problems.flatMap((each) => [...each.workloads, each.owner, ...each.actions.map((action) => action.owner)]),
    ...improvements.flatMap((each) => [each.owner, each.activity, each.incident]),
    ...requests.flatMap((each) => [each.activity, ...each.approvers, ...each.steps.map(({ party }) => party)]),
  ]
  expect([...new Set(referred)].filter((id) => id !== undefined && !known.has(id))).toEqual([])
})

test('INC-2291 stands as the design shows it', () => {
  const cards = incident('INC-2291')
  expect(cards?.title).toBe('Card payments failing for EU customers')
  expect(cards?.plan?.steps.filter((step) => step.doneAt !== undefined)).toHaveLength(3)
  expect(cards?.plan?.steps).toHaveLength(9)
  expect(timeline.filter((each) => each.incident === 'INC-2291').length).toBeGreaterThan(10)
})
