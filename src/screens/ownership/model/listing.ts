import { type Coverage, coverageOf, type Ownership, type Standing } from '../../../domain/coverage'
import { type GapKind, gapKinds } from '../../../domain/gaps'
import { byWorkload, recordedRoles, type WorkloadGroup } from '../../../domain/matrix'
import { activityKinds, automationLevels, risks, type Role, roles } from '../../../domain/ownership'
import { inOrderOf, type Order } from '../../../domain/order'
import {
  type Finding,
  hasFinding,
  judges,
  nobody,
  standingMatcher,
  type StandingQuery,
} from '../../../domain/query/standing'
import type { Id } from '../../../domain/units'
import { type Option, optionsIn } from './options'
import type { Choices, FilterKey } from './query'

/** Everything the screen shows that follows from the records alone, in the order it is shown. */
export interface Book {
  readonly ownership: Ownership
  readonly groups: ReadonlyMap<Id, WorkloadGroup & { readonly coverage: Coverage }>
  /** All activities, workload by workload. */
  readonly standings: readonly Standing[]
  /** Roles that any source records. */
  readonly recorded: ReadonlySet<Role>
  readonly choices: Choices
  /** What occurs in each filter, worked out when it is first asked for. */
  readonly options: (key: FilterKey) => readonly Option[]
}

export function bookOf(ownership: Ownership): Book {
  const groups = byWorkload(ownership.standings)
  const standings = groups.flatMap((group) => group.standings)
  const options = optionsIn(groups, standings, ownership)
  const means = (key: FilterKey, known: (value: string) => boolean) => ({
    has: (value: string) => known(value) || options(key).some((option) => option.value === value),
  })
  const among = (known: readonly string[]) => (value: string) => known.includes(value)
  const party = (id: string) => id === nobody || ownership.party(id) !== undefined
  return {
    ownership,
    groups: new Map(groups.map((group) => [group.id, { ...group, coverage: coverageOf(group.standings) }])),
    standings,
    recorded: recordedRoles(standings),
    options,
    choices: {
      workload: means('workload', (id) => ownership.workload(id) !== undefined),
      team: means('team', party),
      person: means('person', party),
      role: means('role', among(roles)),
      kind: means('kind', among(activityKinds)),
      risk: means('risk', among(risks)),
      automation: means('automation', among(automationLevels)),
      tag: means('tag', () => false),
      tier: means('tier', among([nobody])),
    },
  }
}

/** What a query leaves. */
export interface Listing {
  /** What all filters but the finding leave: what the figures count. */
  readonly base: readonly Standing[]
  /** What is listed, in the order wanted. */
  readonly listed: readonly Standing[]
  readonly order: Order
  readonly coverage: Coverage
  /** How many the list would hold for a finding; undefined where no source records what it takes to judge. */
  readonly count: (finding: Finding) => number | undefined
  /** How many have any gap of these kinds. */
  readonly countAny: (kinds: readonly GapKind[]) => number
}

/** One function decides for the figures and for the list, so that each count is the length of the list it opens. */
export function listingOf(
  { standings, ownership }: Book,
  { finding, ...rest }: StandingQuery,
  order: Order = 'tier',
): Listing {
  const base = standings.filter(standingMatcher(rest, ownership))
  const having = (wanted: Finding) => base.filter((standing) => hasFinding(standing, wanted))
  const counts = new Map<Finding, number | undefined>()
  const counted = (wanted: Finding) =>
    standings.some(({ records }) => judges(records, wanted)) ? having(wanted).length : undefined
  return {
    base,
    listed: inOrderOf(finding === undefined ? base : having(finding), order),
    order,
    coverage: coverageOf(base),
    count: (wanted) => {
      if (!counts.has(wanted)) counts.set(wanted, counted(wanted))
      return counts.get(wanted)
    },
    countAny: (kinds) => base.filter(({ gaps }) => gaps.some(({ kind }) => kinds.includes(kind))).length,
  }
}

/** The findings that have a figure of their own, and the rest. */
export const figured = [
  'no-accountable',
  'many-accountable',
  'accountable-left',
  'review-overdue',
  'declared-observed',
] as const satisfies readonly GapKind[]
export const otherGaps: readonly GapKind[] = gapKinds.filter((kind) => !figured.some((each) => each === kind))
