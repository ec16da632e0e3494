import type { ChangeKind, RoleStep } from '../change'
import type { Ownership, Standing } from '../coverage'
import { standsWith } from '../holders'
import { nameOf } from '../matrix'
import { type Role, roleNames, roles } from '../ownership'
import type { Id } from '../units'
import type { Extent, RaciLetter, RowState } from './raciRow'

/** What a row would do to the ownership of its activity. */
export interface Compared {
  readonly state: Extract<RowState, 'new' | 'same' | 'changed' | 'conflict' | 'empty'>
  readonly steps: readonly RoleStep[]
  readonly notes: readonly string[]
}

interface Context {
  readonly extent: Extent
  /** Parties that the table speaks of. */
  readonly covered: ReadonlySet<Id>
  /** Of a table of roles: those that have a column. */
  readonly roles?: ReadonlySet<Role | 'support'>
  readonly party: Ownership['party']
}

/** Compares the letters of a row with what is declared. What a table does not speak of stays as it is. */
export function compare(letters: readonly RaciLetter[], standing: Standing, context: Context): Compared {
  const { extent, covered, party } = context
  const { activity, workload, assignments } = standing
  const wanted = new Map<Role, Set<Id>>()
  for (const { role, party: holder } of letters)
    if (role) wanted.set(role, (wanted.get(role) ?? new Set<Id>()).add(holder))
  if (wanted.size === 0) return { state: 'empty', steps: [], notes: [] }

  const declared = assignments.flatMap(({ role, party: holder, claim }) =>
    claim === 'declared' && holder !== undefined ? [{ role, holder }] : [],
  )
  const isHeld = (role: Role, id: Id) => declared.some((each) => each.role === role && each.holder === id)
  const asks = (role: Role, id: Id) => wanted.get(role)?.has(id) ?? false
  const speaksOf = (role: Role, id: Id): boolean => {
    if (context.roles) return context.roles.has(role) && (extent === 'whole' || wanted.has(role))
    if (extent === 'whole') return true
    // Exactly one answers for it: who names another says that it is no longer this one.
    if (role === 'A' && wanted.has('A')) return true
    return covered.has(id) || covered.has(standsWith(id, workload?.team, party))
  }
  const gives = roles.flatMap((role) =>
    [...(wanted.get(role) ?? [])].flatMap((id): readonly RoleStep[] =>
      isHeld(role, id) ? [] : [{ op: 'give', role, party: id }],
    ),
  )
  const takes = declared.flatMap(({ role, holder }): readonly RoleStep[] =>
    !asks(role, holder) && speaksOf(role, holder) ? [{ op: 'take', role, party: holder }] : [],
  )
  const unique = new Map([...takes, ...gives].map((step) => [`${step.op} ${step.role} ${step.party}`, step]))
  const steps = [...unique.values()]
  const names = (ids: Iterable<Id>) => [...ids].map((id) => nameOf(id, { party })).join(', ')
  const owners = wanted.get('A') ?? new Set<Id>()
  const lost = steps.filter(({ op, role }) => op === 'take' && role === 'A')
  const checks = [...(wanted.get('V') ?? [])].filter((id) => asks('R', id))
  const gone = [...new Set(letters.map((each) => each.party))].filter((id) => {
    const found = party(id)
    return found?.type === 'person' && found.active === false
  })
  const contradictions = [
    ...(owners.size > 1 ? [`Several are accountable (${names(owners)}); exactly one must be`] : []),
    ...(lost.length > 0 && owners.size > 0
      ? [`Recorded as accountable: ${names(lost.map((step) => step.party))}; the table says ${names(owners)}`]
      : []),
    ...(lost.length > 0 && owners.size === 0
      ? [`${names(lost.map((step) => step.party))} would no longer be accountable, and nobody else`]
      : []),
    ...(activity.noOwnerBecause === undefined
      ? []
      : [`Recorded as by design without owner: ${activity.noOwnerBecause}`]),
  ]
  const notes = [
    ...contradictions,
    ...(gone.length > 0 ? [`${names(gone)} has left`] : []),
    ...(checks.length > 0 ? [`${names(checks)} would check their own work (${roleNames.V} and ${roleNames.R})`] : []),
  ]
  if (steps.length === 0 && owners.size < 2) return { state: 'same', steps, notes }
  if (contradictions.length > 0) return { state: 'conflict', steps, notes }
  return { state: declared.length === 0 ? 'new' : 'changed', steps, notes }
}

/** How a request with these steps is put. */
export function changeKindOf(steps: readonly RoleStep[]): ChangeKind {
  const moves = (op: RoleStep['op']) => steps.some((step) => step.op === op && step.role === 'A')
  if (moves('give') && moves('take')) return 'transfer'
  return steps.every(({ op }) => op === 'give') ? 'add' : 'change'
}
