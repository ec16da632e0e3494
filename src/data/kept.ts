import { type RefObject, useEffect, useRef } from 'react'
import type { Source } from '../sources/contract'

interface Answer<T> {
  readonly data: T | undefined
  readonly isPlaceholderData: boolean
}

/** The last answer of each source to the question before, by the source's id, and the family of that question. */
export type Kept<T> = RefObject<Map<string, { readonly data: T; readonly family: string }>>

/**
 * Holds the last answers, to be shown (as `placeholderData`) until the new ones are there. TanStack Query's own
 * `keepPreviousData` does nothing in `useQueries`: a new key gets a new observer there, which knows of no former data.
 */
export const useKept = <T>(): Kept<T> => useRef(new Map())

/** The last answer of a source, of that family only where one is named. */
export function recall<T>(kept: Kept<T>, source: string, family?: string): T | undefined {
  const last = kept.current.get(source)
  return last && (family === undefined || last.family === family) ? last.data : undefined
}

/**
 * Keeps what the sources really answered; the answers come in the order of the sources. A family: questions that are the
 * same but for the moment they are asked at.
 */
export function useKeep<T>(
  kept: Kept<T>,
  sources: readonly Source[],
  answers: readonly Answer<T>[],
  family = '',
): void {
  useEffect(() => {
    sources.forEach((source, index) => {
      const answer = answers[index]
      if (answer?.data !== undefined && !answer.isPlaceholderData)
        kept.current.set(source.id, { data: answer.data, family })
    })
  }, [kept, sources, answers, family])
}
