import type { ChangeRequest } from '../change'
import { changedSentence } from '../changeWords'
import { isUnowned, type Ownership, type Standing } from '../coverage'
import { isContradiction, reviewDue } from '../gaps'
import { standsWith } from '../holders'
import { nameOf, namedColumns, type Pending } from '../matrix'
import { type Assignment, roles } from '../ownership'
import { formatInstant, type Id } from '../units'
import { holderText, letterText, ownedText } from './ownershipCells'
import { letterLines, ownedLine, scopeLines, type Shown } from './ownershipScope'
import type { Cell, Table, TableColumn } from './table'

/** Names that stand for one column each: a name that two share carries its id. */
export function distinctColumns(ids: readonly Id[], name: (id: Id) => string): readonly TableColumn[] {
  const used = Map.groupBy(ids, name)
  return ids.map((id) => ({
    key: id,
    label: (used.get(name(id))?.length ?? 0) > 1 ? `${name(id)} [${id}]` : name(id),
  }))
}

const before: readonly TableColumn[] = [
  { key: 'workload', label: 'Workload' },
  { key: 'tier', label: 'Tier' },
  { key: 'activity', label: 'Activity' },
  { key: 'id', label: 'Activity id' },
  { key: 'kind', label: 'Kind' },
  { key: 'owned', label: 'Owned' },
]
const behind: readonly TableColumn[] = [
  { key: 'placeholders', label: 'Placeholders' },
  { key: 'notRecorded', label: 'Not recorded' },
  { key: 'byDesign', label: 'No owner because' },
  { key: 'observed', label: 'Observed' },
  { key: 'gaps', label: 'Gaps' },
  { key: 'excused', label: 'Excused' },
  { key: 'requested', label: 'Requested' },
  { key: 'automation', label: 'Automation' },
  { key: 'reviewDue', label: 'Review due' },
]

const some = (texts: readonly string[]): Cell => (texts.length === 0 ? undefined : texts)

const byLetter = (left: Assignment, right: Assignment) =>
  Number(left.claim === 'observed') - Number(right.claim === 'observed') ||
  roles.indexOf(left.role) - roles.indexOf(right.role)

/** Every letter of an activity by the column it stands in. */
function lettersOf(standing: Standing, ownership: Ownership): ReadonlyMap<Id, readonly string[]> {
  const { assignments, workload } = standing
  const cells = new Map<Id, string[]>()
  const put = (column: Id, text: string) => {
    const texts = cells.get(column)
    if (texts) texts.push(text)
    else cells.set(column, [text])
  }
  for (const each of assignments.toSorted(byLetter)) {
    if (each.party === undefined) continue
    if (each.claim === 'observed' && !isContradiction(each, { assignments, party: ownership.party })) continue
    const column = standsWith(each.party, workload?.team, ownership.party)
    put(column, letterText(each, column, ownership))
  }
  if (workload?.team !== undefined && isUnowned(standing)) put(workload.team, '?')
  return cells
}

const observedText = (each: Assignment, ownership: Ownership): string => {
  const rest = [each.evidence, each.at === undefined ? undefined : formatInstant(each.at)].filter(Boolean)
  return `${each.role}: ${holderText(each, ownership)}${rest.length === 0 ? '' : `, ${rest.join(', ')}`}`
}

const requestText = (request: ChangeRequest, ownership: Ownership): string =>
  `${changedSentence(request, (id) => nameOf(id, ownership))} (by ${request.proposer}: ${request.reason})`

/** Activity × team: one row an activity, one column a team or a holder without one, every letter in its cell. */
export function teamsTable(
  standings: readonly Standing[],
  ownership: Ownership,
  shown: Shown,
  pending: Pending = new Map(),
): Table {
  const cells = standings.map((standing) => lettersOf(standing, ownership))
  const name = (id: Id) => nameOf(id, ownership)
  const held = new Set(cells.flatMap((each) => [...each.keys()]))
  const columns = namedColumns(held, ownership).map(({ id }) => id)
  const rows = standings.map((standing, index): readonly Cell[] => {
    const { activity, workload, assignments, records, gaps, excused } = standing
    const due = reviewDue(activity)
    return [
      workload?.name ?? activity.workload,
      workload?.tier,
      activity.name,
      activity.id,
      activity.kind,
      ownedText(standing),
      ...columns.map((id) => cells[index]?.get(id)),
      some(
        assignments.flatMap((each) => (each.placeholder === undefined ? [] : [`${each.role}: ${each.placeholder}`])),
      ),
      some([...(records.accountable ? [] : ['A']), ...(records.responsible ? [] : ['R'])]),
      activity.noOwnerBecause,
      some(assignments.filter(({ claim }) => claim === 'observed').map((each) => observedText(each, ownership))),
      some(gaps.map(({ reason }) => reason)),
      some(excused.map(({ reason, because, until }) => `${reason} Until ${formatInstant(until)}: ${because}`)),
      some((pending.get(activity.id) ?? []).map((request) => requestText(request, ownership))),
      activity.automation?.level,
      due === undefined ? undefined : formatInstant(due),
    ]
  })
  return {
    title: 'Ownership by team',
    scope: scopeLines(shown),
    definitions: [...letterLines, ownedLine],
    columns: [...before, ...distinctColumns(columns, name), ...behind],
    rows,
  }
}
