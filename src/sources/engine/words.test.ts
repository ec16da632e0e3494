import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WordColumn } from './words'

const part = fc.constantFrom('Card', 'ledger', 'İ', '\n', 'ab', 'a', '💳', '')
const words = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(' '))

it('finds a word in the rows that have it, over the borders of blocks and after changes', () => {
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(2_999), words), { maxLength: 5 }),
      fc.constantFrom('a', 'ab', 'card', 'ledger', '💳', 'dx'),
      (texts, changes, word) => {
        const column = new WordColumn()
        const held = Array.from({ length: 3_000 }, (_, row) => texts[row % texts.length] ?? '')
        for (const [row, text] of held.entries()) column.hold(row, text)
        column.mask(word)
        for (const [row, text] of changes) {
          held[row] = text
          column.hold(row, text)
        }
        const wanted = held.map((text) => text.toLowerCase().includes(word))
        expect(Array.from(column.mask(word), (bit) => bit === 1)).toEqual(wanted)
        expect(held.map((_, row) => column.has(row, word))).toEqual(wanted)
      },
    ),
    { seed: 4, numRuns: 30 },
  )
})
