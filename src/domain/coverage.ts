import { type Gap, gapsOf, isOwned } from './gaps'
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
    const gaps = gapsOf(activity, { assignments, party, members, now, records })
    return {
      activity,
      assignments,
      records,
      gaps,
      ...(workload && { workload }),
      ...(records.owners && { owned: isOwned(gaps) }),
    }
  })
  return {
    standings,
    byId: new Map(standings.map((each) => [each.activity.id, each])),
    party,
    members,
    workload: (id) => workloads.get(id),
    records: recordedTogether(given.told.map((each) => recordedIn(each, given.parties))),
  }
}

/** How much is owned, in numbers of activities. `owned + partly + unowned = judged`; the rest has no owners recorded. */
export interface Coverage {
  readonly total: number
  readonly judged: number
  /** Exactly one active accountable and somebody active responsible, or by design without owner. */
  readonly owned: number
  /** Of the owned: by design without owner. */
  readonly byDesign: number
  /** Somebody answers for it, but something of its ownership is broken. */
  readonly partly: number
  /** Nobody answers for it or, where that is not recorded, nobody performs it. */
  readonly unowned: number
}

/** Nobody answers for it or, where that is not recorded, nobody performs it. */
export const isUnowned = ({ gaps, records }: Standing): boolean =>
  gaps.some(({ kind }) => kind === 'no-accountable' || (kind === 'no-responsible' && !records.accountable))

/** Counts the standings. Those without recorded owners are in `total` only: nothing is held against them. */
export function coverageOf(standings: readonly Standing[]): Coverage {
  let [judged, owned, byDesign, unowned] = [0, 0, 0, 0]
  for (const each of standings) {
    if (each.owned === undefined) continue
    judged++
    if (each.owned) owned++
    if (each.owned && each.activity.noOwnerBecause !== undefined) byDesign++
    if (isUnowned(each)) unowned++
  }
  return { total: standings.length, judged, owned, byDesign, unowned, partly: judged - owned - unowned }
}
