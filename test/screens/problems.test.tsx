import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { renderApp } from '../tools/renderApp'
import { configured, openApp } from './harness'

const company = world()
const { problems, incidents } = company.holdings

function open(query = '', options: MemoryOptions = {}) {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now, ...options })
  openApp(`problems/${query}`, [configured(source)])
  return { source, user: userEvent.setup() }
}
const param = (name: string) => new URLSearchParams(location.search).get(name)
const status = () => screen.findByText(/problems$/, { selector: '[role=status]' })
const card = (name: string) => screen.findByRole('region', { name })

describe('the list', () => {
  it('ranks all problems by their incidents, over the backend', async () => {
    await renderApp('/problems/')
    expect(await status()).toHaveTextContent(`${problems.length} of ${problems.length} problems`)
    const most = incidents.filter(({ problem }) => problem === 'PRB-118').length
    const rows = within(await screen.findByRole('list', { name: 'Problems' }))
    await waitFor(() => expect(rows.getAllByRole('listitem')[0]).toHaveTextContent(`${most} ×PRB-118`))
  })

  it('narrows by words, state and owner, in the address, and says who owns none', async () => {
    const { user } = open()
    await status()
    await user.click(screen.getByText('Owner'))
    await user.click(await screen.findByRole('checkbox', { name: /^Nobody/ }))
    await waitFor(() => expect(param('owner')).toBe('nobody'))
    await waitFor(async () => expect(await status()).toHaveTextContent(`1 of ${problems.length}`))
    expect(await screen.findByText('nobody owns it')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Unowned queue consumer stops' })).toHaveAttribute(
      'href',
      '/problems/?id=PRB-124',
    )
    await user.type(screen.getByRole('searchbox', { name: 'Find problems' }), 'nothing like it')
    expect(await screen.findByText('Nothing matches')).toBeVisible()
    await user.click(screen.getByRole('button', { name: `Show all ${problems.length}` }))
    await waitFor(() => expect(param('owner')).toBeNull())
    await waitFor(async () => expect(await status()).toHaveTextContent(`${problems.length} of`))
  })

  it('leaves out an order that does not exist, and says so', async () => {
    open('?sort=colour')
    expect(await screen.findByText(/asks for the order “colour”/)).toBeVisible()
  })

  it('says which sources could tell problems where none does', async () => {
    open('', { without: ['problems'] })
    expect(await screen.findByText('No connected source tells of problems')).toBeVisible()
  })

  it('says what failed, and tries again', async () => {
    const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now })
    source.fail(new SourceError('forbidden', 'larkmere', 'Not for you.'))
    openApp('problems/', [configured(source)])
    expect(await screen.findByText('Problems could not be read')).toBeVisible()
    expect(screen.getByText(/Not for you\./)).toBeVisible()
    source.fail()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await status()).toHaveTextContent(`${problems.length} of`)
  })
})

describe('the page of a problem', () => {
  it('tells whose it is, its incidents along time, and that its fixes did not hold', async () => {
    open('?id=PRB-118')
    expect(await screen.findByRole('heading', { level: 2, name: /^Bank certificate/ })).toBeVisible()
    expect(screen.getByText(/^open 310 d/)).toBeVisible()
    const own = incidents.filter(({ problem }) => problem === 'PRB-118')
    expect(await screen.findByRole('img', { name: new RegExp(`^${own.length} incidents since 13 Jan`) })).toBeVisible()
    const fixes = within(await card('Fixes'))
    await waitFor(() => expect(fixes.getAllByText('did not hold')).toHaveLength(2))
    expect(fixes.getByText(/2 incidents since, the first after 21 d/)).toBeVisible()
    // Rates before and after, with the interval or why there is none.
    expect(fixes.getByText(/rate × 0\.21 \(95 %: 0\.00–1\.42\), within noise/)).toBeVisible()
    expect(within(await card('Actions')).getByText('13 d late')).toBeVisible()
    expect(
      within(await card('History')).getByText('Fix declared: Trust both certificates during a rotation'),
    ).toBeVisible()
    expect(within(await card('Linked incidents')).getByRole('link', { name: 'show them as a table' })).toHaveAttribute(
      'href',
      '/incidents/?status=all&view=table&problem=PRB-118',
    )
  })

  it('says that an action is with somebody who has left', async () => {
    open('?id=PRB-097')
    const action = await screen.findByRole('article', { name: /^Alarm when a tenant/ })
    expect(await within(action).findByText('has left')).toBeVisible()
    expect(within(action).getByText(/^\d+ d late$/)).toBeVisible()
  })

  it('says how long a fix has held', async () => {
    open('?id=PRB-104')
    const fixes = within(await card('Fixes'))
    expect(await fixes.findByText(/^held, 1\d\d d$/)).toBeVisible()
    expect(fixes.getByText(/^No incident for 1\d\d d; the longest pause before it was \d+ d\./)).toBeVisible()
  })

  it('says loudly that nobody owns it and that it came again without a fix', async () => {
    open('?id=PRB-124')
    expect((await screen.findAllByText('nobody owns it'))[0]).toBeVisible()
    expect(await screen.findByText(/^\d+ times and no fix$/)).toBeVisible()
  })

  it('judges no fix while incidents are not all told', async () => {
    open('?id=PRB-118', { caveats: { incidents: [{ kind: 'partial', text: 'Only half was read.' }] } })
    const fixes = within(await card('Fixes'))
    await waitFor(() => expect(fixes.getAllByText('not judged')).toHaveLength(2))
    expect((await screen.findAllByText(/Only half was read\./))[0]).toBeVisible()
  })

  it('of an id that nobody has leads to the incidents that may point to it', async () => {
    open('?id=PRB-999')
    expect(await screen.findByText('There is no problem PRB-999')).toBeVisible()
    expect(screen.getByRole('link', { name: 'incidents of PRB-999' })).toHaveAttribute(
      'href',
      '/incidents/?status=all&view=table&problem=PRB-999',
    )
  })

  it('that nobody can change says why not on every button', async () => {
    open('?id=PRB-118', { readOnly: true })
    const state = within(await card('State'))
    expect(state.getByRole('button', { name: 'Analysing' })).toHaveAccessibleDescription(/^Read-only/)
    expect(screen.getByRole('button', { name: 'Declare a fix…' })).toHaveAccessibleDescription(/^Read-only/)
    expect(screen.getByRole('button', { name: 'Link more…' })).toHaveAccessibleDescription(/^Read-only/)
  })
})
