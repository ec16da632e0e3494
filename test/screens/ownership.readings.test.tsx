import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { memorySource } from '../tools/memorySource'
import { configured, openApp } from './harness'
import { withRoom } from './matrixRoom'

withRoom()
const company = world()

function open(query = '') {
  const source = memorySource(company.holdings, { id: 'larkmere', asOf: company.now })
  openApp(`ownership/${query}`, [configured(source)])
  return { source, user: userEvent.setup() }
}

const param = (name: string) => new URLSearchParams(location.search).get(name)
const status = () => screen.getByText(/^of 500 activities$/, { selector: '[role=status]', exact: false })
const shown = async (count: number) => waitFor(() => expect(status().textContent).toBe(`${count} of 500 activities`))
const counted = () => Number(/^\d+/.exec(status().textContent ?? '')?.[0])
const grid = (name: string) => screen.findByRole('grid', { name })
const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole('row')
    .flatMap((row) => {
      const head = row.querySelector('[role=rowheader]:not([aria-expanded]) > span')
      return head ? [head.textContent ?? ''] : []
    })
/** Puts the focus into the grid and goes to the cell of that label. */
async function goTo(list: HTMLElement, cell: HTMLElement, user: ReturnType<typeof userEvent.setup>) {
  const [row, column] = [cell.closest('[role=row]'), cell].map((each) =>
    Number(each?.getAttribute('aria-rowindex') ?? each?.getAttribute('aria-colindex')),
  )
  list.focus()
  await user.keyboard('{Control>}{Home}{/Control}')
  await user.keyboard('{ArrowDown}'.repeat((row ?? 2) - 2) + '{ArrowRight}'.repeat((column ?? 1) - 1))
}

describe('the readings', () => {
  it('are switched in place, and stand in the address with the filters', async () => {
    const { user } = open('?workload=payments-ledger,checkout-api')
    await grid('Activities by team')
    await shown(11)
    await user.click(screen.getByRole('radio', { name: 'Activity × Workload' }))
    expect(await grid('Activities by workload')).toBeInTheDocument()
    await waitFor(() => expect(param('view')).toBe('workloads'))
    await user.click(screen.getByRole('radio', { name: 'Team × Workload' }))
    expect(await grid('Teams by workload')).toBeInTheDocument()
    await waitFor(() => expect([param('view'), param('workload')]).toEqual(['load', 'payments-ledger,checkout-api']))
    await shown(11)
    await user.click(screen.getByRole('radio', { name: 'Activity × Team' }))
    await grid('Activities by team')
    await waitFor(() => expect(param('view')).toBeNull())
  })

  it.each([
    ['', 'Activities by team', '500 of 500 activities × 13 teams'],
    ['?view=workloads', 'Activities by workload', '500 of 500 activities under 26 names × 42 workloads'],
    ['?view=load', 'Teams by workload', '500 of 500 activities · 13 teams × 42 workloads'],
  ])('say how large they are: %s', async (query, name, size) => {
    open(query)
    await grid(name)
    expect(status().parentElement).toHaveTextContent(size)
  })

  it('that do not exist are told, and the first is shown', async () => {
    open('?view=upside-down&sort=mood')
    expect(await screen.findByText(/asks for view “upside-down”/)).toBeInTheDocument()
    expect(screen.getByText(/asks for sort “mood”/)).toBeInTheDocument()
    expect(await grid('Activities by team')).toBeInTheDocument()
  })
})

describe('activity × workload', () => {
  it('tells who is accountable where, and opens that activity', async () => {
    const { user } = open('?view=workloads&q=rotate%20bank')
    const list = await grid('Activities by workload')
    const cell = await within(list).findByRole('gridcell', { name: 'Payments ledger: Accountable: Security' })
    expect(cell).toHaveTextContent('Sec')
    expect(screen.getByRole('contentinfo', { name: 'Short names' })).toHaveTextContent('Sec Security')
    await goTo(list, cell, user)
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('dialog', { name: 'Rotate bank certificates' })).toBeInTheDocument()
  })

  it('says where nobody is, where several are and where none is meant', async () => {
    open('?view=workloads')
    const list = await grid('Activities by workload')
    const cells = (name: RegExp) => within(list).getAllByRole('gridcell', { name })
    expect(cells(/: nobody answers$/)).toHaveLength(12)
    expect(cells(/parties are accountable/)).toHaveLength(5)
    expect(cells(/has left/)).toHaveLength(3)
    expect(cells(/: nobody by design: ./)).toHaveLength(6)
  })

  it('goes to the activities one by one where several share a row', async () => {
    const { user } = open('?view=workloads')
    const list = await grid('Activities by workload')
    await user.click(within(list).getByText('Restore from backup'))
    await grid('Activities by team')
    await waitFor(() => expect(param('q')).toBe('Restore from backup'))
    expect(counted()).toBeGreaterThan(30)
  })
})

