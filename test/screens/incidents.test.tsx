import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Incident } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { world } from '../../mocks/world'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { anActivity, anIncident, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

afterEach(() => localStorage.clear())

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

function open(address: string, holdings: Partial<Holdings>, options: MemoryOptions = {}) {
  const source = memorySource(
    {
      parties: [
        { type: 'team', id: 'team:payments', name: 'Payments', contacts: [], tags: [] },
        { type: 'team', id: 'team:sre', name: 'SRE', contacts: [], tags: [] },
        { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:sre'], contacts: [], tags: [] },
        { type: 'person', id: 'person:gone', name: 'G. One', teams: [], active: false, contacts: [], tags: [] },
      ],
      workloads: [aWorkload('ledger', { name: 'Payments ledger' })],
      ...holdings,
    },
    { asOf: now, ...options },
  )
  openApp(address, [configured(source)])
  return { source, user: userEvent.setup() }
}
const param = (name: string) => new URLSearchParams(location.search).get(name)
const article = () => screen.getByRole('article')
const phases = () => screen.findByRole('region', { name: 'Phases' })

describe('the company that the demo shows', () => {
  it('tells an incident whole', async () => {
    open('/incidents/?id=INC-2291', world().holdings)
    expect(await screen.findByRole('heading', { name: 'Card payments failing for EU customers' })).toBeVisible()
    expect(within(article()).getByRole('link', { name: 'Payments ledger' })).toHaveAttribute(
      'href',
      '/ownership/?workload=payments-ledger',
    )
    expect(await screen.findByText('5 of 2,206 incidents')).toBeInTheDocument()
    expect(
      screen.getByRole('img', { name: 'Phases: undetected 5 min, to ack 4 min, not mitigated 34 min …' }),
    ).toBeInTheDocument()
    expect(await screen.findByText('Rotate bank certificates')).toBeInTheDocument()
    const side = screen.getByRole('complementary', { name: 'About the incident' })
    expect(within(side).getByRole('link', { name: /rotate-bank-certs\.md/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:/),
    )
    expect(within(side).getByRole('heading', { name: 'Plan · SEV1 payments · 3 of 9' })).toBeInTheDocument()
    expect((await screen.findByText(/Acknowledged faster than/)).textContent).toMatch(/\d+% \(n = 18\)/)
  })
  it('says of each percentile among how many, and with what', async () => {
    open('/incidents/?id=INC-2291', world().holdings)
    expect(await screen.findByText('of SEV1 in the 12 months before')).toBeVisible()
  })
  it('tells the timeline newest first, and the other way round', async () => {
    const { user } = open('/incidents/?id=INC-2291', world().holdings)
    const timeline = await screen.findByRole('region', { name: 'Timeline' })
    const told = () =>
      within(timeline)
        .getAllByRole('listitem')
        .map((entry) => entry.textContent)
    await waitFor(() => expect(told()[0]).toContain('M. Okafor moved to Mitigating'))
    expect(told()).toHaveLength(13)
    expect(told().find((text) => text.includes('raised severity'))).toContain('M. Okafor raised severity SEV2 to SEV1')
    await user.click(within(timeline).getByRole('button', { name: 'Newest first' }))
    await waitFor(() => expect(told()[0]).toContain('Deploy: deploy ledger 4.81'))
  })
  it('hides kinds of entries and says how many', async () => {
    const { user } = open('/incidents/?id=INC-2291', world().holdings)
    const timeline = await screen.findByRole('region', { name: 'Timeline' })
    await user.click(await within(timeline).findByText('Kind'))
    await user.click(await within(timeline).findByRole('checkbox', { name: /Update/ }))
    expect(await within(timeline).findByText(/^11 of 13 hidden: /)).toBeVisible()
    expect(within(timeline).getByText('corrected: what it said at first')).toBeInTheDocument()
  })
  it('posts an update that then stands in the timeline', async () => {
    const { user } = open('/incidents/?id=INC-2291', world().holdings)
    await user.click(await screen.findByRole('button', { name: /Post update/ }))
    await user.type(
      await screen.findByRole('textbox', { name: 'What people should know now' }),
      'Half of the traffic is moved.',
    )
    await user.click(
      within(screen.getByRole('form', { name: 'Post update' })).getByRole('button', { name: 'Post update' }),
    )
    const timeline = screen.getByRole('region', { name: 'Timeline' })
    expect(await within(timeline).findByText('Half of the traffic is moved.')).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Post update' })).not.toBeInTheDocument())
  })
})

describe('what can be done', () => {
  it('acknowledges with a click, and shows it at once', async () => {
    const { user, source } = open('/incidents/?id=I-1', {
      incidents: [burning({ state: 'triggered', clocks: { detected: ago(3) } })],
    })
    await user.click(await screen.findByRole('button', { name: /Acknowledge/ }))
    await waitFor(() =>
      expect(source.sent.map(({ command }) => command)).toEqual([
        { kind: 'set-state', incident: 'I-1', to: 'acknowledged' },
      ]),
    )
    expect(source.sent[0]?.version).toBe('1')
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Acknowledge/ })).not.toBeInTheDocument())
  })
  it('works by keys, but not while somebody types', async () => {
    const { user, source } = open('/incidents/?id=I-1', { incidents: [burning({ state: 'triggered' })] })
    await screen.findByRole('button', { name: /Acknowledge/ })
    await user.keyboard('n')
    await screen.findByRole('form', { name: 'Post update' })
    await user.keyboard('a')
    expect(await screen.findByRole('textbox', { name: 'What people should know now' })).toHaveValue('a')
    await user.keyboard('{Escape}a')
    await waitFor(() => expect(source.sent.map(({ command }) => command.kind)).toEqual(['set-state']))
  })
  it('keeps a draft while one looks at another incident', async () => {
    const { user } = open('/incidents/?id=I-7', {
      incidents: [burning({ id: 'I-7' }), burning({ id: 'I-8', severity: 5, title: 'Other' })],
    })
    await user.click(await screen.findByRole('button', { name: /Post update/ }))
    await user.keyboard('Not done yet')
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.keyboard('j')
    expect(await screen.findByRole('heading', { name: 'Other' })).toBeVisible()
    expect(screen.queryByTitle('A draft is kept')).not.toBeInTheDocument()
    await user.keyboard('k')
    expect(await screen.findByTitle('A draft is kept')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Post update/ }))
    expect(screen.getByRole('textbox', { name: 'What people should know now' })).toHaveValue('Not done yet')
    await user.clear(screen.getByRole('textbox', { name: 'What people should know now' }))
  })
  it('changes severity with a reason, assigns to people who are here', async () => {
    const { user, source } = open('/incidents/?id=I-1', { incidents: [burning()] })
    await user.click(await screen.findByRole('button', { name: /^Severity/ }))
    const severity = await screen.findByRole('form', { name: 'Change severity' })
    expect(within(severity).getByRole('button', { name: 'Set SEV1' })).toHaveAccessibleDescription(
      'It is SEV1 already.',
    )
    await user.click(within(severity).getByRole('radio', { name: 'SEV2' }))
    await user.type(within(severity).getByRole('textbox', { name: 'Why' }), 'Fewer are hit')
    await user.click(within(severity).getByRole('button', { name: 'Set SEV2' }))
    await user.click(await screen.findByRole('button', { name: /^Assign/ }))
    const assign = await screen.findByRole('form', { name: 'Assign' })
    expect(within(assign).getByRole('button', { name: 'Assign' })).toHaveAccessibleDescription(
      /Name a team or a person/,
    )
    await user.clear(within(assign).getByRole('combobox', { name: 'Person' }))
    expect(within(assign).queryByRole('option', { name: /G\. One/ })).not.toBeInTheDocument()
    await user.type(within(assign).getByRole('combobox', { name: 'Team' }), 'SRE{Enter}')
    await user.type(within(assign).getByRole('combobox', { name: 'Person' }), 'T. L{Enter}')
    await user.click(within(assign).getByRole('button', { name: 'Assign' }))
    await waitFor(() =>
      expect(source.sent.map(({ command }) => command)).toEqual([
        { kind: 'set-severity', incident: 'I-1', to: 2, reason: 'Fewer are hit' },
        { kind: 'assign', incident: 'I-1', team: 'team:sre', person: 'person:lee' },
      ]),
    )
  })
  it('shows a refusal, keeps the way to try again', async () => {
    const { user, source } = open('/incidents/?id=I-1', { incidents: [burning()] })
    await screen.findByRole('button', { name: /Resolve/ })
    source.fail(new SourceError('bad-response', 'memory', 'It broke.'))
    await user.click(screen.getByRole('button', { name: /Mitigating/ }))
    expect(await screen.findByText('Not carried out: It broke.')).toBeVisible()
    source.fail()
    const refusal = screen.getByText(/Not carried out/).closest('[role=alert]')
    if (!(refusal instanceof HTMLElement)) throw new Error('The refusal is no alert.')
    await user.click(within(refusal).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(source.sent).toHaveLength(1))
  })
  it('disables what a read-only source does not take, with the reason', async () => {
    open('/incidents/?id=I-1', { incidents: [burning()] }, { readOnly: true })
    for (const name of [/Mitigating/, /Post update/, /^Severity/, /^Assign/, /Resolve/])
      expect(await screen.findByRole('button', { name })).toHaveAccessibleDescription(
        'Read-only: no connected source takes this.',
      )
  })
  it('names somebody for an empty role', async () => {
    const { user, source } = open('/incidents/?id=I-1', {
      incidents: [burning({ roles: [{ role: 'commander', person: 'person:lee' }] })],
    })
    const side = await screen.findByRole('complementary', { name: 'About the incident' })
    await user.click(await within(side).findByRole('button', { name: 'Comms: nobody, take it' }))
    const form = await screen.findByRole('form', { name: 'Take a role' })
    expect(within(form).getByRole('radio', { name: /Comms/ })).toBeChecked()
    await user.type(within(form).getByRole('combobox', { name: 'Who takes it' }), 'T. L{Enter}')
    await user.click(within(form).getByRole('button', { name: 'Name Comms' }))
    await waitFor(() =>
      expect(source.sent[0]?.command).toEqual({
        kind: 'take-role',
        incident: 'I-1',
        role: 'communications',
        person: 'person:lee',
      }),
    )
  })
})

