import type { Party } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import type { PickerOption } from '../../../ui'
import type { Names } from '../useNames'

/** The person that the actor is: by id, or by a name that only one person bears. Undefined where nobody can tell. */
export function meIn(parties: readonly Party[], actor: string): Id | undefined {
  const people = parties.filter((party) => party.type === 'person' && party.active !== false)
  const own = people.find(({ id }) => id === actor || id === `person:${actor}`)
  if (own) return own.id
  const named = people.filter(({ name }) => name === actor)
  return named.length === 1 ? named[0]?.id : undefined
}

/** People to choose from, those of the team first. Who has left is not offered. */
export function peopleFor(names: Pick<Names, 'parties' | 'teamOf'>, team: Id | undefined): readonly PickerOption[] {
  const people = names.parties.flatMap((party) => (party.type === 'person' && party.active !== false ? [party] : []))
  const near = (teams: readonly Id[]) => Number(team !== undefined && teams.includes(team))
  return people
    .toSorted((left, right) => near(right.teams) - near(left.teams))
    .map(({ id, name }) => {
      const hint = names.teamOf(id)
      return { value: id, label: name, ...(hint !== undefined && { hint }) }
    })
}
