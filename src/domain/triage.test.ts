import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Incident } from './incident'
import { queueOf, triageClasses, type TriageContext, triageOf } from './triage'
import { after, duration, instant, minute } from './units'

const now = instant(Date.UTC(2026, 10, 20, 9, 42))
const ago = (minutes: number) => after(now, duration(-minutes * minute))
const context: TriageContext = { now, plans: true, lastEntry: () => now }
const incident = (over: Partial<Incident> = {}): Incident => ({
  id: 'I',
  title: 'It burns',
  severity: 3,
  state: 'mitigating',
  opened: ago(60),
  clocks: { detected: ago(60) },
  workloads: [],
  team: 'team:a',
  roles: [],
  factors: [],
  labels: [],
  links: [],
  ...over,
})
const plan = (dueAfter: number) => ({
  id: 'p',
  title: 'Plan',
  steps: [{ id: 's', text: 'Tell the partners', dueAfter: duration(dueAfter * minute) }],
})
const place = (over: Partial<Incident>, more: Partial<TriageContext> = {}) =>
  triageOf(incident(over), { ...context, ...more })
const unowned = (over: Partial<Incident>): Incident => {
  const { team: _team, ...rest } = incident(over)
  return rest
}

describe('the place of an incident', () => {
  it('is told by the most pressing reason, with the moment that its clock counts from', () => {
    expect(place({ state: 'triggered', plan: plan(1) })).toEqual({
      kind: 'unacknowledged',
      at: ago(60),
      due: ago(59),
    })
    expect(place({ plan: plan(50), updateDue: ago(30) })).toEqual({
      kind: 'escalation-due',
      at: ago(10),
      step: 'Tell the partners',
      due: ago(30),
    })
    expect(triageOf(unowned({}), context)).toEqual({ kind: 'no-owner', at: ago(60) })
    expect(place({ severity: 2 })).toEqual({ kind: 'no-plan', at: ago(60) })
    expect(place({ updateDue: ago(5) })).toEqual({ kind: 'update-overdue', at: ago(5), due: ago(5) })
    expect(place({}, { lastEntry: () => ago(25 * 60) })).toEqual({ kind: 'stale', at: ago(25 * 60) })
    expect(place({ plan: plan(70) })).toEqual({ kind: 'rest', at: ago(-10), due: ago(-10) })
  })
  it('holds nothing against what is not recorded', () => {
    expect(place({ severity: 1 }, { plans: false })?.kind).toBe('rest')
    expect(place({}, { lastEntry: () => undefined })?.kind).toBe('rest')
  })
  it('is stale sooner the worse it is, and not at the very minute', () => {
    const silent = (severity: 1 | 3, minutes: number) =>
      place({ severity, plan: plan(500) }, { lastEntry: () => ago(minutes) })?.kind
    expect([silent(1, 60), silent(1, 61), silent(3, 61)]).toEqual(['rest', 'stale', 'rest'])
  })
  it('is none once it has ended', () => {
    expect(place({ state: 'resolved' })).toBeUndefined()
    expect(place({ clocks: { detected: ago(60), resolved: ago(1) } })).toBeUndefined()
  })
})

const arbitrary = fc.record({
  id: fc.uuid(),
  severity: fc.constantFrom(1, 2, 3, 4, 5, undefined),
  state: fc.constantFrom('triggered', 'acknowledged', 'mitigating', 'resolved', 'closed'),
  opened: fc.integer({ min: 1, max: 5000 }),
  due: fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined }),
  owned: fc.boolean(),
})

describe('the queue', () => {
  const made = fc.array(arbitrary, { maxLength: 40 }).map((all) =>
    all.map(({ severity, state, opened, due, owned, id }): Incident => {
      const { severity: _severity, ...rest } = owned ? incident({ id }) : unowned({ id })
      return {
        ...rest,
        state: state as Incident['state'],
        opened: ago(opened),
        clocks: { detected: ago(opened) },
        ...(severity !== undefined && { severity: severity as 1 }),
        ...(due !== undefined && { updateDue: ago(due) }),
      }
    }),
  )
  it('goes by class, then severity, then the earliest duty: none with an earlier one sits lower', () => {
    fc.assert(
      fc.property(made, (incidents) => {
        const queue = queueOf(incidents, context)
        expect(queue).toHaveLength(incidents.length)
        const key = queue.map(({ incident: each, place: at }) =>
          at
            ? [triageClasses.indexOf(at.kind), each.severity ?? 9, at.due ?? Number.MAX_SAFE_INTEGER]
            : [99, 0, Number(each.opened) * -1],
        )
        const sorted = key.toSorted((left, right) => {
          const at = left.findIndex((part, index) => part !== right[index])
          return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
        })
        expect(key).toEqual(sorted)
      }),
    )
  })
  it('does not depend on the order it was told in', () => {
    fc.assert(
      fc.property(made, (incidents) => {
        const ids = (all: readonly Incident[]) => queueOf(all, context).map(({ incident: { id } }) => id)
        expect(ids(incidents.toReversed())).toEqual(ids(incidents))
      }),
    )
  })
})
