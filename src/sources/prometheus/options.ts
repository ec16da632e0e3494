import * as v from 'valibot'
import type { Severity } from '../../domain/incident'
import { SourceError } from '../contract'
import { misfit } from '../listing/backend'
import type { Labels } from './wire'

const texts = v.array(v.string())
const pairs = v.record(v.string(), v.string())
const rank = v.picklist([1, 2, 3, 4, 5] as const satisfies readonly Severity[])
const positive = v.pipe(v.number(), v.gtValue(0))

/** Says something of the alerts whose labels all match: as texts (`match`) or as whole regular expressions (`matchRe`). */
const rule = v.object({
  match: v.optional(pairs),
  matchRe: v.optional(pairs),
  workload: v.optional(v.string()),
  rule: v.optional(v.string()),
  severity: v.optional(rank),
  pages: v.optional(v.boolean()),
})

const options = v.object({
  alertmanagerUrl: v.optional(v.string()),
  prometheusUrl: v.optional(v.string()),
  workloadLabel: v.optional(v.string(), 'service'),
  severityLabel: v.optional(v.string(), 'severity'),
  ruleLabel: v.optional(v.string(), 'alertname'),
  titleAnnotation: v.optional(v.string(), 'summary'),
  severities: v.optional(v.record(v.string(), rank), { critical: 1, error: 2, warning: 3, info: 5 }),
  pagingReceivers: v.optional(texts),
  pagingSeverities: v.optional(texts),
  rules: v.optional(v.array(rule), []),
  ignoredLabels: v.optional(texts, []),
  historyDays: v.optional(positive, 7),
  stepSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 60),
  timeoutSeconds: v.optional(positive),
  renewSeconds: v.optional(positive),
})

/** A rule, ready to be asked. */
export interface LabelRule extends Pick<v.InferOutput<typeof rule>, 'workload' | 'rule' | 'severity' | 'pages'> {
  readonly matches: (labels: Labels) => boolean
}

/** The options with everything that may be left out. */
export interface PrometheusOptions extends Omit<v.InferOutput<typeof options>, 'rules'> {
  readonly rules: readonly LabelRule[]
}

/** Anchored at both ends, as Prometheus does it. A label that is not there is an empty text. */
function matcherOf({ match = {}, matchRe = {} }: v.InferOutput<typeof rule>): LabelRule['matches'] {
  const exact = Object.entries(match)
  const patterns = Object.entries(matchRe).map(([name, text]) => [name, new RegExp(`^(?:${text})$`, 'su')] as const)
  return (labels) =>
    exact.every(([name, value]) => (labels[name] ?? '') === value) &&
    patterns.every(([name, pattern]) => pattern.test(labels[name] ?? ''))
}

/** The options as they were configured. Throws SourceError `unsupported`, which says what is wrong with which of them. */
export function readOptions(given: Readonly<Record<string, unknown>>, source: string): PrometheusOptions {
  const refuse = (why: string) => new SourceError('unsupported', source, `The options of ${source}: ${why}`)
  const verdict = v.safeParse(options, given)
  if (!verdict.success) throw refuse(misfit(verdict.issues))
  if (verdict.output.alertmanagerUrl === undefined && verdict.output.prometheusUrl === undefined)
    throw refuse('one of "alertmanagerUrl" and "prometheusUrl" is needed.')
  const rules = verdict.output.rules.map((each, index): LabelRule => {
    try {
      return { ...each, matches: matcherOf(each) }
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw refuse(`matchRe of rules.${index} is no regular expression: ${why}`)
    }
  })
  return { ...verdict.output, rules }
}
