import { type Dimension, factorsBy, valuesOf } from '../../domain/dimension'
import { type ClockInstant, endOf, type Incident } from '../../domain/incident'
import { incidentWords } from '../../domain/query/incident'
import { type Instant, instant } from '../../domain/units'
import { bytes, CodeColumn, floats, ListColumn, roomFor } from './arrays'
import { lateCodes, lateFloats, lateLists } from './late'
import { WordColumn } from './words'

/** Dimensions with at most one value each, which is told by the record alone. */
type Told = Extract<Dimension, 'activity' | 'detection' | 'plan' | 'reassignments' | 'returns' | 'reopened' | 'sla'>

/** The told ones pay it no heed. */
const anyReckoning = { zone: 'UTC', now: instant(0) }

const told = (name: Told) => lateCodes((incident) => valuesOf[name](incident, anyReckoning)[0] || undefined)
const moment = (name: ClockInstant) => lateFloats(({ clocks }) => clocks[name] ?? Number.NaN)

const lateColumns = () => ({
  labels: lateLists(({ labels }) => labels),
  factors: lateLists(({ factors, review }) => (review ? [...factors, ...review.factors] : factors)),
  people: lateLists(({ assignee, roles }) => [...(assignee ? [assignee] : []), ...roles.map(({ person }) => person)]),
  reviewed: lateFloats(({ review }) => (review ? (review.heldAt ?? Number.POSITIVE_INFINITY) : Number.NaN)),
  activity: told('activity'),
  detection: told('detection'),
  plan: told('plan'),
  reassignments: told('reassignments'),
  returns: told('returns'),
  reopened: told('reopened'),
  sla: told('sla'),
  started: moment('started'),
  detected: moment('detected'),
  acknowledged: moment('acknowledged'),
  mitigated: moment('mitigated'),
  resolved: moment('resolved'),
  closed: moment('closed'),
})

/**
 * Incidents as columns: what filters, counts and clocks read, without touching a record. Row numbers are those of the
 * records. What lists begin with is there at once; the rest is made when it is first read.
 */
export class IncidentColumns {
  /** How many rows there are. */
  count = 0
  /** Another one after every change. */
  revision = 0
  opened = floats(0)
  /** Resolved, else closed; +Infinity where neither is recorded. */
  ended = floats(0)
  /** 1…5, 0 where unknown. */
  severity = bytes(0)
  readonly state = new CodeColumn()
  readonly team = new CodeColumn()
  readonly problem = new CodeColumn()
  readonly workloads = new ListColumn()
  /** What the domain's text filter looks at. */
  readonly words = new WordColumn()
  private readonly records: Incident[] = []
  private readonly late = lateColumns()
  private readonly everyLate = Object.values(this.late)

  get labels(): ListColumn {
    return this.late.labels.over(this.records)
  }

  /** Those of the incident and of its review. */
  get factors(): ListColumn {
    return this.late.factors.over(this.records)
  }

  /** The same, without those of reviews that were held later. Made anew for every moment. */
  factorsBy(now: Instant): ListColumn {
    const column = new ListColumn()
    for (const [row, incident] of this.records.entries()) column.hold(row, factorsBy(incident, { now, locked: true }))
    return column
  }

  /** The assignee and everybody who holds a role. */
  get people(): ListColumn {
    return this.late.people.over(this.records)
  }

  /** When the review was held; +Infinity where one is written but not when it was held, NaN where none is. */
  get reviewed(): Float64Array {
    return this.late.reviewed.over(this.records).values
  }

  told(name: Told): CodeColumn {
    return this.late[name].over(this.records)
  }

  /** A moment that is not recorded is NaN. */
  moment(name: ClockInstant): Float64Array {
    return this.late[name].over(this.records).values
  }

  /** Forgets all rows, and the texts that only they had. */
  clear(): void {
    Object.assign(this, new IncidentColumns(), { revision: this.revision + 1 })
  }

  hold(row: number, incident: Incident): void {
    this.revision += 1
    this.count = Math.max(this.count, row + 1)
    this.records[row] = incident
    this.opened = roomFor(this.opened, row + 1, floats)
    this.ended = roomFor(this.ended, row + 1, floats)
    this.severity = roomFor(this.severity, row + 1, bytes)
    this.opened[row] = incident.opened
    this.ended[row] = endOf(incident) ?? Number.POSITIVE_INFINITY
    this.severity[row] = incident.severity ?? 0
    this.state.hold(row, incident.state)
    this.team.hold(row, incident.team)
    this.problem.hold(row, incident.problem)
    this.workloads.hold(row, incident.workloads)
    this.words.hold(row, incidentWords(incident))
    for (const column of this.everyLate) column.hold(row, incident)
  }
}
