import { expect, it } from 'vitest'
import { originOf } from './fromHere'

const origin = { name: 'trends', to: '/trends/?range=28d', place: 'a1' }

it('reads where a link was followed from', () => {
  expect(originOf(origin)).toEqual(origin)
})

it.each([undefined, null, 'trends', {}, { ...origin, to: 'https://elsewhere.example' }, { ...origin, place: 1 }])(
  'takes nothing else for it: %j',
  (state) => {
    expect(originOf(state)).toBeUndefined()
  },
)
