import type { Facet, Holdings, Queries } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'

/** For each part of each query, values to ask with. A part that is added to a query has no samples, and does not compile. */
type Samples = {
  readonly [F in Facet]: {
    readonly [P in keyof Required<Queries[F]>]: (world: Holdings) => readonly Required<Queries[F]>[P][]
  }
}

const first = <T>(values: readonly (T | undefined)[]): readonly T[] => {
  return [...new Set(values.filter((value): value is T & {} => value !== undefined))]
}

/** One value, several values, none, and one that no record has. */
function choices<T>(values: readonly (T | undefined)[], foreign: T): readonly (readonly T[])[] {
  const all = first(values)
  const middle = all[all.length >> 1]
  return [all.slice(0, 1), all.slice(-3), ...(middle === undefined ? [] : [[middle, foreign]]), [foreign], []]
}

/** Moments around those of the records, to the millisecond: borders are where filters go wrong. */
function moments(values: readonly (number | undefined)[]) {
  const sorted = first(values).toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return [at(0), at(0.3), at(0.3) + 1, at(0.5) - 1, at(1), at(1) + 1].map(instant)
}

const wordIn = (texts: readonly (string | undefined)[]) => {
  const all = texts.flatMap((text) => text?.split(/\s+/) ?? []).filter((word) => word.length > 3)
  return [all[0] ?? 'x', (all[all.length >> 1] ?? 'x').slice(1, 4), 'no-record-has-this', '']
}

