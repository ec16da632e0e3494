import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { renderApp } from '../tools/renderApp'
import { configured, openApp } from './harness'

const company = world()
const leaving = 'team:partner-integrations'

beforeEach(() => localStorage.clear())

async function retireTo(user: UserEvent, successor: string) {
  await user.click(await screen.findByRole('radio', { name: 'Retire' }))
  const field = await screen.findByRole('combobox', { name: 'Successor' })
  await user.type(field, successor)
  await user.click(await screen.findByRole('option', { name: new RegExp(`^${successor}`) }))
  await user.click(screen.getByRole('button', { name: 'Add the step' }))
}

describe('over the mock backend', () => {
  it('becomes requests there that, approved, are what was rehearsed', async () => {
    const { user, backend, now } = await renderApp(`/transfer/?from=${leaving}`)
    const open = () => backend.list('requests', { states: ['proposed'] })
    const before = open().length
    await retireTo(user, 'Checkout')
    await user.click(await screen.findByRole('button', { name: 'Request 14 changes' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox', { name: /^Why, for/ }), 'Wound down')
    await user.click(within(dialog).getByRole('button', { name: 'Request 14 changes' }))
    expect(await screen.findByText(/14 of 14 requested/)).toBeInTheDocument()
    const requested = open().filter(({ plan }) => plan === 'Partner Integrations leaves; Checkout takes over')
    expect(open()).toHaveLength(before + 14)
    expect(requested).toHaveLength(14)
    expect(requested[0]).toMatchObject({ proposer: 'A. Haddad', reason: 'Wound down', kind: 'transfer' })

    for (const { id, approvers } of requested)
      backend.send({
        key: `approve ${id}`,
        actor: approvers[0] ?? 'A. Haddad',
        at: now,
        command: { kind: 'decide-change', request: id, decision: 'approved' },
      })
    const held = backend.list('assignments', { parties: [leaving], claims: ['declared'] })
    expect(held).toEqual([])
    const given = backend.list('assignments', { parties: ['team:checkout'], roles: ['R'], claims: ['declared'] })
    expect(
      new Set(given.map(({ activity }) => activity)).isSupersetOf(new Set(requested.map((each) => each.activity))),
    ).toBe(true)
  })
})

describe('its states', () => {
  it('say that no source tells of ownership', async () => {
    openApp('transfer/', [configured(memorySource({}, { without: ['activities'] }))])
    expect(await screen.findByRole('heading', { name: 'No connected source tells who owns what' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /^See the sources/ })).toHaveAttribute('href', '/sources/')
  })

  it('say that ownership could not be read, and that plans are kept', async () => {
    const source = memorySource(company.holdings, { asOf: company.now })
    source.fail(new SourceError('unreachable', 'memory', 'gone'))
    openApp('transfer/', [configured(source)])
    expect(await screen.findByRole('alert')).toHaveTextContent('Your plans are kept.')
  })

  it('say that there is nothing to hand over', async () => {
    openApp('transfer/', [configured(memorySource({}, { asOf: company.now }))])
    expect(await screen.findByRole('heading', { name: 'There are no activities yet' })).toBeInTheDocument()
  })

  it('call nothing solved that is only not found: a source is dead', async () => {
    const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now })
    const dead = memorySource({}, { id: 'dead', asOf: company.now })
    dead.fail(new SourceError('unreachable', 'dead', 'gone'))
    openApp(`transfer/?from=${leaving}`, [configured(source), configured(dead)])
    const user = userEvent.setup()
    await retireTo(user, 'Checkout')
    expect(await screen.findByRole('heading', { name: 'Nothing found to solve' })).toBeInTheDocument()
    expect(screen.getByText(/as far as can be told: not everything is there/)).toBeInTheDocument()
    expect(screen.getAllByText(/A plan is rehearsed on what is there/).length).toBeGreaterThan(0)
  })
})

it('is worked by keyboard: what is mended hands the focus to the next', async () => {
  openApp(`transfer/?from=${leaving}`, [
    configured(memorySource(company.holdings, { id: 'larkmere', asOf: company.now })),
  ])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('radio', { name: 'Retire' }))
  screen.getByRole('button', { name: 'Add the step' }).focus()
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: 'To solve: 14' })
  const region = screen.getByRole('region', { name: 'To solve' })
  const [, second] = within(region).getAllByRole('list', { name: /^Who could take/ })
  const name = second?.getAttribute('aria-label')
  const [first] = within(region).getAllByRole('button', { name: /^Give to/ })
  first?.focus()
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: 'To solve: 13' })
  await waitFor(() => expect(document.activeElement?.closest('ul')).toHaveAccessibleName(name ?? ''))
  await user.click(screen.getByRole('button', { name: 'Remove step 2' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove step 1' })).toHaveFocus())
})
