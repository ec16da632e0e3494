import { useMemo, useState } from 'react'

interface Keyed {
  readonly id: string
}

interface Kept<T> {
  readonly of: string
  readonly items: readonly T[]
}

const idsOf = (items: readonly Keyed[]): readonly string[] => items.map(({ id }) => id)

/** The length of the longest run of rising numbers, others left out: each pile keeps the least end of such a run. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = []
  for (const number of numbers) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < number) low = middle + 1
      else high = middle
    }
    ends[low] = number
  }
  return ends.length
}

/** How many rows would come, go or be moved past others; the fewest that explain the difference. */
export function movesBetween(before: readonly Keyed[], after: readonly Keyed[]): number {
  const places = new Map(before.map(({ id }, index) => [id, index]))
  const stayed = after.flatMap(({ id }) => places.get(id) ?? [])
  const moved = stayed.length - longestRise(stayed)
  return before.length - stayed.length + after.length - stayed.length + moved
}

/** Whether nothing of the one moves in the other: it only goes on at its end. Stops at the first row that does. */
const continues = (before: readonly Keyed[], after: readonly Keyed[]): boolean =>
  before.length <= after.length && before.every(({ id }, index) => after[index]?.id === id)

const nothing: ReadonlySet<string> = new Set()

/**
 * A list whose rows do not move under the hand: while `held`, those shown keep their places, with what is newest of
 * each, and what would move waits. `of` names the question: another one is shown at once. What only continues the list
 * at its end moves nothing and does not wait. A render over the same items costs nothing, however many there are.
 */
export function useSteady<T extends Keyed>(items: readonly T[], of: string, held: boolean) {
  const [kept, setKept] = useState<Kept<T>>({ of, items })
  const same = kept.items === items
  const flows = same || !held || kept.of !== of || continues(kept.items, items)
  if (flows && (!same || kept.of !== of)) setKept({ of, items })
  const before = flows ? undefined : kept.items
  const steady = useMemo(() => {
    if (before === undefined) return undefined
    const newest = new Map(items.map((item) => [item.id, item]))
    return {
      items: before.map((item) => newest.get(item.id) ?? item),
      gone: new Set(idsOf(before).filter((id) => !newest.has(id))),
      waiting: movesBetween(before, items),
    }
  }, [before, items])
  return {
    items: steady?.items ?? items,
    /** Ids of rows that are shown though the list no longer has them: what they say may be old. */
    gone: steady?.gone ?? nothing,
    waiting: steady?.waiting ?? 0,
    show: () => setKept({ of, items }),
  }
}
