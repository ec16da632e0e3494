import type { Ownership, Standing } from '../coverage'
import { type GapKind, gapKinds } from '../gaps'
import { standsWith } from '../holders'
import { isJudged, type Recorded } from '../recorded'
import type { Id } from '../units'
import { type ActivityQuery, activityRules } from './ownership'
import { textMatcher, words } from './text'

/** What a list of activities can be narrowed to by its ownership: one kind of gap, or `unowned`: not owned end to end. */
export const findings = ['unowned', ...gapKinds] as const
export type Finding = GapKind | 'unowned'

/** All parts must hold; an absent or empty part does not limit. */
export interface StandingQuery extends Pick<ActivityQuery, 'workloads' | 'kinds' | 'risks' | 'automation'> {
  /** Every word in what is said of the activity, its workload or its holders. */
  readonly text?: string
  /** Teams that hold a declared role, themselves or through a person. */
  readonly teams?: readonly Id[]
  readonly finding?: Finding
  /** Any gap at all. */
  readonly gapsOnly?: boolean
}

/** Whether it is found of the activity. `unowned` holds only where owners are recorded: see `judges`. */
export const hasFinding = (standing: Standing, finding: Finding): boolean =>
  finding === 'unowned' ? standing.owned === false : standing.gaps.some(({ kind }) => kind === finding)

/** Whether the sources of the activity let a finding be judged at all. */
export const judges = (records: Recorded, finding: Finding): boolean =>
  finding === 'unowned' ? records.owners : isJudged(finding, records)

/** The columns in which the declared holders of an activity stand. */
export const columnsOf = ({ activity, assignments, workload }: Standing, party: Ownership['party']): readonly Id[] =>
  assignments.flatMap((each) =>
    each.claim === 'declared' && each.party !== undefined && each.activity === activity.id
      ? [standsWith(each.party, workload?.team, party)]
      : [],
  )

/** A predicate for the query. Built once, applied to many. */
export function standingMatcher(query: StandingQuery, { party }: Pick<Ownership, 'party'>) {
  const { text, teams, finding, gapsOnly, ...rest } = query
  const own = activityRules.matcher(rest)
  const found = textMatcher(text)
  const wanted = teams === undefined || teams.length === 0 ? undefined : new Set(teams)
  const wordsOf = ({ activity, workload, assignments }: Standing) =>
    words(
      activity.id,
      activity.name,
      activity.description,
      activity.events,
      activity.tags,
      workload?.name ?? activity.workload,
      workload?.aliases,
      assignments.flatMap((each) => (each.party === undefined ? [] : [party(each.party)?.name ?? each.party])),
    )
  return (standing: Standing): boolean =>
    own(standing.activity) &&
    (finding === undefined || hasFinding(standing, finding)) &&
    (gapsOnly !== true || standing.gaps.length > 0) &&
    (wanted === undefined || columnsOf(standing, party).some((team) => wanted.has(team))) &&
    (text === undefined || text.trim() === '' || found(wordsOf(standing)))
}
