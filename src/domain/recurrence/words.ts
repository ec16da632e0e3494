import { tellingWords } from '../similar'
import type { Id } from '../units'
import type { Candidate } from './candidate'

/** A word that stands in titles of more workloads than this, and than `generalShare` of them, is no trait of a cause. */
const generalFrom = 3
const generalShare = 0.04

/** The workload that an incident is compared on: the first that its source names. */
export const placeOf = ({ workloads }: Candidate): Id | undefined => workloads[0]

/** An incident as it is compared. */
export interface Worded {
  readonly candidate: Candidate
  readonly place: Id
  /** Of the title, in text order. */
  readonly words: readonly string[]
  /** Those of them that neither name the workload nor stand in titles of many others. */
  readonly rare: readonly string[]
}

/**
 * The incidents that can be compared: those with a workload and with words in their titles. The words of a general alarm
 * (“disk nearly full on …”) stand on many workloads: sharing them says nothing about a cause, sharing the rare ones does.
 */
export function worded(candidates: readonly Candidate[]): readonly Worded[] {
  const known = new Map<string, readonly string[]>()
  const wordsOf = (title: string): readonly string[] => {
    const words = known.get(title) ?? [...tellingWords(title)].toSorted()
    known.set(title, words)
    return words
  }
  const placed = candidates.flatMap((candidate) => {
    const place = placeOf(candidate)
    const words = wordsOf(candidate.title)
    return place === undefined || words.length === 0 ? [] : [{ candidate, place, words }]
  })
  const places = new Map<string, Set<Id>>()
  for (const { place, words } of placed)
    for (const word of words) {
      const seen = places.get(word)
      if (seen) seen.add(place)
      else places.set(word, new Set([place]))
    }
  const most = Math.max(generalFrom, generalShare * new Set(placed.map(({ place }) => place)).size)
  const names = new Map<Id, ReadonlySet<string>>()
  return placed.map(({ candidate, place, words }) => {
    const name = names.get(place) ?? tellingWords(place)
    names.set(place, name)
    const rare = words.filter((word) => !name.has(word) && (places.get(word)?.size ?? 0) <= most)
    return { candidate, place, words, rare }
  })
}
