import { isUnowned, type Ownership, type Standing } from './coverage'
import { isContradiction } from './gaps'
import { declaredIn, standsWith } from './holders'
import { type Assignment, isTeamId, type Role, type Workload } from './ownership'
import { byText } from './query/rules'
import type { Id } from './units'

/** What a cell of activity × team holds, as a set of bits. */
export const cellBits = { A: 1, R: 2, V: 4, C: 8, I: 16, missing: 32, observed: 64 } as const

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
}

/**
 * Where the roles of an activity stand. Declared roles stand with their holder's team; an observed claim that
 * contradicts them with the team that was seen; a missing accountable owner with the team that owns the workload,
 * which is who should name one.
 */
export function holdingsOf(standing: Standing, { party }: Pick<Ownership, 'party'>): readonly Holding[] {
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
  const missing = isUnowned(standing) ? workload?.team : undefined
  return missing === undefined ? held : [...held, { column: missing, bit: cellBits.missing }]
}

/** Activity × team: filled cells as parallel columns, positions into `rows` and `columns`. */
export interface OwnershipGrid {
  readonly rows: readonly Standing[]
  readonly columns: readonly { readonly id: Id; readonly name: string }[]
  readonly cells: { readonly row: number[]; readonly column: number[]; readonly code: number[] }
}

/** Columns are the teams that hold something, by name, and after them holders who stand in no team. */
export function gridOf(rows: readonly Standing[], ownership: Pick<Ownership, 'party'>): OwnershipGrid {
  const holdings = rows.map((row) => holdingsOf(row, ownership))
  const ids = [...new Set(holdings.flatMap((all) => all.map(({ column }) => column)))]
  const columns = ids
    .map((id) => ({ id, name: nameOf(id, ownership) }))
    .toSorted(
      (left, right) => Number(isTeamId(right.id)) - Number(isTeamId(left.id)) || byShownName(left.name, right.name),
    )
  const place = new Map(columns.map(({ id }, index) => [id, index]))
  const cells: OwnershipGrid['cells'] = { row: [], column: [], code: [] }
  holdings.forEach((all, row) => {
    const codes = new Map<number, number>()
    for (const { column, bit } of all) {
      const at = place.get(column) ?? 0
      codes.set(at, (codes.get(at) ?? 0) | bit)
    }
    for (const [column, code] of codes) {
      cells.row.push(row)
      cells.column.push(column)
      cells.code.push(code)
    }
  })
  return { rows, columns, cells }
}

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
