import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { ChangeRequest } from '../../src/domain/change'
import type { Improvement } from '../../src/domain/problem'
import type { Holdings } from '../../src/domain/query/facets'
import { day24, instant, minute } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { type MemoryOptions, memorySource } from '../tools/memorySource'
import { anActivity, aWorkload } from '../tools/records'
import { renderApp } from '../tools/renderApp'
import { configured, now, openApp } from './harness'

const ago = (days: number) => instant(now - days * day24 - 30 * minute)
const asked = (over: Partial<ChangeRequest> & { readonly id: string }): ChangeRequest => ({
  activity: 'rotate',
  kind: 'transfer',
  steps: [
    { op: 'take', role: 'A', party: 'team:pay' },
    { op: 'give', role: 'A', party: 'team:sec' },
  ],
  reason: 'Keys belong to Security.',
  proposer: 'T. Lee',
  proposedAt: ago(3),
  approvers: [],
  state: 'proposed',
  version: '1',
  ...over,
})
const team = (id: string, name: string) => ({ type: 'team' as const, id, name, contacts: [], tags: [] })
const base: Partial<Holdings> = {
  workloads: [aWorkload('ledger', { name: 'Ledger' })],
  parties: [
    team('team:pay', 'Payments'),
    team('team:sec', 'Security'),
    { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:pay'], contacts: [], tags: [] },
    { type: 'person', id: 'person:kim', name: 'S. Kim', teams: ['team:sec'], contacts: [], tags: [] },
  ],
  activities: [anActivity({ id: 'rotate', name: 'Rotate keys' }), anActivity({ id: 'other', name: 'Other duty' })],
  assignments: [{ id: '1', activity: 'rotate', role: 'A', party: 'team:pay', claim: 'declared' }],
}

function open(tab: string, holdings: Partial<Holdings>, options: MemoryOptions = {}) {
  const source = memorySource({ ...base, ...holdings }, { id: 'larkmere', asOf: now, ...options })
  const app = openApp(`reviews/?tab=${tab}`, [configured(source)])
  return { ...app, source, user: userEvent.setup() }
}
const status = (what: string) => screen.findByText(new RegExp(`of [\\d,]+ ${what}$`), { selector: '[role=status]' })
const group = (name: RegExp | string) => screen.findByRole('region', { name })

describe('change requests', () => {
  it('of the invented company over its backend: what waits first, approved by who may', async () => {
    const { user, backend } = await renderApp('/reviews/?tab=requests')
    expect(await status('change requests')).toHaveTextContent('41 of 41')
    const pending = await group('Pending 14')
    const rows = within(pending).getAllByRole('article')
    expect(rows).toHaveLength(14)
    const id = (rows[0]?.getAttribute('aria-label') ?? '').replace('Request ', '')
    await user.click(within(pending).getByRole('button', { name: `Decide ${id}` }))
    await user.click(await screen.findByRole('button', { name: 'Reject' }))
    expect(await group('Pending 13')).toBeInTheDocument()
    expect((await backend.get('requests', id))?.state).toBe('rejected')
  })

  it('say what would change, why, who asked and who decides; the oldest that wait on top', async () => {
    const requests = [
      asked({ id: 'CHG-2', approvers: ['person:kim'], plan: 'Autumn' }),
      asked({
        id: 'CHG-1',
        proposedAt: ago(9),
        activity: 'other',
        kind: 'exception',
        steps: [],
        gap: 'no-runbook',
        expires: ago(-9),
      }),
      asked({ id: 'CHG-0', state: 'approved', decidedBy: 'S. Kim', decidedAt: ago(1), note: 'Fine.' }),
    ]
    const { user } = open('requests', { requests })
    const pending = await group('Pending 2')
    const [first, second] = within(pending).getAllByRole('article')
    expect(first).toHaveTextContent('Exception until 29 Nov 2026: no runbook.')
    expect(first).toHaveTextContent('asked 9 d ago')
    expect(second).toHaveTextContent('Accountable moved from Payments to Security.')
    expect(second).toHaveTextContent('Keys belong to Security.')
    expect(second).toHaveTextContent('decides: S. Kim')
    expect(second).toHaveTextContent('part of the plan “Autumn”')
    const approved = await group('Approved 1')
    await user.click(within(approved).getByRole('button', { name: 'Show' }))
    expect(approved).toHaveTextContent('approved by S. Kim 1 d ago: “Fine.”')
  })

  it('are approved with a note, and the ownership follows', async () => {
    const { user, source } = open('requests', { requests: [asked({ id: 'CHG-1' })] })
    await user.click(await screen.findByRole('button', { name: 'Decide CHG-1' }))
    await user.type(await screen.findByRole('textbox', { name: /^Note/ }), 'Agreed on Monday.')
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(await group('Approved 1')).toBeInTheDocument()
    expect(source.sent[0]).toMatchObject({
      version: '1',
      command: { kind: 'decide-change', request: 'CHG-1', decision: 'approved', note: 'Agreed on Monday.' },
    })
  })

  it('cannot be decided by whom they are not for: disabled with the reason', async () => {
    const { user } = open('requests', { requests: [asked({ id: 'CHG-1' })] })
    await user.click(await screen.findByRole('button', { name: 'Decide CHG-1' }))
    const back = await screen.findByRole('button', { name: 'Take back' })
    expect(back).toHaveAccessibleDescription('Only T. Lee can take it back.')
    expect(screen.getByRole('button', { name: 'Approve' })).not.toHaveAttribute('aria-disabled')
  })

  it('that somebody else decided meanwhile: both versions, and nothing typed is lost', async () => {
    const { user, source } = open('requests', { requests: [asked({ id: 'CHG-1' })] })
    await user.click(await screen.findByRole('button', { name: 'Decide CHG-1' }))
    const note = await screen.findByRole('textbox', { name: /^Note/ })
    await user.type(note, 'Not now.')
    source.fail(new SourceError('conflict', 'larkmere', 'It was changed.'))
    await user.click(screen.getByRole('button', { name: 'Reject' }))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Somebody changed it meanwhile')
    expect(alert).toHaveTextContent('Theirs: pending')
    expect(alert).toHaveTextContent('Mine: rejected, “Not now.”')
    expect(note).toHaveValue('Not now.')
    source.fail()
    await user.click(within(alert).getByRole('button', { name: 'Send on the new version' }))
    expect(await group('Rejected 1')).toBeInTheDocument()
  })

  it('are narrowed by state, kind and party', async () => {
    const requests = [
      asked({ id: 'CHG-1' }),
      asked({ id: 'CHG-2', kind: 'add', steps: [{ op: 'give', role: 'C', party: 'person:kim' }], activity: 'other' }),
      asked({
        id: 'CHG-3',
        state: 'rejected',
        activity: 'other',
        steps: [{ op: 'give', role: 'C', party: 'person:lee' }],
      }),
    ]
    const { user } = open('requests&team=team:sec', { requests })
    expect(await status('change requests')).toHaveTextContent('2 of 3')
    await user.click(screen.getByText('Kind'))
    await user.click(await screen.findByRole('checkbox', { name: 'Add a role' }))
    await waitFor(async () => expect(await status('change requests')).toHaveTextContent('1 of 3'))
    await user.click(screen.getByText('State'))
    await user.click(await screen.findByRole('checkbox', { name: /^Rejected/ }))
    expect(await screen.findByRole('button', { name: 'Show all 3' })).toBeInTheDocument()
  })

  it('say what no source tells, and do not call it none', async () => {
    const first = open('requests', {}, { without: ['requests'] })
    expect(
      await screen.findByRole('heading', { name: 'No connected source tells of change requests' }),
    ).toBeInTheDocument()
    first.unmount()
    const second = open('requests', { requests: [] })
    expect(await screen.findByRole('heading', { name: 'There are no change requests' })).toBeInTheDocument()
    second.unmount()
    const { source } = open('requests', {})
    source.fail(new SourceError('forbidden', 'larkmere', 'Not you.'))
    expect(await screen.findByText('Change requests could not be read')).toBeInTheDocument()
  })
})

const wish = (over: Partial<Improvement> & { readonly id: string }): Improvement => ({
  title: `Wish ${over.id}`,
  from: 'review',
  state: 'open',
  created: ago(20),
  version: '1',
  ...over,
})

describe('improvements', () => {
  const improvements = [
    wish({ id: 'IMP-1', from: 'feedback', activity: 'rotate' }),
    wish({ id: 'IMP-2', due: ago(2), owner: 'team:pay' }),
    wish({ id: 'IMP-3', due: ago(-9), owner: 'person:kim', incident: 'INC-1', from: 'incident' }),
    wish({ id: 'IMP-4', state: 'done', doneAt: ago(4) }),
  ]

  it('stand in the order of who has to do something', async () => {
    open('improvements', { improvements })
    expect(await group('Feedback that nobody has taken on 1')).toHaveTextContent('nobody has taken it on')
    expect(await group('Overdue 1')).toHaveTextContent('2 d late')
    expect(within(await group('Open 1')).getByRole('link', { name: 'INC-1' })).toHaveAttribute(
      'href',
      '/incidents/?id=INC-1',
    )
    expect(await group('Done 1')).toBeInTheDocument()
    expect(await status('improvements')).toHaveTextContent('4 of 4')
  })

  it('from feedback are taken on by an owner until a date', async () => {
    const { user, source } = open('improvements', { improvements })
    await user.click(await screen.findByRole('button', { name: 'Take on IMP-1' }))
    const form = await screen.findByRole('form', { name: 'Change IMP-1' })
    expect(within(form).getByRole('button', { name: 'Save' })).toHaveAccessibleDescription(
      'Nothing about it would change.',
    )
    await user.type(within(form).getByRole('combobox', { name: 'Owner' }), 'secu')
    await user.click(await within(form).findByRole('option', { name: /Security/ }))
    await user.type(within(form).getByLabelText('Due'), '2026-12-24')
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await group('Open 2')).toHaveTextContent('24 Dec 2026')
    expect(source.sent[0]?.command).toEqual({
      kind: 'set-improvement',
      improvement: 'IMP-1',
      owner: 'team:sec',
      due: Date.UTC(2026, 11, 24, 23, 59, 59),
    })
  })

  it('are recorded new, and what is missing is said', async () => {
    const { user, source } = open('improvements', { improvements })
    await user.click(await screen.findByRole('button', { name: 'Record an improvement' }))
    const form = await screen.findByRole('form', { name: 'Record an improvement' })
    expect(within(form).getByRole('button', { name: 'Record' })).toHaveAccessibleDescription(
      'Say what would be better.',
    )
    await user.type(within(form).getByRole('textbox', { name: 'What would be better' }), 'Rehearse it')
    await user.type(within(form).getByLabelText('Due (may stay empty)'), '2026-11-01')
    expect(within(form).getByRole('button', { name: 'Record' })).toHaveAccessibleDescription(
      'It cannot be due in the past.',
    )
    await user.clear(within(form).getByLabelText('Due (may stay empty)'))
    await user.click(within(form).getByRole('button', { name: 'Record' }))
    expect(await group('Open 2')).toHaveTextContent('Rehearse it')
    expect(source.sent[0]?.command).toEqual({ kind: 'record-improvement', title: 'Rehearse it', from: 'review' })
    expect(screen.queryByRole('form', { name: 'Record an improvement' })).not.toBeInTheDocument()
  })

  it('keep what was typed when the backend refuses', async () => {
    const { user, source } = open('improvements', { improvements })
    await user.click(await screen.findByRole('button', { name: 'Change IMP-2' }))
    const form = await screen.findByRole('form', { name: 'Change IMP-2' })
    await user.selectOptions(within(form).getByRole('combobox', { name: 'State' }), 'Done')
    source.fail(new SourceError('forbidden', 'larkmere', 'You may not.'))
    await user.click(within(form).getByRole('button', { name: 'Save' }))
    expect(await within(form).findByRole('alert')).toHaveTextContent('Not carried out: You may not.')
    expect(within(form).getByRole('combobox', { name: 'State' })).toHaveDisplayValue('Done')
    source.fail()
    await user.click(within(form).getByRole('button', { name: 'Try again' }))
    expect(await group('Done 2')).toBeInTheDocument()
  })
})
