import * as v from 'valibot'

const user = v.object({ login: v.string() })
const label = v.union([v.string(), v.object({ name: v.nullish(v.string()) })])

/** An issue of the REST API, as far as it is read: https://docs.github.com/en/rest/issues/issues (version 2022-11-28). */
export const issue = v.object({
  number: v.number(),
  title: v.string(),
  body: v.nullish(v.string()),
  state: v.string(),
  state_reason: v.nullish(v.string()),
  labels: v.array(label),
  user: v.nullish(user),
  assignees: v.nullish(v.array(user)),
  created_at: v.string(),
  updated_at: v.string(),
  closed_at: v.nullish(v.string()),
  html_url: v.string(),
  /** There for pull requests, which the same list holds. */
  pull_request: v.nullish(v.unknown()),
})
export type Issue = v.InferOutput<typeof issue>

/** One event of an issue's timeline: https://docs.github.com/en/rest/issues/timeline */
export const event = v.object({
  id: v.nullish(v.number()),
  node_id: v.nullish(v.string()),
  event: v.string(),
  created_at: v.nullish(v.string()),
  actor: v.nullish(user),
  user: v.nullish(user),
  body: v.nullish(v.string()),
  label: v.nullish(v.object({ name: v.string() })),
  assignee: v.nullish(user),
  rename: v.nullish(v.object({ from: v.string(), to: v.string() })),
  source: v.nullish(v.object({ issue: v.nullish(v.object({ number: v.number(), title: v.string() })) })),
})
export type Event = v.InferOutput<typeof event>

/** Somebody who can be assigned: https://docs.github.com/en/rest/issues/assignees */
export const assignee = v.object({ login: v.string(), html_url: v.nullish(v.string()), type: v.nullish(v.string()) })
export type Assignee = v.InferOutput<typeof assignee>

export const anyList = v.array(v.unknown())
