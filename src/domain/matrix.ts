import type { ChangeRequest } from './change'
import { isUnowned, type Ownership, type Standing } from './coverage'
import { isContradiction } from './gaps'
import { declaredIn, standsWith } from './holders'
import { type Assignment, isTeamId, type Role, type Workload } from './ownership'
import { byText } from './query/rules'
import type { Id } from './units'

/** What a cell of activity × team holds, as a set of bits. */
export const cellBits = {
  A: 1,
  R: 2,
  V: 4,
  C: 8,
  I: 16,
  missing: 32,
  observed: 64,
  pending: 128,
  excused: 256,
  byDesign: 512,
} as const

/** Set beside the bit of a role that is held through the workload or a group of workloads. */
export const inheritedBits: Readonly<Record<Role, number>> = { A: 1024, R: 2048, V: 4096, C: 8192, I: 16_384 }

/** As people look names up: case does not matter, and 2 comes before 10. One locale, so that every browser agrees. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
export const byShownName = (left: string, right: string): number => collator.compare(left, right) || byText(left, right)

/** The standings of one workload, under the name it goes by. */
export interface WorkloadGroup {
  readonly id: Id
  readonly name: string
  readonly workload?: Workload
  readonly standings: readonly Standing[]
}

/** The most critical workloads first, unknown tiers last; then by name. Within one, activities by name. */
export function byWorkload(standings: readonly Standing[]): readonly WorkloadGroup[] {
  const groups = Map.groupBy(standings, ({ activity }) => activity.workload)
  return [...groups]
    .map(([id, members]): WorkloadGroup => {
      const workload = members[0]?.workload
      const sorted = members.toSorted((left, right) => byShownName(left.activity.name, right.activity.name))
      return { id, name: workload?.name ?? id, standings: sorted, ...(workload && { workload }) }
    })
    .toSorted(
      (left, right) => (left.workload?.tier ?? 99) - (right.workload?.tier ?? 99) || byShownName(left.name, right.name),
    )
}

/** A role in a cell, and who holds it. */
export interface Holding {
  readonly column: Id
  readonly bit: number
  readonly assignment?: Assignment
  /** A wish that nobody has decided yet. */
  readonly request?: ChangeRequest
}

/** Wishes that are still to be decided, by activity. */
export type Pending = ReadonlyMap<Id, readonly ChangeRequest[]>
const nothingPending: Pending = new Map()

/** The columns that a request is about: of its parties; an exception stands where the owner would. */
function requested({ steps, kind }: ChangeRequest, home: Id | undefined, column: (holder: Id) => Id): readonly Id[] {
  if (steps.length > 0) return [...new Set(steps.map(({ party }) => column(party)))]
  return kind === 'exception' && home !== undefined ? [home] : []
}

/** What stands in the column of the team that owns the workload where no owner does: that none is meant, excused, or missing. */
function instead(standing: Standing): number | undefined {
  if (standing.activity.noOwnerBecause !== undefined) return cellBits.byDesign
  if (isUnowned(standing)) return cellBits.missing
  return standing.excused.some(({ kind }) => kind === 'no-accountable') ? cellBits.excused : undefined
}

/**
 * Where the roles of an activity stand. Declared roles stand with their holder's team; an observed claim that
 * contradicts them with the team that was seen; a missing accountable owner with the team that owns the workload,
 * which is who should name one; a request with whom it is about.
 */
export function holdingsOf(
  standing: Standing,
  { party }: Pick<Ownership, 'party'>,
  pending: Pending = nothingPending,
): readonly Holding[] {
  const { assignments, workload } = standing
  const column = (holder: Id) => standsWith(holder, workload?.team, party)
  const held = assignments.flatMap((assignment): readonly Holding[] => {
    if (assignment.party === undefined) return []
    const at = column(assignment.party)
    if (assignment.claim === 'declared') return [{ column: at, bit: cellBits[assignment.role], assignment }]
    return isContradiction(assignment, { assignments, party })
      ? [{ column: at, bit: cellBits.observed, assignment }]
      : []
  })
  const home = workload?.team
  const sign = home === undefined ? undefined : instead(standing)
  const wishes = (pending.get(standing.activity.id) ?? []).flatMap((request) =>
    requested(request, home, column).map((at): Holding => ({ column: at, bit: cellBits.pending, request })),
  )
  return [...held, ...(home === undefined || sign === undefined ? [] : [{ column: home, bit: sign }]), ...wishes]
}

/** Activity × team: filled cells as parallel columns, positions into `rows` and `columns`. */
export interface OwnershipGrid {
  readonly rows: readonly Standing[]
  readonly columns: readonly { readonly id: Id; readonly name: string }[]
  readonly cells: { readonly row: number[]; readonly column: number[]; readonly code: number[] }
}

/** The bits of each column. A role is marked as inherited when every claim to it in the cell is. */
function codesOf(holdings: readonly Holding[]): ReadonlyMap<Id, number> {
  const codes = new Map<Id, number>()
  for (const { column, bit, assignment } of holdings) {
    const before = codes.get(column) ?? 0
    const role = assignment?.claim === 'declared' ? inheritedBits[assignment.role] : 0
    const own = assignment?.inheritedFrom === undefined
    // Said of the workload until somebody says it of the activity itself.
    const inherited = own ? before & ~role : before & bit ? before : before | role
    codes.set(column, inherited | bit)
  }
  return codes
}

/** Columns are the teams that hold something, by name, and after them holders who stand in no team. */
export function gridOf(
  rows: readonly Standing[],
  ownership: Pick<Ownership, 'party'>,
  pending: Pending = nothingPending,
): OwnershipGrid {
  const codes = rows.map((row) => codesOf(holdingsOf(row, ownership, pending)))
  const columns = namedColumns(new Set(codes.flatMap((each) => [...each.keys()])), ownership)
  const place = new Map(columns.map(({ id }, index) => [id, index]))
  const cells: OwnershipGrid['cells'] = { row: [], column: [], code: [] }
  codes.forEach((each, row) => {
    for (const [column, code] of each) {
      cells.row.push(row)
      cells.column.push(place.get(column) ?? 0)
      cells.code.push(code)
    }
  })
  return { rows, columns, cells }
}

/** Teams by name, and after them holders who stand in no team. */
export const namedColumns = (ids: Iterable<Id>, ownership: Pick<Ownership, 'party'>): OwnershipGrid['columns'] =>
  [...ids]
    .map((id) => ({ id, name: nameOf(id, ownership) }))
    .toSorted(
      (left, right) => Number(isTeamId(right.id)) - Number(isTeamId(left.id)) || byShownName(left.name, right.name),
    )

/** The name of a party, or its bare key where no source has it. */
export const nameOf = (id: Id, { party }: Pick<Ownership, 'party'>): string =>
  party(id)?.name ?? id.replace(/^(team|person):/, '')

/** Who validates although they perform: then nobody else checks the result. */
export function checksItself({ assignments }: Pick<Standing, 'assignments'>): readonly Id[] {
  const performers = new Set(declaredIn(assignments, 'R'))
  return declaredIn(assignments, 'V').filter((id) => performers.has(id))
}

/** Roles that any assignment at all is recorded for. */
export const recordedRoles = (standings: readonly Standing[]): ReadonlySet<Role> =>
  new Set(standings.flatMap(({ assignments }) => assignments.map(({ role }) => role)))
