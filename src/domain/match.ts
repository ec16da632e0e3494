import { bare, indexAlerts, matchesOf, type MatchedBy, nearOf } from './alerts'
import type { Standing } from './coverage'
import type { OpsEvent } from './event'
import type { Incident } from './incident'
import { byShownName } from './matrix'
import { inOrder } from './query/rules'
import type { Id } from './units'

/**
 * Why an activity may answer an incident. `event`: it names an event of the incident (the rule of `alerts.ts`);
 * `threshold`: it names the same measure with another limit; `label`: the incident's label names it (`exact`), or is
 * among its tags; `workload`: it is a response on a workload that was hit.
 */
export type MatchReason =
  | { readonly kind: 'event'; readonly name: string; readonly by: MatchedBy; readonly text: string }
  | { readonly kind: 'threshold'; readonly name: string }
  | { readonly kind: 'label'; readonly label: string; readonly exact: boolean }
  | { readonly kind: 'workload'; readonly workload: Id }

/** How far a match can be trusted, the surest first. `possible` is no more than a place to begin. */
export const certainties = ['sure', 'likely', 'possible'] as const
export type Certainty = (typeof certainties)[number]

/** An activity that may answer an incident, why, and how sure that is. */
export interface ActivityMatch {
  readonly standing: Standing
  readonly reasons: readonly MatchReason[]
  readonly sure: Certainty
}

/** Of one reason alone. Several do not add up: three weak hints are no proof. */
function certaintyOf(reason: MatchReason): Certainty {
  switch (reason.kind) {
    case 'event':
      return reason.by === 'name' ? 'sure' : 'likely'
    case 'label':
      return reason.exact ? 'sure' : 'likely'
    case 'threshold':
      return 'likely'
    case 'workload':
      return 'possible'
  }
}

const best = (reasons: readonly MatchReason[]): Certainty => {
  const found = new Set(reasons.map(certaintyOf))
  return certainties.find((each) => found.has(each)) ?? 'possible'
}

/** What the events of an incident are called: by their rule, or their title where they name none. Planned ones call nobody. */
export const eventNames = (events: readonly OpsEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ planned, rule, title }) => (planned ? [] : [rule ?? title]))),
]

/** `activity:rotate-keys` and `rotate-keys` name the activity `rotate-keys`. */
const named = (label: string): string => bare(label.replace(/^activity[:=]/i, ''))

function labelReasons({ labels, workloads }: Incident, { activity }: Standing): readonly MatchReason[] {
  const own = new Set([activity.id, activity.name].map(bare))
  const tags = new Set(workloads.includes(activity.workload) ? activity.tags.map(bare) : [])
  return labels.flatMap((label): readonly MatchReason[] =>
    own.has(named(label))
      ? [{ kind: 'label', label, exact: true }]
      : tags.has(bare(label))
        ? [{ kind: 'label', label, exact: false }]
        : [],
  )
}

/** What matching looks at. */
export interface Matching {
  readonly incident: Incident
  /** Those that became part of the incident. */
  readonly events: readonly OpsEvent[]
  readonly standings: readonly Standing[]
}

/**
 * The activities that may answer an incident for which none is recorded: the surest first, then those with most
 * reasons, then by name. An activity whose events are not the incident's stands for its workload only as a response.
 */
export function matchIncident({ incident, events, standings }: Matching): readonly ActivityMatch[] {
  const index = indexAlerts(standings)
  const found = new Map<Standing, MatchReason[]>()
  const add = (standing: Standing, reason: MatchReason) => {
    const reasons = found.get(standing)
    if (reasons) reasons.push(reason)
    else found.set(standing, [reason])
  }
  for (const name of eventNames(events)) {
    const matches = matchesOf(name, incident.workloads, index)
    for (const { standing, by, text } of matches) add(standing, { kind: 'event', name, by, text })
    if (matches.length === 0) for (const standing of nearOf(name, index)) add(standing, { kind: 'threshold', name })
  }
  for (const standing of standings) {
    const { kind, workload } = standing.activity
    for (const reason of labelReasons(incident, standing)) add(standing, reason)
    if (kind === 'response' && incident.workloads.includes(workload)) add(standing, { kind: 'workload', workload })
  }
  return [...found]
    .map(([standing, reasons]): ActivityMatch => ({ standing, reasons, sure: best(reasons) }))
    .toSorted(
      inOrder<ActivityMatch>(
        (left, right) => certainties.indexOf(left.sure) - certainties.indexOf(right.sure),
        (left, right) => right.reasons.length - left.reasons.length,
        (left, right) => byShownName(left.standing.activity.name, right.standing.activity.name),
      ),
    )
}
