import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Command } from '../../src/domain/command'
import { type Source, SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { renderApp } from '../tools/renderApp'
import { configured, now, openApp } from './harness'
import { records } from './ownershipRecords'

afterEach(() => localStorage.clear())

const address = (id: string, more = '') => `/ownership/?activity=${id}${more}`
const findDrawer = async () => {
  const drawer = await screen.findByRole('dialog')
  await within(drawer).findByRole('button', { name: 'Request change' })
  return drawer
}
const answer = (drawer: HTMLElement, term: string): HTMLElement => {
  const found = within(drawer).getByText(term, { selector: 'dt' }).nextElementSibling
  if (!(found instanceof HTMLElement)) throw new Error(`${term} has no answer.`)
  return found
}
const findForm = (name: string) => screen.findByRole('form', { name })
const waiting = (drawer: HTMLElement, count: number) =>
  within(drawer).findByRole('region', { name: `Waiting for a decision (${count})` })

/** The app over the mock backend. */
async function open(id = 'rotate', more = '') {
  const app = await renderApp(address(id, more), { holdings: records })
  return { ...app, drawer: await findDrawer() }
}

/** Fills the form that gives the accountable role to another party. */
async function askForTransfer(user: ReturnType<typeof userEvent.setup>, reason = 'They run it') {
  await user.click(screen.getByRole('button', { name: 'Request change' }))
  const form = await findForm('Request a change')
  await user.click(within(form).getByRole('radio', { name: 'Change' }))
  await user.selectOptions(within(form).getByRole('combobox', { name: 'Which role' }), 'Accountable: Security')
  await user.type(within(form).getByRole('combobox', { name: 'Held by' }), 'pay')
  await user.click(await within(form).findByRole('option', { name: /^Payments/ }))
  if (reason !== '') await user.type(within(form).getByRole('textbox', { name: 'Why' }), reason)
  return form
}

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
