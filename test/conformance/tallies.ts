import { clocks } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import { type BucketSize, dimensions, type SummaryQuestion } from '../../src/domain/summary'
import { instant } from '../../src/domain/units'

export const question: SummaryQuestion = { query: {}, zone: 'UTC', by: [], now: instant(Date.UTC(2030, 0, 1)) }

/** One zone at UTC, one with whole hours north, one half-hour change south, one whose days begin at 01:00 twice a year. */
const zones = ['UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago']
const sizes: readonly BucketSize[] = ['day', 'week', 'month']

/** Questions that together touch every dimension, clock, bucket and zone, by name. */
export function tallies({ incidents }: Holdings): readonly (readonly [string, SummaryQuestion])[] {
  const opened = incidents.map((incident) => incident.opened).toSorted((left, right) => left - right)
  const middle = opened[opened.length >> 1] ?? instant(0)
  const last = opened.at(-1) ?? instant(0)
  const team = incidents.find((incident) => incident.team !== undefined)?.team ?? 'team:nobody'
  const during: SummaryQuestion = { ...question, now: middle }
  const after: SummaryQuestion = { ...question, now: instant(last + 86_400_000) }
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
    ['of a text', { ...after, query: { text: incidents[0]?.title ?? '' }, by: ['state'] }],
    ['of nothing', { ...after, query: { ids: ['nobody'] }, bucket: 'day', by: ['severity'], clock: 'resolve' }],
  ]
}

const clockNames = Object.keys(clocks) as readonly (keyof typeof clocks)[]
