import type { CommandKind } from '../../domain/command'
import type { Facet } from '../../domain/query/facets'
import type { Health } from '../../data'

type Fault = NonNullable<Health['error']>['fault']
type Caveat = Health['caveats'][number]

/** What people call each facet. */
export const facetWords: Readonly<Record<Facet, string>> = {
  workloads: 'workloads',
  activities: 'activities',
  assignments: 'owners',
  parties: 'teams and people',
  events: 'events',
  incidents: 'incidents',
  timeline: 'timelines',
  problems: 'problems',
  improvements: 'improvements',
  requests: 'change requests',
}

/** What each command lets a person do here: "cannot …". */
export const commandWords: Readonly<Record<CommandKind, string>> = {
  'set-state': 'acknowledge or resolve',
  'set-severity': 'change the severity',
  assign: 'assign',
  'take-role': 'take a role',
  'add-entry': 'post updates and notes',
  'link-problem': 'link problems',
  'set-step': 'go on with a response plan',
  'link-event': 'link events',
  'correct-entry': 'correct entries of a timeline',
  'write-review': 'write post-incident reviews',
  'mark-reviewed': 'mark ownership as reviewed',
  'request-change': 'ask for changes of ownership',
  'decide-change': 'approve or reject them',
  'give-feedback': 'give feedback',
  'record-improvement': 'record improvements',
  'set-improvement': 'track improvements',
  'record-problem': 'record problems',
  'set-problem': 'track problems',
  'declare-fix': 'declare fixes',
  'add-action': 'add actions to problems',
  'set-action': 'track actions of problems',
  undo: 'undo for ten seconds',
}

/** What a fault is called, and what a person can do about it. */
export const faultWords: Readonly<Record<Fault, { readonly name: string; readonly advice: string }>> = {
  unreachable: {
    name: 'Unreachable',
    advice: 'Check the network and whether the backend runs. It is tried again by itself.',
  },
  timeout: { name: 'No answer in time', advice: 'The backend is slow or overloaded. It is tried again by itself.' },
  'rate-limited': { name: 'Asked too often', advice: 'The backend wants a pause. It is tried again after it.' },
  unauthenticated: {
    name: 'Not signed in',
    advice: 'Sign in to the backend, or have the proxy in front of it send its credentials.',
  },
  forbidden: { name: 'Not allowed', advice: 'Ask whoever runs the backend for the right to read this.' },
  conflict: {
    name: 'Changed meanwhile',
    advice: 'Somebody else changed the record. Look at both versions and try again.',
  },
  'bad-response': {
    name: 'Answer not understood',
    advice: 'The address may be wrong, or the backend speaks another version.',
  },
  unsupported: {
    name: 'Not offered',
    advice: 'The backend does not have this. Check the address in watchbill.config.json.',
  },
  aborted: { name: 'Broken off', advice: 'The question was no longer wanted.' },
}

/** What a caveat means for the reader of its numbers. */
export const caveatWords: Readonly<Record<Caveat['kind'], string>> = {
  partial: 'Partial',
  'set-aside': 'Set aside',
  truncated: 'Cut off',
  inferred: 'Inferred',
  'zone-assumed': 'Zone assumed',
  stale: 'Old',
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' })
const either = new Intl.ListFormat('en', { type: 'disjunction' })

/** `a, b, and c` */
export const all = (words: readonly string[]): string => listed.format(words)
/** `a, b, or c` */
export const any = (words: readonly string[]): string => either.format(words)
export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`
