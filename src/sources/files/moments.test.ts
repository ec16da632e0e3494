import { expect, it } from 'vitest'
import { anIncident } from '../../../test/tools/records'
import { instant } from '../../domain/units'
import { newestMoment } from './moments'

const now = instant(100)

it('takes the newest clock of all incidents, not the newest opening', () => {
  const incidents = [
    anIncident({ id: 'a', opened: instant(5), clocks: { detected: instant(5), closed: instant(90) } }),
    anIncident({ id: 'b', opened: instant(50), clocks: { detected: instant(50) } }),
  ]
  expect(newestMoment('incidents', incidents, now)).toBe(90)
})

it('believes no moment that is still to come', () => {
  const wrong = anIncident({ id: 'a', opened: instant(5), clocks: { detected: instant(5), closed: instant(900) } })
  expect(newestMoment('incidents', [wrong], now)).toBe(5)
})

it('says nothing for records without moments, and for plans', () => {
  expect(newestMoment('workloads', [{ id: 'w', name: 'w', tags: [] }], now)).toBeUndefined()
  const freeze = { id: 'e', title: 'freeze', kind: 'freeze' as const, at: instant(7), planned: true, workloads: [] }
  expect(newestMoment('events', [freeze], now)).toBeUndefined()
})
