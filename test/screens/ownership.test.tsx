import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { configured, openApp } from './harness'

const company = world()

/** The invented company behind a right source, at an address of the screen. */
function open(query = '') {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now })
  openApp(`ownership/${query}`, [configured(source)])
  return { source, user: userEvent.setup() }
}

const certificates = 'payments-ledger/rotate-bank-certificates'
const text = () => listed().textContent ?? ''
const listed = () => screen.getByText(/^of 500 activities$/, { selector: '[role=status]', exact: false })
const shown = async (count: number | RegExp) =>
  waitFor(() => expect(text()).toMatch(new RegExp(`^${typeof count === 'number' ? count : count.source} of`)))
const region = () => screen.findByRole('region', { name: 'Gaps' })
const card = (button: HTMLElement): HTMLElement => {
  const found = button.closest<HTMLElement>('[data-pressed]')
  if (!found) throw new Error('The figure has no card.')
  return found
}
const param = (name: string) => new URLSearchParams(location.search).get(name)

describe('the figures', () => {
  it.each([
    ['No accountable', 12, 'no-accountable'],
    ['Several accountable', 5, 'many-accountable'],
    ['Owner has left', 3, 'accountable-left'],
    ['Review overdue', 31, 'review-overdue'],
    ['Declared ≠ observed', 9, 'declared-observed'],
  ])('%s counts what it lists', async (name, count, gap) => {
    const { user } = open()
    const figure = await within(await region()).findByRole('button', { name })
    expect(card(figure)).toHaveTextContent(`${count}of 500 activities`)
    await user.click(figure)
    await shown(count)
    expect(figure).toHaveAttribute('aria-pressed', 'true')
    await waitFor(() => expect(param('gap')).toBe(gap))
    await user.click(figure)
    await shown(500)
  })

  it('says how much is owned end to end, by which formula, and lists the rest', async () => {
    const { user } = open()
    const figure = await screen.findByRole('button', { name: 'Owned end to end' })
    expect(card(figure)).toHaveTextContent('87.6%62 of 500 not')
    expect(
      screen.getByRole('img', { name: /owned end to end 438, owned in part 50, nobody answers 12$/ }),
    ).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /^How owned end to end is counted/ }))
    const panel = await screen.findByRole('dialog', { name: 'Coverage and gaps' })
    expect(
      within(panel).getByText(/438 owned \+ 50 owned in part \+ 12 that nobody answers for = 500 judged/),
    ).toBeInTheDocument()
    await user.click(within(panel).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(panel).not.toBeInTheDocument())
    await user.click(figure)
    await shown(62)
  })

  it('has the other kinds of gap in a menu, each with its count', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'More: other gaps' }))
    const item = await screen.findByRole('menuitem', { name: /^No runbook \d+/ })
    const count = Number(/\d+/.exec(item.textContent ?? '')?.[0])
    expect(count).toBeGreaterThan(20)
    await user.click(item)
    await shown(count)
  })

  it('counts within the other filters', async () => {
    const { user } = open('?workload=payments-ledger')
    await shown(5)
    const figure = screen.getByRole('button', { name: 'Several accountable' })
    expect(card(figure)).toHaveTextContent('1of 5 activities')
    await user.click(figure)
    await shown(1)
  })
})

describe('the filters', () => {
  it('find an activity by the name of a holder, and keep the words in the address', async () => {
    const { user } = open()
    await shown(500)
    await user.type(screen.getByRole('searchbox', { name: /Find by activity/ }), 'partner integrations')
    await shown(14)
    await waitFor(() => expect(param('q')).toBe('partner integrations'))
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    await shown(500)
  })

  it('offer what occurs and narrow by any of it', async () => {
    const { user } = open()
    await shown(500)
    await user.click(screen.getByText('Risk'))
    await user.click(screen.getByRole('checkbox', { name: 'high' }))
    await shown(/\d{2,3}/)
    const high = Number(/^\d+/.exec(text())?.[0])
    await user.click(screen.getByRole('checkbox', { name: 'low' }))
    await waitFor(() => expect(Number(/^\d+/.exec(text())?.[0])).toBeGreaterThan(high))
    await waitFor(() => expect(param('risk')).toBe('high,low'))
  })

  it('shows only what has a gap', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: 'Gaps only' }))
    await waitFor(() => expect(text()).not.toMatch(/^500/))
    expect(screen.getByRole('button', { name: 'Gaps only' })).toHaveAttribute('aria-pressed', 'true')
  })

  it('leave out what the address cannot mean, and say so', async () => {
    open('?team=team:nobody&gap=bad-mood&kind=response')
    expect(await screen.findByText(/asks for team “team:nobody”/)).toBeInTheDocument()
    expect(screen.getByText(/asks for gap “bad-mood”/)).toBeInTheDocument()
    await waitFor(() => expect(Number(/^\d+/.exec(text())?.[0])).toBeGreaterThan(50))
  })

  it('that leave nothing say so and offer the way back', async () => {
    const { user } = open('?q=no-such-words')
    await user.click(await screen.findByRole('button', { name: 'Show all 500' }))
    await shown(500)
  })
})

