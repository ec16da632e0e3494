import type { Exception } from './change'
import { declaredIn, isInactive, membershipAgrees } from './holders'
import type { Activity, Assignment, Document, Party, Role } from './ownership'
import { isJudged, type Recorded } from './recorded'
import { after, type Id, type Instant } from './units'

/** What can be wrong with the ownership of an activity, worst first. */
export const gapKinds = [
  'no-accountable',
  'many-accountable',
  'accountable-left',
  'no-responsible',
  'responsible-inactive',
  'unowned-page',
  'review-overdue',
  'no-runbook',
  'runbook-unversioned',
  'declared-observed',
] as const
export type GapKind = (typeof gapKinds)[number]

/** The gaps that break ownership itself; an activity that is by design without owner cannot have them. */
const breaking: ReadonlySet<GapKind> = new Set([
  'no-accountable',
  'many-accountable',
  'accountable-left',
  'no-responsible',
  'responsible-inactive',
  'unowned-page',
])

/** One way in which the ownership of an activity is broken or in doubt, with the reason in words people can act on. */
export interface Gap {
  readonly activity: Id
  readonly kind: GapKind
  readonly reason: string
}

/** A gap that is borne with for some time, because somebody said why. Until then it is no gap. */
export interface Excused extends Gap {
  readonly until: Instant
  /** Why it may stay. `reason` says what is broken. */
  readonly because: string
}

/** What the gap rules need to know besides the activity. */
export interface GapContext {
  /** Those of the activity. */
  readonly assignments: readonly Assignment[]
  readonly party: (id: Id) => Party | undefined
  readonly members: (team: Id) => readonly Party[]
  readonly now: Instant
  /** What the sources of the activity record at all. What they do not is "not recorded", which is no gap. */
  readonly records: Recorded
}

/** When the next review is due; undefined where no interval or no review is recorded. */
export function reviewDue(activity: Activity): Instant | undefined {
  const policy = activity.review
  if (policy?.every === undefined || policy.last === undefined) return undefined
  return after(policy.last, policy.every)
}

const hasDocument = (document: Document | undefined): boolean => document?.url !== undefined

type Rule = (activity: Activity, context: GapContext) => string | undefined

const nobody = (role: Role, deed: string): Rule => {
  return (_activity, { assignments }) => {
    if (declaredIn(assignments, role).length > 0) return undefined
    const text = assignments.find((each) => each.role === role && each.placeholder !== undefined)?.placeholder
    return text === undefined ? `Nobody ${deed} it.` : `Nobody ${deed} it: “${text}” stands where the name should.`
  }
}

const rules: Readonly<Record<GapKind, Rule>> = {
  'no-accountable': nobody('A', 'answers for'),
  'many-accountable': (_activity, { assignments, party }) => {
    const owners = declaredIn(assignments, 'A')
    if (owners.length < 2) return undefined
    const names = owners.map((id) => party(id)?.name ?? id).join(', ')
    return `${owners.length} parties are accountable (${names}); exactly one must be.`
  },
  'accountable-left': (_activity, context) => {
    const left = declaredIn(context.assignments, 'A').find((id) => isInactive(id, context))
    if (left === undefined) return undefined
    const party = context.party(left)
    return party?.type === 'team'
      ? `${party.name} is accountable, and everybody in it has left.`
      : `${party?.name ?? left} is accountable and has left.`
  },
  'no-responsible': nobody('R', 'performs'),
  'responsible-inactive': (_activity, context) => {
    const performers = declaredIn(context.assignments, 'R')
    return performers.length > 0 && performers.every((id) => isInactive(id, context))
      ? 'Nobody who performs it is active.'
      : undefined
  },
  'unowned-page': (activity, { assignments }) =>
    activity.pages === true && declaredIn(assignments, 'A').length + declaredIn(assignments, 'R').length === 0
      ? 'Its events page a person, and nobody owns it.'
      : undefined,
  'review-overdue': (activity, { now }) => {
    if (activity.review?.every !== undefined && activity.review.last === undefined) return 'It was never reviewed.'
    const due = reviewDue(activity)
    return due !== undefined && due < now ? 'Its review is overdue.' : undefined
  },
  'no-runbook': ({ runbook, playbook }) => {
    if (hasDocument(runbook) || hasDocument(playbook)) return undefined
    const text = runbook?.placeholder ?? playbook?.placeholder
    return text === undefined ? 'It has no runbook.' : `“${text}” stands where the runbook should.`
  },
  'runbook-unversioned': ({ runbook, playbook }) =>
    [runbook, playbook].some((each) => hasDocument(each) && each?.versioned === false)
      ? 'Its runbook is not under version control.'
      : undefined,
  'declared-observed': (_activity, context) => {
    const other = context.assignments.find((each) => isContradiction(each, context))
    if (other?.party === undefined) return undefined
    const name = context.party(other.party)?.name ?? other.party
    const deed = other.role === 'A' ? 'was seen to answer for it' : 'was seen to perform it'
    return `${name} ${deed}${other.evidence === undefined ? '' : ` (${other.evidence})`}.`
  },
}

/**
 * Whether an observed claim contradicts the declared ones. Who was seen to answer must be the accountable one; who was
 * seen to perform may be responsible or accountable. Members of a declared team agree with it, and so does the team of
 * a declared person. Where nobody is declared there is nothing to contradict.
 */
export function isContradiction(claim: Assignment, { assignments, party }: Pick<GapContext, 'assignments' | 'party'>) {
  if (claim.claim !== 'observed' || claim.party === undefined || (claim.role !== 'A' && claim.role !== 'R'))
    return false
  const holders = declaredIn(assignments, claim.role)
  if (holders.length === 0) return false
  const lawful = claim.role === 'A' ? holders : [...holders, ...declaredIn(assignments, 'A')]
  const seen = claim.party
  return !lawful.some((id) => membershipAgrees(id, seen, party))
}

/** The exception that holds longest at `now` for a kind of gap. One that has expired excuses nothing. */
export const exceptionFor = (activity: Activity, kind: GapKind, now: Instant): Exception | undefined =>
  activity.exceptions
    ?.filter(({ gap, until }) => gap === kind && until > now)
    .toSorted((left, right) => right.until - left.until)[0]

/** What the rules find in one activity, worst first: gaps, and what would be gaps were they not excused. */
export interface Verdict {
  readonly gaps: readonly Gap[]
  readonly excused: readonly Excused[]
}

/** Judges one activity. One that is by design without owner has no ownership gaps. */
export function judge(activity: Activity, context: GapContext): Verdict {
  const gaps: Gap[] = []
  const excused: Excused[] = []
  for (const kind of gapKinds) {
    if (!isJudged(kind, context.records)) continue
    if (activity.noOwnerBecause !== undefined && breaking.has(kind)) continue
    const reason = rules[kind](activity, context)
    if (reason === undefined) continue
    const gap = { activity: activity.id, kind, reason }
    const exception = exceptionFor(activity, kind, context.now)
    if (exception) excused.push({ ...gap, until: exception.until, because: exception.reason })
    else gaps.push(gap)
  }
  return { gaps, excused }
}

/** Every gap of one activity, worst first. What is by design or excused is none. */
export const gapsOf = (activity: Activity, context: GapContext): readonly Gap[] => judge(activity, context).gaps

/** Owned end to end: exactly one active accountable, somebody active responsible. By design without owner counts too. */
export const isOwned = (gaps: readonly Gap[]): boolean => !gaps.some((gap) => breaking.has(gap.kind))
