import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { countText } from '../../src/domain/countText'
import { instant, parseInstant } from '../../src/domain/units'
import { memorySource } from '../tools/memorySource'
import { configured, openApp } from './harness'

const company = world()
const slow = { timeout: 15_000 }

function open(search: string) {
  openApp(`trends/${search}`, [configured(memorySource(company.holdings, { asOf: company.now }))], {
    clock: frozenClock(company.now),
  })
  return userEvent.setup()
}

const at = (text: string) => parseInstant(text) ?? instant(Number.NaN)
const began = (from: string, to: string) =>
  company.holdings.incidents.filter(({ opened }) => opened >= at(from) && opened < at(to)).length

const incidents = async () => {
  const heading = await screen.findByRole('heading', { level: 3, name: 'Incidents' }, slow)
  return heading.parentElement ?? document.body
}
const param = (name: string) => new URLSearchParams(location.search).get(name)

describe('a custom range', () => {
  it('that cannot be is told with its reason, and 52 weeks are shown', async () => {
    open('?range=custom&from=2026-03-15&to=2026-03-02')
    const why =
      'The range would end on 2 Mar 2026, before it begins on 15 Mar 2026. Shown are the last 52 weeks: choose the days anew.'
    expect(await screen.findByText(why, {}, slow)).toBeVisible()
    expect(screen.getByLabelText('To')).toHaveAttribute('aria-invalid', 'true')
    expect(await incidents()).toHaveTextContent(
      `n = ${countText(began('2025-11-24T00:00:00Z', '2026-11-23T00:00:00Z'))}`,
    )
  })

  it('follows one chosen day at once, and keeps the other as it was seen', async () => {
    const user = open('')
    await incidents()
    await user.click(screen.getByRole('radio', { name: 'Custom' }))
    fireEvent.change(await screen.findByLabelText('From'), { target: { value: '2026-10-05' } })
    const n = countText(began('2026-10-05T00:00:00Z', '2026-11-23T00:00:00Z'))
    await waitFor(async () => expect(await incidents()).toHaveTextContent(`n = ${n}`))
    expect([param('from'), param('to')]).toEqual(['2026-10-05', '2026-11-20'])
    expect(screen.queryByText(/choose the days anew/)).not.toBeInTheDocument()
  })

  it('stops today where days to come were asked for, and says so', async () => {
    open('?range=custom&from=2026-11-02&to=2026-12-31')
    expect(
      await screen.findByText('The range is shown up to 20 Nov 2026: later days have not come yet.', {}, slow),
    ).toBeVisible()
    expect(await screen.findByText('2 Nov 2026 – 20 Nov 2026')).toBeVisible()
  })
})

it('names what in the address means nothing, and goes on with the rest', async () => {
  open('?range=lately&per=fortnight&severity=1,9&clock=despair&against=luck')
  expect(
    await screen.findByText(
      'Left out, as it means nothing here: range=lately, per=fortnight, severity=9, clock=despair, against=luck.',
      {},
      slow,
    ),
  ).toBeVisible()
  const all = company.holdings.incidents.filter(
    ({ opened, severity }) => severity === 1 && opened >= at('2025-11-24T00:00:00Z'),
  )
  expect(await incidents()).toHaveTextContent(`n = ${all.length}`)
})

describe('another zone', () => {
  it('begins each day at its midnight, across a change of clocks, and leads to the same incidents', async () => {
    open('?range=custom&from=2026-10-24&to=2026-10-26&zone=Europe/Berlin')
    const n = began('2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z')
    const card = await incidents()
    expect(card).toHaveTextContent(`n = ${n}`)
    const to = new URL(card.querySelector('a')?.getAttribute('href') ?? '', location.href).searchParams
    expect([to.get('from'), to.get('to')]).toEqual(['2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z'])
  })

  it('is another cut of the same time when it is changed on the page', async () => {
    const user = open('?range=custom&from=2026-03-28&to=2026-03-30&zone=America/Santiago')
    expect(await incidents()).toHaveTextContent(`n = ${began('2026-03-28T03:00:00Z', '2026-03-31T03:00:00Z')}`)
    await user.click(screen.getByRole('radio', { name: 'UTC' }))
    const n = began('2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z')
    await waitFor(async () => expect(await incidents()).toHaveTextContent(`n = ${n}`))
  })
})
