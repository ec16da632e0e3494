import { eventLimits, incidentLimits } from './limits'
import { choices, moments, wordIn, type Samples } from './sampling'
import { ownershipSamples } from './samplesOwnership'

export const samples: Samples = {
  ...ownershipSamples,
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
    within: eventLimits,
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
    within: incidentLimits,
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
}
