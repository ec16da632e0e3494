import * as v from 'valibot'

// 1. What the backend says, and no more of it than is read. What it may leave out or set to null is `nullish`.

/** A team of `GET /teams`. */
export const team = v.object({ key: v.string(), name: v.string(), mail: v.nullish(v.string()) })
export type WireTeam = v.InferOutput<typeof team>

/** An incident of `GET /incidents`. Moments are ISO 8601 with an offset. */
export const incident = v.object({
  key: v.string(),
  title: v.string(),
  status: v.string(),
  priority: v.nullish(v.string()),
  opened: v.string(),
  acknowledged: v.nullish(v.string()),
  resolved: v.nullish(v.string()),
  changed: v.string(),
  team: v.nullish(v.string()),
  services: v.array(v.string()),
})
export type WireIncident = v.InferOutput<typeof incident>

/** Every list comes in pages. Items stay unknown here: each is checked by itself, so that a bad one costs only itself. */
export const page = v.object({ items: v.array(v.unknown()), next: v.nullish(v.string()) })
