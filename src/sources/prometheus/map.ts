import type { OpsEvent } from '../../domain/event'
import { formatInstant, instant, type Instant, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'
import type { Firing } from './firings'
import { fingerprintOf, ownLabels, saidBy } from './labels'
import type { PrometheusOptions } from './options'
import type { Alert, Labels, Silence } from './wire'

/** A moment as Alertmanager writes it. Throws Unreadable. */
export function moment(text: string, field: string): Instant {
  const at = parseInstant(text)
  if (at === undefined) throw new Unreadable(`${field} says “${text}”, which is no moment with an offset`)
  return at
}

/** The point of the grid, in seconds, at which something that began then is first seen. */
export const pointOf = (at: Instant, step: number): number => Math.ceil(at / 1000 / step) * step

/** One firing of one alert: its fingerprint, and the point of the grid at which it was first seen. */
export const idOf = (key: string, point: number): string => `${key}@${formatInstant(instant(point * 1000))}`

const titleOf = (rule: string | undefined, labels: Labels): string => {
  const name = rule ?? 'Alert'
  return labels['instance'] ? `${name} on ${labels['instance']}` : name
}

/**
 * What became of an alert, where Alertmanager says so. Silenced or muted: somebody decided that nobody need act on it.
 * Inhibited: another alert stands for it. Neither is an end.
 */
function outcomeOf({ status }: Alert): Pick<OpsEvent, 'outcome'> {
  if (status.silencedBy?.length || status.mutedBy?.length) return { outcome: 'ignored' }
  return status.inhibitedBy?.length ? { outcome: 'grouped' } : {}
}

/**
 * An alert that fires now. It has no end, whatever `endsAt` says. `seen`: the firing of the series `ALERTS` that it is,
 * where that is known: its id stays when it ends, and only the series is left.
 */
export function eventOfAlert(alert: Alert, seen: Firing | undefined, options: PrometheusOptions): OpsEvent {
  const started = moment(alert.startsAt, 'startsAt')
  const at = seen ? instant(Math.min(started, seen.first * 1000)) : started
  const key = seen?.key ?? fingerprintOf(ownLabels(alert.labels, options.ignoredLabels))
  const said = saidBy(
    alert.labels,
    options,
    alert.receivers?.map(({ name }) => name),
  )
  return {
    id: idOf(key, seen?.first ?? pointOf(started, options.stepSeconds)),
    title: alert.annotations?.[options.titleAnnotation] || titleOf(said.rule, alert.labels),
    kind: 'alarm',
    at,
    planned: false,
    ...said,
    ...outcomeOf(alert),
  }
}

/**
 * A time in which an alert fired, from the points of the grid at which it did. It began and ended up to one step before
 * the moments that are told: its length is right on average.
 */
export function eventOfFiring(
  { key, labels, first, last }: Firing,
  open: boolean,
  options: PrometheusOptions,
): OpsEvent {
  const said = saidBy(labels, options)
  return {
    id: idOf(key, first),
    title: titleOf(said.rule, labels),
    kind: 'alarm',
    at: instant(first * 1000),
    planned: false,
    ...said,
    ...(!open && { until: instant((last + options.stepSeconds) * 1000) }),
  }
}

/** The labels that a silence names letter by letter. */
const named = ({ matchers }: Silence): Labels =>
  Object.fromEntries(
    matchers.flatMap(({ name, value, isRegex, isEqual }) => (isRegex || isEqual === false ? [] : [[name, value]])),
  )

/** A silence: planned, and of a kind of its own, for nothing is frozen, tested or changed. */
export function eventOfSilence(silence: Silence, options: PrometheusOptions): OpsEvent {
  const { rule, workloads } = saidBy(named(silence), options)
  const words = silence.matchers.map(({ name, value, isRegex, isEqual }) => {
    const sign = isEqual === false ? (isRegex ? '!~' : '!=') : isRegex ? '=~' : '='
    return `${name}${sign}"${value}"`
  })
  return {
    id: `silence:${silence.id}`,
    title: silence.comment || words.join(', '),
    kind: 'unknown:silence',
    at: moment(silence.startsAt, 'startsAt'),
    until: moment(silence.endsAt, 'endsAt'),
    planned: true,
    workloads,
    ...(rule !== undefined && { rule }),
  }
}
