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
  type Role,
  type Team,
  type Workload,
} from '../../domain/ownership'
import { exception, moment } from './mapChange'
import { roleWords } from './roleWords'
import { each, oneOf, same, seconds, shape, time, word } from './shape'
import type { Wire } from './wire.generated'

export const workload = shape<Wire['Workload'], Workload>({
  id: same,
  name: same,
  aliases: same,
  description: same,
  tier: same,
  group: same,
  team: same,
  tags: same,
  url: same,
})

const document = shape<Wire['Document'], Document>({
  title: same,
  url: same,
  placeholder: same,
  versioned: same,
  reachable: same,
})

const automation = shape<Wire['Automation'], Automation>({
  level: word(automationLevels),
  started: same,
  worked: same,
  reachedOutcome: same,
})

const policy = shape<Wire['ReviewPolicy'], ReviewPolicy>({
  every: seconds,
  last: time,
  reviewers: same,
  approvers: same,
})

export const activity = shape<Wire['Activity'], Activity>({
  id: same,
  name: same,
  workload: same,
  kind: word(activityKinds),
  description: same,
  why: same,
  value: same,
  events: same,
  pages: same,
  runbook: document,
  playbook: document,
  automation,
  risk: word(risks),
  preApproved: same,
  review: policy,
  noOwnerBecause: same,
  exceptions: each(exception),
  history: each(moment),
  tags: same,
  version: same,
})

export const assignment = shape<Wire['Assignment'], Assignment>({
  id: same,
  activity: same,
  role: oneOf<Role>(roleWords),
  party: same,
  placeholder: same,
  claim: same,
  evidence: same,
  at: time,
  inheritedFrom: same,
})

const contact = shape<Wire['Contact'], Contact>({
  kind: word(['chat', 'mail', 'pager', 'phone', 'web']),
  text: same,
  url: same,
})

const team = shape<Wire['Team'], Team>({
  type: same,
  id: same,
  name: same,
  aliases: same,
  parent: same,
  mandate: same,
  contacts: each(contact),
  tags: same,
  url: same,
})

const person = shape<Wire['Person'], Person>({
  type: same,
  id: same,
  name: same,
  aliases: same,
  teams: same,
  active: same,
  contacts: each(contact),
  tags: same,
})

export const party = (wire: Wire['Party']): Party => (wire.type === 'team' ? team(wire) : person(wire))
