import type { Party, Workload } from '../../../domain/ownership'
import { isInactive } from '../../../domain/holders'
import type { Problem } from '../../../domain/problem'
import type { FieldWords } from '../../../domain/clash'
import type { Id, Instant } from '../../../domain/units'
import type { PickerOption } from '../../../ui'
import { openText, stateNames, workNames } from '../words'

/** What problems are told with: names, who has left, and who can take something on. */
export interface Book {
  readonly now: Instant
  readonly zone: string
  readonly name: (party: Id) => string
  readonly workload: (id: Id) => string
  /** A person who has left, or a team whose people all have. */
  readonly left: (party: Id) => boolean
  /** Teams and then people who are here. */
  readonly takers: readonly PickerOption[]
  readonly workloads: readonly PickerOption[]
}

const collator = new Intl.Collator('en', { numeric: true })
const byLabel = (left: PickerOption, right: PickerOption): number => collator.compare(left.label, right.label)

export function bookOf(parties: readonly Party[], workloads: readonly Workload[], now: Instant, zone: string): Book {
  const byId = new Map(parties.map((party) => [party.id, party]))
  const members = Map.groupBy(
    parties.flatMap((party) => (party.type === 'person' ? party.teams.map((team) => ({ team, party })) : [])),
    ({ team }) => team,
  )
  const directory = {
    party: (id: Id) => byId.get(id),
    members: (team: Id) => (members.get(team) ?? []).map(({ party }) => party),
  }
  const names = new Map(workloads.map(({ id, name }) => [id, name]))
  const taker = (party: Party): PickerOption => ({ value: party.id, label: party.name })
  return {
    now,
    zone,
    name: (id) => byId.get(id)?.name ?? id,
    workload: (id) => names.get(id) ?? id,
    left: (id) => isInactive(id, directory),
    takers: [
      ...parties
        .filter(({ type }) => type === 'team')
        .map(taker)
        .toSorted(byLabel),
      ...parties
        .filter((party) => party.type === 'person' && party.active !== false)
        .map(taker)
        .toSorted(byLabel),
    ],
    workloads: workloads.map(({ id, name }) => ({ value: id, label: name })).toSorted(byLabel),
  }
}

/** What others may have changed of a problem meanwhile, in words, by field. */
export const fieldsOf = (problem: Problem, { name }: Pick<Book, 'name'>): FieldWords =>
  new Map([
    ['State', openText(stateNames, problem.state)],
    ['Owner', problem.owner === undefined ? 'nobody' : name(problem.owner)],
    ['Root cause', problem.rootCause?.text ?? 'not written down'],
    ['Workaround', problem.workaround ?? 'none'],
    ['Fixes', problem.fixes.map(({ what }) => what).join(', ') || 'none'],
    [
      'Actions',
      problem.actions
        .map(({ title, state, owner }) => `${title} (${openText(workNames, state)}, ${owner ? name(owner) : 'nobody'})`)
        .join(', ') || 'none',
    ],
  ])
