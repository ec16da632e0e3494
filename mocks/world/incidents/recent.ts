import type { Incident, Severity } from '../../../src/domain/incident'
import { after, duration, type Id, type Instant } from '../../../src/domain/units'
import type { Random } from '../random'
import { minutes, worldNow } from '../time'
import type { Context } from './context'
import { pastIncident } from './past'

/** Number, title, severity, workload, team, hours since it was resolved, hours it burned. */
type Row = readonly [number, string, Severity, Id, Id, resolvedAgo: number, burned: number]

const rows: readonly Row[] = [
  [2290, 'Search slow after index rebuild', 4, 'search-api', 'team:search', 3.472, 1.2],
  [2289, 'Health check of Paging flaps', 4, 'paging', 'team:sre', 7.4, 0.8],
  [2286, 'Refunds shown twice in the ledger view', 4, 'payments-ledger', 'team:payments', 14.1, 2.1],
  [2285, 'Login loop for SSO tenants', 2, 'identity-service', 'team:identity', 6.2, 3.4],
  [2284, 'Disk above 80% on ledger replica', 4, 'payments-ledger', 'team:data-infra', 9.1, 6.5],
  [2282, 'Carrier labels printed without weight', 4, 'carrier-links', 'team:fulfilment', 25.5, 3.9],
  [2280, 'Settlement file late', 3, 'payments-ledger', 'team:payments', 26.3, 4.2],
  [2279, 'Certificate expires in 30 days', 5, 'edge', 'team:security', 29.8, 20.5],
  [2276, 'Push notifications delayed', 3, 'push-notifications', 'team:mobile', 50.2, 2.9],
  [2275, 'Build runners wait for images', 4, 'build-runners', 'team:platform', 52.4, 2.2],
  [2271, 'Inventory counts wrong after release', 2, 'inventory', 'team:fulfilment', 74.1, 5.6],
  [2270, 'Slow queries on reporting', 4, 'reporting-warehouse', 'team:data-infra', 77.9, 7.2],
]

function recent(
  [number, title, severity, workload, team, ago, burned]: Row,
  random: Random,
  context: Context,
): Incident {
  const resolved: Instant = after(worldNow, minutes(-Math.round(ago * 60)))
  const detected = after(resolved, minutes(-Math.round(burned * 60)))
  const draft = { id: `INC-${number}`, opened: detected, workload, severity, title }
  const drawn = pastIncident(draft, random, context)
  const { activity: _activity, review: _review, ...incident } = drawn
  const acknowledged = after(detected, minutes(6 * severity))
  const clocks = {
    started: after(detected, minutes(-4)),
    detected,
    acknowledged,
    mitigated: after(acknowledged, duration(Math.floor((resolved - acknowledged) * 0.6))),
    resolved,
  }
  return { ...incident, state: 'resolved', opened: detected, clocks, workloads: [workload], team }
}

/** What was resolved in the last days, as the design shows it. */
export const recentIncidents = (random: Random, context: Context): readonly Incident[] =>
  rows.map((row) => recent(row, random, context))
