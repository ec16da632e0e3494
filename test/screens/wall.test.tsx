import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import type { Incident } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { anActivity, anIncident, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

const minute = 60_000
const ago = (minutes: number) => instant(now - minutes * minute)
const burning = (over: Partial<Incident> = {}): Incident =>
  anIncident({
    id: 'I-1',
    title: 'Cards fail',
    severity: 1,
    state: 'acknowledged',
    opened: ago(40),
    clocks: { started: ago(45), detected: ago(40), acknowledged: ago(36) },
    workloads: ['ledger'],
    team: 'team:payments',
    ...over,
  })
const many = (count: number, over: Partial<Incident> = {}): readonly Incident[] =>
  Array.from({ length: count }, (_incident, index) =>
    burning({ id: `I-${index + 1}`, title: `Fault ${index + 1}`, severity: index < 2 ? 2 : 3, ...over }),
  )
const over = (minutes: number, more: Partial<Incident> = {}): Incident =>
  burning({
    id: `over-${minutes}`,
    title: `Over ${minutes}`,
    state: 'resolved',
    opened: ago(minutes + 30),
    clocks: { detected: ago(minutes + 30), resolved: ago(minutes) },
    ...more,
  })

function open(address: string, holdings: Partial<Holdings>, options: MemoryOptions = {}, more = {}) {
  const source = memorySource(
    {
      parties: [
        { type: 'team', id: 'team:payments', name: 'Payments', contacts: [], tags: [] },
        { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:payments'], contacts: [], tags: [] },
      ],
      workloads: [aWorkload('ledger', { name: 'Payments ledger' })],
      ...holdings,
    },
    { id: 'larkmere', asOf: now - 2_000, ...options },
  )
  openApp(address, [configured(source, 'Larkmere')], more)
  return { source, user: userEvent.setup() }
}
const card = (name: RegExp | string) => screen.findByRole('article', { name })

describe('none', () => {
  it('is quiet where every source answered just now, and says how it knows', async () => {
    open('/wall/', { incidents: [over(12 * 24 * 60 + 5), over(30, { severity: 3 })] })
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
    expect(screen.getAllByText(/Larkmere live · 2 s/).length).toBeGreaterThan(0)
    expect(await screen.findByText('12 d')).toBeVisible()
    expect(await screen.findByText('Nothing is planned for the next 24 hours')).toBeVisible()
    expect(await screen.findByText('1 post-incident review')).toBeVisible()
    expect(screen.getByText('1 resolved in the last 24 h')).toBeVisible()
    expect(screen.getByText(/Payments ledger back to normal at/)).toHaveTextContent('09:12')
  })
  it('is not quiet where a source does not answer', async () => {
    const dead = memorySource({}, { id: 'pager', asOf: now })
    dead.fail(new SourceError('unreachable', 'pager', 'no line'))
    const good = memorySource({ incidents: [] }, { id: 'larkmere', asOf: now })
    openApp('/wall/', [configured(good, 'Larkmere'), configured(dead, 'Pager')])
    expect(await screen.findByText(/Pager not reached: no line/)).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'Nothing that is known burns' })).toBeVisible()
  })
  it('stands without rail and bar, with the way back', async () => {
    open('/wall/', {})
    expect(await screen.findByRole('heading', { level: 1, name: 'Wall' })).toBeInTheDocument()
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument()
    expect(await screen.findByRole('link', { name: 'Leave the wall' })).toHaveAttribute('href', '/incidents/')
    expect(document.title).toBe('Wall · Watchbill')
  })
  it('leaves the way back out in a kiosk', async () => {
    open('/wall/?kiosk', {})
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
  })
  it('says who could fill it where no source tells incidents', async () => {
    open('/wall/', {}, { without: ['incidents'] })
    expect(await screen.findByRole('heading', { name: 'No source tells incidents' })).toBeVisible()
  })
})

