import type { OpsEvent } from '../../../domain/event'
import type { Incident, IncidentState, Severity } from '../../../domain/incident'
import type { EntryKind, TimelineEntry } from '../../../domain/timeline'
import { type Instant, openValue, parseInstant } from '../../../domain/units'
import type { GivenFile } from '../given'
import { placeOf, type Reading } from '../sink'
import { type Line, linesOf } from '../table/lines'
import { isPlainObject, many, moment, object, optional, type Shape, ShapeFault, text } from '../table/shape'
import { textOf } from '../text'
import type { Recipe } from './recipe'

interface Update {
  readonly at: Instant
  readonly status: string
  readonly message?: string
}

/** One line of the history. */
interface Told {
  readonly id: string
  readonly title: string
  readonly url?: string
  readonly impact?: string
  readonly started_at: Instant
  readonly resolved_at?: Instant
  readonly impact_window?: { readonly start_at?: Instant; readonly end_at?: Instant }
  readonly updates: readonly Update[]
  readonly components: readonly string[]
  /** What guessed the components, where nobody published them. */
  readonly components_source?: string
}

const shape: Shape<Told> = object<Told>({
  id: text,
  title: text,
  url: optional(text),
  impact: optional(text),
  started_at: moment,
  resolved_at: optional(moment),
  impact_window: optional(
    object<NonNullable<Told['impact_window']>>({ start_at: optional(moment), end_at: optional(moment) }),
  ),
  updates: many(object<Update>({ at: moment, status: text, message: optional(text) })),
  components: many(text),
  components_source: optional(text),
})

/** The page's impacts, worst first. `none` is a word of the page, not a missing one. */
const severities: Readonly<Record<string, Severity>> = { critical: 1, major: 2, minor: 3, none: 4 }

const states: Readonly<Record<string, IncidentState>> = {
  Investigating: 'acknowledged',
  Identified: 'mitigating',
  Monitoring: 'mitigating',
  Resolved: 'resolved',
  Postmortem: 'closed',
}
const stateAt = (status: string) => (Object.hasOwn(states, status) ? states[status] : undefined)

/** The state after the last update that tells one; `Update` tells none. */
function stateOf(told: Told): Incident['state'] {
  const last = told.updates.findLast(({ status }) => status !== 'Update')?.status
  if (last === undefined) return told.resolved_at === undefined ? 'triggered' : 'resolved'
  return stateAt(last) ?? openValue([], last)
}

/** Started is what a later write-up says of the impact; detected is when the page began to speak. */
function incidentOf(told: Told): Incident {
  const impact = told.impact
  const rank = impact !== undefined && Object.hasOwn(severities, impact) ? severities[impact] : undefined
  const started = told.impact_window?.start_at
  const guessed = told.components_source !== undefined && told.components.length > 0
  return {
    id: told.id,
    title: told.title,
    ...(rank !== undefined && { severity: rank }),
    ...(impact !== undefined && { severityText: impact }),
    state: stateOf(told),
    opened: told.started_at,
    clocks: {
      ...(started !== undefined && { started }),
      detected: told.started_at,
      ...(told.resolved_at !== undefined && { resolved: told.resolved_at }),
    },
    workloads: told.components,
    roles: [],
    factors: [],
    labels: [],
    links: told.url === undefined ? [] : [{ title: 'Status page', url: told.url }],
    ...(guessed && { inferred: ['workloads'] }),
  }
}

const entriesOf = (told: Told): readonly TimelineEntry[] =>
  told.updates.map(({ at, status, message }, sequence) => {
    const kind: EntryKind = status === 'Update' ? 'update' : 'state'
    return {
      id: `${told.id}/${sequence}`,
      incident: told.id,
      at,
      sequence,
      kind,
      ...(kind === 'state' && { to: status, stands: { state: stateAt(status) ?? openValue([], status) } }),
      ...(message !== undefined && { text: message }),
    }
  })

/** A maintenance begins with “In progress”: before that it was only announced. */
const maintenanceOf = (told: Told): OpsEvent => ({
  id: told.id,
  title: told.title,
  kind: 'change',
  at: told.updates.find(({ status }) => status === 'In progress')?.at ?? told.started_at,
  ...(told.resolved_at !== undefined && { until: told.resolved_at }),
  planned: true,
  origin: 'external',
  workloads: told.components,
})

const how = { dates: parseInstant, dateWords: 'ISO 8601 with its offset' }

function readLine(
  file: GivenFile,
  reading: Reading,
  seen: ReadonlySet<string>,
  { line, text: source }: Line,
): Told | undefined {
  const aside = (record: string, reason: string): undefined => {
    reading.sink.aside({ facet: 'incidents', record, place: placeOf(file.path, line), reason })
  }
  let value: unknown
  try {
    value = JSON.parse(source)
    const told = shape.read(value, how, [])
    const isKnown = (['incidents', 'events'] as const).some((facet) => reading.sink.has(facet, told.id))
    if (!isKnown && !seen.has(told.id)) return told
    return aside(told.id, 'It is told already: the first one counts.')
  } catch (cause) {
    const id = isPlainObject(value) && typeof value['id'] === 'string' ? value['id'] : `line ${line}`
    if (cause instanceof ShapeFault) return aside(id, cause.message)
    if (cause instanceof SyntaxError) return aside(id, 'The line is not JSON.')
    throw cause
  }
}

/** The history of a status page, one incident or maintenance a line, each with its updates. */
export const statuspageHistory: Recipe = {
  name: 'statuspage-history',
  title: 'Status page history (JSON lines)',
  facets: ['incidents', 'timeline', 'events', 'workloads'],
  recognises: (path, head) =>
    /\.jsonl(\.gz)?$/i.test(path) && ['"started_at"', '"updates"', '"impact"'].every((key) => head.includes(key)),
  read: async (file, reading) => {
    const { sink } = reading
    const seen = new Set<string>()
    let inferred = 0
    for await (const lines of linesOf(textOf(file, reading).pieces)) {
      const told = lines.flatMap((line) => {
        const record = readLine(file, reading, seen, line)
        if (record === undefined) return []
        seen.add(record.id)
        return [record]
      })
      const incidents = told.filter(({ impact }) => impact !== 'maintenance')
      const records = incidents.map(incidentOf)
      inferred += records.filter((incident) => incident.inferred !== undefined).length
      sink.put('incidents', records)
      sink.put('timeline', incidents.flatMap(entriesOf))
      sink.put('events', told.filter(({ impact }) => impact === 'maintenance').map(maintenanceOf))
      sink.put(
        'workloads',
        [...new Set(told.flatMap(({ components }) => components))].map((id) => ({ id, name: id, tags: [] })),
      )
    }
    if (inferred > 0)
      sink.caveat({
        kind: 'inferred',
        text: `In ${file.path} the components of ${inferred} incidents were guessed by a model, not published.`,
        count: inferred,
      })
  },
}
