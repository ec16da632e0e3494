import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { configured, openApp } from './harness'

const company = world()

/** The invented company, at the sources, with the palette open. */
async function open(options: MemoryOptions = {}, before?: (source: ReturnType<typeof memorySource>) => void) {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now, ...options })
  before?.(source)
  openApp('sources/', [configured(source)])
  await screen.findByRole('heading', { level: 1, name: 'Sources' })
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /^Find an owner/ }))
  const box = await screen.findByRole('combobox')
  const type = async (text: string) => user.type(box, text)
  return { source, user, box, type }
}
const option = (name: RegExp) => screen.findByRole('option', { name })
const address = () => location.pathname + location.search

describe('the owner in the line', () => {
  it('of an activity: who answers, who performs, whom to reach', async () => {
    const { type, box } = await open()
    await type('rotate bank cert')
    const line = await option(/^Rotate bank certificates Payments Ledger/i)
    expect(line).toHaveAccessibleName(/; Accountable Security; Responsible Payments; contact #security$/)
    expect(line).toHaveAttribute('aria-selected', 'true')
    expect(box).toHaveAttribute('aria-activedescendant', line.id)
    const contact = within(screen.getByRole('group', { name: 'Contact of the chosen line' }))
    expect(contact.getByRole('link', { name: /^#security/ })).toHaveAttribute(
      'href',
      'https://chat.larkmere.example/security',
    )
  })

  it('is found through slips, and opened by Enter', async () => {
    const { type, user } = await open()
    await type('rotaet bnak certificats')
    await option(/^Rotate bank certificates/)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/ownership/?activity=payments-ledger%2Frotate-bank-certificates'))
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
  })

  it('of a workload sums its activities up, and opens the matrix', async () => {
    const { type, user } = await open()
    await type('payments ledger')
    await option(/^Payments Ledger kept by Payments.*Accountable .*Responsible .*contact/i)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/ownership/?workload=payments-ledger'))
  })

  it('of a team and a person says what they hold, and leads to their page', async () => {
    const { type, user } = await open()
    await type('okafor')
    await option(/^M\. Okafor ?; answers for \d+, performs \d+; Security; contact okafor@larkmere\.example$/)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(address()).toBe('/parties/?id=person%3Aokafor'))
  })

  it('of somebody who has left says so', async () => {
    const { type } = await open()
    await type('farrow')
    expect(await option(/^B\. Farrow ?; Gap has left/)).toBeInTheDocument()
  })

  it('that is nobody is a gap', async () => {
    const unowned = company.holdings.activities.find(
      ({ id, noOwnerBecause }) =>
        noOwnerBecause === undefined &&
        !company.holdings.assignments.some((each) => each.activity === id && each.role === 'A'),
    )
    if (!unowned) throw new Error('The company has no gap.')
    const { type } = await open()
    await type(unowned.id.replaceAll(/[/-]/g, ' '))
    expect(await option(new RegExp(`^${unowned.name}.*Gap nobody answers for it`))).toBeInTheDocument()
  })

  it('of an alert is that of what answers it, and opens it', async () => {
    const { type, user } = await open()
    await type('cert-expiry < 30d')
    const alerts = await screen.findByRole('group', { name: /^Alerts/ })
    const [line] = await within(alerts).findAllByRole('option')
    expect(line).toHaveAccessibleName(/^cert-expiry < 30d .*Accountable/)
    await user.click(within(alerts).getAllByRole('option')[0] ?? alerts)
    await waitFor(() => expect(address()).toMatch(/^\/ownership\/\?(activity|q)=/))
  })

  it('of an alert that nobody answers is a gap, and leads to the alerts', async () => {
    const { type, user } = await open()
    await type('card_decline_ratio > 0.25')
    const line = await option(/^card_decline_ratio > 0\.25 .*Gap nobody answers it/)
    await user.click(line)
    await waitFor(() => expect(address()).toBe('/reviews/?tab=alerts'))
  })

  it('of a tag is that of all that bears it, after names', async () => {
    const tag = company.holdings.workloads.flatMap(({ tags }) => tags)[0]
    if (tag === undefined) throw new Error('The company has no tags.')
    const { type, user } = await open()
    await type(tag)
    const tags = await screen.findByRole('group', { name: /^Tags/ })
    const [line] = await within(tags).findAllByRole('option')
    if (!line) throw new Error('There is no line.')
    expect(line).toHaveAccessibleName(/Accountable/)
    await user.click(line)
    await waitFor(() => expect(new URLSearchParams(location.search).get('tag')).toBe(tag))
  })
})

describe('by keyboard', () => {
  it('Alt and Enter open the contact of the chosen line, Shift and Enter copy it', async () => {
    const { type, user } = await open()
    await type('rotate bank cert')
    await option(/^Rotate bank certificates/)
    const link = screen.getByRole('link', { name: /^#security/ })
    const pressed: string[] = []
    link.addEventListener('click', (event) => {
      event.preventDefault()
      pressed.push(link.getAttribute('href') ?? '')
    })
    await user.keyboard('{Alt>}{Enter}{/Alt}')
    expect(pressed).toEqual(['https://chat.larkmere.example/security'])
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    await waitFor(async () =>
      expect(await navigator.clipboard.readText()).toBe('https://chat.larkmere.example/security'),
    )
    expect(screen.getByRole('combobox')).toBeInTheDocument()
    await user.tab()
    expect(link).toHaveFocus()
    await user.tab()
    expect(screen.getByRole('button', { name: /^Cop/ })).toHaveFocus()
  })

  it('arrows go through all groups and around', async () => {
    const { type, user, box } = await open()
    await type('payments')
    await option(/^Payments Ledger/i)
    const first = box.getAttribute('aria-activedescendant')
    await user.keyboard('{ArrowDown}')
    expect(box.getAttribute('aria-activedescendant')).not.toBe(first)
    await user.keyboard('{ArrowUp}{ArrowUp}')
    const options = screen.getAllByRole('option')
    expect(options.at(-1)).toHaveAttribute('aria-selected', 'true')
  })

  it('says how many more there are of a kind', async () => {
    const { type } = await open()
    await type('deploy')
    expect(await screen.findByRole('group', { name: /^Activities 8 of \d+$/ })).toBeInTheDocument()
  })
})

describe('what cannot be found', () => {
  it('is said', async () => {
    const { type } = await open()
    await type('qqqqqqqq')
    expect(await screen.findByText(/^Nothing has all the words of “qqqqqqqq”, nor words like them\.$/)).toBeVisible()
  })

  it('waits for the owners, and finds commands meanwhile', async () => {
    const { source, type } = await open({}, (each) => each.hang(true))
    expect(await screen.findByText(/^Owners are loading/)).toBeVisible()
    await type('ownership')
    expect(await option(/^Ownership/)).toBeInTheDocument()
    source.hang(false)
    await waitFor(() => expect(screen.queryByText(/^Owners are loading/)).not.toBeInTheDocument())
  })

  it('names a source that does not answer', async () => {
    const { type } = await open({}, (source) => source.fail(new SourceError('unreachable', 'larkmere', 'No route.')))
    expect((await screen.findAllByText(/larkmere does not answer \(No route\.\)/)).length).toBeGreaterThan(0)
    await type('qqqqqqqq')
    expect(await screen.findByText(/in what could be read\.$/)).toBeVisible()
  })

  it('says when no source tells who owns what', async () => {
    await open({ without: ['activities', 'assignments', 'parties', 'workloads'] })
    expect(await screen.findByText('No connected source tells who owns what: owners cannot be found.')).toBeVisible()
  })
})