describe('one to three', () => {
  it('tells all of the worst one', async () => {
    open('/wall/?severity=1', world().holdings)
    const worst = await card(/^SEV1 INC-2291/)
    const inside = within(worst)
    expect(inside.getByRole('heading', { name: 'Card payments failing for EU customers' })).toBeVisible()
    expect(await inside.findByText(/of EU card attempts/)).toBeVisible()
    expect(await inside.findByText('M. Okafor · Security')).toBeVisible()
    expect(await inside.findByText(/step 4 of 9/)).toBeVisible()
    expect(await inside.findByText(/time for problem PRB-118 in (60 days|12 months)/)).toBeVisible()
    expect(inside.getByText('38 min')).toBeVisible()
  })
  it('tells the owner by the activity, the gaps, and the address for a phone', async () => {
    open('/wall/', {
      incidents: [burning({ activity: 'rotate', updateDue: instant(now + 4 * minute) })],
      activities: [anActivity({ id: 'rotate', name: 'Rotate certificates' })],
      assignments: [
        { id: 'c1', activity: 'rotate', role: 'A', party: 'team:payments', claim: 'declared' },
      ] as unknown as Holdings['assignments'],
    })
    const worst = await card(/I-1/)
    expect(await within(worst).findByText('Rotate certificates')).toBeVisible()
    expect(within(worst).getByText('nobody')).toBeVisible()
    expect(within(worst).getByText('4 min')).toBeVisible()
    expect(within(worst).getByRole('img', { name: 'QR code that opens I-1' })).toBeInTheDocument()
  })
  it('puts the worst first, then what nobody acknowledged', async () => {
    open('/wall/', {
      incidents: [
        burning({ id: 'a', severity: 3, state: 'triggered' }),
        burning({ id: 'b', severity: 2, opened: ago(60) }),
        burning({ id: 'c', severity: 2, state: 'triggered', opened: ago(3) }),
      ],
    })
    await card(/SEV2 c/)
    expect(screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))).toEqual([
      'SEV2 c Cards fail',
      'SEV2 b Cards fail',
      'SEV3 a Cards fail',
    ])
    expect(within(await card(/SEV2 c/)).getByText('Not acknowledged', { selector: 'b' })).toBeVisible()
  })
  it('announces for a while what is resolved and what burns again', async () => {
    open('/wall/', {
      incidents: [burning({ reopened: 1 }), over(5)],
      timeline: [{ id: 'e1', incident: 'I-1', at: ago(10), sequence: 1, kind: 'resume' }],
    })
    expect(await screen.findByText('Resolved')).toBeVisible()
    expect(await screen.findByText(/Burns again since/)).toHaveTextContent('09:32')
  })
})

describe('four to twelve, and more', () => {
  it('shows eight as a grid', async () => {
    open('/wall/', { incidents: many(8) })
    await card(/I-1 /)
    expect(screen.getAllByRole('article')).toHaveLength(8)
  })
  it('shows forty as a table in pages, and names the worst that is not shown', async () => {
    open('/wall/', { incidents: [...many(40), burning({ id: 'P', title: 'Pay fails', state: 'triggered' })] })
    const table = await screen.findByRole('table', { name: 'Open incidents, the worst first' })
    expect(within(table).getAllByRole('row')[1]).toHaveTextContent('Pay fails')
    expect(screen.getByText(/^\d+ more$/)).toBeVisible()
    expect(screen.getByText(/worst: SEV/)).toBeVisible()
  })
})

