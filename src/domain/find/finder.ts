import { bare } from '../alerts'
import type { Standing } from '../coverage'
import { isInactive } from '../holders'
import { nameOf } from '../matrix'
import { countsByParty, noCounts, type PartyCounts } from '../party/counts'
import type { Recorded } from '../recorded'
import type { Id } from '../units'
import { entriesOf, type FindEntry, type FindRecords } from './entries'
import { findIndex, type Search } from './findIndex'
import { type OwnerLine, ownersOf } from './owners'
import { type Reach, reachOf } from './reach'

/** What a team or person holds, short enough for a line. */
export interface DutyLine {
  readonly counts: PartyCounts
  /** Whether any source records the two roles at all. */
  readonly recorded: Pick<Recorded, 'accountable' | 'responsible'>
  /** Their teams; of a team, the one above it. */
  readonly within: readonly string[]
  readonly gap?: string
  readonly reach?: Reach
}

/** What stands beside a hit: who owns it or, of a team or person, what they own. */
export type Answer =
  | {
      readonly kind: 'owners'
      readonly context?: string
      readonly line: OwnerLine
      /** Of an alert: the activities that answer it. */
      readonly answeredBy?: readonly Id[]
    }
  | { readonly kind: 'duties'; readonly line: DutyLine }

/** Looks things up, and says who owns them. Answers are made for the hits that are shown, not for all. */
export interface Finder {
  readonly find: Search<FindEntry>
  readonly answer: (entry: FindEntry) => Answer
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function grouped(standings: readonly Standing[], keysOf: (standing: Standing) => readonly string[]) {
  const found = new Map<string, Standing[]>()
  for (const standing of standings)
    for (const key of new Set(keysOf(standing))) {
      const list = found.get(key)
      if (list) list.push(standing)
      else found.set(key, [standing])
    }
  return found
}

/** Makes everything findable. Building it takes longer than any look-up: do it once for each state of the records. */
export function finderOf(records: FindRecords): Finder {
  const { ownership, workloads } = records
  const { standings, party } = ownership
  const byWorkload = once(() => grouped(standings, ({ activity }) => [activity.workload]))
  const byEvent = once(() => grouped(standings, ({ activity }) => activity.events))
  // Where no activity names the alert letter by letter, one that writes it another way answers it.
  const bySpelling = once(() => grouped(standings, ({ activity }) => activity.events.map(bare)))
  const tagsOf = once(() => new Map(workloads.map(({ id, tags }) => [id, tags])))
  const byTag = once(() =>
    grouped(standings, ({ activity }) => [...activity.tags, ...(tagsOf().get(activity.workload) ?? [])]),
  )
  const byParty = once(() => countsByParty(ownership))

  const duties = (id: Id): DutyLine => {
    const found = party(id)
    const parent = found?.type === 'team' ? found.parent : undefined
    const teams = found?.type === 'person' ? found.teams : parent === undefined ? [] : [parent]
    const left = isInactive(id, ownership)
    const reach = found && !left ? reachOf(found, party) : undefined
    return {
      counts: byParty().get(id) ?? noCounts,
      recorded: { accountable: ownership.records.accountable, responsible: ownership.records.responsible },
      within: teams.map((team) => nameOf(team, ownership)),
      ...(left && { gap: found?.type === 'team' ? 'everybody in it has left' : 'has left' }),
      ...(reach && { reach }),
    }
  }

  const workload = (id: Id): Answer => {
    const line = ownersOf(byWorkload().get(id) ?? [], ownership)
    const team = ownership.workload(id)?.team
    const home = team === undefined ? undefined : party(team)
    const reach = line.reach ?? (home && reachOf(home, party))
    return {
      kind: 'owners',
      ...(team !== undefined && { context: `kept by ${nameOf(team, ownership)}` }),
      line: { ...line, ...(reach && { reach }) },
    }
  }

  const several = (found: readonly Standing[] | undefined, context?: string) => ({
    kind: 'owners' as const,
    line: ownersOf(found ?? [], ownership),
    ...(context !== undefined && { context }),
  })

  const answer = ({ kind, id }: FindEntry): Answer => {
    switch (kind) {
      case 'workload':
        return workload(id)
      case 'activity': {
        const standing = ownership.byId.get(id)
        return several(standing && [standing], standing?.workload?.name ?? standing?.activity.workload)
      }
      case 'team':
      case 'person':
        return { kind: 'duties', line: duties(id) }
      case 'alert': {
        const found = byEvent().get(id) ?? bySpelling().get(bare(id))
        return found
          ? { ...several(found), answeredBy: found.map(({ activity }) => activity.id) }
          : { kind: 'owners', line: { of: 0, gap: 'nobody answers it' }, answeredBy: [] }
      }
      case 'tag':
        return several(byTag().get(id))
    }
  }
  return { find: findIndex(entriesOf(records)), answer }
}
