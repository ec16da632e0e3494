import type { Ownership, Standing } from '../coverage'
import { declaredIn } from '../holders'
import { isTeamId } from '../ownership'
import type { Id } from '../units'
import type { BeforeAfter } from './loads'
import type { Outcome } from './rehearse'

/**
 * How many people would have to be away before an activity cannot be performed. `people` is absent where the members of
 * a team that performs it are not recorded: then only `parties` is known.
 */
export interface BusFactor {
  readonly people?: number
  /** Distinct teams and people that are declared responsible and not known to have left. */
  readonly parties: number
}

/** Who performs it: each responsible person, and each member of a responsible team, who is not known to have left. */
export function busFactor(
  { assignments }: Pick<Standing, 'assignments'>,
  { party, members }: Pick<Ownership, 'party' | 'members'>,
): BusFactor {
  const people = new Set<Id>()
  let [parties, known] = [0, true]
  const isHere = (id: Id) => {
    const found = party(id)
    return found?.type !== 'person' || found.active !== false
  }
  for (const id of declaredIn(assignments, 'R')) {
    if (!isTeamId(id)) {
      if (!isHere(id)) continue
      people.add(id)
      parties++
      continue
    }
    const all = members(id)
    const active = all.filter((member) => isHere(member.id))
    for (const member of active) people.add(member.id)
    if (all.length === 0) known = false
    if (all.length === 0 || active.length > 0) parties++
  }
  return { parties, ...(known && { people: people.size }) }
}

/** The bus factor of one activity before and after. */
export interface BusChange {
  readonly id: Id
  readonly before: BusFactor
  readonly after: BusFactor
}

/** How many activities how many people can perform. */
export interface Resilience {
  /** Nobody, one person, or several can perform it; for the rest it is not recorded. */
  readonly nobody: BeforeAfter
  readonly one: BeforeAfter
  readonly several: BeforeAfter
  readonly unknown: BeforeAfter
  /** Activities that other people can perform in number than before: the fewest afterwards first. */
  readonly changed: readonly BusChange[]
  /** Workloads by the activity that fewest can perform, where that number changes. */
  readonly workloads: readonly { readonly id: Id; readonly before?: number; readonly after?: number }[]
}

type Class = 'nobody' | 'one' | 'several' | 'unknown'
const classOf = ({ people }: BusFactor): Class =>
  people === undefined ? 'unknown' : people === 0 ? 'nobody' : people === 1 ? 'one' : 'several'

/** The smaller of two, where one may not be known: then nobody can say. */
const least = (left: number | undefined | null, right: number | undefined): number | undefined =>
  left === null ? right : left === undefined || right === undefined ? undefined : Math.min(left, right)

/** Bus factors before and after, of activities whose performers are recorded at all. */
export function resilienceOf({ before, after }: Pick<Outcome, 'before' | 'after'>): Resilience {
  const counts = { nobody: [0, 0], one: [0, 0], several: [0, 0], unknown: [0, 0] } satisfies Record<
    Class,
    [number, number]
  >
  const changed: BusChange[] = []
  const lowest = new Map<Id, { before: number | undefined | null; after: number | undefined | null }>()
  after.standings.forEach((standing) => {
    const { id, workload } = standing.activity
    const was = before.byId.get(id) ?? standing
    if (!standing.records.responsible) return
    const left = busFactor(was, before)
    // What the plan does not concern is the same object.
    const right = was === standing ? left : busFactor(standing, after)
    counts[classOf(left)][0]++
    counts[classOf(right)][1]++
    const low = lowest.get(workload) ?? { before: null, after: null }
    lowest.set(workload, { before: least(low.before, left.people), after: least(low.after, right.people) })
    if (left.people !== right.people || left.parties !== right.parties) changed.push({ id, before: left, after: right })
  })
  const pair = ([was, is]: readonly number[]): BeforeAfter => ({ before: was ?? 0, after: is ?? 0 })
  const rank = ({ people, parties }: BusFactor) => people ?? parties + 0.5
  return {
    nobody: pair(counts.nobody),
    one: pair(counts.one),
    several: pair(counts.several),
    unknown: pair(counts.unknown),
    changed: changed.toSorted((left, right) => rank(left.after) - rank(right.after)),
    workloads: [...lowest].flatMap(([id, low]) =>
      low.before === low.after
        ? []
        : [
            {
              id,
              ...(typeof low.before === 'number' && { before: low.before }),
              ...(typeof low.after === 'number' && { after: low.after }),
            },
          ],
    ),
  }
}
