import fc from 'fast-check'
import type { Within } from '../../src/domain/dimension'
import type { EventWithin } from '../../src/domain/eventDimension'
import { changeStates } from '../../src/domain/change'
import { incidentStates, type Incident } from '../../src/domain/incident'
import type { Facet, Queries, Records } from '../../src/domain/query/facets'
import { dimensions, eventDimensions, type EventQuestion, type SummaryQuestion } from '../../src/domain/summary'
import { instant } from '../../src/domain/units'

// Few values each, so that filters hit, orders tie and words repeat.

const start = Date.UTC(2025, 2, 20)
const moment = fc.integer({ min: 0, max: 400 }).map((step) => instant(start + step * 9_000_000))
const of = <const T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 })
const id = of('a', 'b', 'c', 'd', 'Z-1', 'é')
const word = of('Ledger', 'ledger', 'card', 'payment fails', 'Ünïcode', 'İ', '', 'x\ny', 'unknown:odd')
const party = of('team:a', 'team:b', 'person:x', 'person:y')
const severity = of(1, 2, 3, 4, 5)
const state = of(...incidentStates, 'unknown:odd' as const)
const done = of('open', 'in-progress', 'done', 'dropped', 'unknown:odd' as const)

/** Required fields and optional ones; an optional one is present or absent, never undefined. */
const shape = <R extends object, O extends object>(
  required: { [K in keyof R]: fc.Arbitrary<R[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> },
): fc.Arbitrary<R & Partial<O>> =>
  fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([must, may]) => ({ ...must, ...may }) as R & Partial<O>)

const clocks = shape(
  {},
  { started: moment, detected: moment, acknowledged: moment, mitigated: moment, resolved: moment, closed: moment },
)

export const incident: fc.Arbitrary<Incident> = shape(
  {
    id: fc.string({ unit: of('a', 'b', 'c', 'd'), minLength: 1, maxLength: 3 }),
    title: word,
    state,
    opened: moment,
    clocks,
    workloads: some(id),
    roles: some(fc.record({ role: of('commander' as const, 'scribe' as const), person: party })),
    factors: some(word),
    labels: some(word),
    links: fc.constant([]),
  },
  {
    severity,
    team: party,
    assignee: of('person:x', 'person:y', ''),
    problem: id,
    impact: word,
    activity: id,
    plan: id.map((each) => ({ id: each, title: 'Plan', steps: [] })),
    detection: of('alarm' as const, 'customer' as const, 'unknown:odd' as const),
    reassignments: fc.nat(2),
    returns: fc.nat(2),
    reopened: fc.nat(2),
    slaMet: fc.boolean(),
    review: shape(
      {
        summary: word,
        factors: some(word),
        wentWell: fc.constant([]),
        lessons: fc.constant([]),
        sharedWith: fc.constant([]),
      },
      { heldAt: moment },
    ),
  },
)

export const recordArbitraries: { readonly [F in Facet]: fc.Arbitrary<Records[F]> } = {
  incidents: incident,
  workloads: shape(
    { id, name: word, tags: some(word) },
    { tier: severity, team: party, group: word, description: word, aliases: some(word) },
  ),
  activities: shape(
    { id, name: word, workload: id, kind: of('process', 'review'), events: some(word), tags: some(word) },
    { pages: fc.boolean(), risk: of('low', 'high'), automation: fc.record({ level: of('none', 'manual') }) },
  ),
  assignments: shape(
    { id, activity: id, role: of('A', 'R', 'I'), claim: of('declared', 'observed') },
    { party, placeholder: word },
  ),
  parties: fc.oneof(
    shape(
      { type: fc.constant('team' as const), id, name: word, contacts: fc.constant([]), tags: some(word) },
      { aliases: some(word) },
    ),
    shape(
      {
        type: fc.constant('person' as const),
        id,
        name: word,
        teams: some(party),
        contacts: fc.constant([]),
        tags: some(word),
      },
      { active: fc.boolean() },
    ),
  ),
  events: shape(
    { id, title: word, kind: of('alarm', 'deploy'), at: moment, planned: fc.boolean(), workloads: some(id) },
    {
      until: moment,
      rule: word,
      incident: id,
      severity,
      pages: fc.boolean(),
      outcome: of('escalated', 'grouped', 'unknown:odd'),
    },
  ),
  timeline: shape(
    { id, incident: id, at: moment, sequence: fc.nat(3), kind: of('note', 'state') },
    { actor: word, text: word, from: word, to: word },
  ),
  problems: shape(
    {
      id,
      title: word,
      state: of('identified', 'resolved'),
      workloads: some(id),
      factors: some(word),
      fixes: fc.constant([]),
      actions: fc.constant([]),
    },
    { owner: party, workaround: word },
  ),
  improvements: shape(
    { id, title: word, from: of('review', 'incident'), state: done },
    { owner: party, due: moment, activity: id, incident: id },
  ),
  requests: shape(
    {
      id,
      activity: id,
      kind: of('add', 'transfer', 'exception', 'unknown:odd'),
      steps: some(fc.record({ op: of('give', 'take'), role: of('A', 'R'), party })),
      reason: word,
      proposer: word,
      proposedAt: moment,
      approvers: some(party),
      state: of(...changeStates, 'unknown:odd' as const),
    },
    { plan: word, gap: of('no-runbook', 'no-accountable'), expires: moment },
  ),
}

