import { choices, wordIn, type Samples } from './sampling'

/** Values to ask ownership and its changes with. */
export const ownershipSamples: Samples<'workloads' | 'activities' | 'assignments' | 'parties' | 'requests'> = {
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
