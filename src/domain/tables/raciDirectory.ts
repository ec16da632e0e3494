import type { Ownership, Standing } from '../coverage'
import type { Party } from '../ownership'
import type { Id } from '../units'
import { nearestOf, plainName } from './near'
import type { Known, RaciEntry } from './raciSheet'

/** Looks up what the names of a table stand for. */
export interface RaciDirectory {
  readonly known: Known
  /** Undefined where no party, or more than one, goes by the name. */
  readonly party: (name: string) => Id | undefined
  /** All that an entry may mean: one is an answer, several are a question. */
  readonly activities: (entry: RaciEntry) => readonly Standing[]
  /** The most alike, for a name that is not known or not clear. */
  readonly nearParties: (name: string) => readonly Party[]
  readonly nearActivities: (entry: RaciEntry) => readonly Standing[]
}

const bare = (id: Id): string => id.slice(id.indexOf(':') + 1)

/** `Payments [team:payments]`: how our own tables tell two of one name apart. */
const idIn = (name: string): string | undefined => /\[([^\]]+)\]$/.exec(name.trim())?.[1]

class Names<T> {
  private readonly found = new Map<string, Set<T>>()

  add(thing: T, names: readonly string[]): void {
    for (const name of names) {
      const key = plainName(name)
      if (key === '') continue
      const all = this.found.get(key)
      if (all) all.add(thing)
      else this.found.set(key, new Set([thing]))
    }
  }

  of(name: string): readonly T[] {
    return [...(this.found.get(plainName(name)) ?? [])]
  }
}

/** Few enough to be chosen from. */
const fewActivities = 50

/** The names under which the records of ownership go, in any case and punctuation. */
export function directoryOf({ standings, byId }: Ownership, parties: readonly Party[]): RaciDirectory {
  const people = new Map(parties.map((party) => [party.id, party]))
  const partyNames = new Names<Party>()
  for (const party of parties) partyNames.add(party, [party.id, bare(party.id), party.name, ...(party.aliases ?? [])])
  const activityNames = new Names<Standing>()
  const workloadNames = new Names<Id>()
  for (const standing of standings) {
    const { activity, workload } = standing
    activityNames.add(standing, [activity.name, activity.id])
    workloadNames.add(activity.workload, [activity.workload, workload?.name ?? '', ...(workload?.aliases ?? [])])
  }
  const party = (name: string): Id | undefined => {
    const id = idIn(name)
    if (id !== undefined && people.has(id)) return id
    if (people.has(name.trim())) return name.trim()
    const [only, another] = partyNames.of(name)
    return another === undefined ? only?.id : undefined
  }
  const workloads = (name: string): readonly Id[] => {
    const id = idIn(name)
    return id === undefined ? workloadNames.of(name) : [id, ...workloadNames.of(name)]
  }
  const within = (all: readonly Standing[], { workload }: RaciEntry): readonly Standing[] => {
    if (workload === undefined) return all
    const meant = new Set(workloads(workload))
    return all.filter(({ activity }) => meant.has(activity.workload))
  }
  const likeParties = nearestOf(parties, ({ name, aliases = [] }) => [name, ...aliases])
  const likeActivities = nearestOf(standings, ({ activity }) => [activity.name])
  return {
    known: {
      party: (name) => name.trim() !== '' && (party(name) !== undefined || partyNames.of(name).length > 0),
      activity: (name) => activityNames.of(name).length > 0,
      workload: (name) => workloads(name).length > 0,
    },
    party,
    activities: (entry) => {
      const named = byId.get(entry.id ?? '') ?? byId.get(entry.name)
      return named ? [named] : within(activityNames.of(entry.name), entry)
    },
    nearParties: (name) => {
      const same = partyNames.of(name)
      return same.length > 1 ? same : likeParties(name)
    },
    nearActivities: (entry) => {
      const same = activityNames.of(entry.name)
      if (same.length > 0) return same.slice(0, 20)
      const pool = within(standings, entry)
      const near = likeActivities(entry.name, pool.length > 0 ? new Set(pool) : undefined)
      // Of a workload with few activities all are offered: names may have nothing in common.
      return pool.length > fewActivities ? near : [...new Set([...near, ...pool])]
    },
  }
}
