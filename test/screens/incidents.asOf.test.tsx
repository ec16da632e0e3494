import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import type { TimelineEntry } from '../../src/domain/timeline'
import { instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'

const minute = 60_000
const ago = (minutes: number) => instant(now - minutes * minute)
const iso = (minutes: number) => new Date(now - minutes * minute).toISOString()
const entry = (sequence: number, minutes: number, over: Partial<TimelineEntry>): TimelineEntry => ({
  id: `I-1/${sequence}`,
  incident: 'I-1',
  at: ago(minutes),
  sequence,
  kind: 'note',
  ...over,
})

/** Opened two hours ago as SEV3 of SRE, raised and handed over an hour ago, resolved half an hour ago. */
const handed: Partial<Holdings> = {
  incidents: [
    anIncident({
      id: 'I-1',
      title: 'Cards fail',
      severity: 1,
      state: 'resolved',
      opened: ago(120),
      clocks: { detected: ago(120), acknowledged: ago(110), resolved: ago(30) },
      team: 'team:payments',
    }),
    anIncident({ id: 'I-2', title: 'Later', opened: ago(20) }),
  ],
  timeline: [
    entry(1, 110, { kind: 'state', from: 'triggered', to: 'acknowledged' }),
    entry(2, 60, { kind: 'severity', from: '3', to: '1' }),
    entry(3, 60, { kind: 'assignment', from: 'team:sre', to: 'team:payments' }),
    entry(4, 45, { kind: 'note', text: 'It was the certificate.', recordedAt: ago(35) }),
    entry(5, 30, { kind: 'state', from: 'acknowledged', to: 'resolved' }),
  ],
  parties: [
    { type: 'team', id: 'team:payments', name: 'Payments', contacts: [], tags: [] },
    { type: 'team', id: 'team:sre', name: 'SRE', contacts: [], tags: [] },
  ],
}

function open(address: string, holdings: Partial<Holdings> = handed, options: MemoryOptions = {}) {
  const source = memorySource(holdings, { asOf: now, ...options })
  openApp(address, [configured(source)])
  return { source, user: userEvent.setup() }
}
const param = (name: string) => new URLSearchParams(location.search).get(name)
const facts = () => screen.findByRole('complementary', { name: 'About the incident' })

describe('as of a moment', () => {
  it('shows what was open then, and says clearly that it is the past', async () => {
    open(`/incidents/?asof=${iso(90)}`)
    expect(await screen.findByText(/As it was on/)).toHaveTextContent('20 Nov 2026 08:12')
    expect(await screen.findByRole('heading', { name: 'Cards fail' })).toBeVisible()
    expect(await screen.findByText('1 incident')).toBeVisible()
    expect(screen.getByText(/nothing can be changed here/)).toBeVisible()
  })
  it('shows team, severity and state of then', async () => {
    open(`/incidents/?asof=${iso(90)}&id=I-1`)
    const article = await screen.findByRole('article', { name: /I-1/ })
    expect(await within(article).findByLabelText('SEV3')).toBeInTheDocument()
    expect((await facts()).textContent).toContain('SRE')
    expect(within(article).queryByText('It was the certificate.')).not.toBeInTheDocument()
  })
  it('shows nothing that was written down later', async () => {
    open(`/incidents/?asof=${iso(40)}&id=I-1`)
    const timeline = await screen.findByRole('region', { name: 'Timeline' })
    expect(await within(timeline).findByText(/raised severity|Raised severity/)).toBeVisible()
    expect(within(timeline).queryByText('It was the certificate.')).not.toBeInTheDocument()
  })
  it('tells of no reopening, linked event, improvement or similar incident of later', async () => {
    const source = {
      ...handed,
      incidents: [
        anIncident({ id: 'I-1', title: 'Cards fail', opened: ago(300), workloads: ['pay'], problem: 'PRB-1' }),
        anIncident({ id: 'I-3', title: 'Cards failed again', opened: ago(50), problem: 'PRB-1' }),
      ],
      timeline: [
        entry(1, 290, { kind: 'state', from: 'triggered', to: 'acknowledged' }),
        entry(2, 80, { kind: 'state', from: 'acknowledged', to: 'resolved' }),
        entry(3, 70, { kind: 'resume', to: 'mitigating' }),
      ],
      events: [
        { id: 'E-1', kind: 'alarm', title: 'Late alarm', at: ago(60), planned: false, workloads: [], incident: 'I-1' },
      ],
      improvements: [
        { id: 'IMP-1', title: 'Renew early', from: 'incident', state: 'open', created: ago(40), incident: 'I-1' },
      ],
    } satisfies Partial<Holdings>
    open(`/incidents/?asof=${iso(90)}&id=I-1`, source)
    const article = await screen.findByRole('article', { name: /I-1/ })
    expect(await within(article).findByRole('img', { name: /^Phases: / })).toBeVisible()
    expect(await within(article).findByText(/Looked through 0 incidents|None is alike/)).toBeVisible()
    expect(within(article).queryByText(/resumed|reopening/)).not.toBeInTheDocument()
    expect(within(article).queryByText('Cards failed again')).not.toBeInTheDocument()
    expect(within(article).queryByRole('button', { name: /linked event/ })).not.toBeInTheDocument()
    expect(within(article).queryByText(/Renew early/)).not.toBeInTheDocument()
  })
  it('takes no command, and says why', async () => {
    const { user, source } = open(`/incidents/?asof=${iso(90)}&id=I-1`)
    const button = await screen.findByRole('button', { name: /Post update/ })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/as it was|past cannot be changed/)
    await user.keyboard('i')
    expect(source.sent).toEqual([])
  })
  it('is handed on as it was, with a link to that moment', async () => {
    const { user } = open(`/incidents/?asof=${iso(90)}&id=I-1`)
    await screen.findByRole('article', { name: /I-1/ })
    await user.keyboard('y')
    await waitFor(async () => {
      const copied = await navigator.clipboard.readText()
      expect(copied).toContain('As it was on 20 Nov 2026 08:12')
      expect(copied).toMatch(/asof=2026-11-20T08%3A12%3A\d\dZ/)
      expect(copied).toContain('No update yet')
    })
  })
  it('has nothing before it opened, and says when that was', async () => {
    open(`/incidents/?asof=${iso(90)}&id=I-2`)
    expect(await screen.findByRole('heading', { name: 'I-2 had not begun' })).toBeVisible()
  })
  it('goes by keys, buttons and field, and back', async () => {
    const { user } = open('/incidents/')
    await user.click(await screen.findByRole('button', { name: /As of/ }))
    await waitFor(() => expect(param('asof')).toBe('2026-11-20T09:00:00Z'))
    await user.click(await screen.findByRole('button', { name: 'An hour earlier' }))
    await waitFor(() => expect(param('asof')).toBe('2026-11-20T08:00:00Z'))
    await user.keyboard('{]}')
    await waitFor(() => expect(param('asof')).toBe('2026-11-20T09:00:00Z'))
    const field = screen.getByLabelText('As of, in UTC')
    await waitFor(() => expect(field).toHaveValue('2026-11-20T09:00'))
    await user.click(screen.getByRole('button', { name: 'Back to now' }))
    await waitFor(() => expect(param('asof')).toBeNull())
    await waitFor(() => expect(screen.queryByText(/As it was on/)).not.toBeInTheDocument())
  })
  it('shows the newest state where the address asks for no moment, and says so', async () => {
    open('/incidents/?asof=yesterday')
    expect(await screen.findByText(/“yesterday” is no moment/)).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'Later' })).toBeVisible()
  })
  it('says what the future is', async () => {
    open('/incidents/?asof=2030-01-01T00:00:00Z')
    expect(await screen.findByText(/is not over yet/)).toBeVisible()
  })
  it('says where timelines were not heard', async () => {
    const { timeline, ...rest } = handed
    const records = memorySource(rest, { asOf: now })
    const log = memorySource({ timeline: timeline ?? [] }, { asOf: now, id: 'log' })
    log.fail(new SourceError('forbidden', 'log', 'Not for you.'))
    openApp(`/incidents/?asof=${iso(90)}`, [configured(records), configured(log, 'The log')])
    expect(await screen.findByRole('heading', { name: 'Cards fail' })).toBeVisible()
    expect(await screen.findByText(/The timelines of 1 incident were not heard whole/)).toBeVisible()
  })
  it('goes for the table as well', async () => {
    open(`/incidents/?view=table&asof=${iso(90)}&status=open`)
    expect(await screen.findByText('1 incident')).toBeVisible()
  })
  it('shows the company of the demo as it was', async () => {
    open('/incidents/?asof=2026-11-20T08:40:00Z', world().holdings)
    expect(await screen.findByText(/As it was on/)).toBeVisible()
    expect(await screen.findByRole('heading', { level: 2 })).toBeVisible()
  })
})
