import type { Ownership, Standing } from './coverage'
import { isContradiction } from './gaps'
import { type Assignment, type Role, roles } from './ownership'

/**
 * How far a claim is believed. `holds`: it is the answer. `agrees`: it fits what is believed already. `also`: another
 * entry that counts beside it, although exactly one must answer. `overruled`: the same entry stands otherwise in a
 * source that comes before it. `observed`: seen, not declared, so it holds nothing until somebody declares it.
 * `placeholder`: it names nobody.
 */
export type Belief = 'holds' | 'agrees' | 'also' | 'overruled' | 'observed' | 'placeholder'

/** What one source says of one role. */
export interface Claim {
  /** Id of the source. */
  readonly source: string
  readonly assignment: Assignment
  readonly belief: Belief
  /** Why it is believed or not, in a few words. */
  readonly why: string
  /** It says another than what is believed: somebody should find out who is right. */
  readonly differs: boolean
}

/** All that is said of one role of an activity: declared before observed, then in the configured order. */
export interface RoleClaims {
  readonly role: Role
  readonly claims: readonly Claim[]
  /** Any of the claims differs from what is believed. */
  readonly disputed: boolean
}

type Said = Pick<Claim, 'source' | 'assignment'>
type About = Pick<Standing, 'activity' | 'assignments'>
type Known = Pick<Ownership, 'told' | 'party'>

const named = (said: readonly Said[]) => said.filter(({ assignment }) => assignment.party !== undefined)

/** Weighs one claim against the declared ones before it. What it says here is what the matrix shows. */
function weighed(
  { source, assignment }: Said,
  before: readonly Said[],
  contradicts: boolean,
  title: (source: string) => string,
): Claim {
  const { id, party, claim, role } = assignment
  const as = (belief: Belief, why: string, differs = false): Claim => ({ source, assignment, belief, why, differs })
  if (party === undefined) return as('placeholder', 'a placeholder names nobody')
  const declared = named(before).filter((each) => each.assignment.claim === 'declared')
  if (claim === 'observed') {
    if (contradicts) return as('observed', 'declared comes before observed', true)
    return declared.length > 0
      ? as('agrees', 'seen, and fits what is declared')
      : as('observed', 'seen, but nobody has declared it')
  }
  const entry = declared.find((each) => each.assignment.id === id)
  if (entry && entry.assignment.party !== party)
    return as('overruled', `${title(entry.source)} has the same entry and comes first in the configured order`, true)
  if (declared.some((each) => each.assignment.party === party)) return as('agrees', 'says the same')
  if (declared.length === 0) return as('holds', 'declared, and first in the configured order')
  return role === 'A'
    ? as('also', 'counts as well, though exactly one must answer', true)
    : as('holds', 'declared too: several may hold this role')
}

/**
 * Who says what of each role of an activity, which of it is believed, and why. Roles that nobody speaks of are left
 * out. `title` gives the name of a source.
 */
export function roleClaimsOf(
  { activity, assignments }: About,
  { told, party }: Known,
  title: (source: string) => string,
): readonly RoleClaims[] {
  const said = told.flatMap((each) =>
    each.assignments.flatMap((assignment): readonly Said[] =>
      assignment.activity === activity.id ? [{ source: each.source, assignment }] : [],
    ),
  )
  const order = ({ assignment }: Said) => Number(assignment.claim === 'observed')
  return roles.flatMap((role): readonly RoleClaims[] => {
    const about = said
      .filter(({ assignment }) => assignment.role === role)
      .toSorted((left, right) => order(left) - order(right))
    if (about.length === 0) return []
    const claims = about.map((each, index) => {
      const contradicts = isContradiction(each.assignment, { assignments, party })
      const claim = weighed(each, about.slice(0, index), contradicts, title)
      return about.length === 1 && claim.belief === 'holds' ? { ...claim, why: 'the only claim' } : claim
    })
    return [{ role, claims, disputed: claims.some(({ differs }) => differs) }]
  })
}
