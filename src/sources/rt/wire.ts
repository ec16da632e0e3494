import * as v from 'valibot'
import { instant, type Instant, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'

/** Ids are numbers here and texts there. */
const id = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((given) => String(given)),
)
/** What is asked for and not set is an empty text, whatever its type. */
const empty = v.literal('')
/** Somebody or something, by id: users by their name. */
const reference = v.union([v.object({ id }), empty])

const customField = v.object({ id, name: v.string(), values: v.array(v.unknown()) })
const link = v.object({ ref: v.string(), id: v.optional(id), _url: v.nullish(v.string()) })

/** A ticket as searches tell it with `fields`: https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html */
export const ticket = v.object({
  id,
  _url: v.nullish(v.string()),
  Subject: v.nullish(v.string()),
  Status: v.string(),
  /** A number, as text; words where somebody wrote them. */
  Priority: v.nullish(v.union([v.string(), v.number()])),
  Owner: v.nullish(reference),
  Created: v.string(),
  Started: v.nullish(v.string()),
  Resolved: v.nullish(v.string()),
  LastUpdated: v.nullish(v.string()),
  CustomFields: v.nullish(v.union([v.array(customField), empty])),
  _hyperlinks: v.nullish(v.array(link)),
})
export type Ticket = v.InferOutput<typeof ticket>

/** One transaction of a ticket's history. */
export const transaction = v.object({
  id,
  Type: v.string(),
  Field: v.nullish(v.string()),
  OldValue: v.nullish(v.string()),
  NewValue: v.nullish(v.string()),
  Created: v.string(),
  Creator: v.nullish(reference),
})
export type Transaction = v.InferOutput<typeof transaction>

/** A part of a message. Lists give its content as it is, single ones in base64. */
export const attachment = v.object({
  TransactionId: v.union([
    v.pipe(
      v.object({ id }),
      v.transform((given) => given.id),
    ),
    id,
  ]),
  ContentType: v.nullish(v.string()),
  Content: v.nullish(v.string()),
})
export type Attachment = v.InferOutput<typeof attachment>

export const user = v.object({ Name: v.string() })

/** `total` is null where RT does not know what else there is that may not be seen. */
export const page = v.object({ items: v.array(v.unknown()), total: v.nullish(v.number()) })
/** What a change did, in sentences. RT answers 200 also where it refused it. */
export const messages = v.array(v.nullish(v.string()))
export const created = v.object({ id })

/** Who or what a field refers to. `Nobody` is a user. */
export const idIn = (told: { readonly id: string } | '' | null | undefined): string | undefined =>
  told === '' || told == null || told.id === 'Nobody' ? undefined : told.id

/** A moment of a ticket; 1970-01-01 means that it is not set. Throws Unreadable for anything but an ISO 8601 moment. */
export function momentOf(text: string | null | undefined, name: string): Instant | undefined {
  if (text == null || text === '') return undefined
  const at = parseInstant(text)
  if (at === undefined)
    throw new Unreadable(`${name} says “${text}” where a moment such as 2026-11-21T09:00:00Z should be`)
  return at === instant(0) ? undefined : at
}
