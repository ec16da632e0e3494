import type { EventDimension } from '../../../domain/summary'
import {
  bucketOf, choice, each, given, keyColumns, keyOf, limits, list, moment, momentKey, one, overlap, text, textKey,
  type Values, yesOrNo,
} from './parts' // prettier-ignore

/** `eventValuesOf` of the domain. */
const values: Values<EventDimension> = {
  rule: one('rule'),
  kind: one('kind'),
  outcome: one('outcome'),
  workload: each('workloads'),
  severity: one("if(severity = 0, '', toString(severity))"),
  pages: yesOrNo('pages'),
  planned: yesOrNo('planned'),
}

const conditions: readonly string[] = [
  choice('ids', 'id'),
  choice('kinds', 'kind'),
  overlap('workloads'),
  choice('rules', 'rule'),
  choice('incidents', 'incident'),
  given('planned', 'Bool', (value) => `planned = ${value}`),
  given('from', 'Int64', (at) => `coalesce(until, at) >= ${moment(at)}`),
  given('to', 'Int64', (at) => `at < ${moment(at)}`),
  ...limits(values),
  text,
]

const names = Object.keys(values)

const summary = `SELECT bucket, ${keyOf(names)} AS key, sum(part), [], [], 0, 0
FROM (
  SELECT
    ${bucketOf('at')} AS bucket,
    ${keyColumns(values).join(',\n    ')},
    count() AS part
  FROM events
  WHERE ${conditions.join('\n    AND ')}
  GROUP BY bucket, ${names.map((by) => `key_${by}`).join(', ')}
)
GROUP BY bucket, key`

/** What is asked about events. */
export const eventQueries = {
  events: list('events', conditions, [momentKey('at'), textKey('id')]),
  'events-summary': summary,
}
