import type { Incident } from '../../../domain/incident'
import type { Problem } from '../../../domain/problem'
import type { TimelineEntry } from '../../../domain/timeline'
import { placeOf, type Reading, sayZoneAssumed } from '../sink'
import type { GivenFile } from '../given'
import { type CsvRow, csvRows } from '../table/csv'
import { anyDateReader, type DateReader } from '../table/dates'
import { sayTruncated } from '../table/table'
import { textOf } from '../text'
import type { Recipe } from './recipe'
import { type Column, dateFormats, indexOf, LogRow } from './servicenowColumns'
import { entryOf } from './servicenowEntry'
import { incidentOf, type Life, personId, teamId } from './servicenowIncident'

/** Everything the log has told so far. */
class Log {
  readonly lives = new Map<string, Life>()
  readonly groups = new Set<string>()
  readonly people = new Set<string>()
  /** Rows of incidents that another file told before. */
  repeated = 0
  rows = 0
  private index: Readonly<Record<Column, number>> | undefined
  private width = 0
  private readonly file: GivenFile
  private readonly reading: Reading
  private readonly dates: DateReader

  constructor(file: GivenFile, reading: Reading, dates: DateReader) {
    this.file = file
    this.reading = reading
    this.dates = dates
  }

  /** Takes a batch of rows in file order and gives their timeline entries. */
  take(batch: readonly CsvRow[]): readonly TimelineEntry[] {
    let rows = batch
    if (this.index === undefined) {
      const [header, ...below] = batch
      this.width = header?.cells.length ?? 0
      this.index = indexOf(header?.cells ?? [])
      rows = below
    }
    const entries: TimelineEntry[] = []
    for (const row of rows) {
      this.rows += 1
      if (this.rows > this.reading.limits.rows) break
      const entry = this.row(row, this.index)
      if (entry) entries.push(entry)
    }
    return entries
  }

  private aside(row: CsvRow, record: string, reason: string): undefined {
    this.reading.sink.aside({ facet: 'timeline', record, place: placeOf(this.file.path, row.line), reason })
    return undefined
  }

  private row(csv: CsvRow, index: Readonly<Record<Column, number>>): TimelineEntry | undefined {
    if (csv.fault !== undefined) return this.aside(csv, `row ${this.rows}`, `Set aside: ${csv.fault}.`)
    if (csv.cells.length !== this.width)
      return this.aside(csv, csv.cells[0] ?? '', `The row has ${csv.cells.length} cells, the header ${this.width}.`)
    const row = new LogRow(csv.cells, csv.line, index)
    const id = row.get('number')
    if (id === undefined) return this.aside(csv, `row ${this.rows}`, 'The row names no incident (number).')
    const written = row.get('sys_updated_at')
    const at = written === undefined ? undefined : this.dates(written)
    if (at === undefined)
      return this.aside(
        csv,
        id,
        `sys_updated_at: “${written ?? '?'}” is no date written as ${dateFormats.join(' or ')}.`,
      )
    const life = this.lives.get(id)
    if (life === undefined && this.reading.sink.has('incidents', id)) {
      this.repeated += 1
      return undefined
    }
    const before = life?.last
    const sequence = life?.rows ?? 0
    const answered = life?.answered ?? (row.get('incident_state') === 'New' ? undefined : at)
    const group = row.get('assignment_group')
    const stays = life?.stays ?? []
    const moved = group !== undefined && group !== stays.at(-1)
    this.lives.set(id, { last: row, answered, rows: sequence + 1, stays: moved ? [...stays, group] : stays })
    const person = row.get('assigned_to')
    if (group !== undefined) this.groups.add(group)
    if (person !== undefined) this.people.add(person)
    return entryOf(id, row, before, sequence, at)
  }
}

/** Problems as the incidents name them: the log holds nothing else of them. */
function problemsOf(incidents: readonly Incident[]): readonly Problem[] {
  const hit = new Map<string, Set<string>>()
  for (const { problem, workloads } of incidents) {
    if (problem === undefined) continue
    const known = hit.get(problem) ?? new Set<string>()
    for (const workload of workloads) known.add(workload)
    hit.set(problem, known)
  }
  return [...hit].map(([id, workloads]) => ({
    id,
    title: id.replaceAll(/\s+/g, ' '),
    state: 'unknown:not recorded',
    workloads: [...workloads],
    factors: [],
    fixes: [],
    actions: [],
  }))
}

function finish(log: Log, file: GivenFile, reading: Reading, dates: DateReader): void {
  const { sink } = reading
  const incidents: Incident[] = []
  for (const [id, life] of log.lives) {
    const incident = incidentOf(id, life, dates)
    if (incident) incidents.push(incident)
    else
      sink.aside({
        facet: 'incidents',
        record: id,
        place: placeOf(file.path, life.last.line),
        reason: `opened_at: “${life.last.get('opened_at') ?? '?'}” is no date written as ${dateFormats.join(' or ')}.`,
      })
  }
  sink.put('incidents', incidents)
  sink.put('problems', problemsOf(incidents))
  sink.put(
    'workloads',
    [...new Set(incidents.flatMap(({ workloads }) => workloads))].map((id) => ({ id, name: id, tags: [] })),
  )
  sink.put('parties', [
    ...[...log.groups].map((name) => ({ type: 'team' as const, id: teamId(name), name, contacts: [], tags: [] })),
    ...[...log.people].map((name) => ({
      type: 'person' as const,
      id: personId(name),
      name,
      teams: [],
      contacts: [],
      tags: [],
    })),
  ])
  if (log.repeated > 0)
    sink.aside({
      facet: 'incidents',
      record: `${log.repeated.toLocaleString('en')} rows`,
      place: file.path,
      reason: 'Another file tells these incidents already: the first one counts.',
    })
  if (log.rows > reading.limits.rows) sayTruncated(file.path, 'incidents', reading)
}

/** The audit log of a ServiceNow incident table: one row an update, the figures of the ticket repeated on every row. */
export const servicenowLog: Recipe = {
  name: 'servicenow-log',
  title: 'ServiceNow incident event log (CSV)',
  facets: ['incidents', 'timeline', 'problems', 'workloads', 'parties'],
  recognises: (path, head) =>
    /\.csv(\.gz)?$/i.test(path) &&
    ['number', 'incident_state', 'sys_updated_at', 'opened_at'].every((name) =>
      (head.split(/\r?\n/, 1)[0] ?? '').split(',').includes(name),
    ),
  read: async (file, reading) => {
    const dates = anyDateReader(dateFormats, reading.zone)
    const log = new Log(file, reading, dates)
    for await (const batch of csvRows(textOf(file, reading).pieces)) {
      reading.sink.put('timeline', log.take(batch))
      if (log.rows > reading.limits.rows) break
    }
    finish(log, file, reading, dates)
    sayZoneAssumed(reading, file.path)
  },
}
