import { isWhole, useWindow } from '../../../../data'
import { reviewPolicy } from '../../../../domain/reviewDue'

/** So many of the newest grave incidents are looked at. */
const looked = 100
const ended = {
  severities: [...reviewPolicy.severities],
  states: ['resolved', 'closed'],
  order: 'newest',
} as const

/**
 * Whether reviews are kept anywhere: one of the newest incidents that the policy asks about has one. Where none has,
 * nobody can be blamed for one that is missing. `of` is how many were looked at.
 */
export function useReviewsKept(asked: boolean): {
  readonly kept: boolean
  readonly of: number
  readonly known: boolean
} {
  const view = useWindow('incidents', ended, looked, asked)
  return {
    kept: view.items.some(({ review }) => review !== undefined),
    of: view.items.length,
    // Cut at `looked` on purpose: that is not a lack.
    known:
      asked &&
      view.state === 'ready' &&
      (isWhole(view) || view.parts.every(({ error, pending }) => !error && !pending)),
  }
}
