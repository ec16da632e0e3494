import type { Dimension } from '../../../domain/dimension'
import { binOf, relativeError } from '../../../domain/distribution'
import { reviewPolicy } from '../../../domain/reviewDue'
import {
  bucketOrInstantOf, choice, each, given, type Key, keyColumns, keyOf, limits, list, moment, momentKey, ms, one, overlap, text,
  textKey, type Values, yesOrNo,
} from './parts' // prettier-ignore

const ended = 'coalesce(resolved, closed)'

/** `isOpenAt` of the domain. */
const openAt = (at: string): string =>
  `(opened <= ${at} AND if(${ended} IS NOT NULL, ${at} < ${ended}, state NOT IN ('resolved', 'closed')))`

/** What a clock reads: its kind, and the length in milliseconds (`readAsOf` of the domain). */
function reading(of: string): { readonly kind: string; readonly length: string } {
  const clock = `{${of}_clock:String}`
  const now = `{${of}_now:Int64}`
  const start = ms(`if(${clock} = 'detect', started, detected)`)
  const end = ms(
    `multiIf(${clock} = 'detect', detected, ${clock} = 'acknowledge', acknowledged, ${clock} = 'mitigate', mitigated, ${clock} = 'resolve', resolved, closed)`,
  )
  const locked = `{${of}_locked:Bool}`
  const kind = `multiIf(
    ${clock} = '', '',
    ${start} IS NULL, 'missing',
    ${end} < ${start}, 'fault',
    ${end} IS NOT NULL AND ${locked} AND ${start} > ${now}, 'missing',
    ${end} IS NOT NULL AND ${locked} AND ${end} > ${now}, 'open',
    ${end} IS NOT NULL, 'closed',
    ${openAt(moment(now))} AND ${now} >= ${start}, 'open',
    'missing')`
  return { kind, length: `if((${kind}) = 'open', ${now}, ${end}) - ${start}` }
}

/** `reviewStanding` of the domain, in the words of the dimension: when locked, a review held later has not been. */
function review(of: string): string {
  const now = moment(`{${of}_now:Int64}`)
  const asked = `severity IN (${reviewPolicy.severities.join(', ')})`
  const due = `(${ended} + toIntervalMillisecond(${reviewPolicy.within}))`
  return `multiIf(
    held > ${now} AND NOT {${of}_locked:Bool}, 'planned',
    held <= ${now} AND ${asked} AND held > ${due}, 'held-late',
    held <= ${now}, 'held',
    held IS NULL AND reviewed, 'undated',
    ${openAt(now)}, 'burning',
    NOT (${asked}), 'free',
    ${ended} IS NULL, 'no-end',
    ${due} < ${now}, 'overdue',
    'due')`
}

/** `factorsBy` of the domain. */
const factors = (of: string): string =>
  `arrayDistinct(if({${of}_locked:Bool} AND ifNull(held > ${moment(`{${of}_now:Int64}`)}, false), factors, arrayConcat(factors, review_factors)))`

/** `valuesOf` of the domain. `of` begins the names of the parameters of the reckoning. */
function valuesOf(of: string): Values<Dimension> {
  const local = `toTimeZone(opened, {${of}_zone:String})`
  const fixes = `{${of}_fixes:Map(String, Int64)}`
  return {
    severity: one("if(severity = 0, '', toString(severity))"),
    state: one('state'),
    team: one('team'),
    workload: each('workloads'),
    problem: one('problem'),
    label: each('labels'),
    hourOfWeek: one(`(toDayOfWeek(${local}) - 1) * 24 + toHour(${local})`),
    activity: one('activity'),
    factor: each(factors(of)),
    detection: one('detection'),
    plan: one('plan'),
    reassignments: one('reassignments'),
    returns: one('returns'),
    reopened: one('reopened'),
    sla: yesOrNo('sla_met'),
    review: one(review(of)),
    fixed: one(
      `multiIf(problem = '', '', mapContains(${fixes}, toString(problem)) AND ${ms('opened')} >= ${fixes}[toString(problem)], 'yes', 'no')`,
    ),
    reading: one(reading(of).kind),
  }
}

const limited = valuesOf('in')
const counted = valuesOf('of')

