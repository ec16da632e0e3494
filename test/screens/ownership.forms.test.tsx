import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Command } from '../../src/domain/command'
import { type Source, SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { configured, now, openApp } from './harness'
import { address, askForTransfer, findDrawer, findForm, open, waiting } from './ownershipDrawer'
import { records } from './ownershipRecords'

afterEach(() => localStorage.clear())

describe('what was typed', () => {
  it('outlasts a reload, with the form it stood in', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now })
    const { unmount } = openApp(address('rotate'), [configured(source)])
    const user = userEvent.setup()
    await findDrawer()
    await askForTransfer(user, 'They run')
    const { search } = location
    await waitFor(() => expect(location.search).toContain('ask=change'))
    unmount()
    openApp(`/ownership/${search === '' ? location.search : search}`, [configured(source)])
    const form = await findForm('Request a change')
    expect(within(form).getByRole('textbox', { name: 'Why' })).toHaveValue('They run')
    expect(within(form).getByRole('combobox', { name: 'Held by' })).toHaveValue('Payments')
    await user.click(within(form).getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByTitle('A draft is kept')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Request change' }))
    await user.click(within(await findForm('Request a change')).getByRole('button', { name: /^Send request/ }))
    await waitFor(() => expect(source.sent).toHaveLength(1))
    await waitFor(() => expect(screen.queryByTitle('A draft is kept')).not.toBeInTheDocument())
  })

  it('stays when the backend refuses, with the reason, and the pending request goes again', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now })
    openApp(address('rotate'), [configured(source)])
    const user = userEvent.setup()
    const drawer = await findDrawer()
    await askForTransfer(user)
    source.fail(new SourceError('forbidden', 'larkmere', 'You may not ask for that.'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Not carried out: You may not ask for that.')).toBeInTheDocument()
    source.fail()
    await waiting(drawer, 1)
    expect(within(await findForm('Request a change')).getByRole('textbox', { name: 'Why' })).toHaveValue('They run it')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(source.sent).toHaveLength(1))
    await waiting(drawer, 2)
  })

  it('shows at once while the backend thinks', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now })
    openApp(address('rotate'), [configured(source)])
    const user = userEvent.setup()
    const drawer = await findDrawer()
    await askForTransfer(user)
    source.hang(true)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waiting(drawer, 2)
    expect(source.sent).toHaveLength(0)
    source.hang(false)
    await waitFor(() => expect(source.sent).toHaveLength(1))
  })
})

