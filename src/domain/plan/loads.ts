import type { Ownership } from '../coverage'
import { type GapKind, gapKinds } from '../gaps'
import { loadOf } from '../load'
import { isJudged } from '../recorded'
import type { Id } from '../units'
import type { Outcome } from './rehearse'

/** A figure before the plan and after it. */
export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

export const differs = ({ before, after }: BeforeAfter): boolean => before !== after

/** What one team, or a holder in no team, carries before and after. */
export interface PartyLoad {
  readonly id: Id
  readonly name: string
  readonly accountable: BeforeAfter
  readonly responsible: BeforeAfter
  /** Workloads in which it answers for or performs anything. */
  readonly workloads: BeforeAfter
  /** Workloads in which it alone answers for or performs. */
  readonly sole: BeforeAfter
}

/** The load of all before and after, and of how many workloads. */
export interface Loads {
  readonly parties: readonly PartyLoad[]
  readonly workloads: number
}

function loadsIn(ownership: Ownership) {
  const { rows, cells } = loadOf(ownership.standings, ownership.standings, ownership)
  const workloads = Map.groupBy(cells, ({ party }) => party)
  return new Map(rows.map((row) => [row.id, { ...row, workloads: workloads.get(row.id)?.length ?? 0 }]))
}

/** The load of every team before and after, by name. Counted as the matrix counts it: with the holder's team. */
export function loadsOf({ before, after }: Pick<Outcome, 'before' | 'after'>): Loads {
  const was = loadsIn(before)
  const is = before === after ? was : loadsIn(after)
  const ids = new Set([...was.keys(), ...is.keys()])
  const parties = [...ids].map((id): PartyLoad => {
    const [left, right] = [was.get(id), is.get(id)]
    const pair = (key: 'accountable' | 'responsible' | 'workloads' | 'sole'): BeforeAfter => ({
      before: left?.[key] ?? 0,
      after: right?.[key] ?? 0,
    })
    return {
      id,
      name: left?.name ?? right?.name ?? id,
      accountable: pair('accountable'),
      responsible: pair('responsible'),
      workloads: pair('workloads'),
      sole: pair('sole'),
    }
  })
  return {
    parties: parties.toSorted((left, right) => left.name.localeCompare(right.name, 'en', { numeric: true })),
    workloads: new Set(before.standings.map(({ activity }) => activity.workload)).size,
  }
}

/** Whether anything of its load changes. */
export const isMoved = ({ accountable, responsible, workloads, sole }: PartyLoad): boolean =>
  [accountable, responsible, workloads, sole].some(differs)

/** How many activities have a kind of gap, before and after. */
export interface GapChange extends BeforeAfter {
  readonly kind: GapKind
}

/** Every kind of gap that the sources let be judged, worst first. */
export function gapChanges({ before, after }: Pick<Outcome, 'before' | 'after'>): readonly GapChange[] {
  const count = ({ standings }: Ownership) => {
    const counts = new Map<GapKind, number>()
    for (const { gaps } of standings) for (const { kind } of gaps) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return counts
  }
  const [was, is] = [count(before), count(after)]
  return gapKinds
    .filter((kind) => isJudged(kind, before.records) || is.has(kind))
    .map((kind) => ({ kind, before: was.get(kind) ?? 0, after: is.get(kind) ?? 0 }))
}
