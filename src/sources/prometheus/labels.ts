import { severity, type Severity } from '../../domain/incident'
import type { Id } from '../../domain/units'
import type { LabelRule, PrometheusOptions } from './options'
import type { Labels } from './wire'

const utf8 = new TextEncoder()

/**
 * The fingerprint of a set of labels, as Prometheus and Alertmanager make it (`LabelSet.Fingerprint` of
 * prometheus/common): FNV-1a of 64 bits over names and values in the order of the names, each followed by the byte 255.
 */
export function fingerprintOf(labels: Labels): string {
  let hash = 14_695_981_039_346_656_037n
  const add = (byte: number) => void (hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1_099_511_628_211n))
  for (const [name, value] of Object.entries(labels).toSorted(([left], [right]) => (left < right ? -1 : 1)))
    for (const text of [name, value]) {
      utf8.encode(text).forEach(add)
      add(255)
    }
  return hash.toString(16).padStart(16, '0')
}

const without = (labels: Labels, names: readonly string[]): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)))

/** The labels that tell one alert from another: not those of the series `ALERTS` itself, nor those to be ignored. */
export const ownLabels = (labels: Labels, ignored: readonly string[]): Labels =>
  without(labels, ['__name__', 'alertstate', ...ignored])

/** Whether the one bears everything that the other does: Prometheus adds its external labels when it sends an alert. */
export const bears = (labels: Labels, other: Labels): boolean =>
  Object.entries(other).every(([name, value]) => labels[name] === value)

/** What the labels of an alert say. */
export interface Said {
  readonly rule?: string
  readonly workloads: readonly Id[]
  readonly severity?: Severity
  readonly pages?: boolean
}

/** `2`, `P2`, `sev2`, `SEV-2` say their number whatever the configuration. */
const numbered = (word: string): Severity | undefined =>
  severity(Number(/^(?:p|sev(?:erity)?)?[-_ ]?([1-5])$/i.exec(word)?.[1]))

/** Whether it may page, as far as its receivers and its severity tell; undefined where nobody said what pages. */
function pagesBy(word: string, receivers: readonly string[] | undefined, options: PrometheusOptions) {
  const { pagingReceivers, pagingSeverities } = options
  if (pagingSeverities?.includes(word)) return true
  if (pagingReceivers === undefined) return pagingSeverities && false
  return receivers?.some((name) => pagingReceivers.includes(name))
}

/** Reads labels by the configured rules: for each thing the first rule that says it counts, else the label it stands in. */
export function saidBy(labels: Labels, options: PrometheusOptions, receivers?: readonly string[]): Said {
  const rules = options.rules.filter(({ matches }) => matches(labels))
  const first = <K extends 'workload' | 'rule' | 'severity' | 'pages'>(key: K): LabelRule[K] | undefined =>
    rules.find((each) => each[key] !== undefined)?.[key]
  const word = labels[options.severityLabel] ?? ''
  const rule = first('rule') ?? labels[options.ruleLabel]
  const workload = first('workload') ?? labels[options.workloadLabel]
  const listed = Object.hasOwn(options.severities, word) ? options.severities[word] : undefined
  const rank = first('severity') ?? listed ?? numbered(word)
  const pages = first('pages') ?? pagesBy(word, receivers, options)
  return {
    workloads: workload ? [workload] : [],
    ...(rule && { rule }),
    ...(rank !== undefined && { severity: rank }),
    ...(pages !== undefined && { pages }),
  }
}
