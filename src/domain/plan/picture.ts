import type { Ownership } from '../coverage'
import { nameOf } from '../matrix'
import type { Id } from '../units'
import { heldIn, type RoleHeld, sameRole } from './held'
import type { Give, Plan } from './plan'

/** How much a step changed. */
export interface Count {
  readonly activities: number
  readonly roles: number
  /** Why nothing, or not all of it, was done. */
  readonly reason?: string
}

export const noCount: Count = { activities: 0, roles: 0 }
export const together = (left: Count, right: Count): Count => ({
  activities: left.activities + right.activities,
  roles: left.roles + right.roles,
})

/** Ownership while the steps of a plan are taken: who holds what, who is in which team, who is no more. */
export class Picture {
  readonly held: Map<Id, readonly RoleHeld[]>
  /** Parties that are no more, with the number of the step that ended them. */
  readonly retired = new Map<Id, number>()
  /** People whose teams are others now. */
  readonly teamsOf = new Map<Id, readonly Id[]>()
  private readonly ownership: Ownership
  private readonly named: ReadonlyMap<Id, string>

  constructor(ownership: Ownership, { teams }: Plan) {
    this.ownership = ownership
    this.held = heldIn(ownership.standings)
    this.named = new Map(teams.map(({ id, name }) => [id, name]))
  }

  name(id: Id): string {
    return this.named.get(id) ?? nameOf(id, this.ownership)
  }

  /** Why the party can take no part, or undefined when it can. */
  whyNot(id: Id): string | undefined {
    if (!this.ownership.party(id) && !this.named.has(id)) return `No source knows ${id} (any more).`
    const step = this.retired.get(id)
    return step === undefined ? undefined : `${this.name(id)} is no more after step ${step}.`
  }

  /** Hands on what the party holds and `wanted` says; to nobody when there is no `to`. */
  hand(
    from: Id,
    to: Id | undefined,
    wanted: (role: RoleHeld, activity: Id, workload: Id) => boolean = () => true,
  ): Count {
    let [activities, roles] = [0, 0]
    for (const { activity } of this.ownership.standings) {
      const now = this.held.get(activity.id) ?? []
      const gone = now.filter((each) => each.party === from && wanted(each, activity.id, activity.workload))
      if (gone.length === 0) continue
      const kept = now.filter((each) => !gone.includes(each))
      const given = to === undefined ? [] : gone.map(({ role }) => ({ role, party: to }))
      this.held.set(activity.id, [...kept, ...given.filter((each) => !kept.some((other) => sameRole(each, other)))])
      activities++
      roles += gone.length
    }
    return { activities, roles }
  }

  /** Gives single roles. Exactly one is accountable: a new one takes the place of all others. */
  give(gives: readonly Give[]): Count {
    const touched = new Set<Id>()
    const faults = new Set<string>()
    let roles = 0
    for (const { activity, role, party } of gives) {
      const now = this.held.get(activity)
      const fault = now ? this.whyNot(party) : `There is no activity ${activity} (any more).`
      if (fault !== undefined) faults.add(fault)
      if (!now || fault !== undefined) continue
      const given = { role, party }
      const kept = role === 'A' ? now.filter((each) => each.role !== 'A' || each.party === party) : now
      const has = kept.some((each) => sameRole(each, given))
      if (has && kept.length === now.length) continue
      this.held.set(activity, has ? kept : [...kept, given])
      touched.add(activity)
      roles++
    }
    const reason = [...faults].join(' ')
    return { activities: touched.size, roles, ...(reason !== '' && { reason }) }
  }

  private teamsNow(person: Id): readonly Id[] {
    const known = this.ownership.party(person)
    return this.teamsOf.get(person) ?? (known?.type === 'person' ? known.teams : [])
  }

  /** Everybody who is in the team by now. */
  people(team: Id): readonly Id[] {
    const candidates = new Set([...this.ownership.members(team).map(({ id }) => id), ...this.teamsOf.keys()])
    return [...candidates].filter((person) => this.teamsNow(person).includes(team))
  }

  /** Takes a person out of one team and, where there is one, into another. */
  join(person: Id, from: Id, to?: Id): void {
    const next = this.teamsNow(person).flatMap((team) => (team !== from ? [team] : to === undefined ? [] : [to]))
    this.teamsOf.set(person, [...new Set(next)])
  }

  /** All that a party holds goes on, its people too, and it is no more from that step on. */
  end(party: Id, to: Id | undefined, step: number): Count {
    const count = this.hand(party, to)
    for (const person of this.people(party)) this.join(person, party, to)
    this.retired.set(party, step)
    return count
  }
}
