import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { type Source, SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { configured, openApp } from './harness'

const company = world()
const leaving = 'team:partner-integrations'

// Drafts last over a reload: each test begins without any.
beforeEach(() => localStorage.clear())

/** The invented company behind a right source, at an address of the screen. */
function open(query = '', options: MemoryOptions = {}, wrap: (source: Source) => Source = (source) => source) {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now, ...options })
  const view = openApp(`transfer/${query}`, [configured(wrap(source))])
  return { source, user: userEvent.setup(), ...view }
}
const steps = () => screen.findByRole('region', { name: 'Steps' })
const outcome = () => screen.findByRole('region', { name: 'Consequences' })
const pick = async (user: ReturnType<typeof userEvent.setup>, label: string, text: string) => {
  const field = await screen.findByRole('combobox', { name: label })
  await user.clear(field)
  await user.type(field, text)
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${text}`) }))
}
const figure = async (title: string) => {
  const heading = await within(await outcome()).findByRole('heading', { name: title })
  return heading.parentElement
}
/** Plans that Partner Integrations is merged into Checkout. */
async function merge(user: ReturnType<typeof userEvent.setup>) {
  await pick(user, 'Team that takes all over', 'Checkout')
  await user.click(screen.getByRole('button', { name: 'Add the step' }))
  await waitFor(async () => expect(await steps()).toHaveTextContent('Merge Partner Integrations into Checkout'))
}

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
