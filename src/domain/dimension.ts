import { type Clock, type Incident, readClock, type Reading } from './incident'
import { type ReviewStanding, reviewStanding } from './reviewDue'
import { hourOfWeek, offsetSegments, type OffsetSegment } from './time/zone'
import { between, day24, type Id, instant, type Instant } from './units'

/**
 * What incidents are counted by, and narrowed by to see the records behind a count. An incident with several workloads,
 * labels or factors counts once for each.
 */
export const dimensions = [
  'severity',
  'state',
  'team',
  'workload',
  'problem',
  'label',
  'hourOfWeek',
  'activity',
  'factor',
  'detection',
  'plan',
  'reassignments',
  'returns',
  'reopened',
  'sla',
  'review',
  'fixed',
  'reading',
] as const
export type Dimension = (typeof dimensions)[number]

/** What some dimensions need besides the incident; the others pay it no heed. */
export interface Reckoning {
  /** IANA zone of `hourOfWeek`. */
  readonly zone: string
  /** `review` and `reading` are judged at this instant. */
  readonly now: Instant
  /** Moments after `now` have not happened: what was counted once is counted the same for ever. */
  readonly locked?: true
  /** What `reading` reads. */
  readonly clock?: Clock
  /** For `fixed`: since when each problem is said to be mended. Others never were. */
  readonly fixes?: Readonly<Record<Id, Instant>>
}

/** Incidents of which `by` has one of `values`. */
export interface Within extends Reckoning {
  readonly by: Dimension
  readonly values: readonly string[]
}

/** A clock as of `now`; when locked, an end after `now` leaves the incident open. */
export function readAsOf(incident: Incident, clock: Clock, { now, locked }: Reckoning): Reading {
  const reading = readClock(incident, clock, now)
  if (!locked || reading.kind !== 'closed') return reading
  const start = incident.clocks[clock === 'detect' ? 'started' : 'detected']
  if (start === undefined || start > now) return { kind: 'missing' }
  return start + reading.length > now ? { kind: 'open', length: between(start, now) } : reading
}

/** How a review stands, in one word: whether a held one came too late is told apart. */
export type ReviewWord = ReviewStanding['kind'] | 'held-late'
const reviewWord = (standing: ReviewStanding): ReviewWord =>
  standing.kind === 'held' && standing.late !== undefined ? 'held-late' : standing.kind

/** The incident as far as it had come at `now`: when locked, a review held after that has not been. */
function beforeReview(incident: Incident, { now, locked }: Pick<Reckoning, 'now' | 'locked'>): Incident {
  const heldAt = incident.review?.heldAt
  if (!locked || heldAt === undefined || heldAt <= now) return incident
  const { review: _later, ...rest } = incident
  return rest
}

const none = ['']
const one = (value: string | number | undefined): readonly string[] => (value === undefined ? none : [String(value)])
const each = (values: readonly string[]): readonly string[] => (values.length === 0 ? none : [...new Set(values)])

/** The factors of the incident, and of its review: when locked, of one that was held by then. */
export function factorsBy(incident: Incident, reckoning: Pick<Reckoning, 'now' | 'locked'>): readonly string[] {
  return each([...incident.factors, ...(beforeReview(incident, reckoning).review?.factors ?? [])])
}

const yesOrNo = (value: boolean | undefined) => (value === undefined ? none : [value ? 'yes' : 'no'])

type ValuesOf = (incident: Incident, reckoning: Reckoning) => readonly string[]

const calendars = new Map<string, readonly OffsetSegment[]>()

/** The offsets of a zone about a moment: the calendar is asked once for each hundred days, not for each incident. */
function segmentsAbout(at: Instant, zone: string): readonly OffsetSegment[] {
  const part = Math.floor(at / (100 * day24))
  const name = `${zone} ${part}`
  const known = calendars.get(name)
  if (known) return known
  const found = offsetSegments(instant(part * 100 * day24 - day24), instant((part + 1) * 100 * day24 + day24), zone)
  calendars.set(name, found)
  return found
}

/**
 * The values of an incident; `''` where nothing is recorded, never a guess. `reassignments`, `returns`, `reopened`: how
 * often, in digits. `plan`: the id of its response plan. `review`: `held`, `held-late`, `planned`, `undated`, `due`,
 * `overdue`, `burning`, `no-end`, `free`. `fixed`: `yes` where its problem was said to be mended when it began, `no` where
 * not, nothing without a problem. `reading`: `closed`, `open`, `fault`, `missing`.
 */
export const valuesOf: Readonly<Record<Dimension, ValuesOf>> = {
  severity: (incident) => one(incident.severity),
  state: (incident) => [incident.state],
  team: (incident) => one(incident.team),
  workload: (incident) => each(incident.workloads),
  problem: (incident) => one(incident.problem),
  label: (incident) => each(incident.labels),
  hourOfWeek: (incident, { zone }) => [String(hourOfWeek(incident.opened, segmentsAbout(incident.opened, zone)))],
  activity: (incident) => one(incident.activity),
  factor: (incident, reckoning) => factorsBy(incident, reckoning),
  detection: (incident) => one(incident.detection),
  plan: (incident) => one(incident.plan?.id),
  reassignments: (incident) => one(incident.reassignments),
  returns: (incident) => one(incident.returns),
  reopened: (incident) => one(incident.reopened),
  sla: (incident) => yesOrNo(incident.slaMet),
  review: (incident, reckoning) => [reviewWord(reviewStanding(beforeReview(incident, reckoning), reckoning.now))],
  fixed: ({ problem, opened }, { fixes }) => {
    if (problem === undefined) return none
    const since = fixes && Object.hasOwn(fixes, problem) ? fixes[problem] : undefined
    return [since !== undefined && opened >= since ? 'yes' : 'no']
  },
  reading: (incident, reckoning) =>
    reckoning.clock === undefined ? none : [readAsOf(incident, reckoning.clock, reckoning).kind],
}

/** A test whether an incident has one of the values in every one of the dimensions named. */
export function withinAll(wanted: readonly Within[] | undefined): (incident: Incident) => boolean {
  const tests = (wanted ?? []).map((limit) => {
    const values = new Set(limit.values)
    return (incident: Incident) => valuesOf[limit.by](incident, limit).some((value) => values.has(value))
  })
  return (incident) => tests.every((test) => test(incident))
}
