import { byShownName } from '../../../domain/matrix'
import type { OwnershipView } from '../../../data'
import { heldBy } from '../../../domain/plan/held'
import type { Plan } from '../../../domain/plan/plan'
import { isTeamId, type Party } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'
import type { FilterOption, PickerOption } from '../../../ui'

/** All who can take part: teams first, each by name. */
export interface PartyOptions {
  readonly teams: readonly PickerOption[]
  readonly all: readonly PickerOption[]
}

function hintOf(party: Party, name: (id: Id) => string): string {
  if (party.type === 'team') return 'team'
  const teams = party.teams.map(name).join(', ')
  return `${party.active === false ? 'has left' : 'person'}${teams === '' ? '' : ` · ${teams}`}`
}

/** Teams and people to choose from, with the teams that only the plan knows. */
export function partyOptions(
  { parties, ownership }: Pick<OwnershipView, 'parties' | 'ownership'>,
  plan: Plan,
): PartyOptions {
  const name = (id: Id) => ownership.party(id)?.name ?? id
  const options = parties
    .map((party): PickerOption => ({ value: party.id, label: party.name, hint: hintOf(party, name) }))
    .toSorted((left, right) => byShownName(left.label, right.label))
  const founded = plan.teams
    .filter(({ id }) => !ownership.party(id))
    .map(({ id, name: label }): PickerOption => ({ value: id, label, hint: 'new team' }))
  const teams = [...founded, ...options.filter(({ value }) => isTeamId(value))]
  return { teams, all: [...teams, ...options.filter(({ value }) => !isTeamId(value))] }
}

/** What a party holds, to choose parts of it from. */
export interface Holdings {
  readonly workloads: readonly FilterOption<Id>[]
  readonly activities: readonly FilterOption<Id>[]
  readonly people: readonly FilterOption<Id>[]
  readonly roles: number
}

/** The workloads and activities in which a party holds a declared role, and its people. */
export function holdingsOf(party: Id, { ownership }: Pick<OwnershipView, 'ownership'>): Holdings {
  const counts = new Map<Id, number>()
  const activities: { value: Id; label: string }[] = []
  let roles = 0
  for (const { activity, assignments, workload } of ownership.standings) {
    const held = heldBy(assignments).filter((each) => each.party === party).length
    if (held === 0) continue
    roles += held
    counts.set(activity.workload, (counts.get(activity.workload) ?? 0) + 1)
    activities.push({ value: activity.id, label: `${workload?.name ?? activity.workload}: ${activity.name}` })
  }
  const byLabel = (left: { label: string }, right: { label: string }) => byShownName(left.label, right.label)
  return {
    roles,
    activities: activities.toSorted(byLabel),
    workloads: [...counts]
      .map(([value, count]) => ({ value, label: ownership.workload(value)?.name ?? value, count }))
      .toSorted(byLabel),
    people: ownership
      .members(party)
      .map(({ id, name }) => ({ value: id, label: name }))
      .toSorted(byLabel),
  }
}
