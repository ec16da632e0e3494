import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { pathTo } from '../../src/app/paths'
import type { Within } from '../../src/domain/dimension'
import { writeWithin } from '../../src/domain/query/within'
import { hour, instant } from '../../src/domain/units'
import { memorySource } from '../tools/memorySource'
import { anActivity, anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'

const ago = (hours: number) => instant(now - hours * hour)
const incidents = [
  anIncident({ id: 'I-1', title: 'Cards fail', severity: 1, opened: ago(2), clocks: { detected: ago(2) }, activity: 'rotate', factors: ['expired certificate'] }),
  anIncident({ id: 'I-2', title: 'Mail waits', severity: 1, opened: ago(300), clocks: { detected: ago(300), resolved: ago(290) }, state: 'resolved', factors: ['expired certificate', 'no alarm'] }),
  anIncident({ id: 'I-3', title: 'Disk full', severity: 3, opened: ago(4), clocks: { detected: ago(4), resolved: ago(3) }, state: 'resolved', problem: 'PRB-1' }),
] // prettier-ignore

const reckoning = { zone: 'UTC', now: instant(now) }
function open(limits: readonly Within[] | string) {
  const source = memorySource(
    { incidents, activities: [anActivity({ id: 'rotate', name: 'Rotate certificates' })] },
    { asOf: now },
  )
  const within = typeof limits === 'string' ? limits : writeWithin(limits)
  openApp(pathTo('incidents', { view: 'table', status: 'all', within }), [configured(source)])
  return userEvent.setup()
}

describe('the records behind a count', () => {
  it('are exactly those, and each limit is said and can be taken away', async () => {
    const user = open([
      { by: 'factor', values: ['expired certificate'], ...reckoning },
      { by: 'reading', values: ['open'], clock: 'resolve', ...reckoning },
    ])
    expect(await screen.findByText('1 of 3 incidents')).toBeVisible()
    expect(await screen.findByRole('button', { name: /^Factor: expired certificate/ })).toBeVisible()
    await user.click(await screen.findByRole('button', { name: /^Time to resolve: still open/ }))
    expect(await screen.findByText('2 of 3 incidents')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: /^Factor: expired certificate/ }))
    expect(await screen.findByText('3 incidents')).toBeVisible()
    await waitFor(() => expect(new URLSearchParams(location.search).has('within')).toBe(false))
  })

  it.each<[Within, string | RegExp]>([
    [{ by: 'review', values: ['overdue'], ...reckoning }, /^Review: overdue/],
    [{ by: 'fixed', values: ['yes'], fixes: { 'PRB-1': ago(5) }, ...reckoning }, /^After its fix/],
    [{ by: 'activity', values: ['rotate'], ...reckoning }, /^Activity: Rotate certificates/],
    [{ by: 'hourOfWeek', values: ['103'], ...reckoning }, /^Starts Fri 07:00–08:00 UTC/],
  ])('by %o', async (limit, name) => {
    open([limit])
    expect(await screen.findByRole('button', { name })).toBeVisible()
    expect(await screen.findByText('1 of 3 incidents')).toBeVisible()
  })

  it('say so when the address cannot be read, and show more rather than nothing', async () => {
    open('[{"by":"mood","values":["grim"]}]')
    expect(await screen.findByText(/The limits of a count in this address .* cannot be read/)).toBeVisible()
    expect(await screen.findByText('3 incidents')).toBeVisible()
  })
})
