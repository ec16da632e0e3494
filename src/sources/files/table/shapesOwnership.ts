import { declaredId } from '../../../domain/changeRules'
import type { Exception, OwnershipMoment } from '../../../domain/change'
import { gapKinds } from '../../../domain/gaps'
import {
  type Activity,
  activityKinds,
  type Assignment,
  type Automation,
  automationLevels,
  type Contact,
  type Document,
  type Party,
  type Person,
  type ReviewPolicy,
  risks,
  roles,
  type Team,
  type Workload,
} from '../../../domain/ownership'
import {
  boolean,
  Cell,
  id,
  isPlainObject,
  length,
  many,
  moment,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  text,
  word,
} from './shape'

export const contact = object<Contact>({
  kind: word(['chat', 'mail', 'pager', 'phone', 'web'] as const),
  text,
  url: optional(text),
})

export const workload = object<Workload>({
  id,
  name: text,
  aliases: optional(many(text)),
  description: optional(text),
  tier: optional(number),
  group: optional(text),
  team: optional(id),
  tags: many(text),
  url: optional(text),
})

export const document = object<Document>({
  title: optional(text),
  url: optional(text),
  placeholder: optional(text),
  versioned: optional(boolean),
  reachable: optional(boolean),
})

export const automation = object<Automation>({
  level: word(automationLevels),
  started: optional(number),
  worked: optional(number),
  reachedOutcome: optional(number),
})

export const reviewPolicy = object<ReviewPolicy>({
  every: optional(length),
  last: optional(moment),
  reviewers: many(id),
  approvers: many(id),
})

export const exception = object<Exception>({
  gap: word(gapKinds),
  until: moment,
  reason: text,
  by: optional(id),
})

export const ownershipMoment = object<OwnershipMoment>({
  at: moment,
  what: text,
  by: optional(text),
  evidence: optional(text),
})

export const activity = object<Activity>({
  id,
  name: text,
  workload: id,
  kind: word(activityKinds),
  description: optional(text),
  why: optional(text),
  value: optional(text),
  events: many(text),
  pages: optional(boolean),
  runbook: optional(document),
  playbook: optional(document),
  automation: optional(automation),
  risk: optional(word(risks)),
  preApproved: optional(boolean),
  review: optional(reviewPolicy),
  noOwnerBecause: optional(text),
  exceptions: optional(many(exception)),
  history: optional(many(ownershipMoment)),
  tags: many(text),
  version: optional(text),
})

const fullAssignment = object<Assignment>({
  id,
  activity: id,
  role: oneOf(roles),
  party: optional(id),
  placeholder: optional(text),
  claim: oneOf(['declared', 'observed'] as const),
  evidence: optional(text),
  at: optional(moment),
  inheritedFrom: optional(id),
})

/** The id of an assignment that was given none: the same claim has the same id in every reading. */
export const assignmentId = (activity: string, role: string, holder: string, observed = false): string =>
  declaredId(activity, observed ? `${role}*` : role, holder)

const written = (value: unknown): string =>
  value instanceof Cell ? value.text : typeof value === 'string' ? value : ''

/** What a file may leave out: the id, and the claim, which then is `declared`. */
export const assignment: Shape<Assignment> = {
  ...fullAssignment,
  read: (value, how, path) => {
    if (!isPlainObject(value)) return fullAssignment.read(value, how, path)
    const holder = written(value['party'] ?? value['placeholder'])
    const id = assignmentId(written(value['activity']), written(value['role']), holder, value['claim'] === 'observed')
    return fullAssignment.read({ id, claim: 'declared', ...value }, how, path)
  },
}

export const team = object<Team>({
  type: oneOf(['team'] as const),
  id,
  name: text,
  aliases: optional(many(text)),
  parent: optional(id),
  mandate: optional(text),
  contacts: many(contact),
  tags: many(text),
  url: optional(text),
})

export const person = object<Person>({
  type: oneOf(['person'] as const),
  id,
  name: text,
  aliases: optional(many(text)),
  teams: many(id),
  active: optional(boolean),
  contacts: many(contact),
  tags: many(text),
})

const partyType = oneOf(['team', 'person'] as const)

/** A team or a person, told apart by `type`. */
export const party: Shape<Party> = {
  fields: { ...team.fields, ...person.fields },
  read: (value, how, path) => {
    const type = partyType.read(isPlainObject(value) ? value['type'] : undefined, how, [...path, 'type'])
    return type === 'team' ? team.read(value, how, path) : person.read(value, how, path)
  },
}
