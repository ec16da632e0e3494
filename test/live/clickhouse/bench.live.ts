import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countOf } from '../../../src/domain/distribution'
import { summarise } from '../../../src/domain/summarise'
import type { SummaryQuestion } from '../../../src/domain/summary'
import { instant } from '../../../src/domain/units'
import { openClickHouse } from '../../../src/sources/clickhouse/source'
import { listAll } from '../../../src/sources/paging'
import type { Source } from '../../../src/sources/contract'
import { type Cluster, startCluster } from './nodes'
import { proxyTo } from './proxy'

/** Incidents of two years at even distances, a million at a time; two entries of the timeline each. */
const incidentsOf = (from: number, rows: number, all: number) => `INSERT INTO watchbill_rows.incidents
  (record, id, opened, severity, state, started, detected, acknowledged, mitigated, resolved, closed, workloads, team, people,
   activity, plan, problem, factors, review_factors, labels, detection, reassignments, returns, reopened, sla_met, reviewed, held, words)
WITH concat('INC-', toString(number)) AS key,
  toDateTime64('2024-11-20 00:00:00', 3, 'UTC') + toIntervalSecond(intDiv(number * 63072000, ${all})) AS begun,
  begun + toIntervalSecond(60 + cityHash64(number) % 86400) AS done,
  concat('team:t', toString(cityHash64(number, 1) % 40)) AS owner,
  concat('w', toString(cityHash64(number, 2) % 300)) AS hit,
  1 + cityHash64(number, 3) % 5 AS rank,
  formatDateTime(begun, '%Y-%m-%dT%H:%i:%SZ') AS iso, formatDateTime(done, '%Y-%m-%dT%H:%i:%SZ') AS isoDone
SELECT concat('{"id":"', key, '","title":"Latency above the limit in ', hit, '","severity":', toString(rank),
    ',"state":"closed","opened":"', iso, '","clocks":{"started":"', iso, '","detected":"', iso, '","resolved":"', isoDone,
    '"},"workloads":["', hit, '"],"team":"', owner, '","roles":[],"factors":["change"],"labels":["auto"],"links":[]}'),
  key, begun, rank, 'closed', begun, begun, NULL, NULL, done, NULL, [hit], owner, [], '', '', '', ['change'], [], ['auto'],
  '', NULL, NULL, NULL, NULL, false, NULL, lower(concat(key, ' latency above the limit in ', hit))
FROM numbers(${from}, ${rows})`

const timelineOf = (
  from: number,
  rows: number,
  all: number,
) => `INSERT INTO watchbill_rows.timeline (record, id, incident, at, sequence, kind, words)
WITH concat('INC-', toString(intDiv(number, 2))) AS key, concat(key, '/', toString(number % 2)) AS own,
  toDateTime64('2024-11-20 00:00:00', 3, 'UTC') + toIntervalSecond(intDiv(intDiv(number, 2) * 63072000, ${all}) + number % 2) AS happened
SELECT concat('{"id":"', own, '","incident":"', key, '","at":"', formatDateTime(happened, '%Y-%m-%dT%H:%i:%SZ'), '","sequence":', toString(number % 2), ',"kind":"note","text":"Looked at"}'),
  own, key, happened, number % 2, 'note', 'looked at'
FROM numbers(${2 * from}, ${2 * rows})`

const call = { signal: new AbortController().signal }
const year = { openedFrom: instant(Date.UTC(2025, 10, 20)), openedTo: instant(Date.UTC(2026, 10, 20)) }
const counts: SummaryQuestion = {
  query: year,
  by: ['severity', 'team'],
  bucket: 'day',
  zone: 'UTC',
  now: year.openedTo,
}
const trend: SummaryQuestion = { ...counts, by: ['severity'], bucket: 'week', zone: 'Europe/Berlin', clock: 'resolve' }
const patience = 1_800_000

/** `--bench` measures all of them; `WATCHBILL_BENCH=1000000` one. */
const asked = process.env['WATCHBILL_BENCH'] ?? ''
const sizes = [100_000, 1_000_000, 10_000_000].filter(
  (rows) => asked === '1' || asked.split(',').includes(String(rows)),
)
/** More are not listed: it would take minutes, and no browser would hold them. */
const mostListed = 1_000_000

