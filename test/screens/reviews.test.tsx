import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import type { Activity } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { day24, duration, instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { type MemoryOptions, memorySource } from '../tools/memorySource'
import { anActivity, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

const company = world()

function open(query = '', holdings: Partial<Holdings> = company.holdings, options: MemoryOptions = {}) {
  const source = memorySource(holdings, { id: 'larkmere', asOf: now, ...options })
  const app = openApp(`reviews/${query}`, [configured(source)])
  return { ...app, source, user: userEvent.setup() }
}

const status = (what: string) => screen.findByText(new RegExp(`of [\\d,]+ ${what}$`), { selector: '[role=status]' })
const group = (name: RegExp | string) => screen.findByRole('region', { name })
const param = (name: string) => new URLSearchParams(location.search).get(name)
const quarter = duration(91 * day24)
const ago = (days: number) => instant(now - days * day24)
const reviewed = (id: string, days: number | undefined, more: Partial<Activity> = {}): Activity =>
  anActivity({
    id,
    name: `Activity ${id}`,
    version: '1',
    review: {
      every: quarter,
      reviewers: ['person:lee'],
      approvers: [],
      ...(days !== undefined && { last: ago(days) }),
    },
    ...more,
  })
const small: Partial<Holdings> = {
  workloads: [aWorkload('ledger', { name: 'Ledger' }), aWorkload('search', { name: 'Search' })],
  parties: [
    { type: 'team', id: 'team:pay', name: 'Payments', contacts: [], tags: [] },
    { type: 'team', id: 'team:find', name: 'Finders', contacts: [], tags: [] },
    { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:pay'], contacts: [], tags: [] },
  ],
  activities: [
    reviewed('late', 100),
    reviewed('later', 200.5, { workload: 'search' }),
    reviewed('never', undefined),
    reviewed('soon', 80),
    reviewed('fine', 5),
    anActivity({ id: 'loose', name: 'Activity loose' }),
  ],
  assignments: [
    { id: '1', activity: 'late', role: 'A', party: 'team:pay', claim: 'declared' },
    { id: '2', activity: 'fine', role: 'I', party: 'person:lee', claim: 'declared' },
    { id: '3', activity: 'later', role: 'A', party: 'team:find', claim: 'declared' },
  ],
}

describe('the reviews of the invented company', () => {
  it('are as many overdue as the matrix counts', async () => {
    open()
    expect(await status('reviews')).toHaveTextContent('500 of 500 reviews')
    const late = await group(/^Overdue \d+$/)
    const never = await group(/^Never reviewed \d+$/)
    const count = (region: HTMLElement) =>
      Number(/\d+/.exec(within(region).getByRole('heading').textContent ?? '')?.[0])
    expect(count(late) + count(never)).toBe(31)
    expect(within(late).getAllByRole('listitem')).toHaveLength(count(late))
    expect(screen.queryByText(/is overdue\.$/)).not.toBeInTheDocument()
  })

  it('are narrowed by words, team and workload, and the address keeps it', async () => {
    const { user } = open('?workload=payments-ledger')
    await waitFor(async () => expect(await status('reviews')).toHaveTextContent('5 of 500'))
    await user.type(screen.getByRole('searchbox', { name: 'Find reviews' }), 'certificates')
    await waitFor(async () => expect(await status('reviews')).toHaveTextContent('1 of 500'))
    await waitFor(() => expect(param('q')).toBe('certificates'))
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    await waitFor(async () => expect(await status('reviews')).toHaveTextContent('500 of 500'))
  })

  it('leave out what the address cannot mean, and say so', async () => {
    open('?tab=moods&team=team:nobody&show=someday&since=never')
    expect(await screen.findByText(/asks for the list “moods”/)).toBeInTheDocument()
    expect(await screen.findByText(/asks for team “team:nobody”/)).toBeInTheDocument()
    expect(screen.getByText(/asks for show “someday”/)).toBeInTheDocument()
    expect(screen.getByText(/asks for since “never”/)).toBeInTheDocument()
    expect(await status('reviews')).toHaveTextContent('500 of 500')
  })
})

describe('a list of reviews', () => {
  it('says of each when it is due and who owes it', async () => {
    open('', small)
    const late = await group('Overdue 2')
    const [first, second] = within(late).getAllByRole('listitem')
    expect(first).toHaveTextContent('Activity later Search')
    expect(first).toHaveTextContent('109 d late')
    expect(second).toHaveTextContent('T. Lee')
    expect(within(late).getAllByRole('link', { name: 'T. Lee' })[0]).toHaveAttribute(
      'href',
      '/parties/?id=person%3Alee',
    )
    expect(await group('Never reviewed 1')).toHaveTextContent('never reviewed')
    expect(await group('Due in 30 days 1')).toHaveTextContent('in 11 d')
    expect(await group('No policy recorded 1')).toBeInTheDocument()
  })

  it('tells late ones that an exception bears with from the overdue', async () => {
    const exceptions = [{ gap: 'review-overdue', until: instant(now + 9 * day24), reason: 'Freeze.' }] as const
    const { user } = open('', { ...small, activities: [reviewed('late', 100), reviewed('borne', 100, { exceptions })] })
    expect(await group('Overdue 1')).toHaveTextContent('Activity late')
    const excused = await group('Late, excused for now 1')
    await user.click(within(excused).getByRole('button', { name: 'Show' }))
    expect(excused).toHaveTextContent('excused until 29 Nov 2026')
  })

  it('shows long groups step by step, with how many of how many', async () => {
    const activities = Array.from({ length: 120 }, (_, index) => reviewed(`a${index}`, 100))
    const { user } = open('', { ...small, activities })
    const late = await group('Overdue 120')
    expect(within(late).getAllByRole('listitem')).toHaveLength(50)
    expect(late).toHaveTextContent('50 of 120 shown')
    await user.click(within(late).getByRole('button', { name: 'Show 70 more' }))
    expect(within(late).getAllByRole('listitem')).toHaveLength(120)
  })

  it('says that nothing is overdue only when everything was read', async () => {
    const activities = [reviewed('fine', 5)]
    const first = open('', { ...small, activities })
    expect(await screen.findByText('None of 1 review with a policy is overdue.')).toBeInTheDocument()
    first.unmount()
    const dead = memorySource({}, { id: 'dead', asOf: now })
    dead.fail(new SourceError('unreachable', 'dead', 'No route.'))
    openApp('reviews/', [configured(memorySource({ ...small, activities }, { asOf: now })), configured(dead)])
    expect(await screen.findByText(/Not everything could be read\.$/)).toBeInTheDocument()
    expect(screen.queryByText('None of 1 review with a policy is overdue.')).not.toBeInTheDocument()
  })

  it('says so when there is no source, and when none answers', async () => {
    const first = open('', {}, { without: ['activities'] })
    expect(await screen.findByRole('heading', { name: 'No connected source tells of reviews' })).toBeInTheDocument()
    first.unmount()
    const { source } = open('', small)
    source.fail(new SourceError('forbidden', 'larkmere', 'Not you.'))
    expect(await screen.findByRole('alert')).toHaveTextContent('Reviews could not be read')
  })
})

describe('confirming', () => {
  it('one review: by whom, on which day, resting on what', async () => {
    const { user, source } = open('', small)
    await user.click(await screen.findByRole('button', { name: 'Confirm Activity late…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Confirm the review' })
    expect(dialog).toHaveTextContent('Confirmed by you on 20 Nov 2026')
    await user.type(within(dialog).getByRole('textbox', { name: /^Evidence/ }), 'OPS-17')
    await user.click(within(dialog).getByRole('button', { name: 'Confirm 1 review' }))
    expect(await within(dialog).findByText(/of 1 confirmed/)).toHaveTextContent('1 of 1 confirmed.')
    const [sent] = source.sent
    expect(sent).toMatchObject({
      actor: 'you',
      version: '1',
      command: { kind: 'mark-reviewed', activity: 'late', evidence: 'OPS-17' },
    })
    const [close] = within(dialog).getAllByRole('button', { name: 'Close' }).toReversed()
    if (close) await user.click(close)
    expect(await group('Overdue 1')).toBeInTheDocument()
    // What was typed is used up.
    await user.click(await screen.findByRole('button', { name: 'Confirm Activity later…' }))
    expect(await screen.findByRole('textbox', { name: /^Evidence/ })).toHaveValue('')
  })

  it('many at once, with the exact count, each failing by itself', async () => {
    const { user, source } = open('', small)
    const late = await group('Overdue 2')
    await user.click(within(late).getByRole('button', { name: 'Choose all 2' }))
    await user.click(screen.getByRole('checkbox', { name: 'Choose Activity never, Ledger' }))
    const chosen = screen.getByRole('region', { name: 'Chosen reviews' })
    expect(chosen).toHaveTextContent('3 of 6 shown are chosen')
    await user.click(within(chosen).getByRole('button', { name: 'Confirm 3 reviews…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Confirm 3 reviews' })
    await user.type(within(dialog).getByRole('textbox', { name: /^Evidence/ }), 'Minutes')
    // Somebody else reviews one of them meanwhile.
    await source.commands?.send(
      { key: 'k', actor: 'other', at: now, command: { kind: 'mark-reviewed', activity: 'late' } },
      { signal: new AbortController().signal },
    )
    await user.click(within(dialog).getByRole('button', { name: 'Confirm 3 reviews' }))
    expect(await within(dialog).findByText(/confirmed, 1 not\./)).toHaveTextContent('2 of 3 confirmed, 1 not.')
    const alert = within(dialog).getByRole('alert')
    expect(alert).toHaveTextContent('Activity late')
    await waitFor(() => expect(alert).toHaveTextContent('Theirs: last reviewed 20 Nov 2026 (you saw 12 Aug 2026)'))
    expect(within(dialog).getByRole('textbox', { name: /^Evidence/ })).toHaveValue('Minutes')
    await user.click(within(dialog).getByRole('button', { name: 'Try the 1 again' }))
    await waitFor(() => expect(within(dialog).queryByRole('alert')).not.toBeInTheDocument())
    expect(await within(dialog).findByText(/of 3 confirmed\.$/)).toBeInTheDocument()
    expect(source.sent.at(-1)).toMatchObject({ version: '2', command: { activity: 'late', evidence: 'Minutes' } })
  })

  it('is disabled with the reason where no source takes it', async () => {
    const { user } = open('', small, { readOnly: true })
    await user.click(await screen.findByRole('button', { name: 'Confirm Activity late…' }))
    const button = await screen.findByRole('button', { name: 'Confirm 1 review' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/Read-only/)
  })

  it('after a reorganisation lists all that the moved hold, and counts what is confirmed since', async () => {
    const { user } = open('', small)
    await user.click(await screen.findByRole('button', { name: /Confirm after a reorganisation/ }))
    const panel = await screen.findByRole('region', { name: 'After a reorganisation' })
    expect(within(panel).getByLabelText('Day of the change')).toHaveValue('2026-11-20')
    await user.click(within(panel).getByText('Who was moved'))
    await user.click(within(panel).getByRole('checkbox', { name: 'Payments' }))
    await waitFor(() =>
      expect(panel).toHaveTextContent('0 of 2 activities that they hold are confirmed since that day.'),
    )
    const toConfirm = await group('To confirm 2')
    expect(toConfirm).toHaveTextContent('Activity late')
    expect(toConfirm).toHaveTextContent('Activity fine')
    await user.click(within(toConfirm).getByRole('button', { name: 'Confirm Activity late…' }))
    await user.click(await screen.findByRole('button', { name: 'Confirm 1 review' }))
    await waitFor(() => expect(panel).toHaveTextContent('1 of 2 activities that they hold'))
    expect(param('moved')).toBe('team:pay')
    expect(param('since')).toBe('2026-11-20')
  })
})
