import type { Person } from '../../../domain/ownership'
import type { Group, Named } from './kubernetesWire'

export const teamId = (dir: string): string => `team:${dir}`
export const personId = (handle: string): string => `person:${handle}`

interface Seats {
  /** The handle with the fullest of what the document says of it: an emeritus seat often has no company. */
  who: Named
  readonly teams: Set<string>
  holdsOffice: boolean
  wasEmeritus: boolean
}

/**
 * Everybody the document names, by GitHub handle. Somebody stands in a team as its chair or tech lead; who holds nothing
 * but emeritus seats has left.
 */
export function peopleOf(groups: readonly Group[], others: readonly Named[]): readonly Person[] {
  const people = new Map<string, Seats>()
  const seat = (who: Named): Seats => {
    const known = people.get(who.github)
    if (known) {
      known.who = { ...who, ...known.who }
      return known
    }
    const made = { who, teams: new Set<string>(), holdsOffice: false, wasEmeritus: false }
    people.set(who.github, made)
    return made
  }
  for (const group of groups) {
    for (const who of [...(group.leadership?.chairs ?? []), ...(group.leadership?.tech_leads ?? [])]) {
      const held = seat(who)
      held.holdsOffice = true
      held.teams.add(teamId(group.dir))
    }
    for (const who of group.subprojects.flatMap(({ leads }) => leads)) seat(who).holdsOffice = true
    if (group.contact?.liaison) seat(group.contact.liaison).holdsOffice = true
    for (const who of group.leadership?.emeritus_leads ?? []) seat(who).wasEmeritus = true
  }
  for (const who of others) seat(who).holdsOffice = true
  return [...people.values()].map(({ who, teams, holdsOffice, wasEmeritus }) => ({
    type: 'person',
    id: personId(who.github),
    name: who.name ?? who.github,
    aliases: [who.github],
    teams: [...teams],
    active: holdsOffice,
    contacts: [],
    tags: [...(who.company === undefined ? [] : [`company:${who.company}`]), ...(wasEmeritus ? ['emeritus'] : [])],
  }))
}
