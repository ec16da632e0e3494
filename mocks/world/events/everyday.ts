import type { OpsEvent } from '../../../src/domain/event'
import type { Incident } from '../../../src/domain/incident'
import type { Activity } from '../../../src/domain/ownership'
import { after, between, duration, type Id, type Instant } from '../../../src/domain/units'
import { momentIn } from '../incidents/schedule'
import type { Random } from '../random'
import { days, hours, minutes, worldNow, worldStart } from '../time'
import { workloads } from '../workloads'

/** Numbers the events of one shard. */
export type Numbering = () => Id

const span = between(worldStart, worldNow)
const weekCount = Math.floor(span / days(7))

/** A moment of the two years, as they fall by day and hour. */
const someTime = (random: Random): Instant =>
  momentIn(random, after(worldStart, days(7 * random.int(0, weekCount - 1))))

/** The alarms that became, or joined, each incident. */
export function alarmsOf(
  incidents: readonly Incident[],
  activities: ReadonlyMap<Id, Activity>,
  random: Random,
  id: Numbering,
): readonly OpsEvent[] {
  return incidents.flatMap((incident) => {
    if (incident.detection !== 'alarm') return []
    const rule = activities.get(incident.activity ?? '')?.events[0]
    return Array.from({ length: random.chance(0.35) ? random.int(2, 4) : 1 }, (_, index): OpsEvent => ({
      id: id(),
      title: incident.title,
      kind: 'alarm',
      ...(rule !== undefined && { rule }),
      at: after(incident.opened, minutes(index * random.int(1, 9))),
      ...(incident.clocks.resolved !== undefined &&
        incident.clocks.resolved > incident.opened &&
        index === 0 && { until: incident.clocks.resolved }),
      planned: false,
      origin: 'internal',
      workloads: incident.workloads,
      ...(incident.severity !== undefined && { severity: incident.severity }),
      pages: (incident.severity ?? 5) < 4,
      incident: incident.id,
      ...(index === 0 && { escalatedBy: 'customer impact' }),
      outcome: index === 0 ? 'escalated' : 'grouped',
    }))
  })
}

/** Alarms that nobody had to act on. */
export const ignoredAlarms = (count: number, random: Random, id: Numbering): readonly OpsEvent[] =>
  Array.from({ length: count }, () => {
    const at = someTime(random)
    const workload = random.pick(workloads)
    return {
      id: id(),
      title: `${random.pick(['CPU high', 'Latency above target', 'Error budget burning', 'Backlog grows', 'Probe failed'])} on ${workload.name}`,
      kind: 'alarm',
      rule: `${workload.id}-${random.pick(['latency-p95', 'error-ratio', 'heartbeat-missing'])}`,
      at,
      until: after(at, minutes(random.int(1, 40))),
      planned: false,
      origin: random.chance(0.1) ? 'external' : 'internal',
      workloads: [workload.id],
      severity: random.pick([3, 4, 5] as const),
      pages: false,
      outcome: 'ignored',
    }
  })

export const deploys = (count: number, random: Random, id: Numbering): readonly OpsEvent[] =>
  Array.from({ length: count }, () => {
    const at = someTime(random)
    const workload = random.pick(workloads)
    return {
      id: id(),
      title: `deploy ${workload.aliases?.[0] ?? workload.id} ${random.int(1, 9)}.${random.int(0, 120)}`,
      kind: 'deploy',
      at,
      until: after(at, minutes(random.int(2, 35))),
      planned: true,
      origin: 'internal',
      workloads: [workload.id],
    }
  })

const planned: readonly (readonly [
  kind: 'promotion' | 'test' | 'freeze' | 'change' | 'health' | 'unknown:maintenance',
  title: string,
  hours: number,
])[] = [
  ['promotion', 'Weekend offers', 48],
  ['test', 'Game day: region lost', 3],
  ['freeze', 'Change freeze', 60],
  ['change', 'Database upgrade', 2],
  ['health', 'Provider reports reduced service', 4],
  ['unknown:maintenance', 'Maintenance of a partner', 5],
]

export const plannedEvents = (count: number, random: Random, id: Numbering): readonly OpsEvent[] =>
  Array.from({ length: count }, () => {
    const [kind, title, length] = random.pick(planned)
    const at = someTime(random)
    return {
      id: id(),
      title,
      kind,
      at,
      until: after(at, duration(hours(length))),
      planned: kind !== 'health',
      origin: kind === 'health' || kind === 'unknown:maintenance' ? 'external' : 'internal',
      workloads: random
        .shuffled(workloads)
        .slice(0, 3)
        .map((each) => each.id),
    }
  })
