import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { answer, askForTransfer, findForm, open, waiting } from './ownershipDrawer'

afterEach(() => localStorage.clear())

describe('a requested change', () => {
  it('waits for a decision, and moves the role once it is approved', async () => {
    const { user, drawer, backend } = await open()
    const form = await askForTransfer(user)
    expect(within(form).getByRole('group', { name: 'What it would change' })).toHaveTextContent(
      'If approved: Accountable moved from Security to Payments.',
    )
    expect(form).toHaveTextContent('Decided by M. Okafor, as its review policy says.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const requests = await waiting(drawer, 2)
    await waitFor(() => expect(backend.list('requests', { states: ['proposed'] })).toHaveLength(2))
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    expect(answer(drawer, 'Accountable')).toHaveTextContent('Security')

    const card = within(requests)
      .getByText(/Accountable moved from Security to Payments/)
      .closest('li')
    if (!card) throw new Error('The request has no card.')
    expect(card).toHaveTextContent('“They run it” A. Haddad')
    await user.click(within(card).getByRole('button', { name: 'Approve' }))
    await waitFor(() => expect(answer(drawer, 'Accountable')).toHaveTextContent('Payments'))
    expect(answer(drawer, 'Accountable')).not.toHaveTextContent('Security')
    await waitFor(() =>
      expect(backend.list('assignments', { activities: ['rotate'], roles: ['A'], claims: ['declared'] })).toMatchObject(
        [{ party: 'team:payments' }],
      ),
    )
    await waitFor(() =>
      expect(within(drawer).getByRole('region', { name: 'History' })).toHaveTextContent(
        'HistoryAccountable moved from Security to Payments20 Nov 2026 · by A. Haddad · They run it',
      ),
    )
  })

  it('is taken back by who asked for it, and by nobody else', async () => {
    const { user, drawer, backend } = await open()
    const theirs = await waiting(drawer, 1)
    expect(within(theirs).getByRole('button', { name: 'Take back' })).toHaveAccessibleDescription(
      'Only M. Okafor can take it back.',
    )
    await askForTransfer(user)
    await user.click(screen.getByRole('button', { name: /^Send request/ }))
    const card = within(await waiting(drawer, 2))
      .getByText(/from Security to Payments/)
      .closest('li')
    if (!card) throw new Error('The request has no card.')
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    await user.click(within(card).getByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(backend.list('requests', { states: ['withdrawn'] })).toHaveLength(1))
    await waiting(drawer, 1)
    expect(within(drawer).getByRole('region', { name: 'History' })).toHaveTextContent(
      'Taken back: Accountable moved from Security to Payments',
    )
  })

  it('is rejected with a word about it', async () => {
    const { user, drawer, backend } = await open()
    await user.click(within(await waiting(drawer, 1)).getByRole('button', { name: 'Reject' }))
    await user.type(screen.getByRole('textbox', { name: /speaks against it/ }), 'Not now')
    await user.click(screen.getByRole('button', { name: 'Reject it' }))
    await waitFor(() => expect(backend.get('requests', 'CHG-1')).toMatchObject({ state: 'rejected', note: 'Not now' }))
    expect(within(drawer).getByRole('region', { name: 'History' })).toHaveTextContent(
      'Rejected: Consulted given to SRE',
    )
  })

  it('cannot be asked for twice', async () => {
    const { user } = await open('rotate', '&ask=change&party=team:sre')
    const form = await findForm('Request a change')
    expect(within(form).getByRole('combobox', { name: 'Who gets it' })).toHaveValue('SRE')
    await user.selectOptions(within(form).getByRole('combobox', { name: 'Role' }), 'Consulted')
    await user.type(within(form).getByRole('textbox', { name: 'Why' }), 'Again')
    expect(within(form).getByRole('button', { name: /^Send request/ })).toHaveAccessibleDescription(
      /asks for the same already/,
    )
  })

  it('warns of what it would break', async () => {
    const { user } = await open('rotate', '&ask=change&party=team:sre')
    const form = await findForm('Request a change')
    await user.selectOptions(within(form).getByRole('combobox', { name: 'Role' }), 'Accountable')
    expect(within(form).getByRole('group', { name: 'What it would change' })).toHaveTextContent(
      'Then: 2 parties are accountable (Security, SRE); exactly one must be.',
    )
  })

  it('begins, for a cell, with the role that its party holds there', async () => {
    await open('rotate', '&ask=change&party=team:security')
    const form = await findForm('Request a change')
    expect(within(form).getByRole('combobox', { name: 'Which role' })).toHaveDisplayValue('Accountable: Security')
  })
})

describe('an exception', () => {
  it('needs a gap, a day ahead and a reason, and says so at each', async () => {
    const { user, drawer, backend } = await open('rotate', '&ask=change')
    const form = await findForm('Request a change')
    await user.click(within(form).getByRole('radio', { name: 'Exception' }))
    await user.click(within(form).getByRole('button', { name: /^Send request/ }))
    const gap = within(form).getByRole('combobox', { name: 'Gap to bear with' })
    await waitFor(() => expect(gap).toHaveFocus())
    expect(gap).toHaveAccessibleDescription('Choose which gap is to be borne with.')
    const until = within(form).getByLabelText('Until the end of')
    expect(until).toHaveAccessibleDescription('Give a whole date.')
    expect(within(form).getByRole('textbox', { name: 'Why' })).toHaveAccessibleDescription(
      'Say why: those who decide go by it.',
    )
    await user.selectOptions(gap, 'Declared ≠ observed')
    await user.type(until, '2026-01-01')
    expect(until).toHaveAccessibleDescription('It must lie ahead.')
    await user.clear(until)
    await user.type(until, '2027-03-31')
    await user.type(within(form).getByRole('textbox', { name: 'Why' }), 'The tags are being mended')
    await user.click(within(form).getByRole('button', { name: /^Send request/ }))
    const card = within(await waiting(drawer, 2))
      .getByText(/excused until 31 Mar 2027/)
      .closest('li')
    if (!card) throw new Error('The request has no card.')
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    await user.click(within(card).getByRole('button', { name: 'Approve' }))
    await waitFor(() => expect(backend.get('activities', 'rotate')?.exceptions).toHaveLength(3))
    await waitFor(() => expect(answer(drawer, 'Excused')).toHaveTextContent('The tags are being mended'))
  })
})

describe('the other forms', () => {
  it('mark the ownership as reviewed after an organisational change', async () => {
    const { user, drawer, backend } = await open()
    await user.click(screen.getByRole('button', { name: 'Mark reviewed' }))
    const form = await findForm('Mark reviewed')
    expect(form).toHaveTextContent('Confirmed by A. Haddad on 20 Nov 2026.')
    expect(form).toHaveTextContent('1 gap stays: a review closes none of them.')
    await user.click(within(form).getByRole('radio', { name: 'Organisation changed' }))
    await user.type(within(form).getByRole('textbox', { name: /^Evidence/ }), 'Minutes of 19 Nov')
    await user.click(within(form).getByRole('button', { name: /^Confirm/ }))
    await waitFor(() => expect(answer(drawer, 'Reviewed')).toHaveTextContent('20 Nov 2026 · due 19 Feb 2027'))
    await waitFor(() =>
      expect(backend.get('activities', 'rotate')?.history?.[0]).toMatchObject({
        by: 'A. Haddad',
        evidence: 'After an organisational change: Minutes of 19 Nov',
      }),
    )
  })

  it('put feedback into the queue', async () => {
    const { user, drawer } = await open()
    await user.click(screen.getByRole('button', { name: 'Feedback' }))
    const form = await findForm('Give feedback')
    await user.click(within(form).getByRole('button', { name: /^Send feedback/ }))
    const text = within(form).getByRole('textbox')
    expect(text).toHaveAccessibleDescription('Write what you noticed.')
    await user.type(text, 'The alarm names no runbook')
    await user.keyboard('{Control>}{Enter}{/Control}')
    const queue = await within(drawer).findByRole('region', { name: 'Feedback (2)' })
    expect(queue).toHaveTextContent('“The alarm names no runbook”')
  })

  it('record an improvement with owner and due date', async () => {
    const { user, drawer, backend } = await open()
    await user.click(screen.getByRole('button', { name: 'Improvement' }))
    const form = await findForm('Record an improvement')
    await user.type(within(form).getByRole('textbox', { name: 'What would be better' }), 'Check the link')
    await user.type(within(form).getByRole('combobox', { name: 'Owner' }), 'sre{Enter}')
    await user.type(within(form).getByLabelText('Due by the end of'), '2027-01-15')
    await user.click(within(form).getByRole('button', { name: /^Record/ }))
    const tracked = within(drawer).getByRole('region', { name: 'Improvements' })
    await waitFor(() => expect(tracked).toHaveTextContent('Check the linkSRE · due 15 Jan 2027'))
    await waitFor(() => expect(backend.list('improvements', { owners: ['team:sre'] })).toHaveLength(1))
  })

  it('offer only people who are still here', async () => {
    const { user } = await open('rotate', '&ask=improvement')
    const form = await findForm('Record an improvement')
    await user.click(within(form).getByRole('combobox', { name: 'Owner' }))
    expect(await within(form).findByRole('option', { name: /M. Okafor/ })).toBeInTheDocument()
    expect(within(form).queryByRole('option', { name: /Farrow/ })).not.toBeInTheDocument()
  })

  it('fold with Escape before the drawer closes, and give the focus back', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Feedback' }))
    const form = await findForm('Give feedback')
    await waitFor(() => expect(within(form).getByRole('textbox')).toHaveFocus())
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    expect(screen.getByRole('dialog')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Feedback' })).toHaveFocus())
    await user.click(screen.getByRole('button', { name: 'Feedback' }))
    await findForm('Give feedback')
    screen.getByRole('button', { name: 'Close' }).focus()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    expect(screen.getByRole('dialog')).toBeInTheDocument()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })
})
