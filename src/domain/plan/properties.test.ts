import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPerson, aTeam, at, claims, type Company, judged } from '../../../test/tools/planning'
import { anActivity, aWorkload } from '../../../test/tools/records'
import { applyCommand, heldIn, isRefusal } from '../apply'
import { facetNames, facetRules, type Holdings, type Queries, type Records } from '../query/facets'
import type { Facet } from '../query/facets'
import { ownershipOf } from '../coverage'
import { isOwned } from '../gaps'
import { heldBy } from './held'
import { withMoveShifted } from './edit'
import { plansText, readPlans } from './keep'
import { type Deed, emptyPlan, type Plan } from './plan'
import { brokenBy } from './problems'
import { rehearse } from './rehearse'
import { requestsOf } from './requests'

const teams = ['red', 'green', 'blue', 'grey']
const people = ['Ada', 'Bob', 'Eve', 'Kim', 'Lou']
const workloads = ['w1', 'w2', 'w3']
const ids = Array.from({ length: 7 }, (_, index) => `${workloads[index % 3]}/a${index}`)
const partyIds = [...teams.map((key) => `team:${key}`), ...people.map((key) => `person:${key}`), 'team:new']
const roleLetters = ['A', 'R', 'V', 'C', 'I'] as const

const claim = fc
  .tuple(fc.constantFrom('A', 'R', 'V', 'C', 'I', '~A', '~R'), fc.constantFrom(...teams, ...people))
  .map((words) => words.join(' '))

const company: fc.Arbitrary<Company> = fc
  .record({
    held: fc.array(fc.uniqueArray(claim, { maxLength: 6 }), { minLength: ids.length, maxLength: ids.length }),
    inTeams: fc.array(fc.subarray(teams), { minLength: people.length, maxLength: people.length }),
    gone: fc.subarray(people),
    // Some sources do not know who has left.
    knows: fc.boolean(),
    design: fc.subarray(ids, { maxLength: 1 }),
  })
  .map(({ held, inTeams, gone, design, knows }) => ({
    parties: [
      ...teams.map((key) => aTeam(key)),
      ...people.map((key, index) => {
        const { active: _here, ...person } = aPerson(key, inTeams[index] ?? [])
        return knows ? { ...person, active: !gone.includes(key) } : person
      }),
    ],
    activities: ids.map((id) =>
      anActivity({
        id,
        workload: id.split('/')[0] ?? '',
        pages: true,
        ...(design.includes(id) && { noOwnerBecause: 'nobody is meant to' }),
      }),
    ),
    assignments: ids.flatMap((id, index) => claims(id, held[index] ?? [])),
    workloads: workloads.map((id) => aWorkload(id, { team: 'team:red' })),
  }))

const party = fc.constantFrom(...partyIds)
const scope = { workloads: fc.subarray(workloads), activities: fc.subarray(ids) }
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('move'), from: party, to: party, roles: fc.subarray([...roleLetters]), ...scope }),
  fc.record({ kind: fc.constant('merge'), from: party, into: party }),
  fc.record(
    {
      kind: fc.constant('split'),
      team: party,
      into: party,
      rest: party,
      people: fc.subarray(people.map((key) => `person:${key}`)),
      ...scope,
    },
    { requiredKeys: ['kind', 'team', 'into', 'people', 'workloads', 'activities'] },
  ),
  fc.record({ kind: fc.constant('retire'), party, successor: party }, { requiredKeys: ['kind', 'party'] }),
  fc.record({
    kind: fc.constant('appoint'),
    gives: fc.array(fc.record({ activity: fc.constantFrom(...ids), role: fc.constantFrom(...roleLetters), party })),
  }),
) as fc.Arbitrary<Deed>
const planOf = (deeds: readonly Deed[]): Plan => ({
  ...emptyPlan('p1', 'Reorganisation'),
  reason: 'because',
  teams: [{ id: 'team:new', name: 'New' }],
  moves: deeds.map((each, index) => ({ ...each, id: `s${index + 1}` })),
})
const plan = fc.array(deed, { maxLength: 5 }).map(planOf)

const sorted = (held: ReturnType<typeof heldBy>) => held.map(({ role, party: who }) => `${role} ${who}`).toSorted()
const now = (given: Company, wanted: Plan) => rehearse({ ownership: judged(given), now: at }, wanted)

/** Holds a company as a backend would, and carries commands out on it. */
function backend({ parties, activities, assignments, workloads: systems }: Company) {
  const held: { [F in Facet]: readonly Records[F][] } = {
    ...(Object.fromEntries(facetNames.map((facet) => [facet, []])) as unknown as Holdings),
    parties,
    activities,
    assignments,
    workloads: systems,
  }
  const list = <F extends Facet>(facet: F, query: Queries[F]): readonly Records[F][] =>
    (held[facet] as readonly Records[F][]).filter(facetRules[facet].matcher(query))
  const get = <F extends Facet>(facet: F, id: string) =>
    (held[facet] as readonly Records[F][]).find((each) => facetRules[facet].id(each) === id)
  let count = 0
  return {
    held,
    send: (command: Parameters<typeof applyCommand>[0]['command'], actor = 'Ada') => {
      const outcome = applyCommand({ key: String(++count), actor, at, command }, heldIn({ get, list }))
      if (isRefusal(outcome)) throw new Error(outcome.reason)
      const replace = <R extends { readonly id: string }>(all: readonly R[], next: readonly R[]) => [
        ...all.filter(({ id }) => !next.some((each) => each.id === id)),
        ...next,
      ]
      held.activities = replace(held.activities, outcome.activities)
      held.requests = replace(held.requests, outcome.requests)
      held.assignments = replace(held.assignments, outcome.assignments).filter(
        ({ id }) => !outcome.removed.includes(id),
      )
    },
  }
}

