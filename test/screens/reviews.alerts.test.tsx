import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { OpsEvent } from '../../src/domain/event'
import type { Holdings } from '../../src/domain/query/facets'
import { day24, instant, minute } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { type MemoryOptions, memorySource } from '../tools/memorySource'
import { anActivity, anIncident, aWorkload } from '../tools/records'
import { renderApp } from '../tools/renderApp'
import { configured, now, openApp } from './harness'

const ago = (days: number) => instant(now - days * day24 - 30 * minute)
const page = (id: string, rule: string, over: Partial<OpsEvent> = {}): OpsEvent => ({
  id,
  title: rule,
  rule,
  kind: 'alarm',
  at: ago(2),
  planned: false,
  workloads: ['ledger'],
  pages: true,
  ...over,
})
const runbook = { url: 'https://git.example/run.md' }
const holdings: Partial<Holdings> = {
  workloads: [aWorkload('ledger', { name: 'Ledger', team: 'team:pay' }), aWorkload('search', { name: 'Search' })],
  parties: [{ type: 'team', id: 'team:pay', name: 'Payments', contacts: [], tags: [] }],
  activities: [
    anActivity({ id: 'owned', name: 'Mend declines', kind: 'response', events: ['declines > 0.1'], runbook }),
    anActivity({ id: 'bare', name: 'Mend lag', kind: 'response', events: ['lag'], pages: true }),
    anActivity({
      id: 'lost',
      name: 'Mend search',
      kind: 'response',
      workload: 'search',
      events: ['Search Slow'],
      pages: true,
      runbook,
    }),
  ],
  assignments: [
    { id: '1', activity: 'owned', role: 'A', party: 'team:pay', claim: 'declared' },
    { id: '2', activity: 'bare', role: 'A', party: 'team:pay', claim: 'declared' },
  ],
  incidents: [anIncident({ id: 'INC-9', opened: ago(2), activity: 'owned' })],
  events: [
    page('E1', 'declines > 0.9', { incident: 'INC-9' }),
    page('E2', 'declines > 0.9', { at: ago(1), incident: 'INC-9' }),
    page('E3', 'declines > 0.1'),
    page('E4', 'lag', { at: ago(200) }),
    page('E5', 'quiet', { pages: false }),
  ],
}
function open(given: Partial<Holdings> = holdings, options: MemoryOptions = {}, query = '') {
  const source = memorySource(given, { id: 'larkmere', asOf: now, ...options })
  const app = openApp(`reviews/?tab=alerts${query}`, [configured(source)])
  return { ...app, source, user: userEvent.setup() }
}
const status = () => screen.findByText(/alerts that page$/, { selector: '[role=status]' })
const group = (name: RegExp | string) => screen.findByRole('region', { name })

describe('alerts', () => {
  it('of the invented company, over its backend, are all judged', async () => {
    await renderApp('/reviews/?tab=alerts')
    const text = (await status()).textContent ?? ''
    const [shown, total] = [...text.matchAll(/[\d,]+/g)].map(([number]) => number)
    expect(shown).toBe(total)
    expect(Number(total?.replaceAll(',', ''))).toBeGreaterThan(20)
    const unanswered = await group(/^No activity answers it \d+$/)
    expect(within(unanswered).getByRole('article', { name: 'Alert card_decline_ratio > 0.25' })).toHaveTextContent(
      'names the same measure with another limit',
    )
  })

  it('say how often they paged, what came of it, and how each was matched', async () => {
    open()
    const nobody = await group('No activity answers it 1')
    const alert = within(nobody).getByRole('article', { name: 'Alert declines > 0.9' })
    expect(alert).toHaveTextContent('2 events, last 1 d ago')
    expect(alert).toHaveTextContent('led to 1 incident: INC-9')
    expect(alert).toHaveTextContent('names the same measure with another limit: Mend declines')
    expect(within(alert).getByRole('link', { name: '2 events' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/incidents\/\?view=timeline&from=2026-08-22T00%3A00%3A00Z&to=.*&workload=ledger$/),
    )
    expect(await group('Nobody owns the activity 1')).toHaveTextContent('Mend search Search names it')
    expect(await group('Owned, but no runbook 1')).toHaveTextContent('not seen in that time')
    expect(await group('Owned, with a runbook 1')).toBeInTheDocument()
    expect(await status()).toHaveTextContent('4 of 4')
  })

  it('are looked at over another time', async () => {
    const { user } = open()
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Events of the last' }), '365')
    await waitFor(async () =>
      expect(await group('Owned, but no runbook 1')).toHaveTextContent('1 event, last 200 d ago'),
    )
    expect(new URLSearchParams(location.search).get('days')).toBe('365')
  })

  it('that no activity names are proposed to one as feedback', async () => {
    const { user, source } = open()
    await user.click(await screen.findByRole('button', { name: 'Propose for declines > 0.9' }))
    const form = await screen.findByRole('form', { name: 'Propose for declines > 0.9' })
    expect(within(form).getByRole('combobox')).toHaveDisplayValue('Mend declines')
    await user.click(within(form).getByRole('button', { name: 'Give as feedback' }))
    expect(await screen.findByText(/It stands among the/)).toBeInTheDocument()
    expect(source.sent[0]?.command).toMatchObject({
      kind: 'give-feedback',
      activity: 'owned',
      text: expect.stringContaining('declines > 0.9'),
    })
  })

  it('that fit no activity become an improvement', async () => {
    const { user, source } = open({ ...holdings, events: [page('E1', 'unheard of', { workloads: ['edge'] })] })
    await user.click(await screen.findByRole('button', { name: 'Propose for unheard of' }))
    await user.click(await screen.findByRole('button', { name: 'Record as an improvement' }))
    expect(await screen.findByText(/It stands among the/)).toBeInTheDocument()
    expect(source.sent[0]?.command).toMatchObject({ kind: 'record-improvement', from: 'review' })
  })

  it('known from activities alone say that no source tells of events', async () => {
    open(holdings, { without: ['events'] })
    expect(await screen.findByText(/No connected source tells of events/)).toBeInTheDocument()
    expect(await status()).toHaveTextContent('2 of 2')
  })

  it('that do not say whether they page are left out, and counted', async () => {
    const { pages: _unsaid, ...silent } = page('E9', 'unsaid')
    open({ ...holdings, events: [silent] })
    expect(await screen.findByText(/1 alarm of that time does not say whether anybody is paged/)).toBeInTheDocument()
  })

  it('are good news only when everything was read', async () => {
    const good = {
      ...holdings,
      activities: holdings.activities?.slice(0, 1) ?? [],
      events: [page('E3', 'declines > 0.1')],
    }
    const first = open(good)
    expect(await screen.findByText('Nothing is found wrong with 1 alert shown.')).toBeInTheDocument()
    first.unmount()
    const dead = memorySource({}, { id: 'dead', asOf: now })
    dead.fail(new SourceError('unreachable', 'dead', 'No route.'))
    openApp('reviews/?tab=alerts', [configured(memorySource(good, { asOf: now })), configured(dead)])
    expect(await screen.findByText(/Not everything could be read\.$/)).toBeInTheDocument()
    expect(await screen.findByText(/Alerts may be missing here/)).toBeInTheDocument()
  })

  it('say what the address asks for in vain', async () => {
    open(holdings, {}, '&days=7&show=mood')
    expect(await screen.findByText(/asks for days “7”/)).toBeInTheDocument()
    expect(screen.getByText(/asks for show “mood”/)).toBeInTheDocument()
  })
})
