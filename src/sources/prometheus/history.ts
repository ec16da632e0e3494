import type { Instant } from '../../domain/units'
import type { Call } from '../contract'
import { type Backend, fitting } from '../listing/backend'
import { readJson } from '../http'
import { type Firing, firingsOf, joined, upTo } from './firings'
import type { PrometheusOptions } from './options'
import { matrix, runtime } from './wire'

/** What the series `ALERTS` tells. Moments are seconds since 1970, all of them on the grid. */
export interface History {
  readonly firings: readonly Firing[]
  /** From here on. What fired then may have begun earlier. */
  readonly begin: number
  /** The last point that was looked at: what fired there still does. */
  readonly end: number
  /** What a part of the backend did not tell, in its own words. */
  readonly warnings: readonly string[]
  /** How long Prometheus keeps what it reads, such as `15d`, where it says so. */
  readonly keeps: string | undefined
}

export interface HistoryReader {
  readonly read: (now: Instant, call: Call) => Promise<History>
  /** What was read last, if anything ever was. */
  readonly last: () => History | undefined
}

/** Points that one request asks for; Prometheus refuses more than 11,000. */
const perRequest = 5_000
/** Seconds that are read once more each time: rules are evaluated late, and their samples arrive late. */
const overlap = 300
const day = 86_400

/** Reads the series `ALERTS` on a grid: all of it at first, then only what came since. */
export function createHistory(
  backend: Backend,
  { historyDays, stepSeconds: step, ignoredLabels }: PrometheusOptions,
): HistoryReader {
  let known: History | undefined
  const query = encodeURIComponent('ALERTS{alertstate="firing"}')

  async function retention(call: Call): Promise<string | undefined> {
    // Engines that stand for Prometheus have no such page, and a proxy may not let it through.
    const response = await backend.request('/api/v1/status/runtimeinfo', call, { accept: [400, 403, 404, 405, 501] })
    if (!response.ok) {
      await response.body?.cancel()
      return undefined
    }
    const told = fitting(runtime, await readJson(response, backend.source, call), backend.source, 'runtimeinfo')
    return told.data.storageRetention ?? undefined
  }

  async function read(now: Instant, call: Call): Promise<History> {
    const end = Math.floor(now / 1000 / step) * step
    // From midnight on, so that what fired before is told to begin at the same moment all day.
    const begin = Math.ceil((Math.floor(now / 1000 / day) * day - Math.floor(historyDays * day)) / step) * step
    const keeps = known ? known.keeps : await retention(call)
    const lapped = Math.ceil(overlap / step) * step
    const from = known ? Math.max(begin, known.end - lapped) : begin
    const found: Firing[] = [...upTo(known?.firings ?? [], from, step)]
    const warnings: string[] = []
    for (let start = from; start <= end; start += perRequest * step) {
      const last = Math.min(end, start + (perRequest - 1) * step)
      const path = `/api/v1/query_range?query=${query}&start=${start}&end=${last}&step=${step}`
      const told = await backend.json(path, matrix, call)
      found.push(...firingsOf(told, step, ignoredLabels))
      warnings.push(...(told.warnings ?? []))
    }
    const firings = joined(found, step).filter(({ last }) => last >= begin)
    known = { firings, begin, end, warnings: [...new Set(warnings)], keeps }
    return known
  }
  return { read, last: () => known }
}