describe('team × workload', () => {
  it('counts what each team carries; a cell opens exactly these activities', async () => {
    const { user } = open('?view=load')
    const list = await grid('Teams by workload')
    const row = within(list).getByText('Payments', { selector: 'span' }).closest<HTMLElement>('[role=row]')
    if (!row) throw new Error('Payments has no row.')
    const cell = within(row).getByRole('gridcell', { name: /^Payments ledger: / })
    const count = Number(/(\d+) activit\w+ in all$/.exec(cell.getAttribute('aria-label') ?? '')?.[1])
    expect(count).toBeGreaterThan(2)
    await goTo(list, cell, user)
    await user.keyboard('{Enter}')
    await grid('Activities by team')
    await shown(count)
    expect([param('team'), param('workload'), param('role')]).toEqual(['team:payments', 'payments-ledger', 'A,R'])
  })

  it('marks who is the only one, and sums up each row', async () => {
    open('?view=load&sort=sole')
    const list = await grid('Teams by workload')
    expect(within(list).getAllByRole('gridcell', { name: /, the only one/ }).length).toBeGreaterThan(0)
    const [, first] = within(list)
      .getAllByRole('row')
      .flatMap((row) => (row.querySelector('[role=rowheader]') ? [row] : []))
    expect(first?.textContent).toMatch(/\d+ workloads?$/)
  })

  it('has a row for what nobody answers for', async () => {
    const { user } = open('?view=load')
    const list = await grid('Teams by workload')
    await user.click(within(list).getByText('Nobody answers'))
    await grid('Activities by team')
    await shown(12)
  })

  it('opens the page of a team from its name', async () => {
    const { user } = open('?view=load')
    const list = await grid('Teams by workload')
    await user.click(within(list).getByText('Identity'))
    await waitFor(() => expect(location.pathname).toBe('/parties/'))
    expect(param('id')).toBe('team:identity')
  })
})

describe('the order', () => {
  it.each([
    ['due', /(never|late)$/],
    ['gap', /no owner|pages nobody/],
    ['automation', /none/],
  ])('by %s puts the worst first', async (sort, first) => {
    open(`?sort=${sort}`)
    const list = await grid('Activities by team')
    const rows = within(list).getAllByRole('row')
    const row = rows.find((each) => each.querySelector('[role=rowheader]:not([aria-expanded])'))
    expect(row?.textContent).toMatch(first)
  })

  it('is chosen, stands in the address, and by name takes no notice of tiers', async () => {
    const { user } = open()
    const list = await grid('Activities by team')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Name')
    await waitFor(() => expect(param('sort')).toBe('name'))
    await waitFor(() => {
      const heads = within(list).getAllByRole('rowheader', { expanded: true })
      const shownNames = heads.map((head) => head.querySelector('b')?.textContent ?? '')
      expect(shownNames).toEqual(shownNames.toSorted(new Intl.Collator('en', { sensitivity: 'base' }).compare))
    })
    expect(names(list).length).toBeGreaterThan(10)
  })
})

describe('the groups', () => {
  it('fold and unfold all at once, in a short address', async () => {
    const { user } = open()
    const list = await grid('Activities by team')
    expect(list).toHaveAttribute('aria-rowcount', String(500 + 42 + 1))
    await user.click(screen.getByRole('button', { name: 'Collapse all' }))
    await waitFor(() => expect(list).toHaveAttribute('aria-rowcount', '43'))
    expect(param('folded')).toBe('*')
    await user.click(within(list).getByRole('rowheader', { name: /^Checkout API/ }))
    await waitFor(() => expect(list).toHaveAttribute('aria-rowcount', '49'))
    await user.click(screen.getByRole('button', { name: 'Expand all' }))
    await waitFor(() => expect(list).toHaveAttribute('aria-rowcount', '543'))
    expect(param('folded')).toBeNull()
  })

  it('say tier, how many of them are listed, and how much is owned', async () => {
    open('?risk=high&workload=payments-ledger')
    const list = await grid('Activities by team')
    expect(within(list).getByRole('rowheader', { name: /^Payments ledger/ }).textContent).toMatch(
      /^Payments ledgertier 1 · \d of 5 activities · \d+% owned$/,
    )
  })
})

