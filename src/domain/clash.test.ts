import { expect, it } from 'vitest'
import { theirsText } from './clash'

const seen = new Map([
  ['State', 'open'],
  ['Owner', 'SRE'],
])

it('tells what moved on, and what the change is about', () => {
  const now = new Map([
    ['State', 'open'],
    ['Owner', 'Payments'],
    ['Due', '1 Jan'],
  ])
  expect(theirsText(seen, now)).toBe('Owner Payments (was SRE), Due 1 Jan (was not there)')
  expect(theirsText(seen, now, ['State'])).toBe('State open, Owner Payments (was SRE), Due 1 Jan (was not there)')
  expect(theirsText(seen, seen)).toBe('nothing that is shown here differs')
})
