import type { Standing } from '../coverage'
import type { Assignment, Role } from '../ownership'
import type { Id } from '../units'

/** A role by declaration, and who holds it. */
export interface RoleHeld {
  readonly role: Role
  readonly party: Id
}

export const sameRole = (left: RoleHeld, right: RoleHeld): boolean =>
  left.role === right.role && left.party === right.party

/** What is in `left` and not in `right`. */
export const without = (left: readonly RoleHeld[], right: readonly RoleHeld[]): readonly RoleHeld[] =>
  left.filter((each) => !right.some((other) => sameRole(each, other)))

/** Who holds what by declaration, each once. What was only observed, and placeholders, hold nothing. */
export function heldBy(assignments: readonly Assignment[]): readonly RoleHeld[] {
  const found: RoleHeld[] = []
  for (const { role, party, claim } of assignments) {
    if (claim !== 'declared' || party === undefined) continue
    if (!found.some((each) => each.role === role && each.party === party)) found.push({ role, party })
  }
  return found
}

/** What every activity declares, looked up once. */
export const heldIn = (standings: readonly Standing[]): Map<Id, readonly RoleHeld[]> =>
  new Map(standings.map(({ activity, assignments }) => [activity.id, heldBy(assignments)]))