describe('any plan', () => {
  it('goes out as requests that, carried out, give what was rehearsed', () => {
    fc.assert(
      fc.property(company, plan, (given, wanted) => {
        const outcome = now(given, wanted)
        const { toSend } = requestsOf(outcome, [])
        expect(toSend.length).toBe(outcome.changes.length)
        const store = backend(given)
        for (const { command } of toSend) store.send(command)
        // Sent once more, nothing is to be sent.
        const again = requestsOf(outcome, store.held.requests)
        expect([again.toSend.length, again.waiting.length]).toEqual([0, toSend.length])
        for (const { id } of store.held.requests)
          store.send({ kind: 'decide-change', request: id, decision: 'approved' })
        const truth = judged({ ...given, activities: store.held.activities, assignments: store.held.assignments })
        for (const standing of truth.standings) {
          const rehearsed = outcome.after.byId.get(standing.activity.id)
          expect(sorted(heldBy(rehearsed?.assignments ?? []))).toEqual(sorted(heldBy(standing.assignments)))
        }
      }),
      { numRuns: 600 },
    )
  })

  it('is judged by the one rule: after as if the world had always been so', () => {
    fc.assert(
      fc.property(company, plan, (given, wanted) => {
        const { after } = now(given, wanted)
        const parties = [...given.parties.map(({ id }) => id), 'team:new'].flatMap((id) => after.party(id) ?? [])
        const assignments = after.standings.flatMap((each) => each.assignments)
        // What the sources record is told from what they say now, not from what a plan would leave of it.
        const { activities, workloads: systems } = given
        const told = [{ source: 'one', activities, assignments: given.assignments }]
        const fresh = ownershipOf({ parties, activities, assignments, workloads: systems, told }, at)
        for (const standing of fresh.standings) {
          const rehearsed = after.byId.get(standing.activity.id)
          const kinds = (gaps: typeof standing.gaps) => gaps.map(({ kind, reason }) => `${kind}: ${reason}`)
          expect(kinds(rehearsed?.gaps ?? [])).toEqual(kinds(standing.gaps))
          expect(rehearsed?.owned).toBe(standing.owned)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('breaks nothing without saying so', () => {
    fc.assert(
      fc.property(company, plan, (given, wanted) => {
        const outcome = now(given, wanted)
        const told = new Set(brokenBy(outcome).map(({ activity }) => activity))
        const silent = outcome.after.standings.filter(
          ({ activity, gaps }) =>
            outcome.before.byId.get(activity.id)?.owned === true && !isOwned(gaps) && !told.has(activity.id),
        )
        expect(silent).toEqual([])
      }),
    )
  })

  it('survives being kept', () => {
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 3 }), (plans) => {
        expect(readPlans(plansText(plans))).toEqual({ plans, unread: 0 })
      }),
    )
  })

  it('has steps that can be moved there and back', () => {
    fc.assert(
      fc.property(plan, fc.nat(4), (given, index) => {
        const id = given.moves[index]?.id ?? ''
        const later = withMoveShifted(given, id, 1)
        expect(later === given || withMoveShifted(later, id, -1)).toEqual(later === given ? true : given)
      }),
    )
  })
})

describe('a merge', () => {
  it('keeps every role: who held one is the other team now, and nobody else loses or gains any', () => {
    fc.assert(
      fc.property(company, (given) => {
        const outcome = now(given, planOf([{ kind: 'merge', from: 'team:grey', into: 'team:red' }]))
        for (const { activity, assignments } of outcome.before.standings) {
          const expected = heldBy(assignments).map(
            ({ role, party: who }) => `${role} ${who === 'team:grey' ? 'team:red' : who}`,
          )
          const after = sorted(heldBy(outcome.after.byId.get(activity.id)?.assignments ?? []))
          expect(after).toEqual([...new Set(expected)].toSorted())
        }
        expect(brokenBy(outcome).some(({ gap, fresh }) => fresh && gap.startsWith('no-'))).toBe(false)
      }),
    )
  })
})

describe('a party that leaves', () => {
  it('hands to its successor what a move would', () => {
    const everything = { workloads: [], activities: [], roles: [] }
    fc.assert(
      fc.property(company, fc.constantFrom(...partyIds), fc.constantFrom(...partyIds), (given, from, to) => {
        const retired = now(given, planOf([{ kind: 'retire', party: from, successor: to }]))
        const moved = now(given, planOf([{ kind: 'move', from, to, ...everything }]))
        expect(retired.changes.map(({ id, steps }) => [id, steps])).toEqual(
          moved.changes.map(({ id, steps }) => [id, steps]),
        )
      }),
    )
  })
})
