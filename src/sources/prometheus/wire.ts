import * as v from 'valibot'

const labelSet = v.record(v.string(), v.string())
export type Labels = Readonly<Record<string, string>>

/** An alert of Alertmanager, as `GET /api/v2/alerts` tells it: api/v2/openapi.yaml, `gettableAlert` (0.22 to 0.31). */
export const alert = v.object({
  fingerprint: v.string(),
  labels: labelSet,
  annotations: v.nullish(labelSet),
  startsAt: v.string(),
  /** Of a firing alert: when it is given up unless it is heard of again. Not an end. */
  endsAt: v.nullish(v.string()),
  receivers: v.nullish(v.array(v.object({ name: v.string() }))),
  status: v.object({
    state: v.string(),
    silencedBy: v.nullish(v.array(v.string())),
    inhibitedBy: v.nullish(v.array(v.string())),
    /** Time intervals that mute it; from 0.28 on. */
    mutedBy: v.nullish(v.array(v.string())),
  }),
})
export type Alert = v.InferOutput<typeof alert>

/** A silence of `GET /api/v2/silences`: `gettableSilence`. Versions before 0.22 have no `isEqual`: all are. */
export const silence = v.object({
  id: v.string(),
  status: v.nullish(v.object({ state: v.string() })),
  startsAt: v.string(),
  endsAt: v.string(),
  comment: v.nullish(v.string()),
  createdBy: v.nullish(v.string()),
  matchers: v.array(
    v.object({ name: v.string(), value: v.string(), isRegex: v.boolean(), isEqual: v.nullish(v.boolean()) }),
  ),
})
export type Silence = v.InferOutput<typeof silence>

/** A moment in seconds since 1970, and a number as a text. */
export type Sample = readonly [number, string]

// A page may bear a million samples: each is looked at once, without a path being kept for it.
const areSamples = (value: unknown): value is readonly Sample[] =>
  Array.isArray(value) && value.every((each: unknown) => Array.isArray(each) && typeof each[0] === 'number')

/** What `query_range` answers: https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries */
export const matrix = v.object({
  status: v.literal('success'),
  data: v.object({
    resultType: v.literal('matrix'),
    result: v.array(
      v.object({ metric: labelSet, values: v.custom<readonly Sample[]>(areSamples, 'it is no list of samples') }),
    ),
  }),
  /** Said by engines that stand for several: what did not answer. */
  warnings: v.nullish(v.array(v.string())),
})
export type Matrix = v.InferOutput<typeof matrix>

/** How long Prometheus keeps what it read, such as `15d`; other engines have no such page. */
export const runtime = v.object({ data: v.object({ storageRetention: v.nullish(v.string()) }) })

/** Alerts and silences are read one by one: what does not fit is set aside. */
export const anyList = v.array(v.unknown())
