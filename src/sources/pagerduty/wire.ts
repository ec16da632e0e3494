import * as v from 'valibot'

/** A short form of something else: https://developer.pagerduty.com/docs/references */
const reference = v.object({ id: v.string(), type: v.nullish(v.string()), summary: v.nullish(v.string()) })
export type Reference = v.InferOutput<typeof reference>

const references = v.nullish(v.array(reference))

/** An incident of the REST API v2: https://developer.pagerduty.com/api-reference/ (List incidents). */
export const incident = v.object({
  id: v.string(),
  incident_number: v.nullish(v.number()),
  title: v.string(),
  status: v.string(),
  urgency: v.nullish(v.string()),
  priority: v.nullish(reference),
  service: v.nullish(reference),
  teams: references,
  assignments: v.nullish(v.array(v.object({ at: v.string(), assignee: reference }))),
  acknowledgements: v.nullish(v.array(v.object({ at: v.string(), acknowledger: reference }))),
  escalation_policy: v.nullish(reference),
  created_at: v.string(),
  updated_at: v.nullish(v.string()),
  resolved_at: v.nullish(v.string()),
  last_status_change_at: v.nullish(v.string()),
  html_url: v.nullish(v.string()),
})
export type Incident = v.InferOutput<typeof incident>

/** One entry of the log. What was said stands in the channel, what was set in fields of its own type. */
export const logEntry = v.object({
  id: v.string(),
  type: v.string(),
  created_at: v.string(),
  summary: v.nullish(v.string()),
  agent: v.nullish(reference),
  channel: v.nullish(
    v.object({ type: v.nullish(v.string()), summary: v.nullish(v.string()), content: v.nullish(v.string()) }),
  ),
  assignees: references,
  message: v.nullish(v.string()),
  incident: v.nullish(reference),
})
export type LogEntry = v.InferOutput<typeof logEntry>

export const user = v.object({
  id: v.string(),
  name: v.string(),
  email: v.nullish(v.string()),
  html_url: v.nullish(v.string()),
  teams: references,
})
export type User = v.InferOutput<typeof user>

export const team = v.object({
  id: v.string(),
  name: v.string(),
  description: v.nullish(v.string()),
  parent: v.nullish(reference),
  html_url: v.nullish(v.string()),
})
export type Team = v.InferOutput<typeof team>

export const service = v.object({
  id: v.string(),
  name: v.string(),
  description: v.nullish(v.string()),
  teams: references,
  escalation_policy: v.nullish(reference),
  html_url: v.nullish(v.string()),
})
export type Service = v.InferOutput<typeof service>

export const policy = v.object({
  id: v.string(),
  name: v.string(),
  teams: references,
  escalation_rules: v.nullish(v.array(v.object({ targets: v.array(reference) }))),
})
export type Policy = v.InferOutput<typeof policy>

export const onCall = v.object({
  escalation_policy: reference,
  escalation_level: v.number(),
  user: reference,
  start: v.nullish(v.string()),
  end: v.nullish(v.string()),
})
export type OnCall = v.InferOutput<typeof onCall>

export const priority = v.object({ id: v.string(), name: v.nullish(v.string()), summary: v.nullish(v.string()) })

/** A page of any list: the items stand under the list's own name. */
export const page = v.looseObject({ more: v.nullish(v.boolean()), total: v.nullish(v.number()) })
