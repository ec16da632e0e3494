import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gapsOf } from '../../src/domain/gaps'
import type { Activity, Assignment } from '../../src/domain/ownership'
import { recordedIn } from '../../src/domain/recorded'
import type { Source } from '../../src/sources/contract'
import { all, isAbsent, now, openFolder, total, truthsOf } from './open'

interface Truths {
  readonly alerts: number
  readonly alerts_by_owner: Readonly<Record<string, number>>
  readonly owners_distinct_and_known: number
  readonly missing_owner: number
  readonly undetermined_owner: number
  readonly by_severity: Readonly<Record<string, number>>
  readonly paging_alerts_by_owner: Readonly<Record<string, number>>
  readonly runbook_is_a_link: number
  readonly runbook_placeholder: Readonly<Record<string, number>>
  readonly placeholder_runbooks_by_owner: Readonly<Record<string, number>>
  readonly placeholder_runbooks_by_severity: Readonly<Record<string, number>>
  readonly distinct_runbook_links: number
  readonly alert_names_distinct: number
  readonly alert_names_used_more_than_once: number
  readonly alerts_by_team_folder: Readonly<Record<string, number>>
  readonly owner_differs_from_folder: Readonly<Record<string, number>>
}

const tally = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

describe.skipIf(isAbsent('wikimedia-alerts'))('wikimedia-alerts, real data', () => {
  let truths: Truths
  let source: Source
  let activities: readonly Activity[]
  let declared: ReadonlyMap<string, Assignment>
  let observed: readonly Assignment[]
  beforeAll(async () => {
    truths = truthsOf<Truths>('wikimedia-alerts')
    source = await openFolder('wikimedia-alerts')
    activities = await all(source, 'activities', {})
    declared = new Map(
      (await all(source, 'assignments', { claims: ['declared'] })).map((each) => [each.activity, each]),
    )
    observed = await all(source, 'assignments', { claims: ['observed'] })
  })
  afterAll(() => source.close())

  const ownerOf = ({ id }: Activity): string => {
    const held = declared.get(id)
    return held?.party?.replace('team:', '') ?? held?.placeholder ?? '(missing)'
  }
  const severityOf = ({ tags }: Activity): string =>
    tags.find((tag) => tag.startsWith('severity:'))?.replace('severity:', '') ?? ''

  it('tells every rule as a duty to respond, though names repeat', () => {
    expect(activities).toHaveLength(truths.alerts)
    expect(activities.every(({ kind }) => kind === 'response')).toBe(true)
    const names = tally(activities.map(({ name }) => name))
    expect(Object.keys(names)).toHaveLength(truths.alert_names_distinct)
    expect(Object.values(names).filter((count) => count > 1)).toHaveLength(truths.alert_names_used_more_than_once)
  })

  it('tells owners, and keeps missing ones apart from those known only when an alert fires', async () => {
    expect(tally(activities.map(ownerOf))).toEqual(truths.alerts_by_owner)
    expect(activities.filter(({ id }) => !declared.has(id))).toHaveLength(truths.missing_owner)
    expect([...declared.values()].filter(({ placeholder }) => placeholder !== undefined)).toHaveLength(
      truths.undetermined_owner,
    )
    const known = new Set([...declared.values()].flatMap(({ party }) => party ?? []))
    expect(known.size).toBe(truths.owners_distinct_and_known)
    expect(await total(source, 'parties', { types: ['team'], ids: [...known] })).toBe(known.size)
  })

  it('tells what pages a person, by severity and by owner', () => {
    expect(tally(activities.map(severityOf))).toEqual(truths.by_severity)
    expect(tally(activities.filter(({ pages }) => pages).map(ownerOf))).toEqual(truths.paging_alerts_by_owner)
  })

  it('takes TODO for what it is: no runbook', () => {
    const links = activities.flatMap(({ runbook }) => runbook?.url ?? [])
    expect(links).toHaveLength(truths.runbook_is_a_link)
    expect(new Set(links).size).toBe(truths.distinct_runbook_links)
    const todo = activities.filter(({ runbook }) => runbook?.placeholder !== undefined)
    expect(tally(todo.map(({ runbook }) => runbook?.placeholder ?? ''))).toEqual(truths.runbook_placeholder)
    expect(tally(todo.map(ownerOf))).toEqual(truths.placeholder_runbooks_by_owner)
    expect(tally(todo.map(severityOf))).toEqual(truths.placeholder_runbooks_by_severity)
  })

  it('observes whose folder keeps a rule, and where that differs from its owner', () => {
    expect(tally(observed.map(({ party }) => `team-${party?.replace('team:', '') ?? ''}`))).toEqual(
      truths.alerts_by_team_folder,
    )
    const differing = observed.flatMap(({ activity, party }) => {
      const owner = declared.get(activity)?.party
      return owner === undefined || owner === party
        ? []
        : [`${owner.replace('team:', '')} in team-${party?.replace('team:', '') ?? ''}`]
    })
    expect(tally(differing)).toEqual(truths.owner_differs_from_folder)
  })

  it('makes the gaps that follow from it', () => {
    const assignments = [...declared.values(), ...observed]
    const records = recordedIn({ source: 'own', activities, assignments }, [])
    const gaps = activities.flatMap((activity) =>
      gapsOf(activity, {
        assignments: assignments.filter((each) => each.activity === activity.id),
        party: () => undefined,
        members: () => [],
        now,
        records,
      }),
    )
    const differing = Object.values(truths.owner_differs_from_folder).reduce((sum, each) => sum + each, 0)
    expect(tally(gaps.map(({ kind }) => kind))).toEqual({
      'no-responsible': truths.missing_owner + truths.undetermined_owner,
      'unowned-page': truths.paging_alerts_by_owner['(missing)'],
      'no-runbook': truths.runbook_placeholder['TODO'],
      'declared-observed': differing,
    })
  })
})