describe('one activity', () => {
  const openOne = async (id = certificates) => {
    const app = open(`?activity=${encodeURIComponent(id)}`)
    return { ...app, drawer: await screen.findByRole('dialog') }
  }
  const answer = (drawer: HTMLElement, term: string) => {
    const found = within(drawer).getByText(term, { selector: 'dt' }).nextElementSibling
    if (!(found instanceof HTMLElement)) throw new Error(`${term} has no answer.`)
    return found
  }

  it('is answered question by question', async () => {
    const { drawer } = await openOne()
    expect(drawer).toHaveAccessibleName('Rotate bank certificates')
    expect(answer(drawer, 'Accountable')).toHaveTextContent('Security')
    expect(answer(drawer, 'Responsible')).toHaveTextContent('Payments')
    expect(within(answer(drawer, 'Informed')).getByRole('link', { name: /#support-eng/ })).toHaveAttribute(
      'href',
      'https://chat.larkmere.example/support-eng',
    )
    expect(answer(drawer, 'Validator')).toHaveTextContent('nobody named')
    expect(answer(drawer, 'Why')).toHaveTextContent('Scheme rules put key custody with Security')
    expect(answer(drawer, 'Answers')).toHaveTextContent('cert-expiry < 30d Can page a person.')
    expect(answer(drawer, 'Runbook')).toHaveTextContent('rotate-bank-certs.md')
    expect(answer(drawer, 'Runbook')).toHaveTextContent('under version control')
    expect(answer(drawer, 'Automation')).toHaveTextContent('runbookruns not recorded')
    expect(answer(drawer, 'Pre-approved')).toHaveTextContent('No: each run needs an approval')
    expect(answer(drawer, 'Reviewed')).toHaveTextContent('30 Jul 2026 · due 29 Oct 2026, 22 d late')
    expect(answer(drawer, 'Observed')).toHaveTextContent(
      'Payments as accountable, from resource tags: differs from what is declared',
    )
    expect(drawer).toHaveTextContent('Its review is overdue.')
    expect(drawer).toHaveTextContent('Payments was seen to answer for it (resource tags).')
  })

  it('tells how often its automation was started, worked and reached what it was for', async () => {
    const { drawer } = await openOne('payments-ledger/reconcile-settlement')
    expect(answer(drawer, 'Automation')).toHaveTextContent(
      'event-drivenstarted 212 times, worked 205 (97%), reached its outcome 198 (93%)',
    )
    expect(drawer).toHaveTextContent('Owned end to end, no gap in what is recorded.')
  })

  it('links the incidents it answered for', async () => {
    const { drawer } = await openOne('checkout-api/respond-to-latency-alert')
    const heading = await within(drawer).findByRole('heading', { name: /90 d$/ })
    const section = heading.parentElement
    if (!section) throw new Error('The heading stands alone.')
    const all = await within(section).findByRole('link', { name: /^All \d+ of this workload in 90 d$/ })
    expect(all).toHaveAttribute('href', expect.stringContaining('/incidents/?workload=checkout-api&status=all&from='))
  })

  it('can be marked as reviewed, and is then due later', async () => {
    const { drawer, user, source } = await openOne()
    await user.click(await within(drawer).findByRole('button', { name: 'Mark reviewed' }))
    await user.click(await within(drawer).findByRole('button', { name: /^Confirm/ }))
    await waitFor(() => expect(answer(drawer, 'Reviewed')).toHaveTextContent('20 Nov 2026 · due 19 Feb 2027'))
    expect(drawer).not.toHaveTextContent('Its review is overdue.')
    expect(source.sent.map(({ actor, command }) => [actor, command])).toEqual([
      ['you', { kind: 'mark-reviewed', activity: certificates }],
    ])
    await user.click(within(drawer).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    const figure = await screen.findByRole('button', { name: 'Review overdue' })
    await waitFor(() => expect(card(figure)).toHaveTextContent('30of 500'))
  })

  it('is left as it was when the backend refuses, with the reason', async () => {
    const { drawer, user, source } = await openOne()
    source.fail(new SourceError('forbidden', 'larkmere', 'You may not review.'))
    await user.click(await within(drawer).findByRole('button', { name: 'Mark reviewed' }))
    await user.click(await within(drawer).findByRole('button', { name: /^Confirm/ }))
    expect(await within(drawer).findByText('Not carried out: You may not review.')).toBeInTheDocument()
    expect(answer(drawer, 'Reviewed')).toHaveTextContent('22 d late')
    source.fail()
    await user.click(within(drawer).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(answer(drawer, 'Reviewed')).not.toHaveTextContent('late'))
  })

  it('moves with j and k, and closes with Escape', async () => {
    const { user } = open('?workload=payments-ledger')
    await shown(5)
    await user.keyboard('j')
    expect(await screen.findByRole('dialog', { name: 'Communicate customer impact' })).toBeInTheDocument()
    await user.keyboard('j')
    expect(await screen.findByRole('dialog', { name: 'Fail over region' })).toBeInTheDocument()
    await user.keyboard('k')
    expect(await screen.findByRole('dialog', { name: 'Communicate customer impact' })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await waitFor(() => expect(param('activity')).toBeNull())
  })

  it('that does not exist is named, not shown empty', async () => {
    open('?activity=no/such')
    expect(await screen.findByText(/There is no activity “no\/such”/)).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })
})
