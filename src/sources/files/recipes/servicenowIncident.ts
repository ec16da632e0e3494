import { type Incident, severity } from '../../../domain/incident'
import type { Instant } from '../../../domain/units'
import type { DateReader } from '../table/dates'
import { type LogRow, stateOf } from './servicenowColumns'

/** What is remembered of an incident while its rows go by. */
export interface Life {
  readonly last: LogRow
  /** When the first row came that was no longer New. */
  readonly answered: Instant | undefined
  readonly rows: number
  /** The groups that had it, one behind another; rows without a group are passed over. */
  readonly stays: readonly string[]
}

export const teamId = (group: string): string => `team:${group}`
export const personId = (name: string): string => `person:${name}`

const count = (text: string | undefined): number | undefined => {
  const value = text === undefined ? Number.NaN : Number(text)
  return Number.isInteger(value) && value >= 0 ? value : undefined
}
const truth = (text: string | undefined): boolean | undefined => {
  const word = text?.toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : undefined
}
/** `3 - Moderate` → 3. */
export const level = (text: string | undefined) => severity(Number(/^\d/.exec(text ?? '')?.[0]))

const present = (...texts: readonly (string | undefined)[]): readonly string[] =>
  texts.filter((text) => text !== undefined)

/** Titles are not part of the log: it is named by what was seen, and where. */
const titleOf = (row: LogRow): string =>
  present(row.get('u_symptom'), row.get('category')).join(' · ') || 'No symptom recorded'

/**
 * The incident as its last row tells it. Moments are kept as recorded, even where they contradict each other: a response
 * before the opening is a fault of the data and shown as one. Throws nothing; undefined when no opening can be read.
 */
export function incidentOf(id: string, { last, answered, stays }: Life, dates: DateReader): Incident | undefined {
  const read = (text: string | undefined) => (text === undefined ? undefined : dates(text))
  const opened = read(last.get('opened_at'))
  if (opened === undefined) return undefined
  const resolved = read(last.get('resolved_at'))
  const closed = read(last.get('closed_at'))
  const text = last.get('priority')
  const rank = level(text)
  const category = last.get('category')
  const group = last.get('assignment_group')
  const assignee = last.get('assigned_to')
  const problem = last.get('problem_id')
  const reassignments = count(last.get('reassignment_count'))
  const reopened = count(last.get('reopen_count'))
  const slaMet = truth(last.get('made_sla'))
  const impact = present(last.get('impact')?.replace(/^/, 'Impact '), last.get('urgency')?.replace(/^/, 'urgency '))
  return {
    id,
    title: titleOf(last),
    ...(rank !== undefined && { severity: rank }),
    ...(text !== undefined && { severityText: text }),
    state: stateOf(last.get('incident_state')),
    opened,
    clocks: {
      detected: opened,
      ...(answered !== undefined && { acknowledged: answered }),
      ...(resolved !== undefined && { resolved }),
      ...(closed !== undefined && { closed }),
    },
    workloads: category === undefined ? [] : [category],
    ...(group !== undefined && { team: teamId(group) }),
    ...(assignee !== undefined && { assignee: personId(assignee) }),
    roles: [],
    ...(impact.length > 0 && { impact: impact.join(', ') }),
    ...(problem !== undefined && { problem }),
    factors: present(last.get('closed_code'), last.get('caused_by')?.replace(/^/, 'caused by ')),
    labels: present(
      last.get('u_symptom'),
      last.get('subcategory'),
      last.get('contact_type'),
      last.get('rfc'),
      last.get('vendor'),
    ),
    // Every way of contact is a person's: by phone, by mail, at the desk.
    ...(last.get('contact_type') !== undefined && { detection: 'person' as const }),
    ...(reassignments !== undefined && { reassignments }),
    // Each stay beyond the first of a group is one that it came back for.
    ...(stays.length > 0 && { returns: stays.length - new Set(stays).size }),
    ...(reopened !== undefined && { reopened }),
    ...(slaMet !== undefined && { slaMet }),
    links: [],
  }
}