describe('the further filters', () => {
  const choose = async (user: ReturnType<typeof userEvent.setup>, filter: string, option: string) => {
    await user.click(await screen.findByText(filter, { selector: 'summary' }))
    await user.click(await screen.findByRole('checkbox', { name: option }))
  }

  it('combine person, role, tag and tier, and count what they leave', async () => {
    const { user } = open()
    await grid('Activities by team')
    await user.click(screen.getByRole('button', { name: 'Further filters' }))
    await choose(user, 'Tier', 'tier 1')
    await waitFor(() => expect(counted()).toBe(230))
    await choose(user, 'Role', 'Consulted')
    await waitFor(() => expect(counted()).toBeLessThan(230))
    const consulted = counted()
    await choose(user, 'Team', 'Security')
    await waitFor(() => expect(counted()).toBeLessThan(consulted))
    await waitFor(() => expect([param('tier'), param('role'), param('team')]).toEqual(['1', 'C', 'team:security']))
    expect(screen.getByRole('button', { name: 'Further filters2' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    await shown(500)
  })

  it('take a role together with a person as the role of that person', async () => {
    const held = company.holdings.assignments.filter(
      ({ party, claim }) => party?.startsWith('person:') && claim === 'declared',
    )
    const [first] = held
    if (!first?.party) throw new Error('Nobody holds anything.')
    const activities = (roles: readonly string[]) =>
      new Set(
        held.filter(({ party, role }) => party === first.party && roles.includes(role)).map((each) => each.activity),
      ).size
    open(`?person=${encodeURIComponent(first.party)}&role=${first.role}`)
    await shown(activities([first.role]))
  })

  it('find what nobody holds', async () => {
    open('?team=none&role=A')
    await grid('Activities by team')
    const without = company.holdings.activities.filter(
      ({ id }) =>
        !company.holdings.assignments.some(
          (each) => each.activity === id && each.role === 'A' && each.claim === 'declared' && each.party !== undefined,
        ),
    )
    await shown(without.length)
  })

  it('have every state of ownership with its count', async () => {
    const { user } = open()
    await grid('Activities by team')
    await user.click(screen.getByRole('button', { name: 'Further filters' }))
    const gap = await screen.findByRole('combobox', { name: 'Gap' })
    const option = within(gap).getByRole('option', { name: /^One person alone performs \(\d+\)$/ })
    const count = Number(/\((\d+)\)/.exec(option.textContent ?? '')?.[1])
    await user.selectOptions(gap, option)
    await shown(count)
    expect(param('gap')).toBe('sole')
  })

  it('tell values that mean nothing here', async () => {
    open('?person=person:nobody&role=Z&tag=no-such-tag&tier=9')
    for (const words of ['person “person:nobody”', 'role “Z”', 'tag “no-such-tag”', 'tier “9”'])
      expect(await screen.findByText(new RegExp(`asks for ${words}`))).toBeInTheDocument()
    await shown(500)
  })
})

describe('the way on', () => {
  it('leads to reviews, to a planned transfer and to the page of a team', async () => {
    const { user } = open()
    const list = await grid('Activities by team')
    expect(screen.getByRole('link', { name: 'Reviews' })).toHaveAttribute('href', '/reviews/')
    expect(screen.getByRole('link', { name: 'Plan a transfer…' })).toHaveAttribute('href', '/transfer/')
    await screen.findByRole('button', { name: /^Export/ })
    await user.click(within(list).getByText('Identity', { selector: '[role=columnheader] span' }))
    await waitFor(() => expect(location.pathname + location.search).toBe('/parties/?id=team%3Aidentity'))
  })

  it('is also a key: p, in the column of a team', async () => {
    const { user } = open('?workload=payments-ledger')
    const list = await grid('Activities by team')
    await goTo(list, within(list).getAllByRole('gridcell', { name: /^Security: / })[0] ?? list, user)
    await user.keyboard('p')
    await waitFor(() => expect(location.search).toBe('?id=team%3Asecurity'))
  })
})
