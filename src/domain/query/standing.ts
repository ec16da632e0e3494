import { type Ownership, placeOf, type Standing } from '../coverage'
import { type GapKind, gapKinds } from '../gaps'
import { declaredIn, standsWith } from '../holders'
import { type Assignment, isTeamId, type Role } from '../ownership'
import { isJudged, type Recorded } from '../recorded'
import type { Id } from '../units'
import { type ActivityQuery, activityRules } from './ownership'
import { anyOf, overlaps } from './rules'
import { textMatcher, words } from './text'

/**
 * What a list of activities can be narrowed to by its ownership, besides kinds of gap. `unowned`: not owned end to end,
 * which is `partly`, `nobody` and `borne` together; `nobody` is `blank-owner` and `placeholder-owner` together. `sole`:
 * one person alone performs it. `excused`: has a gap that is excused for now. `unjudged`: its sources record no owners.
 */
export const states = [
  'unowned',
  'owned',
  'partly',
  'nobody',
  'blank-owner',
  'placeholder-owner',
  'borne',
  'by-design',
  'unjudged',
  'excused',
  'sole',
  'placeholder-runbook',
] as const
type State = (typeof states)[number]
/** Everything that can be found of an activity. */
export const findings = [...states, ...gapKinds] as const
export type Finding = GapKind | State

/** Stands among teams and people for: nobody at all. */
export const nobody = 'none'

/** All parts must hold; an absent or empty part does not limit. */
export interface StandingQuery extends Pick<ActivityQuery, 'workloads' | 'kinds' | 'risks' | 'automation'> {
  /** Every word in what is said of the activity, its workload or its holders. */
  readonly text?: string
  /** Teams that hold a declared role, themselves or through a person. `nobody`: no declared holder at all. */
  readonly teams?: readonly Id[]
  /** Parties that hold a declared role themselves. */
  readonly persons?: readonly Id[]
  /** Roles that are held by declaration: by one of `teams` and `persons` where these are asked for, else by anybody. */
  readonly roles?: readonly Role[]
  /** Of the activity or of its workload. */
  readonly tags?: readonly string[]
  /** Of the workload, in digits. `nobody`: not recorded. */
  readonly tiers?: readonly string[]
  readonly finding?: Finding
  /** Any gap at all. */
  readonly gapsOnly?: boolean
}

/** Whether one person alone performs it: nobody else could. A team is never alone. */
export function isSole({ assignments }: Pick<Standing, 'assignments'>): boolean {
  const [first, ...others] = declaredIn(assignments, 'R')
  return first !== undefined && others.length === 0 && !isTeamId(first)
}

/** Whether only a placeholder stands where who answers should. */
const hasPlaceholder = ({ assignments, records }: Standing): boolean =>
  assignments.some(({ role, placeholder }) => placeholder !== undefined && role === (records.accountable ? 'A' : 'R'))

const tests: Readonly<Record<State, (standing: Standing) => boolean>> = {
  unowned: ({ owned }) => owned === false,
  owned: ({ owned }) => owned === true,
  partly: (standing) => placeOf(standing) === 'partly',
  nobody: (standing) => placeOf(standing) === 'nobody',
  'blank-owner': (standing) => placeOf(standing) === 'nobody' && !hasPlaceholder(standing),
  'placeholder-owner': (standing) => placeOf(standing) === 'nobody' && hasPlaceholder(standing),
  borne: (standing) => placeOf(standing) === 'borne',
  'by-design': ({ owned, activity }) => owned === true && activity.noOwnerBecause !== undefined,
  unjudged: ({ owned }) => owned === undefined,
  excused: ({ excused }) => excused.length > 0,
  sole: isSole,
  'placeholder-runbook': ({ gaps, activity: { runbook, playbook } }) =>
    gaps.some(({ kind }) => kind === 'no-runbook') &&
    (runbook?.placeholder !== undefined || playbook?.placeholder !== undefined),
}

const isState = (finding: Finding): finding is State => finding in tests

/** Whether it is found of the activity. All but `unjudged` and `excused` hold only where owners are recorded: see `judges`. */
export const hasFinding = (standing: Standing, finding: Finding): boolean =>
  isState(finding) ? tests[finding](standing) : standing.gaps.some(({ kind }) => kind === finding)

/** Whether the sources of the activity let a finding be judged at all. */
export function judges(records: Recorded, finding: Finding): boolean {
  if (finding === 'sole') return records.responsible
  if (finding === 'placeholder-runbook') return records.runbooks
  if (finding === 'excused' || finding === 'unjudged') return true
  return isState(finding) ? records.owners : isJudged(finding, records)
}

const declared = ({ assignments }: Standing): readonly (Assignment & { readonly party: Id })[] =>
  assignments.flatMap((each) =>
    each.claim === 'declared' && each.party !== undefined ? [{ ...each, party: each.party }] : [],
  )

/** The columns in which the declared holders of an activity stand: of the roles asked for, or of any. */
export function columnsOf(standing: Standing, party: Ownership['party'], roles?: readonly Role[]): readonly Id[] {
  const wanted = anyOf(roles)
  const columns = new Set<Id>()
  for (const { role, claim, party: holder } of standing.assignments)
    if (claim === 'declared' && holder !== undefined && wanted(role))
      columns.add(standsWith(holder, standing.workload?.team, party))
  return [...columns]
}

const orNobody = (found: readonly string[]): readonly string[] => (found.length === 0 ? [nobody] : found)

/** A predicate for the query. Built once, applied to many. */
export function standingMatcher(query: StandingQuery, { party }: Pick<Ownership, 'party'>) {
  const { text, teams, persons, roles, tags, tiers, finding, gapsOnly, ...rest } = query
  const own = activityRules.matcher(rest)
  const found = textMatcher(text)
  const wanted = <T>(list: readonly T[] | undefined): list is readonly T[] => list !== undefined && list.length > 0
  const [team, person, tag, tier] = [overlaps(teams), overlaps(persons), overlaps(tags), anyOf(tiers)]
  const role = anyOf(roles)
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
  const held = (standing: Standing): boolean =>
    (!wanted(teams) || team(orNobody(columnsOf(standing, party, roles)))) &&
    (!wanted(persons) || person(declared(standing).flatMap((each) => (role(each.role) ? [each.party] : [])))) &&
    (!wanted(roles) || wanted(teams) || wanted(persons) || declared(standing).some((each) => role(each.role)))
  return (standing: Standing): boolean =>
    own(standing.activity) &&
    (finding === undefined || hasFinding(standing, finding)) &&
    (gapsOnly !== true || standing.gaps.length > 0) &&
    (!wanted(tags) || tag([...standing.activity.tags, ...(standing.workload?.tags ?? [])])) &&
    (!wanted(tiers) || tier(tierOf(standing))) &&
    held(standing) &&
    (text === undefined || text.trim() === '' || found(wordsOf(standing)))
}

/** The tier of the workload in digits; `nobody` where it is not recorded. */
export const tierOf = ({ workload }: Pick<Standing, 'workload'>): string =>
  workload?.tier === undefined ? nobody : String(workload.tier)
