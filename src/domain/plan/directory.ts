import type { Ownership } from '../coverage'
import type { Party, Team } from '../ownership'
import type { Id } from '../units'
import type { Carried } from './carryOut'
import type { Plan } from './plan'

/** Who there is after the plan: who leaves has left, who joins is a member, what is founded is there. */
export interface Directory extends Pick<Ownership, 'party' | 'members'> {
  /** Parties that are judged otherwise than before: because of themselves or of their people. */
  readonly changed: ReadonlySet<Id>
}

const founded = ({ id, name }: Plan['teams'][number]): Team => ({ type: 'team', id, name, contacts: [], tags: [] })

/** The directory after the plan. What the plan does not touch is as it was. */
export function directoryAfter(
  before: Pick<Ownership, 'party' | 'members'>,
  { teams }: Plan,
  { retired, teamsOf }: Pick<Carried, 'retired' | 'teamsOf'>,
): Directory {
  const made = new Map<Id, Party>()
  for (const team of teams) if (!before.party(team.id)) made.set(team.id, founded(team))
  for (const id of new Set([...teamsOf.keys(), ...retired.keys()])) {
    const known = before.party(id)
    if (known?.type !== 'person') continue
    made.set(id, { ...known, teams: teamsOf.get(id) ?? known.teams, ...(retired.has(id) && { active: false }) })
  }
  const party = (id: Id) => made.get(id) ?? before.party(id)

  const moved = [...made.values()].filter((each) => each.type === 'person')
  const teamsBefore = (id: Id): readonly Id[] => {
    const known = before.party(id)
    return known?.type === 'person' ? known.teams : []
  }
  const touched = new Set(moved.flatMap(({ id, teams: now }) => [...now, ...teamsBefore(id)]))
  const ids = new Set(moved.map(({ id }) => id))
  const members = (team: Id): readonly Party[] => {
    if (!touched.has(team)) return before.members(team)
    const stay = before.members(team).filter(({ id }) => !ids.has(id))
    return [...stay, ...moved.filter((person) => person.teams.includes(team))]
  }
  return { party, members, changed: new Set([...ids, ...touched, ...retired.keys()]) }
}