const conditions: readonly string[] = [
  choice('ids', 'id'),
  choice('severities', 'severity', 'UInt8'),
  choice('states', 'state'),
  overlap('workloads'),
  choice('teams', 'team'),
  overlap('people'),
  choice('problems', 'problem'),
  overlap('labels'),
  given('opened_from', 'Int64', (at) => `opened >= ${moment(at)}`),
  given('opened_to', 'Int64', (at) => `opened < ${moment(at)}`),
  given('burning_to', 'Int64', (at) => `opened < ${moment(at)}`),
  given('burning_from', 'Int64', (at) => `(${ended} IS NULL OR ${ended} >= ${moment(at)})`),
  given('open_at', 'Int64', (at) => openAt(moment(at))),
  ...limits(limited),
  text,
]

const dimensionNames = Object.keys(counted)
const keyNames = dimensionNames.map((by) => `key_${by}`).join(', ')
const { kind, length } = reading('of')
/** As `binOf` of the domain has it. */
const logGrowth = Math.log((1 + relativeError) / (1 - relativeError))
/** Of a length of nothing, which has no bin. Lengths from a millisecond on have bins from 0 on. */
const zero = binOf(1) - 1

/** What the buckets go by; `stoppedAt` of the domain, nothing while it is open. */
const bucketed = `if({moment:String} = 'stopped', multiIf(${ended} IS NOT NULL, greatest(opened, ${ended}), state IN ('resolved', 'closed'), opened, NULL), opened)`

/** Cells with the lengths of their clocks in bins; the bin of zeros is -1. */
const summary = `SELECT
  bucket,
  ${keyOf(dimensionNames)} AS key,
  sum(part),
  arraySort(groupArrayIf((bin, part), kind = 'closed')),
  arraySort(groupArrayIf((bin, part), kind = 'open')),
  sumIf(part, kind = 'missing'),
  sumIf(part, kind = 'fault')
FROM (
  SELECT bucket, ${keyNames}, kind, if(length > 0, toInt32(ceil(log(greatest(length, 1)) / ${logGrowth})), ${zero}) AS bin, count() AS part
  FROM (
    SELECT
      ${bucketOrInstantOf(bucketed)} AS bucket,
      ${keyColumns(counted).join(',\n      ')},
      ${kind} AS kind,
      if(kind IN ('closed', 'open'), assumeNotNull(${length}), 0) AS length
    FROM incidents
    WHERE ${conditions.join('\n      AND ')}
  )
  GROUP BY bucket, ${keyNames}, kind, bin
)
GROUP BY bucket, key`

/** Counts by day, severity and team of whole days of UTC, which the roll-up has ready. */
const days = `SELECT
  if({bucket:String} = '', '', toString(multiIf({bucket:String} = 'week', toStartOfWeek(day, 1), {bucket:String} = 'month', toStartOfMonth(day), day))) AS bucket,
  arrayFilter((value, by) -> has({by:Array(String)}, by), [if(severity = 0, '', toString(severity)), toString(team)], ['severity', 'team']) AS key,
  sum(part),
  [],
  [],
  0,
  0
FROM (
  SELECT toDate(opened, 'UTC') AS day, severity, team, count() AS part
  FROM incidents
  WHERE ${[
    choice('severities', 'severity', 'UInt8'),
    choice('teams', 'team'),
    given('first_day', 'Date', (day) => `toDate(opened, 'UTC') >= ${day}`),
    given('after_day', 'Date', (day) => `toDate(opened, 'UTC') < ${day}`),
  ].join('\n    AND ')}
  GROUP BY day, severity, team
)
GROUP BY bucket, key`

const worst: Key = {
  column: 'if(severity = 0, 9, severity)',
  told: 'toString(if(severity = 0, 9, severity))',
  heard: (param) => `{${param}:Int64}`,
}

/** What is asked about incidents. */
export const incidentQueries = {
  'incidents-newest': list('incidents', conditions, [momentKey('opened', true), textKey('id')]),
  'incidents-oldest': list('incidents', conditions, [momentKey('opened'), textKey('id')]),
  'incidents-severity': list('incidents', conditions, [worst, momentKey('opened', true), textKey('id')]),
  'incidents-summary': summary,
  'incidents-days': days,
}