describe('a conflict', () => {
  /** Somebody else's command is carried out between what the person saw and what the person sends. */
  function overtaken(source: ReturnType<typeof memorySource>, theirs: readonly Command[]): Source {
    const queue = [...theirs]
    const { commands } = source
    if (!commands) throw new Error('It takes commands.')
    return {
      ...source,
      commands: {
        ...commands,
        send: async (envelope, call) => {
          for (const [index, command] of queue.splice(0).entries())
            await commands.send({ key: `theirs-${index}`, actor: 'B', at: now, command }, call)
          return commands.send(envelope, call)
        },
      },
    }
  }
  const mine = (source: ReturnType<typeof memorySource>) => source.sent.filter(({ actor }) => actor !== 'B')

  it('shows theirs and mine, and sends mine on the new version', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now })
    openApp(address('rotate'), [configured(overtaken(source, [{ kind: 'mark-reviewed', activity: 'rotate' }]))])
    const user = userEvent.setup()
    await findDrawer()
    await askForTransfer(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Somebody changed it meanwhile')
    await waitFor(() => expect(alert).toHaveTextContent('Theirs nowReviewed 20 Nov 2026 (was 1 Nov 2026)'))
    expect(alert).toHaveTextContent('MineAccountable moved from Security to Payments “They run it”')
    expect(mine(source)).toHaveLength(0)
    await user.click(within(alert).getByRole('button', { name: 'Send anyway on the new version' }))
    await waitFor(() => expect(mine(source)).toMatchObject([{ version: '4', command: { kind: 'request-change' } }]))
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  })

  it('loses nothing that was typed when it is put aside', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now })
    openApp(address('rotate'), [configured(overtaken(source, [{ kind: 'mark-reviewed', activity: 'rotate' }]))])
    const user = userEvent.setup()
    await findDrawer()
    await askForTransfer(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(await screen.findByRole('button', { name: 'Keep editing' }))
    const form = await findForm('Request a change')
    expect(within(form).getByRole('textbox', { name: 'Why' })).toHaveValue('They run it')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(mine(source)).toMatchObject([{ version: '4' }]))
  })

  it('forgets what was typed only when that is asked for', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now })
    openApp(address('rotate'), [configured(overtaken(source, [{ kind: 'mark-reviewed', activity: 'rotate' }]))])
    const user = userEvent.setup()
    await findDrawer()
    await askForTransfer(user)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.click(await screen.findByRole('button', { name: 'Discard mine' }))
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    expect(screen.queryByTitle('A draft is kept')).not.toBeInTheDocument()
    expect(mine(source)).toHaveLength(0)
  })

  it('over a decision says what became of the request', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now })
    const theirs: Command = { kind: 'decide-change', request: 'CHG-1', decision: 'rejected', note: 'No' }
    openApp(address('rotate'), [configured(overtaken(source, [theirs]))])
    const user = userEvent.setup()
    const drawer = await findDrawer()
    await user.click(within(await waiting(drawer, 1)).getByRole('button', { name: 'Approve' }))
    const alert = await screen.findByRole('alert')
    await waitFor(() => expect(alert).toHaveTextContent('Theirs nowState Rejected (was Proposed), Decided by B'))
    expect(alert).toHaveTextContent('MineApproved')
    expect(within(alert).getByRole('button', { name: 'Send anyway on the new version' })).toHaveAccessibleDescription(
      'It was rejected already.',
    )
  })
})

describe('a source that takes no commands', () => {
  it('leaves every button there, and says why it cannot be pressed', async () => {
    const source = memorySource(records, { id: 'larkmere', asOf: now, readOnly: true })
    openApp(address('rotate'), [configured(source)])
    const drawer = await findDrawer()
    await waiting(drawer, 1)
    await within(drawer).findByRole('region', { name: 'Feedback (1)' })
    const reason = 'Read-only: no connected source takes this.'
    for (const name of [
      'Request change',
      'Mark reviewed',
      'Feedback',
      'Improvement',
      'Approve',
      'Reject',
      'Take back',
      'Accept',
      'Drop',
    ])
      expect(within(drawer).getByRole('button', { name })).toHaveAccessibleDescription(reason)
    expect(within(drawer).getByRole('button', { name: /^Propose as/ })).toHaveAccessibleDescription(reason)
    expect(within(drawer).queryByRole('combobox')).not.toBeInTheDocument()
  })
})

describe('keys', () => {
  it('open the forms of the open activity, and the help lists them', async () => {
    const { user, drawer } = await open()
    drawer.focus()
    await user.keyboard('c')
    expect(await findForm('Request a change')).toBeInTheDocument()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument())
    await user.keyboard('i')
    expect(await findForm('Record an improvement')).toBeInTheDocument()
  })

  it('close the activity with its form, which does not stand open at the next', async () => {
    const { user } = await open('rotate', '&ask=feedback')
    await findForm('Give feedback')
    screen.getByRole('button', { name: 'Close' }).focus()
    await user.keyboard('u')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await user.keyboard('j')
    await findDrawer()
    expect(screen.queryByRole('form')).not.toBeInTheDocument()
  })
})

describe('an address that asks for what is not there', () => {
  it('opens the form without a party that nobody knows', async () => {
    await open('rotate', '&ask=change&party=team:nobody')
    const form = await findForm('Request a change')
    expect(within(form).getByRole('combobox', { name: 'Who gets it' })).toHaveValue('')
  })
  it('opens no form that there is not', async () => {
    await open('rotate', '&ask=riches')
    expect(screen.queryByRole('form')).not.toBeInTheDocument()
  })
})
