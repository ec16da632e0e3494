import { type Dimension, valuesOf } from '../../domain/dimension'
import { type ClockInstant, clockInstants, endOf, type Incident } from '../../domain/incident'
import { incidentWords } from '../../domain/query/incident'
import { bytes, CodeColumn, floats, ListColumn, roomFor } from './arrays'
import { WordColumn } from './words'
import { instant } from '../../domain/units'

/** Dimensions with at most one value each, which is told by the record alone. */
const told = [
  'activity',
  'detection',
  'plan',
  'reassignments',
  'returns',
  'reopened',
  'sla',
] as const satisfies readonly Dimension[]

/** The told ones pay it no heed. */
const anyReckoning = { zone: 'UTC', now: instant(0) }

/**
 * Incidents as columns: what filters, counts and clocks read, without touching a record. Row numbers are those of the
 * records. A moment that is not recorded is NaN.
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
  readonly labels = new ListColumn()
  /** Those of the incident and of its review. */
  readonly factors = new ListColumn()
  readonly told: Readonly<Record<(typeof told)[number], CodeColumn>> = {
    activity: new CodeColumn(),
    detection: new CodeColumn(),
    plan: new CodeColumn(),
    reassignments: new CodeColumn(),
    returns: new CodeColumn(),
    reopened: new CodeColumn(),
    sla: new CodeColumn(),
  }
  /** 1 where a review is written; when it was held, NaN where that is not recorded. */
  reviewed = bytes(0)
  reviewHeld = floats(0)
  /** The assignee and everybody who holds a role. */
  readonly people = new ListColumn()
  /** What the domain's text filter looks at. */
  readonly words = new WordColumn()
  private readonly moments: Record<ClockInstant, Float64Array<ArrayBuffer>> = {
    started: floats(0),
    detected: floats(0),
    acknowledged: floats(0),
    mitigated: floats(0),
    resolved: floats(0),
    closed: floats(0),
  }

  /** Forgets all rows, and the texts that only they had. */
  clear(): void {
    Object.assign(this, new IncidentColumns(), { revision: this.revision + 1 })
  }

  moment(name: ClockInstant): Float64Array {
    return this.moments[name]
  }

  hold(row: number, incident: Incident): void {
    this.revision += 1
    this.count = Math.max(this.count, row + 1)
    this.opened = roomFor(this.opened, row + 1, floats)
    this.ended = roomFor(this.ended, row + 1, floats)
    this.severity = roomFor(this.severity, row + 1, bytes)
    this.opened[row] = incident.opened
    this.ended[row] = endOf(incident) ?? Number.POSITIVE_INFINITY
    this.severity[row] = incident.severity ?? 0
    for (const name of clockInstants) {
      const column = roomFor(this.moments[name], row + 1, floats)
      column[row] = incident.clocks[name] ?? Number.NaN
      this.moments[name] = column
    }
    this.state.hold(row, incident.state)
    this.team.hold(row, incident.team)
    this.problem.hold(row, incident.problem)
    this.workloads.hold(row, incident.workloads)
    this.labels.hold(row, incident.labels)
    this.factors.hold(row, valuesOf.factor(incident, anyReckoning))
    for (const name of told) this.told[name].hold(row, valuesOf[name](incident, anyReckoning)[0] || undefined)
    this.reviewed = roomFor(this.reviewed, row + 1, bytes)
    this.reviewHeld = roomFor(this.reviewHeld, row + 1, floats)
    this.reviewed[row] = incident.review ? 1 : 0
    this.reviewHeld[row] = incident.review?.heldAt ?? Number.NaN
    this.people.hold(row, [
      ...(incident.assignee ? [incident.assignee] : []),
      ...incident.roles.map((held) => held.person),
    ])
    this.words.hold(row, incidentWords(incident))
  }
}
