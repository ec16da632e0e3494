import { expect, it } from 'vitest'
import { grown } from './grow'

/** A card on which type of up to so many times the usual size fits. */
function card(most: number) {
  const tried: number[] = []
  let growth = 0
  const style = {
    setProperty: (_name: string, value: string | null) => {
      growth = Number(value)
    },
  }
  return {
    tried,
    grow: (wide: number) => {
      grown({ style }, wide, () => {
        tried.push(growth)
        return growth <= most
      })
      return growth
    },
  }
}

it('takes the largest at which everything fits', () => {
  expect(card(1.65).grow(94)).toBe(1.6)
  expect(card(9).grow(94)).toBe(2.4)
})

it('is as usual where nothing larger fits, also where that does not', () => {
  expect(card(1).grow(94)).toBe(1)
  expect(card(0).grow(94)).toBe(1)
})

it('leaves room for words: a narrow card grows less', () => {
  const { grow, tried } = card(9)
  expect(grow(40)).toBe(1.6)
  expect(tried).toEqual([1.6])
  expect(grow(20)).toBe(1)
})
