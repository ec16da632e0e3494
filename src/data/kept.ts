import { type RefObject, useEffect, useRef } from 'react'
import type { Source } from '../sources/contract'

interface Answer<T> {
  readonly data: T | undefined
  readonly isPlaceholderData: boolean
}

/** The last answer of each source to the question before, by the source's id. */
export type Kept<T> = RefObject<Map<string, T>>

/**
 * Holds the last answers, to be shown (as `placeholderData`) until the new ones are there. TanStack Query's own
 * `keepPreviousData` does nothing in `useQueries`: a new key gets a new observer there, which knows of no former data.
 */
export const useKept = <T>(): Kept<T> => useRef(new Map<string, T>())

/** Keeps what the sources really answered, of each family of questions; the answers come in the order of the sources. */
export function useKeep<T>(
  kept: Kept<T>,
  sources: readonly Source[],
  answers: readonly Answer<T>[],
  family = '',
): void {
  useEffect(() => {
    sources.forEach((source, index) => {
      const answer = answers[index]
      if (answer?.data !== undefined && !answer.isPlaceholderData) kept.current.set(source.id + family, answer.data)
    })
  }, [kept, sources, answers, family])
}
