import * as v from 'valibot'

const vars = v.nullish(v.record(v.string(), v.unknown()))

/** The attributes of a host or service that are read: doc/09-object-types.md, "runtime attributes" (2.13). */
export const checkable = v.object({
  attrs: v.object({
    __name: v.string(),
    /** There for services only. */
    host_name: v.optional(v.string()),
    display_name: v.string(),
    vars,
    groups: v.nullish(v.array(v.string())),
    state: v.number(),
    /** Seconds since 1970, with a fraction; 0 or -1: never. */
    last_hard_state_change: v.number(),
    last_state_ok: v.optional(v.number()),
    last_state_up: v.optional(v.number()),
    acknowledgement: v.number(),
    acknowledgement_last_change: v.number(),
    downtime_depth: v.number(),
    flapping: v.boolean(),
    last_check_result: v.nullish(v.object({ output: v.nullish(v.string()) })),
  }),
  joins: v.nullish(v.object({ host: v.nullish(v.object({ display_name: v.nullish(v.string()), vars })) })),
})
export type Checkable = v.InferOutput<typeof checkable>

/** A comment: of a person (1), for a downtime (2), for flapping (3), of an acknowledgement (4). */
export const comment = v.object({
  attrs: v.object({
    __name: v.string(),
    host_name: v.string(),
    /** Empty: of the host. */
    service_name: v.string(),
    author: v.string(),
    text: v.string(),
    entry_type: v.number(),
    entry_time: v.number(),
  }),
})
export type Comment = v.InferOutput<typeof comment>

/** What every question and action is answered with. */
export const results = v.object({ results: v.array(v.unknown()) })
/** What came of an action on one object. */
export const acted = v.object({
  results: v.array(v.object({ code: v.number(), status: v.string(), name: v.optional(v.string()) })),
})
