import { forgiven, slipsBetween } from './typo'
import { wordsOf } from './words'

/** Something that can be found by its words. */
export interface Findable {
  /** Which sort of thing it is; hits are counted and cut by it. */
  readonly kind: string
  readonly name: string
  /** Other words it goes by, worth less than those of its name. */
  readonly also: readonly string[]
}

/** The words of many entries, and which entries have them. */
export interface Vocabulary {
  /** In order of their letters, so that a start is found by halving. */
  readonly words: readonly string[]
  /** For each word the entries that have it: entry × 2, and 1 more where it is not in the name. */
  readonly postings: readonly (readonly number[])[]
  /** A bit for each letter of each word: rules most words out before slips are counted. */
  readonly letters: Uint32Array
}

function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits >>> 0
}

function bitsIn(value: number): number {
  let [count, rest] = [0, value]
  for (; rest !== 0; count++) rest &= rest - 1
  return count
}

/** Gathers the words of all entries. Takes longer than any search: do it once. */
export function vocabularyOf(entries: readonly Findable[]): Vocabulary {
  const found = new Map<string, number[]>()
  const note = (word: string, posting: number) => {
    const list = found.get(word)
    if (!list) found.set(word, [posting])
    else if ((list.at(-1) ?? -1) >> 1 !== posting >> 1) list.push(posting)
  }
  entries.forEach(({ name, also }, entry) => {
    for (const word of wordsOf(name)) note(word, entry * 2)
    for (const text of also) for (const word of wordsOf(text)) note(word, entry * 2 + 1)
  })
  const words = [...found.keys()].toSorted()
  return {
    words,
    postings: words.map((word) => found.get(word) ?? []),
    letters: Uint32Array.from(words, lettersOf),
  }
}

/** Where the words that begin with the term begin. */
function startOf(words: readonly string[], term: string): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < term) low = middle + 1
    else high = middle
  }
  return low
}

/** How a term stands in a word: is it, begins it, is inside it; or is meant by it with one slip, or more. */
export type Fit = 'same' | 'begins' | 'inside' | 'slip' | 'slips'

/** Calls back with every word that the term may mean, and how well it fits. */
export function eachWord(
  { words, letters }: Vocabulary,
  term: string,
  slips: boolean,
  told: (at: number, fit: Fit) => void,
) {
  for (let at = startOf(words, term); words[at]?.startsWith(term); at++)
    told(at, words[at] === term ? 'same' : 'begins')
  // A lone letter is in every second word; a lone sign of a script without letters is a word.
  if (term.length > 1 || term > '\u02ff')
    words.forEach((word, at) => {
      if (word.includes(term, 1) && !word.startsWith(term)) told(at, 'inside')
    })
  const most = slips ? forgiven(term) : 0
  if (most === 0) return
  const own = lettersOf(term)
  words.forEach((word, at) => {
    if (bitsIn(own & ~(letters[at] ?? 0)) > most) return
    const { whole, start } = slipsBetween(term, word, most)
    const least = term.length < 5 ? whole : Math.min(whole, start)
    if (least <= most) told(at, least <= 1 ? 'slip' : 'slips')
  })
}
