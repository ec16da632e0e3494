import type { Party, Person, Team } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import type { WrittenParty } from './written'

/** `payments` → `team:payments`; a key that carries its type keeps it. */
export const teamKey = (key: string): Id => (key.startsWith('team:') ? key : `team:${key}`)
export const personKey = (key: string): Id => (key.startsWith('person:') ? key : `person:${key}`)
const bare = (id: Id): string => id.slice(id.indexOf(':') + 1)

export function teamOf({ id, name, parent, teams: _teams, active: _active, ...rest }: WrittenParty): Team {
  const key = teamKey(id)
  return {
    type: 'team',
    id: key,
    name: name ?? bare(key),
    ...rest,
    ...(parent !== undefined && { parent: teamKey(parent) }),
  }
}

export function personOf({ id, name, teams, active, aliases, contacts, tags }: WrittenParty): Person {
  const key = personKey(id)
  return {
    type: 'person',
    id: key,
    name: name ?? bare(key),
    ...(aliases && { aliases }),
    teams: teams.map(teamKey),
    ...(active !== undefined && { active }),
    contacts,
    tags,
  }
}

/** What a name stands for, or why that cannot be told. */
export type Found = { readonly id: Id } | { readonly reason: string }

/** Looks parties up by key, name and alias, in any case of letters. */
export class Directory {
  private readonly ids = new Map<string, Set<Id>>()
  /** Whether a party of that id is told by another file of the workspace. */
  private readonly elsewhere: (id: Id) => boolean

  constructor(elsewhere: (id: Id) => boolean) {
    this.elsewhere = elsewhere
  }

  add(party: Party): void {
    for (const name of [party.id, bare(party.id), party.name, ...(party.aliases ?? [])]) {
      const key = name.trim().toLowerCase()
      const known = this.ids.get(key) ?? new Set<Id>()
      known.add(party.id)
      this.ids.set(key, known)
    }
  }

  /** A text that names its type is taken at its word: another source may tell who that is. */
  find(written: string): Found {
    if (/^(team|person):/.test(written)) return { id: written }
    const known = [...(this.ids.get(written.trim().toLowerCase()) ?? [])]
    const [only, other] = known
    if (only !== undefined && other === undefined) return { id: only }
    if (only !== undefined) return { reason: `“${written}” may be ${known.join(' or ')}. Write which.` }
    const told = [teamKey(written), personKey(written)].find((id) => this.elsewhere(id))
    if (told !== undefined) return { id: told }
    return {
      reason: `No team or person “${written}” is told in this workspace. Add it to teams or people, or write team:${written} or person:${written}.`,
    }
  }
}
