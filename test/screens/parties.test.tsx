import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { configured, openApp } from './harness'

const company = world()
const { assignments, parties } = company.holdings

function open(query = '', options: MemoryOptions = {}) {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now, ...options })
  openApp(`parties/${query}`, [configured(source)])
  return { source, user: userEvent.setup() }
}
const param = (name: string) => new URLSearchParams(location.search).get(name)
/** A section of a page by the title it begins with. */
const section = (title: string) => screen.findByRole('region', { name: new RegExp(`^${title} \\d`) })
const count = (region: HTMLElement) => Number(/\d+$/.exec(within(region).getByRole('heading').textContent ?? '')?.[0])
const declared = (role: string, ids: readonly string[]) =>
  new Set(
    assignments
      .filter((each) => each.role === role && each.claim === 'declared' && ids.includes(each.party ?? ''))
      .map(({ activity }) => activity),
  ).size

describe('the list', () => {
  const status = () => screen.findByText(/teams and people$/, { selector: '[role=status]' })

  it('says how many there are, and narrows by words, kind and who has left, in the address', async () => {
    const { user } = open()
    expect(await status()).toHaveTextContent(`${parties.length} of ${parties.length} teams and people`)
    await user.click(screen.getByRole('radio', { name: /^Left, / }))
    const gone = parties.filter((party) => party.type === 'person' && party.active === false).length
    // A team in which everybody has left has left too.
    await waitFor(async () => expect(await status()).toHaveTextContent(`${gone + 1} of ${parties.length}`))
    await waitFor(() => expect(param('show')).toBe('left'))
    await user.type(screen.getByRole('searchbox', { name: 'Find a team or person' }), 'payments')
    await waitFor(async () => expect(await status()).toHaveTextContent(`1 of ${parties.length}`))
    await waitFor(() => expect(param('q')).toBe('payments'))
  })

  it('offers what is called nearly so', async () => {
    const { user } = open('?q=paymnets')
    expect(await screen.findByText('Nobody is called “paymnets” here')).toBeVisible()
    expect(await screen.findByRole('link', { name: 'Payments' })).toHaveAttribute(
      'href',
      '/parties/?id=team%3Apayments',
    )
    await user.click(screen.getByRole('button', { name: `Show all ${parties.length}` }))
    expect(await status()).toHaveTextContent(`${parties.length} of`)
  })

  it('leaves out what the address cannot mean, and says so', async () => {
    open('?show=robots')
    expect(await screen.findByText(/asks for the list “robots”/)).toBeVisible()
  })
})

