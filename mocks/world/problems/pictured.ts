import type { Problem } from '../../../src/domain/problem'
import type { Severity } from '../../../src/domain/incident'
import type { Instant } from '../../../src/domain/units'
import { at, daysAgo } from '../time'
import type { ProblemPlan } from './claims'

/** A problem with the incidents that it causes. */
export interface PlannedProblem {
  readonly problem: Problem
  readonly plan: ProblemPlan
}

const recur = (title: string, times: readonly (readonly [near: Instant, severity: Severity])[]) =>
  times.map(([near, severity]) => ({ near, severity, title }))

const gateway: PlannedProblem = {
  problem: {
    id: 'PRB-118',
    title: 'Bank certificate rotation breaks the gateway',
    state: 'fix-in-progress',
    opened: at('2026-01-14T09:00:00Z'),
    owner: 'person:silva',
    workloads: ['payments-ledger', 'card-gateway'],
    rootCause: {
      method: 'Five whys',
      text: 'The gateway pins the issuing certificate; a rotation is not rolled out to all regions at once.',
    },
    factors: ['certificate', 'unclear ownership'],
    workaround: 'Fail over to a region that has the new certificate, then restart the gateway.',
    fixes: [
      { at: at('2026-07-27T10:00:00Z'), what: 'Restart the gateway after each rotation', by: 'person:novak' },
      { at: at('2026-10-12T13:00:00Z'), what: 'Trust both certificates during a rotation', by: 'person:silva' },
    ],
    actions: [
      {
        id: 'PRB-118/A1',
        title: 'Rotate in one region first and watch declines',
        kind: 'prevent',
        state: 'in-progress',
        owner: 'person:silva',
        due: at('2026-11-06T12:00:00Z'),
      },
      {
        id: 'PRB-118/A2',
        title: 'Alarm when regions present different certificates',
        kind: 'detect',
        state: 'open',
        owner: 'team:security',
        due: at('2026-12-04T12:00:00Z'),
      },
    ],
    version: '1',
  },
  plan: {
    id: 'PRB-118',
    workload: 'payments-ledger',
    recurrences: recur('Card payments declined after certificate rotation', [
      [at('2026-01-13T10:00:00Z'), 3],
      [at('2026-04-02T10:00:00Z'), 2],
      // The spike week: every region in turn.
      ...Array.from(
        { length: 11 },
        (_, index) =>
          [at(`2026-07-${21 + (index % 4)}T${10 + index}:00:00Z`), index % 5 ? 2 : 1] as [Instant, Severity],
      ),
      [at('2026-09-28T10:00:00Z'), 3],
      [at('2026-11-02T10:00:00Z'), 2],
    ]),
  },
}

const rebuild: PlannedProblem = {
  problem: {
    id: 'PRB-104',
    title: 'Index rebuild starves search queries',
    state: 'resolved',
    opened: daysAgo(330),
    owner: 'team:search',
    workloads: ['search-index', 'search-api'],
    rootCause: { method: 'Fault tree', text: 'A rebuild takes all disk bandwidth of the nodes that answer queries.' },
    factors: ['capacity'],
    workaround: 'Rebuild at night, one shard at a time.',
    fixes: [{ at: daysAgo(110), what: 'Rebuild on nodes of its own', by: 'person:zhao' }],
    actions: ['Own nodes for rebuilds', 'Limit the bandwidth of a rebuild', 'Alarm on query queue'].map(
      (title, index) => ({
        id: `PRB-104/A${index + 1}`,
        title,
        kind: index === 2 ? 'detect' : 'prevent',
        state: 'done',
        owner: 'team:search',
        due: daysAgo(120 - index * 8),
        doneAt: daysAgo(124 - index * 8),
      }),
    ),
    version: '1',
  },
  plan: {
    id: 'PRB-104',
    workload: 'search-index',
    recurrences: recur('Search queries time out during a rebuild', [
      [daysAgo(338), 3],
      [daysAgo(261), 3],
      [daysAgo(200), 3],
      [daysAgo(151), 4],
    ]),
  },
}

