import * as v from 'valibot'
import { parseInstant } from '../../domain/units'
import type { Firing } from './firings'
import type { History } from './history'
import { bears, ownLabels } from './labels'
import { pointOf } from './map'
import type { PrometheusOptions } from './options'
import { type Alert, alert as alertSchema } from './wire'

/** An alert of now, as it came, and the firing of the history that it is. */
export interface Current {
  readonly alert: unknown
  readonly seen?: Firing
}

/** Every alert once. */
export interface Together {
  readonly current: readonly Current[]
  /** What the history alone knows. */
  readonly past: readonly Firing[]
}

/** A firing that Alertmanager can know of: it went on at the last point that was looked at, or at the one before. */
export const isOpen = ({ last }: Firing, { end }: Pick<History, 'end'>, step: number): boolean => last >= end - step

/** The firings that are one alert: those of its series since it began, the one that goes on among them. */
function firingsOf(alert: Alert, open: readonly Firing[], all: ReadonlyMap<string, readonly Firing[]>) {
  const [same] = open
    .filter(({ labels }) => bears(alert.labels, labels))
    .toSorted((left, right) => Object.keys(right.labels).length - Object.keys(left.labels).length)
  const started = parseInstant(alert.startsAt)
  if (!same || started === undefined) return []
  // Alertmanager remembers that it never ended, where Prometheus was away for a while and the series has a gap.
  return (all.get(same.key) ?? []).filter((firing) => firing === same || firing.last * 1000 >= started)
}

/**
 * Joins what fires now with what the series `ALERTS` tells. An alert that stands there several times, for it is in
 * several groups or goes to several receivers, is one; so is one that both tell. Prometheus adds its external labels
 * when it sends an alert, so the alert may bear more labels than its series.
 */
export function together(
  alerts: readonly unknown[],
  history: History | undefined,
  { stepSeconds: step, ignoredLabels }: PrometheusOptions,
): Together {
  const all = Map.groupBy(history?.firings ?? [], ({ key }) => key)
  const open = Map.groupBy(
    history?.firings.filter((firing) => isOpen(firing, history, step)) ?? [],
    ({ labels }) => labels['alertname'],
  )
  const met = new Set<string>()
  const known = new Set<Firing>()
  const current = alerts.flatMap((item): readonly Current[] => {
    const verdict = v.safeParse(alertSchema, item)
    if (!verdict.success) return [{ alert: item }]
    const alert = { ...verdict.output, labels: ownLabels(verdict.output.labels, ignoredLabels) }
    if (met.has(alert.fingerprint)) return []
    met.add(alert.fingerprint)
    const firings = firingsOf(alert, open.get(alert.labels['alertname']) ?? [], all)
    for (const firing of firings) known.add(firing)
    const [first] = firings
    const started = parseInstant(alert.startsAt)
    if (!first || !history || started === undefined) return [{ alert: item }]
    // What fired before the history begins is seen at its edge: Alertmanager knows since when.
    const since = first.first <= history.begin ? Math.min(first.first, pointOf(started, step)) : first.first
    return [{ alert: item, seen: { ...first, first: since } }]
  })
  return { current, past: history?.firings.filter((firing) => !known.has(firing)) ?? [] }
}
