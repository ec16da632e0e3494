import * as v from 'valibot'
import { misfit } from './backend'
import { Unreadable } from './unreadable'

/** What came of reading one record from outside. */
export type Parsed<T> = { readonly value: T } | { readonly reason: string }

/** Checks an item against its schema and maps it. Never throws for what the item says: the reason is for whoever mends it. */
export function parsed<S extends v.GenericSchema, T>(
  schema: S,
  item: unknown,
  map: (item: v.InferOutput<S>) => T,
): Parsed<T> {
  const verdict = v.safeParse(schema, item)
  if (!verdict.success) return { reason: misfit(verdict.issues) }
  try {
    return { value: map(verdict.output) }
  } catch (cause) {
    if (cause instanceof Unreadable) return { reason: cause.message }
    throw cause
  }
}
