import { byText, inOrder } from '../query/rules'
import { quantile } from '../statistics/quantile'
import { day24, type Id, type Instant } from '../units'
import type { Candidate } from './candidate'
import { type Worded, worded } from './words'

/** Incidents that seem to have one cause, with all that speaks for it. Nothing is concluded from it by itself. */
export interface Group {
  /** The same for the same workload and wording, however many incidents there are. */
  readonly key: string
  /** The title that most of them have. */
  readonly title: string
  readonly workload: Id
  /** The oldest first. */
  readonly incidents: readonly Candidate[]
  /** Words that stand in every title, and those of them that hardly any other workload's titles hold. */
  readonly words: readonly string[]
  readonly rare: readonly string[]
  /** What all of them have, where they do. */
  readonly activity?: Id
  readonly labels: readonly string[]
  readonly first: Instant
  readonly last: Instant
  /** Median time between one and the next, in milliseconds. */
  readonly medianGap: number
  /** Median time to resolve of the `measured` that have one, in milliseconds. */
  readonly medianLength?: number
  readonly measured: number
}

/** What was found, and how many could not be compared. */
export interface Grouping {
  /** No incident is in two of them. The largest first. */
  readonly groups: readonly Group[]
  readonly compared: number
  /** Left out: without a workload; without a word in the title. */
  readonly placeless: number
  readonly wordless: number
}

/** Fewer are chance, not a habit. */
export const fewestAlike = 3
/** Jaccard's index from which on titles say the same. Stricter than for a hint beside one incident. */
const sameText = 0.6
/** With the same activity matched, titles may differ more. */
const sameActivityText = 0.45
const fewestRare = 2
/** A word with more wordings than this on one workload does not lead from one to the other: the work stays bounded. */
const mostLeads = 48

interface Wording {
  readonly text: string
  readonly words: ReadonlySet<string>
  readonly rare: readonly string[]
  readonly members: readonly Candidate[]
  readonly activity: Id | undefined
}

const common = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined)

/** Incidents of one workload with the very same words. */
function wordingsOf(all: readonly Worded[]): readonly Wording[] {
  return [...Map.groupBy(all, ({ words }) => words.join(' '))]
    .map(([text, alike]) => ({
      text,
      words: new Set(alike[0]?.words),
      rare: alike[0]?.rare ?? [],
      members: alike.map(({ candidate }) => candidate),
      activity: common(alike.map(({ candidate }) => candidate.activity)),
    }))
    .toSorted(
      inOrder<Wording>(
        (left, right) => right.members.length - left.members.length,
        (left, right) => byText(left.text, right.text),
      ),
    )
}

/** How near a wording is to the core of a group; 0 where it is not near enough to say the same. */
function nearness(core: Wording, other: Wording): number {
  const shared = core.words.intersection(other.words).size
  const share = shared / (core.words.size + other.words.size - shared)
  const activity = core.activity !== undefined && core.activity === other.activity
  return share >= (activity ? sameActivityText : sameText) ? share : 0
}

interface Star {
  readonly core: Wording
  readonly wordings: Wording[]
}

/**
 * Each wording goes to the nearest core, the commonest wordings being the cores: all are near the core, so that no chain
 * of small differences leads from one thing to another.
 */
function starsOf(wordings: readonly Wording[]): readonly Star[] {
  const stars: Star[] = []
  const leads = new Map<string, Star[]>()
  for (const wording of wordings) {
    if (wording.rare.length < fewestRare) continue
    const shared = new Map<Star, number>()
    for (const word of wording.rare)
      for (const star of leads.get(word) ?? []) shared.set(star, (shared.get(star) ?? 0) + 1)
    let best: Star | undefined
    let nearest = 0
    for (const [star, rare] of shared) {
      const near = rare < fewestRare ? 0 : nearness(star.core, wording)
      if (near > nearest || (near > 0 && near === nearest && best && star.core.text < best.core.text)) {
        best = star
        nearest = near
      }
    }
    if (best) {
      best.wordings.push(wording)
      continue
    }
    const star = { core: wording, wordings: [wording] }
    stars.push(star)
    for (const word of wording.rare) {
      const known = leads.get(word)
      if (!known) leads.set(word, [star])
      else if (known.length < mostLeads) known.push(star)
    }
  }
  return stars
}

const oldest = inOrder<Candidate>(
  (left, right) => left.opened - right.opened,
  (left, right) => byText(left.id, right.id),
)

/** The commonest title; of several, the newest one's. */
function titleOf(incidents: readonly Candidate[]): string {
  const counts = new Map<string, number>()
  let title = ''
  for (const { title: each } of incidents) {
    counts.set(each, (counts.get(each) ?? 0) + 1)
    if ((counts.get(each) ?? 0) >= (counts.get(title) ?? 0)) title = each
  }
  return title
}

function groupOf(workload: Id, { core, wordings }: Star): Group | undefined {
  const incidents = wordings.flatMap(({ members }) => members).toSorted(oldest)
  const gaps = incidents.slice(1).map(({ opened }, index) => opened - (incidents[index]?.opened ?? opened))
  const [first, last] = [incidents[0]?.opened, incidents.at(-1)?.opened]
  // What happens within a day happens once.
  if (incidents.length < fewestAlike || first === undefined || last === undefined) return undefined
  if (gaps.filter((gap) => gap >= day24).length < fewestAlike - 1) return undefined
  const words = wordings.reduce((shared, wording) => shared.intersection(wording.words), core.words)
  const activity = common(incidents.map((incident) => incident.activity))
  const lengths = incidents.flatMap(({ length }) => (length === undefined ? [] : [length]))
  const medianLength = quantile(lengths, 0.5)
  return {
    key: `${workload}: ${core.text}`,
    title: titleOf(incidents),
    workload,
    incidents,
    words: [...words].toSorted(),
    rare: core.rare.filter((word) => words.has(word)),
    labels: [...new Set(incidents[0]?.labels)].filter((label) =>
      incidents.every(({ labels }) => labels.includes(label)),
    ),
    first,
    last,
    medianGap: quantile(gaps, 0.5) ?? 0,
    measured: lengths.length,
    ...(activity !== undefined && { activity }),
    ...(medianLength !== undefined && { medianLength }),
  }
}

/**
 * Groups of incidents that seem to have one cause: on the same workload, with near titles whose shared words are rare
 * elsewhere, on three days at least. Precision before recall: what is only a sort of alarm is not proposed. The order of
 * the input does not matter. Compared are wordings of one workload that share a rare word: about linear.
 */
export function findGroups(candidates: readonly Candidate[]): Grouping {
  const comparable = worded(candidates.toSorted(oldest))
  const placeless = candidates.filter(({ workloads }) => workloads.length === 0).length
  const groups = [...Map.groupBy(comparable, ({ place }) => place)].flatMap(([place, all]) =>
    starsOf(wordingsOf(all)).flatMap((star) => groupOf(place, star) ?? []),
  )
  return {
    groups: groups.toSorted(
      inOrder<Group>(
        (left, right) => right.incidents.length - left.incidents.length,
        (left, right) => right.last - left.last,
        (left, right) => byText(left.key, right.key),
      ),
    ),
    compared: comparable.length,
    placeless,
    wordless: candidates.length - placeless - comparable.length,
  }
}
