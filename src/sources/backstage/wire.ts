import * as v from 'valibot'

const texts = v.record(v.string(), v.string())
const link = v.object({
  url: v.string(),
  title: v.nullish(v.string()),
  icon: v.nullish(v.string()),
  type: v.nullish(v.string()),
})

/** An entity as the catalogue tells it once it has been processed: https://backstage.io/docs/features/software-catalog/descriptor-format */
export const entity = v.object({
  kind: v.string(),
  metadata: v.object({
    name: v.string(),
    namespace: v.optional(v.string(), 'default'),
    title: v.nullish(v.string()),
    description: v.nullish(v.string()),
    annotations: v.optional(texts, {}),
    labels: v.optional(texts, {}),
    tags: v.optional(v.array(v.string()), []),
    links: v.optional(v.array(link), []),
  }),
  spec: v.nullish(
    v.object({
      type: v.nullish(v.string()),
      lifecycle: v.nullish(v.string()),
      profile: v.nullish(v.object({ displayName: v.nullish(v.string()), email: v.nullish(v.string()) })),
    }),
  ),
  relations: v.optional(v.array(v.object({ type: v.string(), targetRef: v.string() })), []),
})
export type Entity = v.InferOutput<typeof entity>
/** An entity before what goes without saying is filled in. */
export type WireEntity = v.InferInput<typeof entity>

/** `GET /entities/by-query` */
export const entityPage = v.object({
  items: v.array(v.unknown()),
  totalItems: v.nullish(v.number()),
  pageInfo: v.nullish(v.object({ nextCursor: v.nullish(v.string()) })),
})

/** `POST /entities/by-refs`: in the order asked for, null for one that does not exist or may not be seen. */
export const entitiesByRef = v.object({ items: v.array(v.unknown()) })

const list = v.union([v.string(), v.array(v.string())])
const flag = v.union([v.boolean(), v.picklist(['true', 'false'])])
const count = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/, 'it should be a whole number'))]),
  v.transform(Number),
)
const document = v.union([
  v.string(),
  v.strictObject({ title: v.optional(v.string()), url: v.string(), versioned: v.optional(flag) }),
])

/** An activity as the annotations of an entity write it. Words are those of `ownership.yaml`; lists may be texts with commas. */
export const writtenActivity = v.strictObject({
  id: v.optional(v.string()),
  name: v.optional(v.string()),
  kind: v.optional(v.string()),
  description: v.optional(v.string()),
  why: v.optional(v.string()),
  value: v.optional(v.string()),
  events: v.optional(list),
  pages: v.optional(flag),
  runbook: v.optional(document),
  playbook: v.optional(document),
  automation: v.optional(
    v.union([
      v.string(),
      v.strictObject({
        level: v.string(),
        started: v.optional(count),
        worked: v.optional(count),
        reachedOutcome: v.optional(count),
      }),
    ]),
  ),
  risk: v.optional(v.string()),
  preApproved: v.optional(flag),
  review: v.optional(
    v.strictObject({
      every: v.optional(v.string()),
      last: v.optional(v.string()),
      reviewers: v.optional(list),
      approvers: v.optional(list),
    }),
  ),
  noOwnerBecause: v.optional(v.string()),
  tags: v.optional(list),
  A: v.optional(list),
  R: v.optional(list),
  V: v.optional(list),
  C: v.optional(list),
  I: v.optional(list),
})
export type WrittenActivity = v.InferOutput<typeof writtenActivity>
