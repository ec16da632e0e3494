import { clocks } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import {
  type BucketSize,
  dimensions,
  eventDimensions,
  type EventQuestion,
  type SummaryQuestion,
} from '../../src/domain/summary'
import { fixesOf, limitsBy } from './limits'
import { instant } from '../../src/domain/units'

export const question: SummaryQuestion = { query: {}, zone: 'UTC', by: [], now: instant(Date.UTC(2030, 0, 1)) }

/** One zone at UTC, one with whole hours north, one half-hour change south, one whose days begin at 01:00 twice a year. */
const zones = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago']
const sizes: readonly BucketSize[] = ['day', 'week', 'month']

/** Questions that together touch every dimension, clock, bucket and zone, by name. */
export function tallies(world: Holdings): readonly (readonly [string, SummaryQuestion])[] {
  const { incidents } = world
  const opened = incidents.map((incident) => incident.opened).toSorted((left, right) => left - right)
  const middle = opened[opened.length >> 1] ?? instant(0)
  const last = opened.at(-1) ?? instant(0)
  const team = incidents.find((incident) => incident.team !== undefined)?.team ?? 'team:nobody'
  const during: SummaryQuestion = { ...question, now: middle }
  const after: SummaryQuestion = { ...question, now: instant(last + 86_400_000) }
  const fixes = fixesOf(world)
  return [
    ['all in one', after],
    ...dimensions.map((by) => [`by ${by}`, { ...after, by: [by] }] as const),
    ...clockNames.map((clock) => [`time to ${clock}, with the open ones counted`, { ...after, clock }] as const),
    ['time to resolve in the middle of the data', { ...during, clock: 'resolve', by: ['severity'] }],
    ...sizes.flatMap((bucket) =>
      zones.map((zone) => [`each ${bucket} in ${zone}`, { ...after, bucket, zone }] as const),
    ),
    [
      'by hour of the week where clocks change by half an hour',
      { ...after, zone: 'Australia/Lord_Howe', by: ['hourOfWeek'] },
    ],
    ['by severity and state, weekly', { ...after, bucket: 'week', zone: 'Europe/Berlin', by: ['severity', 'state'] }],
    ['by workload and label, each counted once', { ...after, by: ['workload', 'label'], clock: 'acknowledge' }],
    ['by everything', { ...after, bucket: 'month', by: dimensions, clock: 'mitigate' }],
    ['of one team', { ...after, query: { teams: [team] }, by: ['problem'] }],
    ['of a range', { ...after, query: { openedFrom: middle, openedTo: last }, bucket: 'week', by: ['severity'] }],
    ['of what was open at a moment', { ...during, query: { openAt: middle }, clock: 'resolve' }],
    ['each instant', { ...after, bucket: 'instant', by: ['severity'] }],
    ...zones.map(
      (zone) => [`each day they stopped in ${zone}`, { ...after, bucket: 'day', moment: 'stopped', zone }] as const,
    ),
    [
      'each instant at which what burned then stopped',
      { ...after, query: { burningFrom: middle, burningTo: last }, bucket: 'instant', moment: 'stopped' },
    ],
    ['of a text', { ...after, query: { text: incidents[0]?.title ?? '' }, by: ['state'] }],
    ...clockNames.map(
      (clock) => [`by what the time to ${clock} reads`, { ...during, clock, by: ['reading'] }] as const,
    ),
    ...clockNames.map(
      (clock) =>
        [`time to ${clock} as of a moment that is past`, { ...during, clock, locked: true, by: ['reading'] }] as const,
    ),
    ['by how reviews stood in the middle of the data', { ...during, by: ['review'] }],
    ['by whether the problem was mended', { ...after, fixes, by: ['fixed', 'problem'], bucket: 'month' }],
    [
      'of what has one of several factors',
      { ...after, query: { within: limitsBy(world, 'factor').slice(1, 2) }, by: ['team'] },
    ],
    [
      'of what came back after its fix, in a zone',
      {
        ...after,
        query: { within: [{ by: 'fixed', values: ['yes'], zone: 'UTC', now: after.now, fixes }] },
        by: ['reopened', 'hourOfWeek'],
        zone: 'Australia/Lord_Howe',
        clock: 'resolve',
      },
    ],
    ['of nothing', { ...after, query: { ids: ['nobody'] }, bucket: 'day', by: ['severity'], clock: 'resolve' }],
  ]
}

/** Questions that together touch every dimension of events, bucket and zone, by name. */
export function eventTallies(world: Holdings): readonly (readonly [string, EventQuestion])[] {
  const all: EventQuestion = { query: {}, zone: 'UTC', by: [] }
  const [workload] = world.events.flatMap(({ workloads }) => workloads)
  return [
    ['all in one', all],
    ...eventDimensions.map((by) => [`by ${by}`, { ...all, by: [by] }] as const),
    ...sizes.flatMap((bucket) => zones.map((zone) => [`each ${bucket} in ${zone}`, { ...all, bucket, zone }] as const)),
    ['by everything', { ...all, bucket: 'month', by: eventDimensions }],
    ['of one workload', { ...all, query: { workloads: [workload ?? 'nobody'] }, by: ['kind'] }],
    ['of one outcome', { ...all, query: { within: [{ by: 'outcome', values: ['escalated'] }] }, by: ['rule'] }],
    ['of nothing', { ...all, query: { ids: ['nobody'] }, bucket: 'day', by: ['rule'] }],
  ]
}

const clockNames = Object.keys(clocks) as readonly (keyof typeof clocks)[]
