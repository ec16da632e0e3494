import type { Role, Team } from '../ownership'
import type { Id } from '../units'

/** One role in one activity, and who shall hold it. */
export interface Give {
  readonly activity: Id
  readonly role: Role
  readonly party: Id
}

/** Which activities a step concerns: those named and those of the workloads named. Nothing named means all. */
export interface Scope {
  readonly workloads: readonly Id[]
  readonly activities: readonly Id[]
}

/** What roles of one party go to another. No roles named means all. */
export interface Handover extends Scope {
  readonly kind: 'move'
  readonly from: Id
  readonly to: Id
  readonly roles: readonly Role[]
}

/** One team is absorbed by another, with all its roles and its people. */
export interface Merge {
  readonly kind: 'merge'
  readonly from: Id
  readonly into: Id
}

/**
 * One team becomes two: what the scope names, and the people named, go to `into`. The rest stays or, with `rest`, goes to
 * another team, and the one that was split is no more.
 */
export interface Split extends Scope {
  readonly kind: 'split'
  readonly team: Id
  readonly into: Id
  readonly rest?: Id
  readonly people: readonly Id[]
}

/** A team or person leaves. What it holds goes to the successor; without one it is left to nobody. */
export interface Retire {
  readonly kind: 'retire'
  readonly party: Id
  readonly successor?: Id
}

/** Single roles given: the new accountable takes the place of all others, other roles are added. */
export interface Appoint {
  readonly kind: 'appoint'
  readonly gives: readonly Give[]
}

/** What a step of a plan does. */
export type Deed = Handover | Merge | Split | Retire | Appoint
export type DeedKind = Deed['kind']

/** One step of a plan. Steps are taken in order, each on what those before it left. */
export type Move = Deed & { readonly id: string }

/** A reorganisation rehearsed: kept apart from the truth, which it does not touch. */
export interface Plan {
  readonly id: string
  readonly name: string
  readonly moves: readonly Move[]
  /** Teams that no source knows yet. */
  readonly teams: readonly Pick<Team, 'id' | 'name'>[]
  /** Why it is done: goes into every request. */
  readonly reason: string
  /** Begins the keys of its requests, once they were sent: what is sent again is carried out once. */
  readonly key?: string
}

/** A plan without a step. */
export const emptyPlan = (id: string, name: string): Plan => ({ id, name, moves: [], teams: [], reason: '' })

/** Whether the scope names anything. */
export const isNamed = ({ workloads, activities }: Scope): boolean => workloads.length + activities.length > 0

/** Whether an activity of a workload lies in the scope. */
export function inScope(scope: Scope): (activity: Id, workload: Id) => boolean {
  if (!isNamed(scope)) return () => true
  const { workloads, activities } = scope
  const [known, named] = [new Set(workloads), new Set(activities)]
  return (activity, workload) => named.has(activity) || known.has(workload)
}

/** The parties that a step names, as it names them. */
export function namedIn(deed: Deed): readonly Id[] {
  switch (deed.kind) {
    case 'move':
      return [deed.from, deed.to]
    case 'merge':
      return [deed.from, deed.into]
    case 'split':
      return [deed.team, deed.into, ...(deed.rest === undefined ? [] : [deed.rest])]
    case 'retire':
      return [deed.party, ...(deed.successor === undefined ? [] : [deed.successor])]
    case 'appoint':
      return [...new Set(deed.gives.map(({ party }) => party))]
  }
}

/** The party that a step takes roles from. */
export function giverIn(deed: Deed): Id | undefined {
  switch (deed.kind) {
    case 'move':
    case 'merge':
      return deed.from
    case 'split':
      return deed.team
    case 'retire':
      return deed.party
    case 'appoint':
      return undefined
  }
}
