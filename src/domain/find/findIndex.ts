import { eachWord, type Findable, type Fit, vocabularyOf } from './vocabulary'
import { spoken, termsOf } from './words'

/** The hits of one kind, best first. */
export interface Hits<E> {
  readonly kind: string
  readonly items: readonly E[]
  /** How many there are in all. */
  readonly total: number
}

/** Hits, the kind with the best one first. */
export type Search<E> = (text: string, perKind: number) => readonly Hits<E>[]

/** What a term costs by how it stands in a word of the name, or (second) of another text of the entry. */
const costs: Readonly<Record<Fit, readonly [named: number, other: number]>> = {
  same: [0, 2],
  begins: [1, 3],
  inside: [4, 5],
  slip: [6, 8],
  slips: [9, 11],
}

/**
 * After names that begin as typed: starts of words in the name, starts of words elsewhere, insides of words, slips. No
 * better word saves a worse class.
 */
const classOf = (worst: number): number => (worst <= 1 ? 1 : worst <= 3 ? 2 : worst <= 5 ? 3 : slipped)
const slipped = 4

/** Kinds whose best hits fit equally well stay in their order; how many slips there are says which was meant. */
const orderOf = (key: number): number => (key >> 8 === slipped ? key : (key >> 8) << 8)

/** With fewer hits than this, words with slips are looked for too. */
const few = 8
const mostTerms = 8
const none = 255

interface Best {
  readonly key: number
  readonly entry: number
}

/** Keeps the `most` least keys in order; of equal ones, those that came first. */
function keep(best: Best[], next: Best, most: number): void {
  const last = best[most - 1]
  if (last && last.key <= next.key) return
  let at = best.length
  while (at > 0 && (best[at - 1]?.key ?? 0) > next.key) at--
  best.splice(at, 0, next)
  if (best.length > most) best.length = most
}

/**
 * Makes entries findable by parts of their words, in any order, slips forgiven. Build it once for each set of entries;
 * of hits that fit equally well the earlier entry comes first.
 */
export function findIndex<E extends Findable>(entries: readonly E[]): Search<E> {
  const vocabulary = vocabularyOf(entries)
  const names = entries.map(({ name }) => spoken(name))

  /** For each entry the sum and the worst of its terms' costs; `none` where a term does not fit. */
  const judge = (terms: readonly string[], slips: boolean) => {
    const sum = new Uint8Array(entries.length)
    const worst = new Uint8Array(entries.length)
    for (const term of terms) {
      const best = new Uint8Array(entries.length).fill(none)
      eachWord(vocabulary, term, slips, (word, fit) => {
        const [named, other] = costs[fit]
        for (const posting of vocabulary.postings[word] ?? []) {
          const cost = posting & 1 ? other : named
          if (cost < (best[posting >> 1] ?? none)) best[posting >> 1] = cost
        }
      })
      for (let entry = 0; entry < best.length; entry++) {
        const cost = best[entry] ?? none
        sum[entry] = (sum[entry] ?? 0) + (cost === none ? 0 : cost)
        if (cost > (worst[entry] ?? 0)) worst[entry] = cost
      }
    }
    return { sum, worst, count: worst.reduce((count, cost) => count + (cost === none ? 0 : 1), 0) }
  }

  return (text, perKind) => {
    const terms = termsOf(text).slice(0, mostTerms)
    if (terms.length === 0) return []
    const exact = judge(terms, false)
    const { sum, worst } = exact.count < few ? judge(terms, true) : exact
    const typed = spoken(text)
    const kinds = new Map<string, { best: Best[]; total: number }>()
    entries.forEach(({ kind }, entry) => {
      const cost = worst[entry] ?? none
      if (cost === none) return
      const name = names[entry] ?? ''
      const begins = name.startsWith(typed)
      // With slips, a name as long as what was typed is likelier meant than one of which that is a part.
      const whole = Math.abs(name.length - typed.length) <= 2
      const fits = classOf(cost) * 256 + (sum[entry] ?? 0) - Number(whole && classOf(cost) === slipped)
      const key = begins ? Number(name.length !== typed.length) : fits
      const found = kinds.get(kind) ?? { best: [], total: 0 }
      kinds.set(kind, found)
      found.total++
      keep(found.best, { key, entry }, perKind)
    })
    return [...kinds]
      .toSorted(([, left], [, right]) => orderOf(left.best[0]?.key ?? 0) - orderOf(right.best[0]?.key ?? 0))
      .map(([kind, { best, total }]) => ({ kind, total, items: best.flatMap(({ entry }) => entries[entry] ?? []) }))
  }
}
