import type { Ownership, Standing } from './coverage'
import { standsWith } from './holders'
import type { Activity } from './ownership'
import type { Id } from './units'

/** Activities of one name in one workload, and who answers for them. Almost always one activity. */
export interface AnsweringCell {
  readonly workload: Id
  readonly standings: readonly Standing[]
  /** Columns of who is accountable or, where their sources do not record that, responsible. */
  readonly parties: readonly Id[]
  /** Which of the two `parties` are. */
  readonly role: 'A' | 'R'
}

/** Activities of one name and kind over all workloads. */
export interface AnsweringRow {
  readonly id: string
  readonly name: string
  readonly kind: Activity['kind']
  readonly cells: readonly AnsweringCell[]
}

/** The row of an activity: its kind and its name. */
export const answeringRow = ({ kind, name }: Pick<Activity, 'kind' | 'name'>): string => `${kind} ${name}`

/** Whose answer counts: who is accountable, or who is responsible where its sources do not record the former. */
export const answeringRole = ({ records }: Pick<Standing, 'records'>): 'A' | 'R' =>
  records.responsible && !records.accountable ? 'R' : 'A'

/** The columns of who answers for one activity by declaration. */
export function answering(standing: Standing, { party }: Pick<Ownership, 'party'>): readonly Id[] {
  const role = answeringRole(standing)
  const found = new Set<Id>()
  for (const each of standing.assignments)
    if (each.role === role && each.claim === 'declared' && each.party !== undefined)
      found.add(standsWith(each.party, standing.workload?.team, party))
  return [...found]
}

/** Activity × workload: the same work on every workload in one row. Rows in order of first appearance. */
export function answeringOf(listed: readonly Standing[], ownership: Pick<Ownership, 'party'>): readonly AnsweringRow[] {
  return [...Map.groupBy(listed, ({ activity }) => answeringRow(activity))].flatMap(([id, members]) => {
    const [first] = members
    if (first === undefined) return []
    const cells = [...Map.groupBy(members, ({ activity }) => activity.workload)].map(
      ([workload, standings]): AnsweringCell => ({
        workload,
        standings,
        parties: [...new Set(standings.flatMap((each) => answering(each, ownership)))],
        role: standings.some((each) => answeringRole(each) === 'A') ? 'A' : 'R',
      }),
    )
    return [{ id, name: first.activity.name, kind: first.activity.kind, cells }]
  })
}
