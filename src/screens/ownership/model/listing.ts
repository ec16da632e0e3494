import { type Coverage, coverageOf, type Ownership, type Standing } from '../../../domain/coverage'
import { type GapKind, gapKinds } from '../../../domain/gaps'
import { byShownName, byWorkload, nameOf, type WorkloadGroup } from '../../../domain/matrix'
import { activityKinds, automationLevels, risks } from '../../../domain/ownership'
import {
  columnsOf,
  type Finding,
  hasFinding,
  judges,
  standingMatcher,
  type StandingQuery,
} from '../../../domain/query/standing'
import type { Id } from '../../../domain/units'
import type { Choices, FilterKey } from './query'
import { valueText } from './words'

/** Everything the screen shows that follows from the records alone, in the order it is shown. */
export interface Book {
  readonly ownership: Ownership
  readonly groups: ReadonlyMap<Id, WorkloadGroup & { readonly coverage: Coverage }>
  /** All activities, workload by workload. */
  readonly standings: readonly Standing[]
  readonly choices: Choices
  readonly options: Readonly<Record<FilterKey, readonly { readonly value: string; readonly label: string }[]>>
}

const option = (value: string) => ({ value, label: valueText(value) })

/** Values that occur, known ones in their own order and then the rest. */
function occurring(known: readonly string[], values: readonly (string | undefined)[]) {
  const found = new Set(values.flatMap((value) => value ?? []))
  return [...known.filter((value) => found.has(value)), ...[...found].filter((value) => !known.includes(value))].map(
    option,
  )
}

export function bookOf(ownership: Ownership): Book {
  const groups = byWorkload(ownership.standings)
  const standings = groups.flatMap((group) => group.standings)
  const activities = standings.map(({ activity }) => activity)
  const teams = new Set(standings.flatMap((standing) => columnsOf(standing, ownership.party)))
  const options: Book['options'] = {
    workload: groups.map(({ id, name }) => ({ value: id, label: name })),
    team: [...teams]
      .map((id) => ({ value: id, label: nameOf(id, ownership) }))
      .toSorted((left, right) => byShownName(left.label, right.label)),
    kind: occurring(
      activityKinds,
      activities.map(({ kind }) => kind),
    ),
    risk: occurring(
      risks,
      activities.map(({ risk }) => risk),
    ),
    automation: occurring(
      automationLevels,
      activities.map(({ automation }) => automation?.level),
    ),
  }
  const means = (key: FilterKey, known: (value: string) => boolean) => {
    const offered = new Set(options[key].map(({ value }) => value))
    return { has: (value: string) => offered.has(value) || known(value) }
  }
  const among = (known: readonly string[]) => (value: string) => known.includes(value)
  return {
    ownership,
    groups: new Map(groups.map((group) => [group.id, { ...group, coverage: coverageOf(group.standings) }])),
    standings,
    options,
    choices: {
      workload: means('workload', (id) => ownership.workload(id) !== undefined),
      team: means('team', (id) => ownership.party(id) !== undefined),
      kind: means('kind', among(activityKinds)),
      risk: means('risk', among(risks)),
      automation: means('automation', among(automationLevels)),
    },
  }
}

/** What a query leaves. */
export interface Listing {
  /** What all filters but the finding leave: what the figures count. */
  readonly base: readonly Standing[]
  /** What is listed. */
  readonly listed: readonly Standing[]
  readonly coverage: Coverage
  /** How many the list would hold for a finding; undefined where no source records what it takes to judge. */
  readonly count: (finding: Finding) => number | undefined
  /** How many have any gap of these kinds. */
  readonly countAny: (kinds: readonly GapKind[]) => number
}

/** One function decides for the figures and for the list, so that each count is the length of the list it opens. */
export function listingOf({ standings, ownership }: Book, { finding, ...rest }: StandingQuery): Listing {
  const base = standings.filter(standingMatcher(rest, ownership))
  const having = (wanted: Finding) => base.filter((standing) => hasFinding(standing, wanted))
  return {
    base,
    listed: finding === undefined ? base : having(finding),
    coverage: coverageOf(base),
    count: (wanted) => (standings.some(({ records }) => judges(records, wanted)) ? having(wanted).length : undefined),
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
