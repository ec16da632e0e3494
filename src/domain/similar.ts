import type { Incident } from './incident'
import type { Fix, Problem } from './problem'
import { byText, inOrder } from './query/rules'
import { type FixOutcome, fixOutcome } from './statistics/held'
import { day24, type Id, type Instant } from './units'

/** What two incidents have in common. `share` is that of the words which stand in both titles, of all in either. */
export type Kinship =
  | { readonly kind: 'problem' | 'activity' }
  | { readonly kind: 'workload'; readonly workloads: readonly Id[] }
  | { readonly kind: 'text'; readonly share: number }

/** An incident that is like another, with the reasons. */
export interface Similar {
  readonly incident: Incident
  readonly reasons: readonly Kinship[]
  /** For the order only: it measures nothing. */
  readonly score: number
}

/** Words that say nothing of what broke. */
const empty = new Set('a an and are at by for from in is of on or some the to was were with we incident'.split(' '))

/**
 * The telling words of a title. Those with digits in them (ids, versions, hosts, limits) go: they differ from one time
 * to the next.
 */
export function tellingWords(title: string): ReadonlySet<string> {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 1 && !/\p{N}/u.test(word) && !empty.has(word)))
}

/** Least words that must be shared: one alone, such as “outage”, likens everything to everything. */
const leastShared = 2
/** From this share on, titles on the same workload tell of the same thing. */
export const nearText = 0.4

/** Jaccard's index: words in both, of the words in either. 0 where fewer than two are shared. */
export function textShare(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = left.intersection(right).size
  return shared < leastShared ? 0 : shared / left.union(right).size
}

const weights = { problem: 8, activity: 3, workload: 1, text: 4 } as const

/** What they have in common; empty where that is too little to call them alike. A workload alone is. */
function kinship(one: Incident, words: ReadonlySet<string>, other: Incident): readonly Kinship[] {
  const workloads = other.workloads.filter((id) => one.workloads.includes(id))
  const share = textShare(words, tellingWords(other.title))
  const problem = one.problem !== undefined && one.problem === other.problem
  const activity = one.activity !== undefined && one.activity === other.activity
  if (!problem && !activity && !(workloads.length > 0 && share >= nearText)) return []
  return [
    ...(problem ? [{ kind: 'problem' as const }] : []),
    ...(activity ? [{ kind: 'activity' as const }] : []),
    ...(workloads.length > 0 ? [{ kind: 'workload' as const, workloads }] : []),
    ...(share >= nearText ? [{ kind: 'text' as const, share }] : []),
  ]
}

const scoreOf = (reasons: readonly Kinship[]): number =>
  reasons.reduce((sum, reason) => sum + weights[reason.kind] * (reason.kind === 'text' ? reason.share : 1), 0)

/**
 * The incidents that are like `one`: of the same problem, of the same activity, or with a near title on the same
 * workload. The likest first, then the newest. Linear but for the sorting.
 */
export function similarTo(one: Incident, others: readonly Incident[]): readonly Similar[] {
  const words = tellingWords(one.title)
  return others
    .flatMap((incident): readonly Similar[] => {
      const reasons = incident.id === one.id ? [] : kinship(one, words, incident)
      return reasons.length === 0 ? [] : [{ incident, reasons, score: scoreOf(reasons) }]
    })
    .toSorted(
      inOrder<Similar>(
        (left, right) => right.score - left.score,
        (left, right) => right.incident.opened - left.incident.opened,
        (left, right) => byText(left.incident.id, right.incident.id),
      ),
    )
}

/** How often the problem of an incident came back, and what became of the newest fix. */
export interface Recurrence {
  /** This incident's place among those of the problem in the 12 months before it: 3 for the third. */
  readonly nth: number
  /** The same over the 60 days before it. */
  readonly recent: number
  /** Incidents of the problem after this one. */
  readonly later: number
  /** The newest fix that was declared by now, and whether it held. */
  readonly fix?: { readonly fix: Fix; readonly outcome: FixOutcome }
}

/** How far back earlier incidents are counted and looked through. */
export const lookBack = 365 * day24

/** What people still remember. */
export const recently = 60 * day24

/** Told from all incidents of the problem (`others` may hold the incident itself and those of other problems). */
export function recurrenceOf(
  incident: Incident,
  problem: Problem | undefined,
  others: readonly Incident[],
  now: Instant,
): Recurrence {
  const all = others.filter(
    ({ id, problem: of, opened }) => of === incident.problem && id !== incident.id && opened <= now,
  )
  const since = (length: number) =>
    all.filter(({ opened }) => opened <= incident.opened && opened >= incident.opened - length).length + 1
  const fix = problem?.fixes
    .filter(({ at }) => at <= now)
    .toSorted((left, right) => left.at - right.at)
    .at(-1)
  const began = [...all, incident].map(({ opened }) => opened)
  return {
    nth: since(lookBack),
    recent: since(recently),
    later: all.filter(({ opened }) => opened > incident.opened).length,
    ...(fix && { fix: { fix, outcome: fixOutcome(began, fix.at, now) } }),
  }
}

/** The fix of a problem that came first after an incident began; that of the newest before it never mended it. */
export const fixAfter = ({ opened }: Incident, problem: Problem | undefined): Fix | undefined =>
  problem?.fixes.toSorted((left, right) => left.at - right.at).find(({ at }) => at >= opened)
