import type { Ownership, Standing } from '../../../domain/coverage'
import { declaredIn } from '../../../domain/holders'
import { byShownName, nameOf } from '../../../domain/matrix'
import { isTeamId, type Party, type Workload } from '../../../domain/ownership'
import { textMatcher, words } from '../../../domain/query/text'
import { withMembers } from '../../../domain/reviews'
import type { Id, Instant } from '../../../domain/units'
import type { Raw } from './address'

export interface Option {
  readonly value: string
  readonly label: string
}

/** What every list of the screen is told with. */
export interface Book {
  readonly ownership: Ownership
  readonly now: Instant
  readonly zone: string
  /** Everything that could tell of ownership did. */
  readonly whole: boolean
  readonly name: (party: Id) => string
  /** The name of a workload, or its id where no source has it. */
  readonly workloadName: (id: Id) => string
  readonly parties: readonly Party[]
  readonly teams: readonly Option[]
  readonly workloads: readonly Option[]
}

const byLabel = (left: Option, right: Option): number => byShownName(left.label, right.label)

export function bookOf(
  given: Pick<Book, 'ownership' | 'now' | 'zone' | 'whole' | 'parties'> & { readonly workloads: readonly Workload[] },
): Book {
  const { ownership, workloads, parties } = given
  return {
    ...given,
    name: (id) => nameOf(id, ownership),
    workloadName: (id) => ownership.workload(id)?.name ?? id,
    teams: parties
      .filter(({ id }) => isTeamId(id))
      .map(({ id, name }) => ({ value: id, label: name }))
      .toSorted(byLabel),
    workloads: workloads.map(({ id, name }) => ({ value: id, label: name })).toSorted(byLabel),
  }
}

/** Teams and then people who are here: who can take something on. */
export const takers = ({ parties, teams }: Pick<Book, 'parties' | 'teams'>): readonly Option[] => [
  ...teams,
  ...parties
    .flatMap((party) =>
      party.type === 'person' && party.active !== false ? [{ value: party.id, label: party.name }] : [],
    )
    .toSorted(byLabel),
]

/** Everybody there is, those who left among them: what they held still has to be looked after. */
export const everybody = ({ parties, teams }: Pick<Book, 'parties' | 'teams'>): readonly Option[] => [
  ...teams,
  ...parties
    .flatMap((party) =>
      party.type === 'person'
        ? [{ value: party.id, label: party.active === false ? `${party.name} (left)` : party.name }]
        : [],
    )
    .toSorted(byLabel),
]

/** What a record of any list is narrowed by. */
export interface Concerned {
  readonly words: readonly (string | undefined)[]
  readonly parties: readonly Id[]
  readonly workloads: readonly Id[]
}

/** Who answers for an activity and who performs it. */
export const ownersOf = (standing: Standing | undefined): readonly Id[] =>
  standing ? [...declaredIn(standing.assignments, 'A'), ...declaredIn(standing.assignments, 'R')] : []

/** A predicate for what the address says of words, teams and workloads. A team stands for everybody in it. */
export function narrowing({ q, team, workload }: Raw, { ownership, name, workloadName }: Book) {
  const text = textMatcher(q)
  const wanted = withMembers(team, ownership)
  const places = new Set(workload)
  return ({ words: said, parties, workloads }: Concerned): boolean =>
    (wanted.size === 0 || parties.some((id) => wanted.has(id))) &&
    (places.size === 0 || workloads.some((id) => places.has(id))) &&
    (q.trim() === '' ||
      text(
        words(
          said.flatMap((each) => each ?? []),
          parties.map(name),
          workloads.map(workloadName),
        ),
      ))
}

/** A value of the address that means nothing here. */
export interface Ignored {
  readonly filter: string
  readonly value: string
}

/** The address without what it cannot mean, and what that was. `groups` and `kinds`: what the list can be narrowed to. */
export function understood(
  raw: Raw,
  { ownership }: Pick<Book, 'ownership'>,
  groups: readonly string[],
  kinds: readonly string[] = [],
): { readonly asked: Raw; readonly ignored: readonly Ignored[] } {
  const ignored: Ignored[] = []
  const kept = (filter: string, values: readonly string[], known: (value: string) => boolean) =>
    values.filter((value) => {
      if (known(value)) return true
      ignored.push({ filter, value })
      return false
    })
  const party = (id: string) => ownership.party(id) !== undefined
  const asked: Raw = {
    ...raw,
    team: kept('team', raw.team, party),
    workload: kept('workload', raw.workload, (id) => ownership.workload(id) !== undefined),
    moved: kept('moved', raw.moved, party),
    show: kept('show', raw.show, (value) => groups.includes(value)),
    kind: kept('kind', raw.kind, (value) => kinds.includes(value)),
  }
  return { asked, ignored }
}
