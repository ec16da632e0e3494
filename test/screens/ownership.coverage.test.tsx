import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { gapKinds } from '../../src/domain/gaps'
import { memorySource } from '../tools/memorySource'
import { configured, openApp } from './harness'

const company = world()

function open(query: string) {
  openApp(`ownership/${query}`, [configured(memorySource(company.holdings, { id: 'larkmere', asOf: company.now }))])
  return userEvent.setup()
}
const panel = () => screen.findByRole('dialog', { name: 'Coverage and gaps' })
const status = () => screen.getByText(/^of 500 activities$/, { selector: '[role=status]', exact: false })
const param = (name: string) => new URLSearchParams(location.search).get(name)
const digits = (text: string | null | undefined) => Number(/^[\d,]+/.exec(text ?? '')?.[0].replaceAll(',', ''))

const show = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(await screen.findByRole('button', { name: /^How owned end to end is counted/ }))
  return within(await panel())
}

describe('the numbers of the panel', () => {
  it.each([
    ['All gaps', undefined],
    ['Coverage by tier', 'By tier'],
    ['Coverage by team', 'By team'],
    ['Coverage by workload', 'By workload'],
  ])('%s: each is the length of the list that it opens', async (name, part) => {
    const user = open('')
    const table = async () => {
      const shown = await show(user)
      if (part !== undefined) await user.click(shown.getByRole('radio', { name: part }))
      return within(await shown.findByRole('region', { name }))
    }
    const labels = (await table()).getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? '')
    expect(labels.length).toBeGreaterThan(8)
    await user.click(within(await panel()).getByRole('button', { name: 'Close' }))
    // The first and last of each table; those between come from the same two functions.
    for (const label of [...labels.slice(0, 4), ...labels.slice(-2)]) {
      await user.click((await table()).getByRole('button', { name: label }))
      await waitFor(() => expect([label, digits(status().textContent)]).toEqual([label, digits(label)]))
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
      await user.click(screen.getByRole('button', { name: 'Clear' }))
    }
  })

  it('count within the other filters, which stay', async () => {
    const user = open('?coverage=true&tier=1&role=A')
    const shown = within(await panel())
    expect(shown.getByText(/^Counted in \d+ activities of 500/)).toBeInTheDocument()
    const button = shown.getByRole('button', { name: /^\d+ owned: tier 1$/ })
    const count = digits(button.getAttribute('aria-label'))
    await user.click(button)
    await waitFor(() => expect(digits(status().textContent)).toBe(count))
    await waitFor(() =>
      expect([param('tier'), param('role'), param('gap'), param('coverage')]).toEqual(['1', 'A', 'owned', null]),
    )
  })

  it('name every class of gap, what is not recorded, and where placeholders are listed', async () => {
    const activities = company.holdings.activities.map(
      ({ review: _review, runbook: _runbook, playbook: _playbook, ...each }) => each,
    )
    openApp('ownership/?coverage=true', [
      configured(memorySource({ ...company.holdings, activities }, { asOf: company.now })),
    ])
    const shown = within(await panel())
    const rows = within(shown.getByRole('region', { name: 'All gaps' })).getAllByRole('row')
    expect(rows).toHaveLength(1 + 3 + gapKinds.length + 5)
    const row = (name: string) => rows.find((each) => each.textContent?.startsWith(name))
    expect(row('Review overdue')).toHaveTextContent('not recorded')
    expect(row('No runbook')).toHaveTextContent('not recorded')
    expect(row('Runbook not versioned')).toHaveTextContent('not recorded')
    expect(row('No accountable')).toHaveTextContent('122.4%')
    expect(shown.getByText('placeholders', { selector: 'code' })).toBeInTheDocument()
  })
})

describe('the other gaps', () => {
  it('end in the way to all of them', async () => {
    const user = open('')
    await user.click(await screen.findByRole('button', { name: 'More: other gaps' }))
    await user.click(await screen.findByRole('menuitem', { name: 'All gaps and coverage…' }))
    expect(await panel()).toBeInTheDocument()
    await waitFor(() => expect(param('coverage')).toBe('true'))
  })
})
