import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { TimelineEntry } from '../../src/domain/timeline'
import { type Instant, instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { anActivity, anIncident, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

const incident = anIncident({
  id: 'I-1',
  title: 'Cards fail',
  severity: 3,
  state: 'acknowledged',
  opened: instant(now - 2_400_000),
  workloads: ['ledger'],
})
const holding = (id: string, timeline: readonly TimelineEntry[] = []) =>
  memorySource({ incidents: [incident], timeline }, { id, asOf: now })
const silent = (id: string) => memorySource({}, { id, asOf: now })
const down = (source: string) => new SourceError('unreachable', source, 'The line is down.')
const said = (over: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: 'e1',
  incident: 'I-1',
  at: instant(now - 60_000),
  sequence: 1,
  kind: 'note',
  text: 'Looking at it',
  ...over,
})

describe('a range without incidents', () => {
  it('is no good news while a filter is on, and leads to another range', async () => {
    openApp('/incidents/?view=timeline&range=24h&severity=1', [configured(holding('memory'))])
    expect(await screen.findByRole('heading', { name: 'No incident matches in this range' })).toBeVisible()
    act(() => screen.getByRole('radio', { name: '1 y' }).click())
    await waitFor(() => expect(new URLSearchParams(location.search).get('range')).toBe('1y'))
  })
  it('lists what burned in a window that a link names', async () => {
    openApp('/incidents/?view=table&about=burning&from=2026-11-20T09:30:00Z&to=2026-11-20T09:40:00Z', [
      configured(holding('memory')),
    ])
    expect(await screen.findByRole('button', { name: /^burned 20 Nov 2026 09:30 – 20 Nov 2026 09:40/ })).toBeVisible()
    expect(await screen.findByText('1 incident')).toBeVisible()
  })
})

describe('a part that is missing', () => {
  it('keeps the timeline from calling itself empty', async () => {
    const other = silent('other')
    other.fail(down('other'))
    openApp('/incidents/?id=I-1', [configured(holding('memory')), configured(other, 'Other log')])
    expect(await screen.findByText(/Not the whole timeline\. Other log: The line is down\./)).toBeVisible()
    expect(screen.getByText('Nothing was heard of this incident so far. There may be more.')).toBeVisible()
    expect(screen.queryByText(/Nothing was written down/)).not.toBeInTheDocument()
    expect(screen.getByText('at least 0 entries')).toBeVisible()
  })
  it('keeps an incident from being declared absent, while a source is asked and once it failed', async () => {
    const other = silent('other')
    other.hang(true)
    openApp('/incidents/?id=I-9', [configured(holding('memory')), configured(other, 'Other log')])
    expect(await screen.findByText(/I-9 is loading\. Other log has not answered yet/)).toBeInTheDocument()
    other.fail(down('other'))
    act(() => other.hang(false))
    expect(await screen.findByRole('heading', { name: 'I-9 could not be read' })).toBeVisible()
    expect(screen.queryByText('There is no incident I-9')).not.toBeInTheDocument()
  })
  it('is none when every source has answered', async () => {
    openApp('/incidents/?id=I-9', [configured(holding('memory')), configured(silent('other'))])
    expect(await screen.findByRole('heading', { name: 'There is no incident I-9' })).toBeVisible()
  })
  it('keeps a range from being called quiet', async () => {
    const other = silent('other')
    other.fail(down('other'))
    openApp('/incidents/?view=timeline', [configured(silent('memory')), configured(other, 'Other log')])
    expect(await screen.findByText('No incident was heard of in this range')).toBeVisible()
    expect(screen.queryByText('Nothing burned in this range')).not.toBeInTheDocument()
  })
})

describe('a record that cannot be drawn', () => {
  it('costs the timeline only', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    // What no source should let through: a moment that is none.
    openApp('/incidents/?id=I-1', [configured(holding('memory', [said({ at: Number.NaN as Instant })]))])
    expect(await screen.findByRole('heading', { name: 'The timeline could not be drawn' })).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Cards fail' })).toBeVisible()
    expect(screen.getByRole('region', { name: 'Phases' })).toBeVisible()
    expect(screen.getByRole('complementary', { name: 'About the incident' })).toBeVisible()
    expect(reported).toHaveBeenCalled()
  })
})

describe('a new SEV1', () => {
  it('is announced once, when it appears, and not what was there before', async () => {
    const source = memorySource(
      {
        incidents: [
          { ...incident, state: 'triggered' },
          { ...incident, id: 'I-0', severity: 1, state: 'triggered' },
        ],
      },
      { asOf: now },
    )
    openApp('/incidents/?id=I-1', [configured(source)])
    const live = () => document.querySelector('[aria-live=assertive]')?.textContent
    await screen.findByRole('heading', { name: 'Cards fail' })
    const before = live()
    expect(before).not.toMatch(/I-0/)
    const { signal } = new AbortController()
    const send = (key: string, to: 1 | 2) =>
      source.commands?.send(
        { key, actor: 'B', at: now, command: { kind: 'set-severity', incident: 'I-1', to, reason: 'All are hit' } },
        { signal },
      )
    await send('a', 1)
    await waitFor(() => expect(live()).toBe('New SEV1: I-1 Cards fail'))
    await send('b', 2)
    await send('c', 1)
    await screen.findByText('3 entries')
    expect(live()).toBe('New SEV1: I-1 Cards fail')
  })
})

describe('incidents of an activity', () => {
  const owned = () =>
    memorySource(
      {
        incidents: [incident],
        activities: [anActivity({ id: 'A', name: 'Rotate keys', workload: 'ledger' })],
        workloads: [aWorkload('ledger')],
      },
      { asOf: now },
    )
  it('are counted and linked over the same 90 days', async () => {
    openApp('/ownership/?activity=A', [configured(owned())])
    const link = await screen.findByRole('link', { name: 'All 1 of this workload in 90 d' })
    expect(link).toHaveAttribute('href', expect.stringContaining('from=2026-08-2'))
  })
  it('are so many at least where a source is silent', async () => {
    const other = silent('other')
    other.fail(down('other'))
    openApp('/ownership/?activity=A', [configured(owned()), configured(other)])
    expect(await screen.findByRole('link', { name: 'All 1+ of this workload in 90 d' })).toBeVisible()
  })
})
