import type { GapKind } from './gaps'
import type { Activity, Assignment, Party } from './ownership'

/**
 * What a source records at all. A source without a single review date does not have "all reviews overdue": it does not
 * record reviews, and nothing is judged by them.
 */
export interface Recorded {
  readonly accountable: boolean
  readonly responsible: boolean
  /** Either of the two. */
  readonly owners: boolean
  /** Who was seen to own, besides who was declared. */
  readonly observed: boolean
  /** Whether people are still here. */
  readonly leavers: boolean
  /** Whether events page somebody. */
  readonly paging: boolean
  /** When reviews took place. */
  readonly reviews: boolean
  readonly runbooks: boolean
  /** Whether runbooks are under version control. */
  readonly versions: boolean
}

/** What must be recorded before a kind of gap can be judged. */
const needs: Readonly<Record<GapKind, readonly (keyof Recorded)[]>> = {
  'no-accountable': ['accountable'],
  'many-accountable': ['accountable'],
  'accountable-left': ['accountable', 'leavers'],
  'no-responsible': ['responsible'],
  'responsible-inactive': ['responsible', 'leavers'],
  'unowned-page': ['paging', 'owners'],
  'review-overdue': ['reviews'],
  'no-runbook': ['runbooks'],
  'runbook-unversioned': ['versions'],
  'declared-observed': ['owners', 'observed'],
}

/** False where the sources lack what the judgement takes: then it is "not recorded", neither a gap nor its absence. */
export const isJudged = (kind: GapKind, records: Recorded): boolean => needs[kind].every((need) => records[need])

/** What one source tells of ownership. */
export interface Told {
  readonly source: string
  readonly activities: readonly Activity[]
  readonly assignments: readonly Assignment[]
}

/** What a source records, told from what it said. Whether people left may be known from any source of people. */
export function recordedIn({ activities, assignments }: Told, parties: readonly Party[]): Recorded {
  const declares = (role: Assignment['role']) =>
    assignments.some((each) => each.role === role && each.claim === 'declared')
  const documents = activities.flatMap(({ runbook, playbook }) => [runbook ?? [], playbook ?? []].flat())
  const [accountable, responsible] = [declares('A'), declares('R')]
  return {
    accountable,
    responsible,
    owners: accountable || responsible,
    observed: assignments.some((each) => each.claim === 'observed'),
    leavers: parties.some((party) => party.type === 'person' && party.active !== undefined),
    paging: activities.some((each) => each.pages !== undefined),
    reviews: activities.some((each) => each.review?.last !== undefined),
    runbooks: documents.length > 0,
    versions: documents.some((each) => each.versioned !== undefined),
  }
}

const nothing: Recorded = {
  accountable: false,
  responsible: false,
  owners: false,
  observed: false,
  leavers: false,
  paging: false,
  reviews: false,
  runbooks: false,
  versions: false,
}

/** What several sources record together. */
export const recordedTogether = (all: readonly Recorded[]): Recorded =>
  all.reduce(
    (left, right) => ({
      accountable: left.accountable || right.accountable,
      responsible: left.responsible || right.responsible,
      owners: left.owners || right.owners,
      observed: left.observed || right.observed,
      leavers: left.leavers || right.leavers,
      paging: left.paging || right.paging,
      reviews: left.reviews || right.reviews,
      runbooks: left.runbooks || right.runbooks,
      versions: left.versions || right.versions,
    }),
    nothing,
  )
