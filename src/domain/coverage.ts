import { type Excused, type Gap, isOwned, judge } from './gaps'
import type { Activity, Assignment, Party, Workload } from './ownership'
import { type Recorded, recordedIn, recordedTogether, type Told } from './recorded'
import type { Id, Instant } from './units'

/** One activity with all that is known of its ownership. */
export interface Standing {
  readonly activity: Activity
  /** Absent when no source has the workload it names. */
  readonly workload?: Workload
  readonly assignments: readonly Assignment[]
  readonly records: Recorded
  readonly gaps: readonly Gap[]
  /** Gaps that somebody has excused for the time being: they are not among `gaps`, and make nothing owned. */
  readonly excused: readonly Excused[]
  /** Absent when its sources record no owners: then nobody can say. */
  readonly owned?: boolean
}

/** Everything that is known of ownership, indexed. */
export interface Ownership {
  readonly standings: readonly Standing[]
  readonly byId: ReadonlyMap<Id, Standing>
  readonly party: (id: Id) => Party | undefined
  readonly members: (team: Id) => readonly Party[]
  readonly workload: (id: Id) => Workload | undefined
  /** What all sources record together. */
  readonly records: Recorded
  /** The same, source by source, in the order of belief: who claims what. */
  readonly told: readonly Told[]
}

/** What ownership is judged from: the merged records of all sources, and each source's own beside them. */
export interface OwnershipRecords {
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
  readonly parties: readonly Party[]
  readonly workloads: readonly Workload[]
  /** The same, source by source: each activity is judged only by what its own sources record. */
  readonly told: readonly Told[]
}

/** For each activity, what the sources that speak of it record. Activities of the same sources share one object. */
function recordsByActivity(told: readonly Told[], parties: readonly Party[]): (activity: Id) => Recorded {
  const bySource = told.map((each) => recordedIn(each, parties))
  const speaks = new Map<Id, number>()
  told.forEach((each, index) => {
    const flag = 2 ** index
    const ids = new Set([...each.activities.map(({ id }) => id), ...each.assignments.map(({ activity }) => activity)])
    for (const id of ids) speaks.set(id, (speaks.get(id) ?? 0) + flag)
  })
  const together = new Map<number, Recorded>()
  return (activity) => {
    const flags = speaks.get(activity) ?? 0
    const known = together.get(flags)
    if (known) return known
    const made = recordedTogether(bySource.filter((_, index) => Math.floor(flags / 2 ** index) % 2 === 1))
    together.set(flags, made)
    return made
  }
}

function membersByTeam(parties: readonly Party[]): ReadonlyMap<Id, readonly Party[]> {
  const found = new Map<Id, Party[]>()
  for (const party of parties) {
    if (party.type !== 'person') continue
    for (const team of party.teams) {
      const list = found.get(team)
      if (list) list.push(party)
      else found.set(team, [party])
    }
  }
  return found
}

/** Judges every activity at `now`. Linear in the records. */
export function ownershipOf(given: OwnershipRecords, now: Instant): Ownership {
  const parties = new Map(given.parties.map((each) => [each.id, each]))
  const workloads = new Map(given.workloads.map((each) => [each.id, each]))
  const teams = membersByTeam(given.parties)
  const claims = new Map<Id, Assignment[]>()
  for (const each of given.assignments) {
    const list = claims.get(each.activity)
    if (list) list.push(each)
    else claims.set(each.activity, [each])
  }
  const party = (id: Id) => parties.get(id)
  const members = (team: Id) => teams.get(team) ?? []
  const recordsOf = recordsByActivity(given.told, given.parties)

  const standings = given.activities.map((activity): Standing => {
    const assignments = claims.get(activity.id) ?? []
    const workload = workloads.get(activity.workload)
    const records = recordsOf(activity.id)
    const { gaps, excused } = judge(activity, { assignments, party, members, now, records })
    return {
      activity,
      assignments,
      records,
      gaps,
      excused,
      ...(workload && { workload }),
      ...(records.owners && { owned: isOwned([...gaps, ...excused]) }),
    }
  })
  return {
    standings,
    byId: new Map(standings.map((each) => [each.activity.id, each])),
    party,
    members,
    workload: (id) => workloads.get(id),
    records: recordedTogether(given.told.map((each) => recordedIn(each, given.parties))),
    told: given.told,
  }
}

/** Where an activity stands between owned and not. Each that is judged is in exactly one. */
export type Place = 'owned' | 'partly' | 'nobody' | 'borne'

/**
 * Which part of the coverage an activity counts in. `nobody`: nobody answers for it or, where that is not recorded,
 * nobody performs it. `borne`: all that keeps it from being owned is excused for now. Undefined where its sources
 * record no owners.
 */
export function placeOf(standing: Standing): Place | undefined {
  if (standing.owned === undefined) return undefined
  if (standing.owned) return 'owned'
  if (isUnowned(standing)) return 'nobody'
  return isOwned(standing.gaps) ? 'borne' : 'partly'
}

/** How much is owned, in numbers of activities. `owned + partly + borne + unowned = judged`; the rest has no owners recorded. */
export interface Coverage {
  readonly total: number
  readonly judged: number
  /** Exactly one active accountable and somebody active responsible, or by design without owner. */
  readonly owned: number
  /** Of the owned: by design without owner. */
  readonly byDesign: number
  /** Somebody answers for it, but something of its ownership is broken. */
  readonly partly: number
  /** Not owned, and all that is broken is excused for now. */
  readonly borne: number
  /** Nobody answers for it or, where that is not recorded, nobody performs it. */
  readonly unowned: number
}

/** Nobody answers for it or, where that is not recorded, nobody performs it. */
export const isUnowned = ({ gaps, records }: Standing): boolean =>
  gaps.some(({ kind }) => kind === 'no-accountable' || (kind === 'no-responsible' && !records.accountable))

/** Of the judged: how many by one role alone, because no source of theirs records the other. */
export const halfRecorded = (standings: readonly Standing[]): number =>
  standings.filter(
    ({ owned, records: { accountable, responsible } }) => owned !== undefined && accountable !== responsible,
  ).length

/** Counts the standings. Those without recorded owners are in `total` only: nothing is held against them. */
export function coverageOf(standings: readonly Standing[]): Coverage {
  const count = { owned: 0, partly: 0, nobody: 0, borne: 0 }
  let byDesign = 0
  for (const each of standings) {
    const place = placeOf(each)
    if (place === undefined) continue
    count[place]++
    if (place === 'owned' && each.activity.noOwnerBecause !== undefined) byDesign++
  }
  const { owned, partly, nobody: unowned, borne } = count
  return { total: standings.length, judged: owned + partly + unowned + borne, owned, byDesign, unowned, partly, borne }
}

/** The same for each key that a standing has; one with several keys counts in each. Keys in order of first appearance. */
export function coverageBy(
  standings: readonly Standing[],
  keysOf: (standing: Standing) => readonly string[],
): ReadonlyMap<string, Coverage> {
  const parts = new Map<string, Standing[]>()
  for (const standing of standings)
    for (const key of new Set(keysOf(standing))) {
      const part = parts.get(key)
      if (part) part.push(standing)
      else parts.set(key, [standing])
    }
  return new Map([...parts].map(([key, part]) => [key, coverageOf(part)]))
}
