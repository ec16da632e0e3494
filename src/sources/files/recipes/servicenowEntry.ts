import type { EntryKind, Standing, TimelineEntry } from '../../../domain/timeline'
import type { Instant } from '../../../domain/units'
import { type Column, isEnded, type LogRow, stateOf } from './servicenowColumns'
import { level, personId, teamId } from './servicenowIncident'

/** Columns whose changes are told in words, with their name for people. */
const told: readonly (readonly [column: Column, name: string])[] = [
  ['incident_state', 'state'],
  ['priority', 'priority'],
  ['assignment_group', 'group'],
  ['assigned_to', 'assignee'],
  ['problem_id', 'problem'],
  ['category', 'category'],
  ['subcategory', 'subcategory'],
  ['u_symptom', 'symptom'],
  ['rfc', 'change request'],
  ['caused_by', 'causing change'],
  ['vendor', 'vendor'],
]

const none = 'none'

interface Told {
  readonly kind: EntryKind
  readonly column: Column
}

/** The change that names the entry: state before severity, before who has it, before the problem. */
function leading(row: LogRow, before: LogRow, changed: ReadonlySet<Column>): Told | undefined {
  if (changed.has('incident_state')) {
    const was = stateOf(before.get('incident_state'))
    const resumed = isEnded(was) && !isEnded(stateOf(row.get('incident_state')))
    return { kind: resumed ? 'resume' : 'state', column: 'incident_state' }
  }
  if (changed.has('priority')) return { kind: 'severity', column: 'priority' }
  if (changed.has('assignment_group'))
    // From one group to another: the work moved on to somebody else.
    return {
      kind: before.get('assignment_group') === undefined ? 'assignment' : 'escalation',
      column: 'assignment_group',
    }
  if (changed.has('assigned_to')) return { kind: 'assignment', column: 'assigned_to' }
  if (changed.has('problem_id')) return { kind: 'link', column: 'problem_id' }
  return undefined
}

/** Each row is the whole ticket as it then stood, but for the moments of its end, which are those of its last row. */
function standing(row: LogRow): Standing {
  const group = row.get('assignment_group')
  const assignee = row.get('assigned_to')
  return {
    state: stateOf(row.get('incident_state')),
    severity: level(row.get('priority')) ?? 0,
    team: group === undefined ? '' : teamId(group),
    assignee: assignee === undefined ? '' : personId(assignee),
    problem: row.get('problem_id') ?? '',
  }
}

/** One row of the log as one entry, told by what differs from the row before. `sequence` is its place in the file. */
export function entryOf(
  id: string,
  row: LogRow,
  before: LogRow | undefined,
  sequence: number,
  at: Instant,
): TimelineEntry {
  const actor = row.get('sys_updated_by')
  const base = {
    id: `${id}/${sequence}`,
    incident: id,
    at,
    sequence,
    ...(actor !== undefined && { actor }),
    stands: standing(row),
  }
  if (before === undefined) return { ...base, kind: 'state', to: row.get('incident_state') ?? none }
  const changed = told.filter(([column]) => row.get(column) !== before.get(column))
  const lead = leading(row, before, new Set(changed.map(([column]) => column)))
  const others = changed.filter(([column]) => column !== lead?.column)
  const text = others
    .map(([column, name]) => `${name} from ${before.get(column) ?? none} to ${row.get(column) ?? none}`)
    .join('; ')
  if (lead === undefined) return { ...base, kind: 'note', text: text || 'Updated without a recorded change' }
  return {
    ...base,
    kind: lead.kind,
    from: before.get(lead.column) ?? none,
    to: row.get(lead.column) ?? none,
    ...(text !== '' && { text }),
  }
}
