import { isUnowned, type Ownership, type Standing } from './coverage'
import { standsWith } from './holders'
import { nameOf, namedColumns } from './matrix'
import type { Role } from './ownership'
import type { Id } from './units'

/** What one team, or a holder in no team, carries in one workload. */
export interface LoadCell {
  readonly party: Id
  readonly workload: Id
  /** Activities it is accountable and responsible for, and for either. */
  readonly accountable: number
  readonly responsible: number
  readonly either: number
  /** Nobody else is accountable, or responsible, for anything in the workload. */
  readonly soleAccountable: boolean
  readonly soleResponsible: boolean
}

/** What one party carries in all workloads together. */
export interface LoadRow {
  readonly id: Id
  readonly name: string
  readonly accountable: number
  readonly responsible: number
  /** Workloads in which it alone is accountable or responsible. */
  readonly sole: number
}

/** Team × workload. */
export interface Load {
  readonly rows: readonly LoadRow[]
  readonly cells: readonly LoadCell[]
  /** Activities that nobody answers for, by workload. */
  readonly nobody: ReadonlyMap<Id, number>
}

type Carrier = Pick<Ownership, 'party'>

function carriers(standing: Standing, role: Role, { party }: Carrier): ReadonlySet<Id> {
  const found = new Set<Id>()
  for (const each of standing.assignments)
    if (each.role === role && each.claim === 'declared' && each.party !== undefined)
      found.add(standsWith(each.party, standing.workload?.team, party))
  return found
}

/** Who holds the role in anything of each workload. */
function holdersByWorkload(standings: readonly Standing[], role: Role, ownership: Carrier) {
  const holders = new Map<Id, Set<Id>>()
  for (const standing of standings) {
    const held = holders.get(standing.activity.workload) ?? new Set<Id>()
    for (const id of carriers(standing, role, ownership)) held.add(id)
    holders.set(standing.activity.workload, held)
  }
  return holders
}

const countIn = (counts: Map<Id, number>, key: Id) => counts.set(key, (counts.get(key) ?? 0) + 1)

/**
 * Counts the activities of `listed`. Who is the only one is told from all activities: a filter takes away what is
 * counted, not the others who could step in.
 */
export function loadOf(listed: readonly Standing[], all: readonly Standing[], ownership: Carrier): Load {
  const everybody = { A: holdersByWorkload(all, 'A', ownership), R: holdersByWorkload(all, 'R', ownership) }
  const alone = (role: 'A' | 'R', party: Id, workload: Id) => {
    const holders = everybody[role].get(workload)
    return holders?.size === 1 && holders.has(party)
  }
  const cells = new Map<string, LoadCell>()
  const nobody = new Map<Id, number>()
  for (const standing of listed) {
    const { workload } = standing.activity
    if (isUnowned(standing)) countIn(nobody, workload)
    const [answers, performs] = [carriers(standing, 'A', ownership), carriers(standing, 'R', ownership)]
    for (const party of answers.union(performs)) {
      const key = `${party}\u0000${workload}`
      const before = cells.get(key)
      cells.set(key, {
        party,
        workload,
        accountable: (before?.accountable ?? 0) + Number(answers.has(party)),
        responsible: (before?.responsible ?? 0) + Number(performs.has(party)),
        either: (before?.either ?? 0) + 1,
        soleAccountable: alone('A', party, workload),
        soleResponsible: alone('R', party, workload),
      })
    }
  }
  const filled = [...cells.values()]
  return { rows: rowsOf(filled, ownership), cells: filled, nobody }
}

function rowsOf(cells: readonly LoadCell[], ownership: Carrier): readonly LoadRow[] {
  const byParty = Map.groupBy(cells, ({ party }) => party)
  return namedColumns(byParty.keys(), ownership).map(({ id }) => {
    const own = byParty.get(id) ?? []
    return {
      id,
      name: nameOf(id, ownership),
      accountable: own.reduce((sum, { accountable }) => sum + accountable, 0),
      responsible: own.reduce((sum, { responsible }) => sum + responsible, 0),
      sole: own.filter((cell) => cell.soleAccountable || cell.soleResponsible).length,
    }
  })
}
