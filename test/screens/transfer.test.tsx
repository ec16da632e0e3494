import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { leaving, open, steps, outcome, pick, figure, merge } from './transferPlan'

// Drafts last over a reload: each test begins without any.
beforeEach(() => localStorage.clear())

describe('planning a transfer', () => {
  it('begins empty and says what it is for', async () => {
    open()
    expect(await screen.findByRole('heading', { name: 'Nothing is planned yet' })).toBeInTheDocument()
    const request = await screen.findByRole('button', { name: 'Request 0 changes' })
    expect(request).toHaveAccessibleDescription('The plan changes no activity yet.')
    expect(await screen.findByRole('button', { name: 'Add the step' })).toHaveAccessibleDescription(
      'Say who hands over.',
    )
  })

  it('shows what a merge comes to: letters gained and lost, load, bus factor', async () => {
    const { user } = open(`?from=${leaving}`)
    expect(await screen.findByRole('combobox', { name: 'Team that is absorbed' })).toHaveValue('Partner Integrations')
    await merge(user)
    expect(await steps()).toHaveTextContent('14 roles in 14 activities')
    await waitFor(async () => expect(await figure('Activities changed')).toHaveTextContent('14of 500, 28 roles'))
    expect(await figure('To solve')).toHaveTextContent('0nothing')
    const table = within(await outcome()).getByRole('table', { name: /14 of 14 activities that change/ })
    expect(within(table).getByRole('columnheader', { name: 'Partner Integrations ends' })).toBeInTheDocument()
    expect(within(table).getAllByRole('img', { name: 'Responsible lost' })).toHaveLength(14)
    expect(within(table).getAllByRole('img', { name: 'Responsible gained' })).toHaveLength(14)
    await user.click(screen.getByRole('radio', { name: 'Load' }))
    const row = await within(await outcome()).findByRole('row', { name: /^Partner Integrations/ })
    expect(row).toHaveTextContent('before 14after 0−14')
    await user.click(screen.getByRole('radio', { name: 'Bus factor' }))
    expect(await within(await outcome()).findByRole('row', { name: /^Nobody/ })).toHaveTextContent('−14')
    await waitFor(() => expect(new URLSearchParams(location.search).get('view')).toBe('people'))
  })

  it('names what is orphaned, and mends it by giving it to somebody', async () => {
    const { user } = open(`?from=${leaving}`)
    await user.click(await screen.findByRole('radio', { name: 'Retire' }))
    await user.click(screen.getByRole('button', { name: 'Add the step' }))
    expect(await screen.findByRole('heading', { name: 'To solve: 14' })).toBeInTheDocument()
    const problems = within(await outcome()).getByRole('region', { name: 'To solve' })
    const [first] = within(problems).getAllByRole('button', { name: /^Give to/ })
    if (!first) throw new Error('There is no suggestion.')
    await user.click(first)
    expect(await screen.findByRole('heading', { name: 'To solve: 13' })).toBeInTheDocument()
    expect(await steps()).toHaveTextContent('becomes responsible for')
    await user.click(screen.getByRole('button', { name: 'Give 13 to the first suggestion' }))
    expect(await screen.findByRole('heading', { name: 'Nothing to solve' })).toBeInTheDocument()
    expect(await steps()).toHaveTextContent('Give 14 single roles')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('heading', { name: 'To solve: 13' })).toBeInTheDocument()
  })

  it('moves steps by keyboard, changes and removes them', async () => {
    const { user } = open(`?from=${leaving}`)
    await merge(user)
    await pick(user, 'Team that is absorbed', 'Checkout')
    await pick(user, 'Team that takes all over', 'Mobile')
    await user.click(screen.getByRole('button', { name: 'Add the step' }))
    const later = await screen.findByRole('button', { name: 'Take step 2 earlier' })
    later.focus()
    await user.keyboard('{Enter}')
    const items = async () => within(await steps()).getAllByRole('listitem')
    await waitFor(async () => expect((await items())[0]).toHaveTextContent('Merge Checkout into Mobile'))
    expect((await items())[1]).toHaveTextContent('Left out. Checkout is no more after step 1.')
    expect(screen.getByRole('button', { name: 'Take step 1 earlier' })).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Remove step 1' }))
    await waitFor(async () => expect(await items()).toHaveLength(1))
    await user.click(screen.getByRole('button', { name: 'Change step 1' }))
    const form = await screen.findByRole('form', { name: 'Change the step' })
    await user.click(within(form).getByRole('radio', { name: 'Retire' }))
    await user.click(within(form).getByRole('button', { name: 'Change the step' }))
    await waitFor(async () =>
      expect(await steps()).toHaveTextContent('Partner Integrations leaves; Checkout takes over'),
    )
  })

  it('splits a team into one that no source knows, and says so', async () => {
    const { user } = open('?from=team:payments')
    await user.click(await screen.findByRole('radio', { name: 'Split' }))
    const form = screen.getByRole('form', { name: 'Add a step' })
    await user.click(within(form).getByText('Workloads'))
    await user.click(await within(form).findByRole('checkbox', { name: /^Payments ledger/ }))
    await user.click(within(form).getByRole('button', { name: 'Other team: a new team' }))
    await user.type(within(form).getByRole('textbox', { name: 'Other team: name of the new team' }), 'Ledger')
    await user.click(within(form).getByRole('button', { name: 'Add the step' }))
    await waitFor(async () => expect(await steps()).toHaveTextContent('Split Payments: Payments ledger to Ledger'))
    expect(await within(await outcome()).findByRole('columnheader', { name: 'Ledger' })).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: /^Also see to/ }))
    expect(await screen.findByText(/No source knows Ledger yet \(team:ledger\)/)).toBeInTheDocument()
  })

  it('keeps the plan over a reload, and discards it with a way back', async () => {
    const first = open(`?from=${leaving}`)
    await merge(first.user)
    first.unmount()
    const { user } = open()
    await waitFor(async () => expect(await steps()).toHaveTextContent('Merge Partner Integrations into Checkout'))
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(await screen.findByRole('heading', { name: 'Nothing is planned yet' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await steps()).toHaveTextContent('Merge Partner Integrations into Checkout'))
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    const name = await screen.findByRole('textbox', { name: 'Name of the plan' })
    await user.clear(name)
    await user.type(name, 'Autumn{Enter}')
    expect(await screen.findByRole('option', { name: 'Autumn' })).toBeInTheDocument()
  })

  it('keeps several plans apart', async () => {
    const { user } = open(`?from=${leaving}`)
    await merge(user)
    await user.click(screen.getByRole('button', { name: 'New plan' }))
    expect(await screen.findByRole('heading', { name: 'Nothing is planned yet' })).toBeInTheDocument()
    await pick(user, 'Team that takes all over', 'Mobile')
    await user.click(screen.getByRole('button', { name: 'Add the step' }))
    await waitFor(async () => expect(await steps()).toHaveTextContent('Merge Partner Integrations into Mobile'))
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Plan' }),
      screen.getByRole('option', { name: 'Merge Partner Integrations into Checkout' }),
    )
    await waitFor(async () => expect(await steps()).toHaveTextContent('Merge Partner Integrations into Checkout'))
    expect(await steps()).not.toHaveTextContent('Mobile')
    await waitFor(() => expect(new URLSearchParams(location.search).get('plan')).toBe('p1'))
  })

  it('tells what the address asks for and nobody knows', async () => {
    open('?from=team:nobody&plan=p9&view=moods')
    expect(await screen.findByText(/There is no team or person “team:nobody”/)).toBeInTheDocument()
    expect(screen.getByText(/This browser keeps no plan “p9”/)).toBeInTheDocument()
    expect(screen.getByText(/asks for the reading “moods”/)).toBeInTheDocument()
  })
})
