import type { Activity, Assignment, Role } from '../../../src/domain/ownership'
import type { Id } from '../../../src/domain/units'

/** A claim before it has its activity and id. */
export type Claim = Omit<Assignment, 'id' | 'activity'>

/** An activity with who holds which role in it: what flaws are worked into before it becomes records. */
export interface Draft {
  readonly activity: Activity
  readonly claims: readonly Claim[]
}

export const declare = (role: Role, party: Id): Claim => ({ role, party, claim: 'declared' })

export const observe = (role: Role, party: Id, evidence: string): Claim => ({
  role,
  party,
  claim: 'observed',
  evidence,
})

/** Without anybody in a role, said or seen: what was seen would disagree with what is put in its place. */
export const without = (draft: Draft, ...roles: readonly Role[]): Draft => ({
  ...draft,
  claims: draft.claims.filter((claim) => !roles.includes(claim.role)),
})

export const having = (draft: Draft, ...claims: readonly Claim[]): Draft => ({
  ...draft,
  claims: [...draft.claims, ...claims],
})

export const altered = (draft: Draft, changes: Partial<Activity>): Draft => ({
  ...draft,
  activity: { ...draft.activity, ...changes },
})

/** The claims as records, numbered within their activity. */
export const assignmentsOf = ({ activity, claims }: Draft): readonly Assignment[] =>
  claims.map((claim, index) => ({ id: `${activity.id}/${index + 1}`, activity: activity.id, ...claim }))
