import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { configured, openApp } from './harness'
import { company, leaving, open, steps, outcome, merge } from './transferPlan'

// Drafts last over a reload: each test begins without any.
beforeEach(() => localStorage.clear())

describe('the way out', () => {
  it('sends one request for each activity, once confirmed with the exact count', async () => {
    const { user, source } = open(`?from=${leaving}`)
    await merge(user)
    await user.click(await screen.findByRole('button', { name: 'Request 14 changes' }))
    const dialog = await screen.findByRole('dialog', { name: 'Request 14 changes' })
    expect(dialog).toHaveTextContent('14 requests for 14 activities: 14 roles are taken and 14 roles are given.')
    const confirm = within(dialog).getByRole('button', { name: 'Request 14 changes' })
    expect(confirm).toHaveAccessibleDescription('Say why: it stands in every request.')
    expect(source.sent).toHaveLength(0)
    await user.type(within(dialog).getByRole('textbox', { name: /^Why, for/ }), 'Wound down')
    await user.click(confirm)
    await waitFor(() => expect(source.sent).toHaveLength(14))
    expect(await screen.findByText(/14 of 14 requested/)).toBeInTheDocument()
    const command = source.sent[0]?.command
    expect(command).toMatchObject({
      kind: 'request-change',
      change: 'transfer',
      reason: 'Wound down',
      plan: 'Merge Partner Integrations into Checkout',
      steps: [
        { op: 'take', role: 'R', party: leaving },
        { op: 'give', role: 'R', party: 'team:checkout' },
      ],
    })
    await user.click(
      within(screen.getByRole('dialog')).getAllByRole('button', { name: 'Close' }).at(-1) ?? document.body,
    )
    const after = await screen.findByRole('button', { name: 'Request 0 changes' })
    expect(after).toHaveAccessibleDescription('All of it is asked for already, and waits to be decided.')
    expect(await within(await outcome()).findAllByText('requested')).toHaveLength(14)
  })

  it('lists what failed, and sends only that again, under the same key', async () => {
    const keys: string[] = []
    let failing = true
    const { user, source } = open(`?from=${leaving}`, {}, (right) => ({
      ...right,
      commands: {
        takes: right.commands?.takes ?? [],
        send: (envelope, call) => {
          const third = keys.length === 2
          keys.push(envelope.key)
          if (failing && (third || keys.length === 7)) throw new SourceError('timeout', right.id, 'It took too long.')
          return right.commands?.send(envelope, call) ?? Promise.reject(new Error('read-only'))
        },
      },
    }))
    await merge(user)
    await user.click(await screen.findByRole('button', { name: 'Request 14 changes' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox', { name: /^Why, for/ }), 'Wound down')
    await user.click(within(dialog).getByRole('button', { name: 'Request 14 changes' }))
    expect(await screen.findByText(/12 of 14 requested, 2 failed/)).toBeInTheDocument()
    const list = await screen.findByRole('list', { name: 'Not requested' })
    expect(within(list).getAllByText('It took too long.')).toHaveLength(2)
    failing = false
    const failed = [keys[2], keys[6]]
    keys.length = 0
    await user.click(await screen.findByRole('button', { name: 'Try the 2 again' }))
    expect(await screen.findByText(/14 of 14 requested/)).toBeInTheDocument()
    expect(new Set(keys)).toEqual(new Set(failed))
    expect(keys).toHaveLength(2)
    expect(source.sent).toHaveLength(14)
  })

  it('asks for a word on what is not solved', async () => {
    const { user, source } = open(`?from=${leaving}`)
    await user.click(await screen.findByRole('radio', { name: 'Retire' }))
    await user.click(screen.getByRole('button', { name: 'Add the step' }))
    await user.click(await screen.findByRole('button', { name: 'Request 14 changes' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox', { name: /^Why, for/ }), 'Wound down')
    const confirm = within(dialog).getByRole('button', { name: 'Request 14 changes' })
    expect(confirm).toHaveAccessibleDescription('14 problems are unsolved: solve them, or say why they may stay.')
    await user.type(within(dialog).getByRole('textbox', { name: /unsolved problems may stay/ }), 'Nobody needs them')
    await user.click(confirm)
    await waitFor(() => expect(source.sent).toHaveLength(14))
    expect(source.sent[0]?.command).toMatchObject({
      change: 'change',
      reason: 'Wound down Asked for with 14 unsolved problems: Nobody needs them',
    })
  })

  it('is closed, with the reason, where no source takes requests', async () => {
    const { user } = open(`?from=${leaving}`, { readOnly: true })
    await merge(user)
    const request = await screen.findByRole('button', { name: 'Request 14 changes' })
    expect(request).toHaveAccessibleDescription('Read-only: no connected source takes this.')
  })

  it('gives the whole change list', async () => {
    const { user } = open(`?from=${leaving}`)
    await merge(user)
    await user.click(await screen.findByRole('button', { name: 'Change list' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as Markdown' }))
    const text = await navigator.clipboard.readText()
    expect(text).toContain('# Merge Partner Integrations into Checkout')
    expect(text).toContain('Step 1: Merge Partner Integrations into Checkout: 14 roles in 14 activities.')
    expect(text.split('\n').filter((line) => /\| (taken|given) \|/.test(line))).toHaveLength(28)
  })
})

describe('the truth that moves on', () => {
  it('is rehearsed on anew: what was approved meanwhile is no longer asked for', async () => {
    const { user, source } = open(`?from=${leaving}`)
    await merge(user)
    await screen.findByRole('button', { name: 'Request 14 changes' })
    const { signal } = new AbortController()
    const held = company.holdings.assignments.find(({ party, claim }) => party === leaving && claim === 'declared')
    const steps14 = [{ op: 'take', role: 'R', party: leaving }] as const
    const command = { change: 'change', activity: held?.activity ?? '', steps: steps14, reason: 'agreed' } as const
    const envelope = { actor: 'system', at: company.now }
    await source.commands?.send(
      { ...envelope, key: 'one', command: { kind: 'request-change', ...command } },
      { signal },
    )
    await source.commands?.send(
      { ...envelope, key: 'two', command: { kind: 'decide-change', request: 'CHG-one', decision: 'approved' } },
      { signal },
    )
    expect(await screen.findByRole('button', { name: 'Request 13 changes' })).toBeInTheDocument()
    expect(await steps()).toHaveTextContent('13 roles in 13 activities')
  })

  it('marks the steps that no longer apply', async () => {
    const first = open(`?from=${leaving}`)
    await merge(first.user)
    first.unmount()
    const parties = company.holdings.parties.filter(({ id }) => id !== leaving)
    const source = memorySource({ ...company.holdings, parties }, { id: 'larkmere', asOf: company.now })
    openApp('transfer/', [configured(source)])
    await waitFor(async () =>
      expect(await steps()).toHaveTextContent('Left out. No source knows team:partner-integrations (any more).'),
    )
  })
})
