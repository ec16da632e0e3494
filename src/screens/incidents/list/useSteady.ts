import { useState } from 'react'

interface Keyed {
  readonly id: string
}

interface Kept<T> {
  readonly of: string
  readonly items: readonly T[]
}

const idsOf = (items: readonly Keyed[]): readonly string[] => items.map(({ id }) => id)

/** How many rows would come, go or change places. */
export function movesBetween(before: readonly Keyed[], after: readonly Keyed[]): number {
  const [old, fresh] = [new Set(idsOf(before)), new Set(idsOf(after))]
  const stayed = idsOf(before).filter((id) => fresh.has(id))
  const now = idsOf(after).filter((id) => old.has(id))
  const moved = now.filter((id, index) => stayed[index] !== id).length
  return before.length - stayed.length + after.length - now.length + moved
}

/**
 * A list whose rows do not move under the hand: while `held`, those shown keep their places, with what is newest of
 * each, and what would move waits. `of` names the question: another one is shown at once. What only continues the list
 * at its end moves nothing and does not wait.
 */
export function useSteady<T extends Keyed>(items: readonly T[], of: string, held: boolean) {
  const [kept, setKept] = useState<Kept<T>>({ of, items })
  const continues = idsOf(kept.items).every((id, index) => items[index]?.id === id)
  if (kept.items !== items && (!held || kept.of !== of || continues)) setKept({ of, items })
  const newest = new Map(items.map((item) => [item.id, item]))
  const steady = held && kept.of === of && !continues
  return {
    items: steady ? kept.items.map((item) => newest.get(item.id) ?? item) : items,
    waiting: steady ? movesBetween(kept.items, items) : 0,
    show: () => setKept({ of, items }),
  }
}
