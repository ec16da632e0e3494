import type { Activity, Assignment, Person, Role, Team } from '../../src/domain/ownership'
import { type Ownership, ownershipOf } from '../../src/domain/coverage'
import { type Id, type Instant, instant } from '../../src/domain/units'
import { anActivity, aWorkload } from './records'

export const at: Instant = instant(Date.UTC(2026, 10, 20))

export const aTeam = (key: string, over: Partial<Team> = {}): Team => ({
  type: 'team',
  id: `team:${key}`,
  name: key,
  contacts: [],
  tags: [],
  ...over,
})

export const aPerson = (key: string, teams: readonly string[], over: Partial<Person> = {}): Person => ({
  type: 'person',
  id: `person:${key}`,
  name: key,
  teams: teams.map((team) => `team:${team}`),
  active: true,
  contacts: [],
  tags: [],
  ...over,
})

/** `A payments` is declared accountable, `~R payments` was seen to perform; a name with a capital is a person's. */
export function claims(activity: Id, words: readonly string[]): readonly Assignment[] {
  return words.map((word) => {
    const [letter = '', name = ''] = word.split(' ')
    const role = letter.replace('~', '') as Role
    const party = /^[A-Z]/.test(name) ? `person:${name}` : `team:${name}`
    const claim = letter.startsWith('~') ? 'observed' : 'declared'
    return { id: `${activity}#${word}`, activity, role, party, claim }
  })
}

export interface Company {
  readonly parties: readonly (Team | Person)[]
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
  readonly workloads: readonly ReturnType<typeof aWorkload>[]
}

/** Judged as one source that tells all of it. */
export const judged = ({ parties, activities, assignments, workloads }: Company): Ownership =>
  ownershipOf({ parties, activities, assignments, workloads, told: [{ source: 'one', activities, assignments }] }, at)

/** A small company: each activity with its holders, such as `{ 'ledger/deploy': ['A payments', 'R payments'] }`. */
export function companyOf(
  held: Readonly<Record<string, readonly string[]>>,
  parties: Company['parties'],
  over: Readonly<Record<string, Partial<Activity>>> = {},
): Company {
  const ids = Object.keys(held)
  return {
    parties,
    activities: ids.map((id) => anActivity({ id, workload: id.split('/')[0] ?? '', ...over[id] })),
    assignments: ids.flatMap((id) => claims(id, held[id] ?? [])),
    workloads: [...new Set(ids.map((id) => id.split('/')[0] ?? ''))].map((id) =>
      aWorkload(id, { team: 'team:payments' }),
    ),
  }
}