describe('the page of a team', () => {
  const id = 'team:payments'
  const people = parties.filter((party) => party.type === 'person' && party.teams.includes(id)).map((party) => party.id)

  it('tells who it is and how to reach it', async () => {
    open(`?id=${id}`)
    expect(await screen.findByRole('heading', { level: 2, name: 'Payments' })).toBeVisible()
    expect(screen.getByRole('link', { name: /^#payments/ })).toHaveAttribute(
      'href',
      'https://chat.larkmere.example/payments',
    )
    expect(screen.getByRole('link', { name: 'Commerce' })).toHaveAttribute('href', '/parties/?id=team%3Acommerce')
    expect(screen.getByText(/^5 of 6 here:/)).toHaveTextContent('B. Farrow (has left)')
    expect(screen.getByRole('link', { name: 'Show in the matrix' })).toHaveAttribute(
      'href',
      '/ownership/?team=team%3Apayments',
    )
  })

  it('lists what it answers for and performs, itself and through its people', async () => {
    const { user } = open(`?id=${id}`)
    const answers = await section('Answers for')
    expect(count(answers)).toBe(declared('A', [id, ...people]))
    expect(count(await section('Performs'))).toBe(declared('R', [id, ...people]))
    expect(within(answers).getAllByRole('listitem')).toHaveLength(6)
    await user.click(within(answers).getByRole('button', { name: `Show all ${count(answers)}` }))
    expect(within(answers).getAllByRole('listitem')).toHaveLength(count(answers))
    const [first] = within(answers).getAllByRole('link')
    expect(first).toHaveAttribute('href', expect.stringMatching(/^\/ownership\/\?activity=/))
  })

  it('has figures that lead to the lists behind them', async () => {
    const { user } = open(`?id=${id}`)
    const answers = await section('Answers for')
    await user.click(screen.getByRole('link', { name: `${count(answers)} answers for` }))
    expect(answers).toHaveFocus()
    expect(location.hash).toBe('')
  })

  it('tells gaps, reviews that are late, and what is in other hands', async () => {
    open(`?id=${id}`)
    expect(await within(await section('Gaps in what they answer for')).findAllByRole('listitem')).not.toHaveLength(0)
    expect((await within(await section('Open reviews')).findAllByText(/^overdue since/)).length).toBeGreaterThan(0)
    expect((await within(await section('Depends on others')).findAllByText(/^answered for by/)).length).toBeGreaterThan(
      0,
    )
  })
})

describe('the page of a person', () => {
  it('names the teams and what they hold', async () => {
    open('?id=person:okafor')
    expect(await screen.findByRole('heading', { level: 2, name: 'M. Okafor' })).toBeVisible()
    const through = await section('Through their teams')
    expect(within(through).getByRole('link', { name: 'Security' })).toHaveAttribute(
      'href',
      '/parties/?id=team%3Asecurity',
    )
    expect(screen.getByRole('link', { name: /^okafor@larkmere\.example/ })).toHaveAttribute(
      'href',
      'mailto:okafor@larkmere.example',
    )
  })

  it('who has left says what is orphaned, and where to hand it over', async () => {
    open('?id=person:farrow')
    expect(await screen.findByText(/^B\. Farrow has left\./)).toHaveTextContent('nobody who is here')
    expect(count(await section('Orphaned'))).toBe(1)
    expect(screen.getByRole('link', { name: 'Plan the transfer' })).toHaveAttribute(
      'href',
      '/transfer/?from=person%3Afarrow',
    )
  })

  it('that does not exist is named, with those that are called nearly so', async () => {
    open('?id=person:okafro')
    expect(await screen.findByText('There is no team or person “person:okafro”')).toBeVisible()
    expect(await screen.findByRole('link', { name: 'M. Okafor' })).toBeVisible()
  })
})

describe('without all of it', () => {
  it('says what no source tells', async () => {
    open('?id=person:okafor', { without: ['improvements', 'requests'] })
    expect(await within(await section('Open improvements')).findByText(/No connected source keeps/)).toBeVisible()
    expect(await within(await section('Open change requests')).findByText(/No connected source keeps/)).toBeVisible()
  })

  it('does not call nothing what no source records', async () => {
    const performed = assignments.filter(({ role }) => role === 'R')
    const source = memorySource({ ...company.holdings, assignments: performed }, { id: 'larkmere', asOf: company.now })
    openApp('parties/?id=team:commerce', [configured(source)])
    expect(await within(await section('Answers for')).findByText(/^No source records who answers/)).toBeVisible()
    expect(await within(await section('Performs')).findByText('Performs nothing that is recorded.')).toBeVisible()
    expect(screen.getAllByText('not recorded').length).toBeGreaterThan(0)
  })

  it('says that no source tells of ownership', async () => {
    open('', { without: ['activities', 'assignments', 'parties', 'workloads'] })
    expect(await screen.findByText('No connected source tells who owns what')).toBeVisible()
  })

  it('says what failed, and tries again', async () => {
    const { source, user } = open('?id=person:okafor', {})
    source.fail(new SourceError('unreachable', 'larkmere', 'No route.'))
    const again = await screen.findByRole('button', { name: 'Try again' })
    expect(screen.getByText(/larkmere does not answer \(No route\.\)/)).toBeVisible()
    source.fail()
    await user.click(again)
    expect(await screen.findByRole('heading', { level: 2, name: 'M. Okafor' })).toBeVisible()
  })

  it('waits', async () => {
    const { source } = open()
    source.hang(true)
    expect(await screen.findByText('Teams and people are loading')).toBeInTheDocument()
    source.hang(false)
    expect(await screen.findByText(/teams and people$/, { selector: '[role=status]' })).toBeVisible()
  })
})
