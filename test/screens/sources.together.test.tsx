import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Holdings } from '../../src/domain/query/facets'
import type { Team } from '../../src/domain/ownership'
import { aWorkload } from '../tools/records'
import { changes, openConfigured, two } from './sources.tools'

const user = userEvent.setup()
const team = (key: string, name: string): Team => ({ type: 'team', id: `team:${key}`, name, contacts: [], tags: [] })

const held: Readonly<Record<string, Partial<Holdings>>> = {
  first: {
    workloads: [aWorkload('ledger', { name: 'Ledger', tier: 1 }), aWorkload('cards', { name: 'Cards' })],
    parties: [team('payments', 'Payments')],
  },
  second: {
    workloads: [aWorkload('ledger', { name: 'Ledger', tier: 3 }), aWorkload('cards', { name: 'Card gateway' })],
    parties: [team('PAY-1', 'PAYMENTS.'), team('ops', 'Operations')],
  },
}
const open = () => openConfigured('sources/?view=together', two, (id) => held[id] ?? {})
const listed = async () => screen.findByRole('list', { name: 'Disagreements' })

it('lists who says what, who is believed and why, and narrows the list', async () => {
  open()
  expect(await screen.findByText('2 disagreements')).toBeVisible()
  expect(within(await listed()).getAllByText('First stands before Second in the order of belief.')).toHaveLength(2)
  await user.type(screen.getByRole('searchbox', { name: 'Find a disagreement' }), 'gateway')
  expect(await screen.findByText('1 of 2 disagreements')).toBeVisible()
  expect(await listed()).toHaveTextContent('workloads Cards cards, name:')
  expect(await listed()).not.toHaveTextContent('tier')
})

it('proposes names that may be one, and adds the rule to the draft only when asked to', async () => {
  open()
  const list = await screen.findByRole('list', { name: 'Names that may be one' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  expect(list).toHaveTextContent('Team PAY-1 of Second may be payments of First: “PAYMENTS.” and “Payments”')
  expect(localStorage.getItem('watchbill.draft.configuration')).toBeNull()
  await user.click(within(list).getByRole('button', { name: 'Add PAY-1 = payments to the draft configuration' }))
  expect(await within(list).findByText('In the draft')).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Set up' }))
  expect(await changes()).toHaveTextContent('second: aliases.teams.PAY-1: nothing becomes "payments"')
})

it('says that incidents of two sources are counted apart, and limits one of them in the draft', async () => {
  open()
  expect(await screen.findByRole('heading', { name: 'Incidents counted apart' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'No incidents from Second (in the draft)' }))
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'No incidents from Second (in the draft)' })).toHaveAccessibleDescription(
      'In the draft it tells none.',
    ),
  )
  await user.click(screen.getByRole('radio', { name: 'Set up' }))
  expect(await changes()).toHaveTextContent(
    'second: only.facets: nothing becomes ["workloads","activities","assignments","parties","problems","improvements"]',
  )
})

it('says in words who tells and takes what', async () => {
  open()
  const table = within(await screen.findByRole('table', { name: 'Who tells what, source by source' }))
  const incidents = await table.findByRole('row', { name: /^incidents/ })
  expect(
    within(incidents)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['tells', 'tells'])
  expect(table.getByRole('row', { name: /^events/ })).toHaveTextContent('does not tell')
})