describe('honest about what is not there', () => {
  it('names moments that are not recorded and faults, and invents nothing', async () => {
    open('/incidents/?id=I-1', {
      incidents: [burning({ state: 'resolved', clocks: { started: ago(30), detected: ago(40), resolved: ago(5) } })],
    })
    expect(await phases()).toHaveTextContent('Not recorded: acknowledgement, mitigation.')
    expect(await phases()).toHaveTextContent('Data fault: detection is recorded 10 min before start.')
  })
  it('says when too few can be compared', async () => {
    open('/incidents/?id=I-1', { incidents: [burning()] })
    expect(await screen.findByText('Acknowledged: too few to tell (n = 0)')).toBeInTheDocument()
  })
  it('names the gap where nobody answers', async () => {
    open('/incidents/?id=I-1', {
      incidents: [burning({ activity: 'A' })],
      activities: [anActivity({ id: 'A', name: 'Rotate keys', runbook: { placeholder: 'TODO' } })],
      assignments: [
        { id: 'x', activity: 'A', role: 'R', party: 'team:sre', claim: 'declared' },
        { id: 'y', activity: 'B', role: 'A', party: 'team:sre', claim: 'declared' },
      ],
    })
    const side = await screen.findByRole('complementary', { name: 'About the incident' })
    expect(await within(side).findByText('nobody answers for it')).toBeVisible()
    expect(within(side).getByText('SRE')).toBeVisible()
    expect(within(side).getByText('“TODO” stands there')).toBeVisible()
    expect(within(side).getByRole('link', { name: 'Rotate keys' })).toHaveAttribute('href', '/ownership/?activity=A')
  })
  it('says that it was matched to no activity, and leads to the owners of the workload', async () => {
    open('/incidents/?id=I-1', { incidents: [burning()] })
    expect(await screen.findByText('matched to none')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Who owns Payments ledger' })).toHaveAttribute(
      'href',
      '/ownership/?workload=ledger',
    )
  })
  it('marks an entry that was written down late', async () => {
    open('/incidents/?id=I-1', {
      incidents: [burning()],
      timeline: [
        {
          id: 't',
          incident: 'I-1',
          at: ago(30),
          recordedAt: ago(10),
          sequence: 1,
          kind: 'note',
          actor: 'A',
          text: '<img src=x onerror=alert(1)>',
        },
      ],
    })
    expect(await screen.findByText('recorded 20 min later')).toBeVisible()
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
    expect(document.querySelector('img')).toBeNull()
  })
  it('does not draw a link that could run code', async () => {
    open('/incidents/?id=I-1', { incidents: [burning({ links: [{ title: 'Graph', url: 'javascript:alert(1)' }] })] })
    expect(await screen.findByText('Graph')).toBeVisible()
    expect(screen.queryByRole('link', { name: /Graph/ })).not.toBeInTheDocument()
  })
  it('says when an incident is not there', async () => {
    open('/incidents/?id=NONE', { incidents: [burning()] })
    expect(await screen.findByText('There is no incident NONE')).toBeVisible()
  })
})