export const samples: Samples = {
  workloads: {
    text: ({ workloads }) => wordIn(workloads.map(({ name }) => name)),
    ids: ({ workloads }) =>
      choices(
        workloads.map(({ id }) => id),
        'nobody',
      ),
    tiers: ({ workloads }) =>
      choices(
        workloads.map(({ tier }) => tier),
        99,
      ),
    teams: ({ workloads }) =>
      choices(
        workloads.map(({ team }) => team),
        'team:nobody',
      ),
    tags: ({ workloads }) =>
      choices(
        workloads.flatMap(({ tags }) => tags),
        'nothing',
      ),
  },
  activities: {
    text: ({ activities }) => wordIn(activities.map(({ name }) => name)),
    ids: ({ activities }) =>
      choices(
        activities.map(({ id }) => id),
        'nobody',
      ),
    workloads: ({ activities }) =>
      choices(
        activities.map(({ workload }) => workload),
        'nobody',
      ),
    kinds: ({ activities }) =>
      choices(
        activities.map(({ kind }) => kind),
        'unknown:nothing',
      ),
    automation: ({ activities }) =>
      choices(
        activities.map(({ automation }) => automation?.level),
        'unknown:nothing',
      ),
    risks: ({ activities }) =>
      choices(
        activities.map(({ risk }) => risk),
        'unknown:nothing',
      ),
    tags: ({ activities }) =>
      choices(
        activities.flatMap(({ tags }) => tags),
        'nothing',
      ),
    events: ({ activities }) =>
      choices(
        activities.flatMap(({ events }) => events),
        'nothing',
      ),
    pages: () => [true, false],
  },
  assignments: {
    ids: ({ assignments }) =>
      choices(
        assignments.map(({ id }) => id),
        'nobody',
      ),
    activities: ({ assignments }) =>
      choices(
        assignments.map(({ activity }) => activity),
        'nobody',
      ),
    parties: ({ assignments }) =>
      choices(
        assignments.map(({ party }) => party),
        'team:nobody',
      ),
    roles: () => [['A'], ['R', 'V'], ['C', 'I'], []],
    claims: () => [['declared'], ['observed'], ['declared', 'observed']],
  },
  parties: {
    text: ({ parties }) => wordIn(parties.map(({ name }) => name)),
    ids: ({ parties }) =>
      choices(
        parties.map(({ id }) => id),
        'nobody',
      ),
    types: () => [['team'], ['person'], ['team', 'person'], []],
    memberOf: ({ parties }) =>
      choices(
        parties.flatMap((party) => (party.type === 'person' ? party.teams : [])),
        'team:x',
      ),
    active: () => [true, false],
  },
  events: {
    text: ({ events }) => wordIn(events.map(({ title }) => title)),
    ids: ({ events }) =>
      choices(
        events.map(({ id }) => id),
        'nobody',
      ),
    kinds: ({ events }) =>
      choices(
        events.map(({ kind }) => kind),
        'unknown:nothing',
      ),
    workloads: ({ events }) =>
      choices(
        events.flatMap(({ workloads }) => workloads),
        'nobody',
      ),
    rules: ({ events }) =>
      choices(
        events.map(({ rule }) => rule),
        'nothing',
      ),
    incidents: ({ events }) =>
      choices(
        events.map(({ incident }) => incident),
        'nobody',
      ),
    planned: () => [true, false],
    from: ({ events }) => moments(events.flatMap(({ at, until }) => [at, until])),
    to: ({ events }) => moments(events.map(({ at }) => at)),
  },
  incidents: {
    text: ({ incidents }) => wordIn(incidents.map(({ title }) => title)),
    ids: ({ incidents }) =>
      choices(
        incidents.map(({ id }) => id),
        'nobody',
      ),
    severities: () => [[1], [0], [1, 2, 3], [5, 0], []],
    states: ({ incidents }) =>
      choices(
        incidents.map(({ state }) => state),
        'unknown:nothing',
      ),
    workloads: ({ incidents }) =>
      choices(
        incidents.flatMap(({ workloads }) => workloads),
        'nobody',
      ),
    teams: ({ incidents }) =>
      choices(
        incidents.map(({ team }) => team),
        'team:nobody',
      ),
    people: ({ incidents }) => [
      ...choices(
        incidents.map(({ assignee }) => assignee),
        'person:nobody',
      ),
      ...choices(
        incidents.flatMap(({ roles }) => roles.map(({ person }) => person)),
        'person:nobody',
      ),
    ],
    problems: ({ incidents }) =>
      choices(
        incidents.map(({ problem }) => problem),
        'nobody',
      ),
    labels: ({ incidents }) =>
      choices(
        incidents.flatMap(({ labels }) => labels),
        'nothing',
      ),
    openedFrom: ({ incidents }) => moments(incidents.map(({ opened }) => opened)),
    openedTo: ({ incidents }) => moments(incidents.map(({ opened }) => opened)),
    burningFrom: ({ incidents }) => moments(incidents.flatMap(({ clocks }) => [clocks.resolved, clocks.closed])),
    burningTo: ({ incidents }) => moments(incidents.map(({ opened }) => opened)),
    openAt: ({ incidents }) => moments(incidents.flatMap(({ opened, clocks }) => [opened, clocks.resolved])),
    order: () => ['newest', 'oldest', 'severity'],
  },
  timeline: {
    incidents: ({ timeline }) =>
      choices(
        timeline.map(({ incident }) => incident),
        'nobody',
      ),
    kinds: ({ timeline }) =>
      choices(
        timeline.map(({ kind }) => kind),
        'unknown:nothing',
      ),
    from: ({ timeline }) => moments(timeline.map(({ at }) => at)),
    to: ({ timeline }) => moments(timeline.map(({ at }) => at)),
    text: ({ timeline }) => wordIn(timeline.map(({ text }) => text)),
  },
  problems: {
    text: ({ problems }) => wordIn(problems.map(({ title }) => title)),
    ids: ({ problems }) =>
      choices(
        problems.map(({ id }) => id),
        'nobody',
      ),
    states: ({ problems }) =>
      choices(
        problems.map(({ state }) => state),
        'unknown:nothing',
      ),
    owners: ({ problems }) =>
      choices(
        problems.map(({ owner }) => owner),
        'team:nobody',
      ),
    workloads: ({ problems }) =>
      choices(
        problems.flatMap(({ workloads }) => workloads),
        'nobody',
      ),
  },
  improvements: {
    text: ({ improvements }) => wordIn(improvements.map(({ title }) => title)),
    ids: ({ improvements }) =>
      choices(
        improvements.map(({ id }) => id),
        'nobody',
      ),
    states: ({ improvements }) =>
      choices(
        improvements.map(({ state }) => state),
        'unknown:nothing',
      ),
    owners: ({ improvements }) =>
      choices(
        improvements.map(({ owner }) => owner),
        'team:nobody',
      ),
    activities: ({ improvements }) =>
      choices(
        improvements.map(({ activity }) => activity),
        'nobody',
      ),
    incidents: ({ improvements }) =>
      choices(
        improvements.map(({ incident }) => incident),
        'nobody',
      ),
  },
  requests: {
    text: ({ requests }) => wordIn(requests.map(({ reason }) => reason)),
    ids: ({ requests }) =>
      choices(
        requests.map(({ id }) => id),
        'nobody',
      ),
    activities: ({ requests }) =>
      choices(
        requests.map(({ activity }) => activity),
        'nobody',
      ),
    states: ({ requests }) =>
      choices(
        requests.map(({ state }) => state),
        'unknown:nothing',
      ),
    kinds: ({ requests }) =>
      choices(
        requests.map(({ kind }) => kind),
        'unknown:nothing',
      ),
    parties: ({ requests }) =>
      choices(
        requests.flatMap(({ steps }) => steps.map(({ party }) => party)),
        'team:nobody',
      ),
  },
}