const text = of('', ' ', 'ledger', 'LEDGER card', 'e', 'a', 'odd', 'ünï', 'x')
const ids = some(id)

const zone = of('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago')
const clock = of('detect', 'acknowledge', 'mitigate', 'resolve', 'close')
const fixes = fc.dictionary(id, moment, { maxKeys: 3 })
const locked = fc.constant(true as const)

/** Values of every dimension: those of the incidents above, some that none has, and none at all. */
const known = `0 1 2 9 80 167 yes no a b team:a ledger card odd unknown:odd triggered closed open fault missing alarm held
  held-late planned undated due overdue burning no-end free`
const values = some(of('', ...known.split(/\s+/)))

/** A limit whose dimension has all that it heeds. */
export const limitArbitrary: fc.Arbitrary<Within> = shape(
  { by: of(...dimensions), values, zone, now: moment, clock, fixes },
  { locked },
)
const eventLimit: fc.Arbitrary<EventWithin> = fc.record({
  by: of(...eventDimensions),
  values: some(of('', 'yes', 'no', 'a', 'b', 'alarm', 'deploy', 'ledger', '1', 'escalated', 'unknown:odd')),
})

export const queryArbitraries: { readonly [F in Facet]: fc.Arbitrary<Queries[F]> } = {
  incidents: shape(
    {},
    {
      text,
      ids: some(of('a', 'b', 'ab', 'zz')),
      severities: some(of(0, 1, 2, 3, 4, 5)),
      states: some(state),
      workloads: ids,
      teams: some(party),
      people: some(party),
      problems: ids,
      labels: some(word),
      openedFrom: moment,
      openedTo: moment,
      burningFrom: moment,
      burningTo: moment,
      openAt: moment,
      within: fc.array(limitArbitrary, { maxLength: 2 }),
      order: of('newest', 'oldest', 'severity'),
    },
  ),
  workloads: shape({}, { text, ids, tiers: some(severity), teams: some(party), tags: some(word) }),
  activities: shape(
    {},
    {
      text,
      ids,
      workloads: ids,
      kinds: some(of('process', 'review')),
      automation: some(of('none', 'manual')),
      risks: some(of('low', 'high')),
      tags: some(word),
      events: some(word),
      pages: fc.boolean(),
    },
  ),
  assignments: shape(
    {},
    { ids, activities: ids, parties: some(party), roles: some(of('A', 'R')), claims: some(of('declared', 'observed')) },
  ),
  parties: shape({}, { text, ids, types: some(of('team', 'person')), memberOf: some(party), active: fc.boolean() }),
  events: shape(
    {},
    {
      text,
      ids,
      kinds: some(of('alarm', 'deploy')),
      workloads: ids,
      rules: some(word),
      incidents: ids,
      planned: fc.boolean(),
      within: fc.array(eventLimit, { maxLength: 2 }),
      from: moment,
      to: moment,
    },
  ),
  timeline: shape({}, { incidents: ids, kinds: some(of('note', 'state')), from: moment, to: moment, text }),
  problems: shape({}, { text, ids, states: some(of('identified', 'resolved')), owners: some(party), workloads: ids }),
  improvements: shape({}, { text, ids, states: some(done), owners: some(party), activities: ids, incidents: ids }),
  requests: shape(
    {},
    {
      text,
      ids,
      activities: ids,
      states: some(of(...changeStates, 'unknown:odd' as const)),
      kinds: some(of('add', 'transfer', 'unknown:odd')),
      parties: some(party),
    },
  ),
}

export const questionArbitrary: fc.Arbitrary<SummaryQuestion> = shape(
  {
    query: queryArbitraries.incidents,
    zone,
    by: fc.uniqueArray(of(...dimensions), { maxLength: 3 }),
    now: moment,
  },
  { bucket: of('day', 'week', 'month', 'instant'), moment: of('opened', 'stopped'), clock, fixes, locked },
)

export const eventQuestionArbitrary: fc.Arbitrary<EventQuestion> = shape(
  { query: queryArbitraries.events, zone, by: fc.uniqueArray(of(...eventDimensions), { maxLength: 3 }) },
  { bucket: of('day', 'week', 'month') },
)