const replica: PlannedProblem = {
  problem: {
    id: 'PRB-121',
    title: 'Replica lag after schema change',
    state: 'analysing',
    opened: daysAgo(180),
    owner: 'team:data-infra',
    workloads: ['replica-fleet'],
    factors: ['release', 'data growth'],
    fixes: [],
    actions: [
      {
        id: 'PRB-121/A1',
        title: 'Measure the lag per change',
        kind: 'detect',
        state: 'done',
        owner: 'person:kaplan',
        due: daysAgo(60),
        doneAt: daysAgo(66),
      },
      {
        id: 'PRB-121/A2',
        title: 'Change schemas in steps',
        kind: 'prevent',
        state: 'open',
        owner: 'person:fontaine',
        due: daysAgo(20),
      },
      {
        id: 'PRB-121/A3',
        title: 'Send reads to the primary while replicas lag',
        kind: 'mitigate',
        state: 'in-progress',
        owner: 'person:ndlovu',
        due: daysAgo(5),
      },
      {
        id: 'PRB-121/A4',
        title: 'Write down what a safe change looks like',
        kind: 'learn',
        state: 'open',
        owner: 'team:data-infra',
        due: daysAgo(-25),
      },
    ],
    version: '1',
  },
  plan: {
    id: 'PRB-121',
    workload: 'replica-fleet',
    recurrences: recur('Replicas lag behind after a schema change', [
      [daysAgo(186), 2],
      [daysAgo(109), 3],
      [daysAgo(53), 3],
    ]),
  },
}

const metadata: PlannedProblem = {
  problem: {
    id: 'PRB-097',
    title: 'SSO metadata refresh loop',
    state: 'known-error',
    opened: daysAgo(345),
    owner: 'team:identity',
    workloads: ['sso-broker', 'identity-service'],
    rootCause: {
      method: 'Timeline analysis',
      text: 'A tenant with two metadata addresses makes the broker refresh without end.',
    },
    factors: ['configuration change'],
    workaround: 'Remove the second address of the tenant.',
    fixes: [{ at: daysAgo(284), what: 'Refuse a second address', by: 'person:duarte' }],
    actions: [
      {
        id: 'PRB-097/A1',
        title: 'Refuse it in the import as well',
        kind: 'prevent',
        state: 'open',
        owner: 'person:rahimi',
        due: daysAgo(-12),
      },
      {
        // Its owner has left: nobody does it.
        id: 'PRB-097/A2',
        title: 'Alarm when a tenant is refreshed more than once a minute',
        kind: 'detect',
        state: 'open',
        owner: 'person:tremblay',
        due: daysAgo(30),
      },
    ],
    version: '1',
  },
  plan: {
    id: 'PRB-097',
    workload: 'sso-broker',
    recurrences: recur('Sign-in slow while metadata refreshes', [
      [daysAgo(346), 2],
      [daysAgo(309), 2],
      [daysAgo(146), 3],
      [daysAgo(22), 2],
    ]),
  },
}

const consumer: PlannedProblem = {
  problem: {
    id: 'PRB-124',
    title: 'Unowned queue consumer stops',
    state: 'identified',
    opened: daysAgo(90),
    workloads: ['search-index'],
    factors: ['unclear ownership'],
    fixes: [],
    actions: [],
    version: '1',
  },
  plan: {
    id: 'PRB-124',
    workload: 'search-index',
    recurrences: recur('Search index updates stop', [
      [daysAgo(91), 3],
      [daysAgo(62), 3],
      [daysAgo(35), 3],
    ]),
  },
}

/** The problems that the design screens show. */
export const picturedProblems: readonly PlannedProblem[] = [gateway, rebuild, replica, metadata, consumer]
