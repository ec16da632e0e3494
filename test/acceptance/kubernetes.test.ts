import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assignment, Person, Workload } from '../../src/domain/ownership'
import type { Source } from '../../src/sources/contract'
import { all, isAbsent, openFolder, total, truthsOf } from './open'

interface Truths {
  readonly teams: number
  readonly teams_by_kind: Readonly<Record<string, number>>
  readonly workloads: number
  readonly workloads_by_team: Readonly<Record<string, number>>
  readonly teams_without_workloads: readonly string[]
  readonly workload_names_used_by_more_than_one_team: readonly string[]
  readonly workloads_without_description: number
  readonly workloads_with_named_leads: number
  readonly owners_file_links: number
  readonly owners_file_links_distinct: number
  readonly active_leaders: number
  readonly chair_seats: number
  readonly tech_lead_seats: number
  readonly people_all_roles: number
  readonly leaders_in_3_or_more_teams: Readonly<Record<string, readonly string[]>>
  readonly leaders_holding_both_seats_in_one_team: readonly string[]
  readonly teams_without_tech_leads: readonly string[]
  readonly teams_with_one_chair: readonly string[]
  readonly teams_without_charter: readonly string[]
  readonly teams_without_liaison: readonly string[]
  readonly liaison_load: Readonly<Record<string, number>>
  readonly activities: number
  readonly subproject_lead_people: number
  readonly active_leaders_by_company: readonly { readonly name: string; readonly count: number }[]
  readonly emeritus_people: number
}

const bare = (id: string | undefined): string => (id ?? '').replace(/^(team|person):/, '')
const tally = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
const sorted = (names: Iterable<string>): readonly string[] => [...names].toSorted()

describe.skipIf(isAbsent('kubernetes-sigs'))('kubernetes-sigs, real data', () => {
  let truths: Truths
  let source: Source
  let workloads: readonly Workload[]
  let people: readonly Person[]
  let dirs: readonly string[]
  /** Seats in the leadership of each group. */
  let seats: readonly (Assignment & { readonly group: string })[]
  beforeAll(async () => {
    truths = truthsOf<Truths>('kubernetes-sigs')
    source = await openFolder('kubernetes-sigs')
    workloads = await all(source, 'workloads', {})
    const parties = await all(source, 'parties', {})
    people = parties.filter((party) => party.type === 'person')
    dirs = parties.filter(({ type }) => type === 'team').map(({ id }) => bare(id))
    const leading = await all(source, 'activities', { tags: ['leadership'] })
    const held = await all(source, 'assignments', { activities: leading.map(({ id }) => id) })
    seats = held.map((each) => ({ ...each, group: each.activity.replace('/leadership', '') }))
  })
  afterAll(() => source.close())

  const holding = (role: Assignment['role']) => seats.filter((seat) => seat.role === role)

  it('tells teams of each kind', async () => {
    expect(dirs).toHaveLength(truths.teams)
    const tags = (await all(source, 'parties', { types: ['team'] })).flatMap((team) => team.tags)
    const { sigs, workinggroups, committees } = truths.teams_by_kind
    expect(tally(tags)).toEqual({
      sig: sigs,
      'working-group': workinggroups,
      committee: committees,
      'no-charter': truths.teams_without_charter.length,
    })
  })

  it('tells workloads by team, and keeps two of one name apart', () => {
    expect(workloads).toHaveLength(truths.workloads)
    const counts = tally(workloads.map(({ team }) => bare(team)))
    expect(counts).toEqual(truths.workloads_by_team)
    expect(sorted(dirs.filter((dir) => counts[dir] === undefined))).toEqual(truths.teams_without_workloads)
    const names = tally(workloads.map(({ name }) => name))
    expect(Object.keys(names).filter((name) => (names[name] ?? 0) > 1)).toEqual(
      truths.workload_names_used_by_more_than_one_team,
    )
    expect(workloads.filter(({ description }) => description === undefined)).toHaveLength(
      truths.workloads_without_description,
    )
  })

  it('tells everybody, those who lead, and those who no longer do', () => {
    expect(people).toHaveLength(truths.people_all_roles)
    const leaders = people.filter(({ teams }) => teams.length > 0)
    expect(leaders).toHaveLength(truths.active_leaders)
    expect(people.filter(({ tags }) => tags.includes('emeritus'))).toHaveLength(truths.emeritus_people)
    const companies = tally(leaders.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith('company:'))))
    for (const { name, count } of truths.active_leaders_by_company)
      expect([name, companies[`company:${name}`]]).toEqual([name, count])
    const busy = leaders.filter(({ teams }) => teams.length > 2)
    expect(Object.fromEntries(busy.map(({ id, teams }) => [bare(id), sorted(teams.map(bare))]))).toEqual(
      truths.leaders_in_3_or_more_teams,
    )
  })

  it('tells chairs as accountable and tech leads as responsible', () => {
    expect(holding('A')).toHaveLength(truths.chair_seats)
    expect(holding('R')).toHaveLength(truths.tech_lead_seats)
    const chairs = tally(holding('A').map(({ group }) => group))
    expect(dirs.filter((dir) => chairs[dir] === 1)).toEqual(truths.teams_with_one_chair)
    const led = new Set(holding('R').map(({ group }) => group))
    expect(sorted(dirs.filter((dir) => !led.has(dir)))).toEqual(truths.teams_without_tech_leads)
    const chairing = new Set(holding('A').map(({ party, group }) => `${bare(party)}@${group}`))
    const both = holding('R')
      .map(({ party, group }) => `${bare(party)}@${group}`)
      .filter((seat) => chairing.has(seat))
    expect(sorted(both)).toEqual(truths.leaders_holding_both_seats_in_one_team)
  })

  it('tells the liaisons as informed', () => {
    expect(tally(holding('I').map(({ party }) => bare(party)))).toEqual(truths.liaison_load)
    const followed = new Set(holding('I').map(({ group }) => group))
    expect(dirs.filter((dir) => !followed.has(dir))).toEqual(truths.teams_without_liaison)
  })

  it('tells the described GitHub teams as activities', async () => {
    const activities = await all(source, 'activities', { tags: ['github-team'] })
    expect(activities).toHaveLength(truths.activities)
    expect(activities.filter(({ description }) => !description)).toEqual([])
  })

  it('keeps OWNERS files as what stands where a name should, and named leads as responsible', async () => {
    expect(await total(source, 'activities', { tags: ['maintenance'] })).toBe(truths.workloads)
    const maintaining = await all(source, 'activities', { tags: ['maintenance'] })
    const held = await all(source, 'assignments', { activities: maintaining.map(({ id }) => id), roles: ['R'] })
    const links = held.flatMap(({ placeholder }) => placeholder ?? [])
    expect(links).toHaveLength(truths.owners_file_links)
    expect(new Set(links).size).toBe(truths.owners_file_links_distinct)
    const leads = held.filter(({ party }) => party !== undefined)
    expect(new Set(leads.map(({ activity }) => activity)).size).toBe(truths.workloads_with_named_leads)
    expect(new Set(leads.map(({ party }) => party)).size).toBe(truths.subproject_lead_people)
  })

  it('holds no e-mail address', async () => {
    const everything = JSON.stringify([await all(source, 'parties', {}), await all(source, 'assignments', {})])
    expect(everything).not.toMatch(/[\w.]+@[\w-]+\.(com|org|net|io)/)
  })
})