/** One answer: how long it took, CPU of ClickHouse and of the process that asked, in milliseconds; bytes that came. */
interface Cost {
  readonly ms: number
  readonly worked: number
  readonly client: number
  readonly bytes: number
}

const rounded = (value: number): string => Math.round(value).toLocaleString('en')
const told = ({ ms, worked, client, bytes }: Cost): string =>
  `${rounded(ms)} ms; CPU ${rounded(worked)} + ${rounded(client)} ms; ${(bytes / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} kB`

describe.skipIf(asked === '')('ClickHouse at scale, through named handlers', () => {
  let cluster: Cluster
  let proxy: Awaited<ReturnType<typeof proxyTo>>
  let source: Source
  const table = new Map<string, Map<number, string>>()

  beforeAll(async () => {
    cluster = await startCluster(1)
    proxy = await proxyTo(cluster.url)
    const options = { url: proxy.url, timeoutSeconds: 60 }
    source = await openClickHouse(options, {
      id: 'store',
      title: '',
      base: 'http://app.example/',
      now: () => Date.now(),
    })
  })
  afterAll(async () => {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
    const rows = [...table].map(([what, cells]) =>
      line([what, ...sizes.map((size) => cells.get(size) ?? 'not measured')]),
    )
    const head = line(['question', ...sizes.map((size) => `${size.toLocaleString('en')} incidents`)])
    console.log([head, line(['---', ...sizes.map(() => '---')]), ...rows].join('\n'))
    await proxy?.close()
    await cluster?.stop()
  })

  /** Notes the fastest of some runs. */
  async function measure(what: string, size: number, work: () => Promise<unknown>, runs = 5) {
    const costs: Cost[] = []
    for (let run = 0; run < runs; run += 1) {
      const [bytes, worked, began, used] = [proxy.bytes(), cluster.cpu(), performance.now(), process.cpuUsage()]
      await work()
      const ms = performance.now() - began
      const { user, system } = process.cpuUsage(used)
      costs.push({ ms, worked: cluster.cpu() - worked, client: (user + system) / 1000, bytes: proxy.bytes() - bytes })
    }
    const [best] = costs.toSorted((left, right) => left.ms - right.ms)
    if (best) table.set(what, (table.get(what) ?? new Map<number, string>()).set(size, told(best)))
  }

  for (const rows of sizes)
    it(`${rows} incidents`, { timeout: patience }, async () => {
      const [node] = cluster.nodes
      for (const name of ['incidents', 'timeline']) await node?.(`TRUNCATE TABLE watchbill_rows.${name}`)
      for (let from = 0; from < rows; from += 1_000_000) {
        const part = Math.min(1_000_000, rows - from)
        await node?.(incidentsOf(from, part, rows))
        await node?.(timelineOf(from, part, rows))
      }
      const { incidents, timeline } = source.readers
      if (!incidents?.summarise || !timeline) throw new Error('There is nothing to measure.')
      const count = incidents.summarise.bind(incidents)
      await measure('first page (50)', rows, () => incidents.list({}, { limit: 50 }, call))
      await measure('page of one team (50)', rows, () => incidents.list({ teams: ['team:t7'] }, { limit: 50 }, call))
      const one = { incidents: [`INC-${rows >> 1}`] }
      await measure('timeline of one incident', rows, () => timeline.list(one, { limit: 200 }, call))
      await measure('a year by day, severity and team', rows, () => count(counts, call))
      await measure('a year weekly by severity, with time to resolve', rows, () => count(trend, call))
      const { summary } = await count(trend, call)
      expect(summary.cells.reduce((sum, { closed }) => sum + countOf(closed), 0)).toBeGreaterThan(rows / 2.1)
      if (rows > mostListed) return
      const options = { limit: 1000, source: 'store' }
      const listed = async () => summarise((await listAll(incidents, year, options, call)).items, trend)
      await measure('the same trend through listing', rows, listed, 1)
    })
})
