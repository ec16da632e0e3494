import { describe, expect, it } from 'vitest'
import { readCell, schemeOf } from './raciLetters'

const letters = (text: string) =>
  readCell(text)
    .marks.map(({ letter, note }) => (note === undefined ? letter : `${letter}:${note}`))
    .join(' ')

describe('readCell', () => {
  it.each([
    ['R', 'R'],
    [' a ', 'A'],
    ['A/R', 'A R'],
    ['R,A', 'R A'],
    ['r; a', 'R A'],
    ['R A', 'R A'],
    ['R\nA', 'R A'],
    ['AR', 'A R'],
    ['ra', 'R A'],
    ['R & C', 'R C'],
    ['R+V', 'R V'],
    ['R|I', 'R I'],
    ['S', 'S'],
    ['D', 'D'],
    ['Responsible', 'R'],
    ['Accountable / Informed', 'A I'],
    ['approver', 'A'],
    ['Contributors', 'C'],
    ['(C)', 'C'],
    ['R (Ines Okafor)', 'R:Ines Okafor'],
    ['A; R (Ines Okafor); I (from Ledger)', 'A R:Ines Okafor I:from Ledger'],
    ['R (Ines); R (Jo)', 'R:Ines R:Jo'],
    ['R, R', 'R'],
  ])('reads %j', (text, read) => {
    expect(letters(text)).toBe(read)
    expect(readCell(text).fault).toBeUndefined()
  })
  it.each(['', '  ', '-', '–', '—', '?', 'n/a', 'N/A', 'none'])('takes %j for nothing', (text) => {
    expect(readCell(text)).toEqual({ marks: [], observed: 0 })
  })
  it.each([
    ['X', '“X”'],
    ['R, Q', '“Q”'],
    ['R1', '“R1”'],
    ['yes', '“yes”'],
    ['RR', '“RR”'],
    ['A/R/Z (note)', '“Z”'],
    ['R (Ines', 'parenthesis'],
    ['__proto__', '“__proto__”'],
    ['constructor', '“constructor”'],
    ['O', '“O”'],
  ])('refuses %j and says what is wrong', (text, words) => {
    expect(readCell(text).marks).toEqual([])
    expect(readCell(text).fault).toContain(words)
  })
  it('counts what was only seen, and does not take it for a role', () => {
    expect(readCell('A; O R (Ines Okafor)')).toEqual({ marks: [{ letter: 'A' }], observed: 1 })
  })
})

describe('schemeOf', () => {
  it.each([
    ['RACI', 'raci'],
    ['RASCI', 'rasci'],
    ['DACI', 'daci'],
    ['RACIV', 'raci'],
    ['ACI', 'raci'],
    ['DR', 'raci'],
    ['AS', 'rasci'],
  ] as const)('%s is %s', (given, scheme) => {
    const all = given.split('').flatMap((letter) => readCell(letter).marks.map((mark) => mark.letter))
    expect(schemeOf(new Set(all))).toBe(scheme)
  })
})
