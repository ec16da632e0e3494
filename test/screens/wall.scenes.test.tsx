import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpsEvent } from '../../src/domain/event'
import { instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { anIncident } from '../tools/records'
import { configured, now, openApp } from './harness'
import { ago, openRoom, worst } from './wallStage'

const hour = 3_600_000
const planned = (id: string, from: number, to: number): OpsEvent => ({
  id,
  title: `Work ${id}`,
  kind: 'change',
  planned: true,
  at: instant(now + from * hour),
  until: instant(now + to * hour),
  workloads: ['ledger'],
})
const resolved = (id: string, days: number) =>
  anIncident({
    id,
    severity: 2,
    state: 'resolved',
    opened: ago(days * 24 * 60),
    clocks: { detected: ago(days * 24 * 60), resolved: ago(days * 24 * 60 - 30) },
    workloads: ['ledger'],
  })
const scene = (name: string) => screen.findByRole('heading', { level: 2, name })

describe('scenes', () => {
  it('shows the last day by workload', async () => {
    openRoom('/wall/?scene=lanes', { holdings: { incidents: [worst('I-1'), resolved('I-0', 0.2)] } })
    expect(await scene('Last 24 hours')).toBeVisible()
    expect(await screen.findByText('1 open · 2 incidents')).toBeVisible()
  })
  it('shows what is planned for a week, the next first, and what goes on', async () => {
    openRoom('/wall/?scene=planned&zone=UTC', {
      holdings: { events: [planned('b', 30, 31), planned('a', -2, 3), planned('late', 9 * 24, 10 * 24)] },
    })
    expect(await scene('Planned for the next 7 days')).toBeVisible()
    expect(await screen.findByText('now, until 12:42')).toBeVisible()
    expect(screen.getByText('Sat 21 Nov 15:42 – 16:42')).toBeVisible()
    const agenda = within(screen.getByRole('region', { name: 'Planned for the next 7 days' }))
    expect(agenda.getAllByText(/^Work/).map((each) => each.textContent)).toEqual(['Work a', 'Work b'])
  })
  it('says that nothing is planned only where that is known', async () => {
    const { unmount } = openRoom('/wall/?scene=planned')
    expect(await screen.findByText('Nothing is planned')).toBeVisible()
    unmount()
    const dead = memorySource({}, { id: 'pager', asOf: now })
    dead.fail(new SourceError('unreachable', 'pager', 'no line'))
    const good = memorySource({ incidents: [] }, { id: 'larkmere', asOf: now })
    openApp('/wall/?scene=planned', [configured(good, 'Larkmere'), configured(dead, 'Pager')])
    expect(await screen.findByText('Nothing that is planned is known')).toBeVisible()
    expect(screen.getByText(/Not all is known\. Pager: no line/)).toBeVisible()
  })
  it('counts incidents by week, the week that goes on apart', async () => {
    openRoom('/wall/?scene=weeks&zone=UTC', {
      holdings: { incidents: [resolved('a', 1), resolved('b', 8), resolved('c', 9), resolved('d', 15)] },
    })
    expect(await scene('Incidents by week')).toBeVisible()
    expect(await screen.findByText(/this week so far/)).toHaveTextContent(
      '1 this week so far · median of the 7 weeks before 0',
    )
    expect(screen.getByRole('listitem', { name: '2 incidents in the week of 2026-11-09' })).toBeVisible()
  })
  it('tells a name that is none, and shows the board', async () => {
    openRoom('/wall/?scene=map')
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
    expect(await screen.findByText(/scene=map \(of board, lanes, planned, weeks\)/)).toBeInTheDocument()
  })
})

describe('turning', () => {
  it('goes through the scenes, and tells which and when', async () => {
    const { pass } = openRoom('/wall/?scene=board,lanes,planned&rotate=30')
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
    expect(await screen.findByText(/next in \d+ s/)).toBeVisible()
    pass(31)
    expect(await scene('Last 24 hours')).toBeVisible()
    pass(31)
    expect(await scene('Planned for the next 7 days')).toBeVisible()
    pass(31)
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
  })
  it('is back on the board at once when a SEV1 opens, and stays there while one is', async () => {
    const { pass, tell } = openRoom('/wall/?scene=lanes,planned&rotate=30')
    expect(await scene('Last 24 hours')).toBeVisible()
    tell(worst('I-1', { state: 'mitigating' }))
    expect(await screen.findByRole('article', { name: /I-1/ })).toBeVisible()
    expect(screen.getByText(/held: a SEV1 is open/)).toBeVisible()
    pass(300)
    await waitFor(() => expect(screen.getByText('09:47:17')).toBeVisible())
    expect(screen.getByRole('article', { name: /I-1/ })).toBeVisible()
    tell(worst('I-1', { state: 'resolved', clocks: { detected: ago(5), resolved: ago(-1) } }))
    expect(await screen.findByText(/next in \d+ s/)).toBeVisible()
    pass(36)
    expect(await scene('Last 24 hours')).toBeVisible()
  })
  it('goes by hand, waits a minute for the hand, and acts on nothing that is not shown', async () => {
    const { pass, user, source } = openRoom('/wall/?scene=board,lanes&rotate=30', {
      holdings: { incidents: [worst('I-2', { severity: 2 })] },
    })
    await screen.findByRole('article', { name: /I-2/ })
    await user.keyboard('{PageDown}')
    expect(await scene('Last 24 hours')).toBeVisible()
    expect(screen.getByText(/held: a key was pressed/)).toBeVisible()
    await user.keyboard('1a')
    pass(45)
    await waitFor(() => expect(screen.getByText('09:43:02')).toBeVisible())
    expect(await scene('Last 24 hours')).toBeVisible()
    expect(source.sent).toEqual([])
    await user.keyboard('{ArrowLeft}')
    expect(await screen.findByRole('article', { name: /I-2/ })).toBeVisible()
  })
  it('goes by the arrows where they pick nothing', async () => {
    const { user } = openRoom('/wall/?scene=board,lanes')
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
    await user.keyboard('{ArrowRight}')
    expect(await scene('Last 24 hours')).toBeVisible()
    await user.keyboard('{ArrowLeft}')
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
  })
  it('does not turn unless asked to', async () => {
    const { pass } = openRoom('/wall/?scene=planned,lanes')
    expect(await scene('Planned for the next 7 days')).toBeVisible()
    pass(3_600)
    await waitFor(() => expect(screen.getByText('10:42:17')).toBeVisible())
    expect(await scene('Planned for the next 7 days')).toBeVisible()
    expect(screen.queryByText(/next in/)).not.toBeInTheDocument()
  })
})

describe('night and drift', () => {
  const picture = () => document.querySelector<HTMLElement>('[data-picture]')
  it('dims in its hours, by the zone shown, and never while a SEV1 is not acknowledged', async () => {
    const { tell, pass } = openRoom('/wall/?zone=Asia/Tokyo&night=18:00-18:45')
    expect(await screen.findByText('dimmed until 18:45')).toBeVisible()
    expect(picture()).toHaveAttribute('data-night')
    tell(worst('I-1'))
    expect(await screen.findByText('night, not dimmed: SEV1 not acknowledged')).toBeVisible()
    expect(picture()).not.toHaveAttribute('data-night')
    tell(worst('I-1', { state: 'acknowledged' }))
    expect(await screen.findByText('dimmed until 18:45')).toBeVisible()
    pass(180)
    await waitFor(() => expect(screen.queryByText(/dimmed/)).not.toBeInTheDocument())
  })
  it('moves a little every few minutes, and stands where it is told to', async () => {
    const { pass, unmount } = openRoom('/wall/')
    await screen.findByRole('heading', { name: 'All quiet' })
    const place = () =>
      `${picture()?.style.getPropertyValue('--drift-x')} ${picture()?.style.getPropertyValue('--drift-y')}`
    const before = place()
    pass(180)
    await waitFor(() => expect(place()).not.toBe(before))
    unmount()
    const still = openRoom('/wall/?drift=0')
    await screen.findByRole('heading', { name: 'All quiet' })
    still.pass(180)
    await waitFor(() => expect(screen.getByText('09:45:17')).toBeVisible())
    expect(place()).toBe('0 0')
  })
})