describe('freshness', () => {
  it('says of an old picture that it is not live, and calls nothing quiet', async () => {
    open('/wall/', { incidents: [] }, { asOf: now - 11 * minute })
    expect(await screen.findByRole('alert')).toHaveTextContent('Not live this is the picture of 09:31, 11 min ago')
    expect(screen.getByRole('heading', { name: 'Nothing that is known burns' })).toBeVisible()
    expect(screen.getAllByText(/Larkmere frozen · 11 min/).length).toBeGreaterThan(0)
  })
  it('says of a late one that it is late', async () => {
    open('/wall/', { incidents: [burning()] }, { asOf: now - 40_000 })
    expect((await screen.findByRole('alert')).textContent).toMatch(/^Late/)
  })
  it('knows nothing where the only source is dead', async () => {
    const source = memorySource({ incidents: [] }, { id: 'larkmere', asOf: now })
    source.fail(new SourceError('unreachable', 'larkmere', 'There is no line to it.'))
    openApp('/wall/', [configured(source, 'Larkmere')])
    expect(await screen.findByRole('heading', { name: 'What burns is not known' })).toBeVisible()
    expect(screen.getByRole('alert').textContent).toMatch(/Not live.*There is no line to it/)
  })
  it('keeps what the others tell, and names the dead one', async () => {
    const dead = memorySource({}, { id: 'pager', asOf: now })
    dead.fail(new SourceError('unreachable', 'pager', 'no line'))
    const good = memorySource({ incidents: [burning()] }, { id: 'larkmere', asOf: now - 1_000 })
    openApp('/wall/', [configured(good, 'Larkmere'), configured(dead, 'Pager')])
    expect(await card(/I-1/)).toBeVisible()
    expect((await screen.findAllByText(/Pager not reached/)).length).toBeGreaterThan(0)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
  it('calls a copy a copy', async () => {
    open('/wall/', { incidents: [burning()] }, { asOf: now - 5 * minute, snapshot: true })
    expect(await screen.findByRole('alert')).toHaveTextContent('A copy, not live this is the picture of 09:37')
    expect(screen.getByText('35 min')).toBeVisible()
  })
  it('doubts the monitoring where its heartbeat is missing', async () => {
    open('/wall/?heartbeat=watchdog', { incidents: [] })
    expect(await screen.findByRole('alert')).toHaveTextContent('Monitoring may be down')
    expect(await screen.findByRole('heading', { name: 'No incident is told' })).toBeVisible()
  })
  it('believes it while its heartbeat comes', async () => {
    const beat = { id: 'b', title: 'beat', kind: 'health', rule: 'watchdog', planned: false, workloads: [] } as const
    open('/wall/?heartbeat=watchdog', { incidents: [], events: [{ ...beat, at: ago(2) }] })
    expect(await screen.findByRole('heading', { name: 'All quiet' })).toBeVisible()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
})

describe('the clock', () => {
  it('goes by the server, says how wrong this display is, and shows no age below zero', async () => {
    const source = memorySource(
      { incidents: [burning(), burning({ id: 'I-2', opened: instant(now + 10 * minute) })] },
      { id: 'larkmere', asOf: now + 2 * minute },
    )
    openApp('/wall/', [configured({ ...source, clockOffset: () => 2 * minute }, 'Larkmere')])
    expect(await screen.findByText(/This display’s clock is 2 min slow/)).toBeVisible()
    expect(await screen.findByText('09:44:17')).toBeVisible()
    expect(within(await card(/I-1/)).getByText('42 min')).toBeVisible()
    expect(screen.queryByText(/−/)).not.toBeInTheDocument()
  })
  it('shows the time in the zone of the address', async () => {
    open('/wall/?zone=Asia/Kathmandu', {})
    expect(await screen.findByText('15:27:17')).toBeVisible()
    expect(screen.getByText(/UTC\+5:45 · Fri 20 Nov/)).toBeVisible()
  })
})

describe('triage from the wall', () => {
  it('picks by digit, acknowledges, and takes', async () => {
    const incidents = [burning({ state: 'triggered' }), burning({ id: 'I-2', severity: 3, title: 'Slow' })]
    const { source, user } = open('/wall/', { incidents }, {}, { actor: 'T. Lee' })
    await card(/I-1/)
    await user.keyboard('a')
    expect(await screen.findByText('Pick an incident first')).toBeVisible()
    await user.keyboard('1')
    expect(await card(/I-1.*picked/)).toBeVisible()
    await user.keyboard('a')
    await waitFor(() =>
      expect(source.sent.map(({ command }) => command)).toEqual([
        { kind: 'set-state', incident: 'I-1', to: 'acknowledged' },
      ]),
    )
    expect(await screen.findByText('I-1: acknowledged')).toBeVisible()
    await user.keyboard('{ArrowRight}')
    expect(await card(/I-2.*picked/)).toBeVisible()
    await user.keyboard('t')
    await waitFor(() =>
      expect(source.sent.at(-1)?.command).toEqual({
        kind: 'take-role',
        incident: 'I-2',
        role: 'commander',
        person: 'person:lee',
      }),
    )
    await user.keyboard('{Enter}')
    await waitFor(() => expect(location.pathname + location.search).toBe('/incidents/?id=I-2'))
  })
  it.each([
    ['the sources take nothing', '/wall/', { readOnly: true }],
    ['the address says so', '/wall/?readonly', {}],
  ])('shows no way to change anything where %s', async (_why, address, options) => {
    const { source, user } = open(address, { incidents: [burning({ state: 'triggered' })] }, options)
    await card(/I-1/)
    expect(screen.queryByText(/acknowledges|takes/)).not.toBeInTheDocument()
    await user.keyboard('1at')
    expect(await card(/picked/)).toBeVisible()
    expect(source.sent).toEqual([])
  })
})

describe('what the address asks for', () => {
  it('narrows by team and severity, and says so', async () => {
    const incidents = [burning(), burning({ id: 'I-2', severity: 3 }), burning({ id: 'I-3', team: 'team:sre' })]
    open('/wall/?team=Payments&severity=1,2', { incidents })
    expect(await screen.findByText('only Payments · SEV1, SEV2')).toBeVisible()
    await card(/I-1/)
    expect(screen.getAllByRole('article')).toHaveLength(1)
  })
  it('tells what it does not understand', async () => {
    open('/wall/?theme=pink&distance=far&colour=1&team=nobody', { incidents: [burning()] })
    const told = await screen.findByText(/Left out of the address/)
    for (const each of ['theme=pink', 'distance=far', 'colour=1', 'team=nobody'])
      await waitFor(() => expect(told).toHaveTextContent(each))
  })
  it('masks names, in texts as well', async () => {
    open('/wall/?privacy=initials', {
      incidents: [burning({ roles: [{ role: 'commander', person: 'person:lee' }] })],
      timeline: [{ id: 'e1', incident: 'I-1', at: ago(1), sequence: 1, kind: 'note', text: 'Paged T. Lee twice.' }],
    })
    expect(await screen.findByText('T. L. · Payments')).toBeVisible()
    expect(await screen.findByText(/Paged T\. L\. twice/)).toBeVisible()
    expect(screen.queryByText(/Lee/)).not.toBeInTheDocument()
  })
  it('says whether the screen is kept on', async () => {
    open('/wall/?wake', {})
    expect(await screen.findByText(/this browser cannot keep it on/)).toBeVisible()
  })
  it('puts on a theme for as long as the wall stands', async () => {
    document.documentElement.dataset.theme = 'dark'
    open('/wall/?theme=light', {})
    await screen.findByRole('heading', { name: 'All quiet' })
    expect(document.documentElement).toHaveAttribute('data-theme', 'light')
  })
})
