import type { Filters } from '../query'
import { readToken } from './readToken'
import type { Vocabulary } from './vocabulary'
import { kindOf, wordsIn } from './words'

/** A token that was not understood, with the reason. It stays in the text. */
export interface TokenFault {
  readonly text: string
  readonly reason: string
  /** It is the last word: it may still be being typed. */
  readonly last: boolean
}

export interface Parsed {
  /** What the understood tokens make of the filters; undefined where there are none. */
  readonly change: Partial<Filters> | undefined
  /** The text without them. */
  readonly rest: string
  readonly faults: readonly TokenFault[]
}

/** Understands the tokens of a text. What is not understood stays in the text: nothing is lost. */
export function parseText(text: string, filters: Filters, known: Vocabulary): Parsed {
  const words = wordsIn(text)
  const rest: string[] = []
  const faults: TokenFault[] = []
  let change: Partial<Filters> | undefined
  for (const [index, word] of words.entries()) {
    const meaning = word.key === undefined ? undefined : readToken(word, known)
    if (meaning && 'change' in meaning) {
      change = { ...change, ...meaning.change({ ...filters, ...change }) }
      continue
    }
    rest.push(word.text)
    // An address or a time in the text is no token that failed.
    if (meaning && (kindOf(word.key ?? '') !== undefined || /^[a-z-]{2,}$/i.test(word.key ?? '')))
      faults.push({ text: word.text, reason: meaning.fault, last: index === words.length - 1 })
  }
  return { change, rest: rest.join(' '), faults }
}