describe('the list as a whole', () => {
  it('says that nothing burns only when that was heard, and offers everything', async () => {
    const { user } = open('/incidents/', { incidents: [burning({ state: 'closed', clocks: { closed: ago(1) } })] })
    expect(await screen.findByText('Nothing is burning')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show all 1 incident' }))
    await waitFor(() => expect(param('status')).toBe('all'))
    expect(await screen.findByText('1 incident')).toBeVisible()
  })
  it('puts every filter into the address, and takes them out again', async () => {
    const { user } = open('/incidents/', {
      incidents: [burning(), burning({ id: 'I-2', severity: 4, state: 'closed' })],
    })
    await user.type(await screen.findByRole('combobox', { name: 'Search incidents' }), 'cards')
    await user.click(screen.getByRole('button', { name: /^status: open/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'all' }))
    await user.click(screen.getByRole('button', { name: 'any time' }))
    await user.click(await screen.findByRole('menuitem', { name: 'opened in the last 7 d' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Order' }), 'Oldest first')
    await user.click(screen.getByText('Severity', { selector: 'summary' }))
    await user.click(await screen.findByRole('checkbox', { name: 'SEV4' }))
    await waitFor(() => expect(param('severity')).toBe('4'))
    expect([param('q'), param('status'), param('range'), param('order')]).toEqual(['cards', 'all', '7d', 'oldest'])
    expect(await screen.findByText('1 of 2 incidents')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect([param('q'), param('severity'), param('range')]).toEqual([null, null, null]))
  })
  it('reads a link with a range, and lets go of it', async () => {
    const { user } = open('/incidents/?status=all&from=2026-11-20T09:00:00Z&to=2026-11-20T10:00:00Z', {
      incidents: [burning(), burning({ id: 'I-2', opened: ago(9_000) })],
    })
    expect(await screen.findByText('1 of 2 incidents')).toBeVisible()
    await user.click(screen.getByRole('button', { name: /Remove the range/ }))
    expect(await screen.findByText('2 incidents')).toBeVisible()
  })
  it('goes with J and K, back with U', async () => {
    const { user } = open('/incidents/', {
      incidents: [burning(), burning({ id: 'I-2', severity: 2, title: 'Second' })],
    })
    expect(await screen.findByRole('heading', { name: 'Cards fail' })).toBeVisible()
    await user.keyboard('j')
    expect(await screen.findByRole('heading', { name: 'Second' })).toBeVisible()
    expect(param('id')).toBe('I-2')
    await user.keyboard('k')
    await waitFor(() => expect(param('id')).toBe('I-1'))
    await user.keyboard('u')
    await waitFor(() => expect(param('id')).toBeNull())
  })
  it('counts from the end of a log that stands still', async () => {
    const then = instant(Date.UTC(2016, 4, 1, 12))
    open(
      '/incidents/',
      {
        incidents: [
          burning({ opened: then, clocks: { detected: then }, state: 'acknowledged' }),
          burning({ id: 'I-0', opened: instant(then - 60 * minute), clocks: {}, state: 'acknowledged' }),
        ],
      },
      { snapshot: true, asOf: then },
    )
    expect(await screen.findByText('as of 1 May 2016 12:00')).toBeVisible()
    expect(await screen.findByText('2 incidents')).toBeVisible()
    expect(await screen.findByText('just now')).toBeInTheDocument()
  })
  it('says which sources could fill it when none tells incidents', async () => {
    open('/incidents/', {}, { without: ['incidents'] })
    expect(await screen.findByText('No source tells incidents')).toBeVisible()
  })
  it('shows that it waits', async () => {
    const { source } = open('/incidents/', { incidents: [burning()] })
    source.hang(true)
    expect(await screen.findByText('Incidents are loading')).toBeInTheDocument()
    source.hang(false)
    expect(await screen.findByRole('heading', { name: 'Cards fail' })).toBeVisible()
  })
  it('says what could not be read, never that nothing burns, and recovers', async () => {
    const { source, user } = open('/incidents/', { incidents: [burning()] })
    source.fail(new SourceError('unreachable', 'memory', 'The backend cannot be reached.'))
    expect(await screen.findByRole('heading', { name: 'Incidents could not be read' })).toBeVisible()
    expect(screen.getByText('memory: The backend cannot be reached.')).toBeVisible()
    expect(screen.queryByText('Nothing is burning')).not.toBeInTheDocument()
    source.fail()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Cards fail' })).toBeVisible()
  })
  it('keeps showing what it knows when a source dies', async () => {
    const { source, user } = open('/incidents/?id=I-1', { incidents: [burning()] })
    expect(await screen.findByText('1 incident')).toBeVisible()
    source.fail(new SourceError('unreachable', 'memory', 'gone'))
    // Whatever was sent, everything is read again afterwards: so it is noticed.
    await user.click(screen.getByRole('button', { name: /Mitigating/ }))
    const told = /does not answer\. What is shown is what was last heard/
    await waitFor(() => expect(screen.getByText(told)).toBeVisible())
    expect(screen.getByRole('heading', { name: 'Cards fail' })).toBeVisible()
  })
})
