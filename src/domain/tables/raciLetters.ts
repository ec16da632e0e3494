import type { Role } from '../ownership'

/** The families of letters. RACI may carry V, the validator. RASCI adds S, support. DACI has a driver and an approver. */
export const schemes = ['raci', 'rasci', 'daci'] as const
export type Scheme = (typeof schemes)[number]

/** A letter as written in a table. */
export type Letter = Role | 'S' | 'D'

/** The letters of each family, and the role each stands for. S stands for none: the person decides. */
export const letterRoles: Readonly<Record<Scheme, Readonly<Partial<Record<Letter, Role | 'support'>>>>> = {
  raci: { R: 'R', A: 'A', C: 'C', I: 'I', V: 'V' },
  rasci: { R: 'R', A: 'A', S: 'support', C: 'C', I: 'I', V: 'V' },
  // The driver sees to it that it is done, the approver answers for it.
  daci: { D: 'R', A: 'A', C: 'C', I: 'I', V: 'V' },
}

/** One letter of a cell, with what stood behind it in parentheses. */
export interface Mark {
  readonly letter: Letter
  readonly note?: string
}

/** What a cell says. With a `fault` it says nothing that may be acted on. */
export interface CellReading {
  readonly marks: readonly Mark[]
  /** Claims that were only seen, in tables that Watchbill wrote: `O R`. */
  readonly observed: number
  readonly fault?: string
}

const words: Readonly<Record<string, Letter>> = {
  responsible: 'R',
  accountable: 'A',
  support: 'S',
  supports: 'S',
  supporting: 'S',
  supportive: 'S',
  consulted: 'C',
  consult: 'C',
  informed: 'I',
  inform: 'I',
  validator: 'V',
  validates: 'V',
  verifier: 'V',
  verifies: 'V',
  verify: 'V',
  driver: 'D',
  approver: 'A',
  approves: 'A',
  contributor: 'C',
  contributors: 'C',
  contributes: 'C',
}

/** The letter that a whole word stands for, as headers and some cells have it: `Accountable`, `Approver`. */
export const letterOfWord = (word: string): Letter | undefined => {
  const key = word.toLowerCase()
  return Object.hasOwn(words, key) ? words[key] : undefined
}

const isLetter = (text: string): text is Letter => /^[RASCIVD]$/.test(text)

/** Ways to write that there is nothing; `?` is how Watchbill's own tables mark a missing owner. */
const nothing = /^(|-+|–|—|\?|\.|n\/a|none)$/i

/** The letters of one word: a letter, several run together, or a word that stands for one. */
function lettersOf(word: string): readonly Letter[] | undefined {
  const whole = letterOfWord(word)
  if (whole) return [whole]
  const letters = word.toUpperCase().split('')
  return letters.every(isLetter) && new Set(letters).size === letters.length ? letters : undefined
}

const item = /([^\s/,;+&|()]+)(?:\s*\(([^()]*)\))?|\(([^\s()]+)\)/g

/** Reads a cell: `R`, `a`, `A/R`, `R,A`, `RA`, `Responsible`, `(C)`, `R (Ines Okafor)`. Never guesses. */
export function readCell(written: string): CellReading {
  const text = written.trim()
  if (nothing.test(text)) return { marks: [], observed: 0 }
  if (/[()]/.test(text.replaceAll(/\([^()]*\)/g, '')))
    return { marks: [], observed: 0, fault: `“${text}” has a parenthesis too many or too few` }
  const marks = new Map<Letter, string[]>()
  const wrong: string[] = []
  let observed = 0
  let seen = false
  const rest = text.replaceAll(item, (_whole, word: string | undefined, note: string | undefined, bare = '') => {
    const said = word ?? String(bare)
    if (/^[oO]$/.test(said) && note === undefined) {
      seen = true
      return ''
    }
    const letters = lettersOf(said)
    if (!letters) wrong.push(said)
    else if (seen) observed += 1
    else
      for (const letter of letters)
        marks.set(letter, [...(marks.get(letter) ?? []), ...(note?.trim() ? [note.trim()] : [])])
    seen = false
    return ''
  })
  const [first] = wrong
  if (first !== undefined) return { marks: [], observed, fault: `“${first}” is no letter of RACI, RASCI or DACI` }
  if (seen) return { marks: [], observed, fault: '“O” says that something was seen, but not which letter' }
  if (/[^\s/,;+&|]/.test(rest))
    return { marks: [], observed, fault: `“${text}” has parentheses around more than a letter` }
  return {
    observed,
    // A letter twice with two names is two holders: both are kept.
    marks: [...marks].flatMap(([letter, notes]): readonly Mark[] =>
      notes.length === 0 ? [{ letter }] : notes.map((note) => ({ letter, note })),
    ),
  }
}

/** The family that a set of letters belongs to. */
export function schemeOf(letters: ReadonlySet<Letter>): Scheme {
  if (letters.has('D') && !letters.has('R')) return 'daci'
  return letters.has('S') ? 'rasci' : 'raci'
}
