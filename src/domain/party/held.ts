import type { Ownership, Standing } from '../coverage'
import { isContradiction } from '../gaps'
import { declaredIn } from '../holders'
import { byShownName } from '../matrix'
import { type Assignment, type Role, roles } from '../ownership'
import type { Id } from '../units'
import { circleOf, holdersFor, soleOf, withMembers } from './circle'

/** An activity in which a party holds a role. */
export interface Share {
  readonly standing: Standing
  /** The people through whom a team holds it. Empty: it is named itself. */
  readonly by: readonly Id[]
}

/** An activity that matters to a party and is in other hands. */
export interface Dependence {
  readonly standing: Standing
  /** `answers`: others answer for it, on a workload of the party. `performs`: the party answers, others perform. */
  readonly others: 'answers' | 'performs'
  readonly who: readonly Id[]
}

/** A workload that rests on one person, with all its activities. */
export interface SoleWorkload {
  readonly id: Id
  readonly name: string
  readonly person: Id
  readonly count: number
}

const nameOfWorkload = ({ workload, activity }: Standing): string => workload?.name ?? activity.workload

/** By workload, then by activity, as names are looked up. */
export const byPlace = (left: Standing, right: Standing): number =>
  byShownName(nameOfWorkload(left), nameOfWorkload(right)) || byShownName(left.activity.name, right.activity.name)

/** What the party holds in each role: itself or, a team, through its people, counted as the matrix counts it. */
export function sharesOf(id: Id, ownership: Ownership): Readonly<Record<Role, readonly Share[]>> {
  const shares: Record<Role, Share[]> = { A: [], R: [], V: [], C: [], I: [] }
  for (const standing of ownership.standings)
    for (const role of roles) {
      const holders = holdersFor(id, standing, role, ownership)
      if (holders.length > 0) shares[role].push({ standing, by: holders.includes(id) ? [] : holders })
    }
  for (const role of roles) shares[role].sort((left, right) => byPlace(left.standing, right.standing))
  return shares
}

/** What the party answers for and others perform, and what others answer for on its workloads. */
export function dependencesOf(id: Id, ownership: Ownership): readonly Dependence[] {
  const circle = circleOf(id, ownership)
  const mine = withMembers(id, ownership)
  const isMine = (each: Id) => circle.has(each)
  return ownership.standings
    .flatMap((standing): readonly Dependence[] => {
      const [answers, performs] = [declaredIn(standing.assignments, 'A'), declaredIn(standing.assignments, 'R')]
      const home = standing.workload?.team
      if (home !== undefined && isMine(home) && answers.length > 0 && !answers.some(isMine))
        return [{ standing, others: 'answers', who: answers }]
      return answers.some((each) => mine.has(each)) && performs.length > 0 && !performs.some(isMine)
        ? [{ standing, others: 'performs', who: performs }]
        : []
    })
    .toSorted((left, right) => byPlace(left.standing, right.standing))
}

/** What rests on the person alone or, of a team, on one person in it; and the workloads that do so altogether. */
export function soleIn(id: Id, ownership: Ownership) {
  const mine = withMembers(id, ownership)
  const alone = new Map<Standing, Id>()
  for (const standing of ownership.standings) {
    const person = soleOf(standing, ownership)
    if (person !== undefined && mine.has(person)) alone.set(standing, person)
  }
  const touched = new Set([...alone.keys()].map(({ activity }) => activity.workload))
  const whole = Map.groupBy(
    ownership.standings.filter(({ activity }) => touched.has(activity.workload)),
    ({ activity }) => activity.workload,
  )
  const workloads = [...whole].flatMap(([workload, standings]): readonly SoleWorkload[] => {
    const people = new Set(standings.map((standing) => alone.get(standing)))
    const [person] = people
    const [first] = standings
    return people.size === 1 && person !== undefined && first
      ? [{ id: workload, name: nameOfWorkload(first), person, count: standings.length }]
      : []
  })
  return {
    activities: [...alone]
      .map(([standing, person]) => ({ standing, person }))
      .toSorted((left, right) => byPlace(left.standing, right.standing)),
    workloads: workloads.toSorted((left, right) => byShownName(left.name, right.name)),
  }
}

/** What the party was seen to own, against what is declared. */
export function seenOnly(
  id: Id,
  ownership: Ownership,
): readonly { standing: Standing; claims: readonly Assignment[] }[] {
  const mine = withMembers(id, ownership)
  return ownership.standings
    .flatMap((standing) => {
      const context = { assignments: standing.assignments, party: ownership.party }
      const claims = standing.assignments.filter(
        (each) => each.party !== undefined && mine.has(each.party) && isContradiction(each, context),
      )
      return claims.length > 0 ? [{ standing, claims }] : []
    })
    .toSorted((left, right) => byPlace(left.standing, right.standing))
}

/** What the party answers for or performs, and nobody who is here does any more in that role. */
export function orphanedBy(id: Id, ownership: Ownership): readonly Standing[] {
  const holds = ({ assignments }: Standing, role: Role) => declaredIn(assignments, role).includes(id)
  return ownership.standings
    .filter((standing) =>
      standing.gaps.some(
        ({ kind }) =>
          (kind === 'accountable-left' && holds(standing, 'A')) ||
          (kind === 'responsible-inactive' && holds(standing, 'R')),
      ),
    )
    .toSorted(byPlace)
}
