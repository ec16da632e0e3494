import type { Ownership, Standing } from '../../../domain/coverage'
import { byShownName, nameOf, type WorkloadGroup } from '../../../domain/matrix'
import { activityKinds, automationLevels, isTeamId, risks, roleNames, roles } from '../../../domain/ownership'
import { columnsOf, nobody, tierOf } from '../../../domain/query/standing'
import type { FilterKey } from './query'
import { valueText } from './words'

/** A value of a filter, as people choose it. */
export interface Option {
  readonly value: string
  readonly label: string
}

const option = (value: string): Option => ({ value, label: valueText(value) })

/** Values that occur, known ones in their own order and then the rest. */
function occurring(known: readonly string[], values: readonly (string | undefined)[]): readonly Option[] {
  const found = new Set(values.flatMap((value) => value ?? []))
  return [...known.filter((value) => found.has(value)), ...[...found].filter((value) => !known.includes(value))].map(
    option,
  )
}

const byLabel = (options: readonly Option[]): readonly Option[] =>
  options.toSorted((left, right) => byShownName(left.label, right.label))

/** Ends the choice of holders: activities that nobody holds. */
const noHolder: Option = { value: nobody, label: 'Nobody' }

/** What occurs in each filter, worked out when it is first asked for. */
export function optionsIn(
  groups: readonly WorkloadGroup[],
  standings: readonly Standing[],
  ownership: Pick<Ownership, 'party'>,
): (key: FilterKey) => readonly Option[] {
  const parties = (ids: Iterable<string>) =>
    byLabel([...new Set(ids)].map((id) => ({ value: id, label: nameOf(id, ownership) })))
  const held = () => standings.flatMap(({ assignments }) => assignments.filter(({ claim }) => claim === 'declared'))
  const ways: Readonly<Record<FilterKey, () => readonly Option[]>> = {
    workload: () => groups.map(({ id, name }) => ({ value: id, label: name })),
    team: () => {
      const columns = standings.map((standing) => columnsOf(standing, ownership.party))
      const teams = parties(columns.flat())
      return columns.some((each) => each.length === 0) ? [...teams, noHolder] : teams
    },
    person: () => parties(held().flatMap(({ party }) => (party === undefined || isTeamId(party) ? [] : [party]))),
    role: () => {
      const found = new Set(held().map(({ role }) => role))
      return roles.filter((role) => found.has(role)).map((role) => ({ value: role, label: roleNames[role] }))
    },
    kind: () =>
      occurring(
        activityKinds,
        standings.map(({ activity }) => activity.kind),
      ),
    risk: () =>
      occurring(
        risks,
        standings.map(({ activity }) => activity.risk),
      ),
    automation: () =>
      occurring(
        automationLevels,
        standings.map(({ activity }) => activity.automation?.level),
      ),
    tag: () =>
      byLabel(
        [...new Set(standings.flatMap(({ activity, workload }) => [...activity.tags, ...(workload?.tags ?? [])]))].map(
          option,
        ),
      ),
    tier: () => byLabel([...new Set(standings.map(tierOf))].map((value) => ({ value, label: tierName(value) }))),
  }
  const known = new Map<FilterKey, readonly Option[]>()
  return (key) => {
    const found = known.get(key) ?? ways[key]()
    known.set(key, found)
    return found
  }
}

/** `tier 1` */
export const tierName = (tier: string): string => (tier === nobody ? 'not recorded' : `tier ${tier}`)
