import { type ClockInstant, clockInstants, endOf, type Incident } from '../../domain/incident'
import { incidentWords } from '../../domain/query/incident'
import { bytes, CodeColumn, floats, ListColumn, roomFor } from './arrays'
import { WordColumn } from './words'

/**
 * Incidents as columns: what filters, counts and clocks read, without touching a record. Row numbers are those of the
 * records. A moment that is not recorded is NaN.
 */
export class IncidentColumns {
  /** How many rows there are. */
  count = 0
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
    Object.assign(this, new IncidentColumns())
  }

  moment(name: ClockInstant): Float64Array {
    return this.moments[name]
  }

  hold(row: number, incident: Incident): void {
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
    this.people.hold(row, [
      ...(incident.assignee ? [incident.assignee] : []),
      ...incident.roles.map((held) => held.person),
    ])
    this.words.hold(row, incidentWords(incident))
  }
}
