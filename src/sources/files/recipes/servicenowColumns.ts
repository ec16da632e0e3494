import { type Open, openValue } from '../../../domain/units'
import { type IncidentState, incidentStates } from '../../../domain/incident'
import { FileFault } from '../sink'

/** Columns of the log that are read. The others have no place in the domain. */
export const columns = [
  'number',
  'incident_state',
  'reassignment_count',
  'reopen_count',
  'made_sla',
  'opened_at',
  'sys_updated_by',
  'sys_updated_at',
  'contact_type',
  'category',
  'subcategory',
  'u_symptom',
  'impact',
  'urgency',
  'priority',
  'assignment_group',
  'assigned_to',
  'problem_id',
  'rfc',
  'vendor',
  'caused_by',
  'closed_code',
  'resolved_at',
  'closed_at',
] as const
export type Column = (typeof columns)[number]

/** The log's only mark for a missing value. */
export const missing = '?'
/** As exported, and after a trip through a spreadsheet. Day first in both. */
export const dateFormats = ['D/M/YYYY H:mm', 'DD-MM-YYYY HH:mm', 'YYYY-MM-DD HH:mm:ss'] as const

/** A row by column name, without copying it. */
export class LogRow {
  readonly cells: readonly string[]
  readonly line: number
  private readonly index: Readonly<Record<Column, number>>
  constructor(cells: readonly string[], line: number, index: Readonly<Record<Column, number>>) {
    this.cells = cells
    this.line = line
    this.index = index
  }
  /** The text, or undefined where the log has its missing mark. */
  get(column: Column): string | undefined {
    const text = this.cells[this.index[column]]
    return text === missing || text === '' ? undefined : text
  }
}

/** Where each column stands. Throws a FileFault that names the ones that are not there. */
export function indexOf(header: readonly string[]): Readonly<Record<Column, number>> {
  const index: Partial<Record<Column, number>> = {}
  for (const column of columns) {
    const at = header.indexOf(column)
    if (at >= 0) index[column] = at
  }
  const lacking = columns.filter((column) => index[column] === undefined)
  if (lacking.length > 0) throw new FileFault(`The event log lacks the columns ${lacking.join(', ')}.`, 1)
  return index as Required<typeof index>
}

const states: Readonly<Record<string, IncidentState>> = {
  New: 'triggered',
  Active: 'acknowledged',
  'Awaiting User Info': 'acknowledged',
  'Awaiting Vendor': 'acknowledged',
  'Awaiting Problem': 'acknowledged',
  'Awaiting Evidence': 'acknowledged',
  Resolved: 'resolved',
  Closed: 'closed',
}

/** Somebody works on it or waits for others: acknowledged. A code without a name, such as -100, stays visible. */
export const stateOf = (text: string | undefined): Open<IncidentState> => {
  const known = text !== undefined && Object.hasOwn(states, text) ? states[text] : undefined
  return known ?? openValue(incidentStates, text ?? 'none')
}

export const isEnded = (state: Open<IncidentState>): boolean => state === 'resolved' || state === 'closed'
