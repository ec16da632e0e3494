import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { OpsEvent } from '../../src/domain/event'
import type { Incident } from '../../src/domain/incident'
import type { Holdings } from '../../src/domain/query/facets'
import { instant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { anActivity, anIncident, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

afterEach(() => localStorage.clear())

const minute = 60_000
const day = 1_440 * minute
const ago = (ms: number) => instant(now - ms)
const burning = (over: Partial<Incident> = {}): Incident =>
  anIncident({
    id: 'I-1',
    title: 'Cards fail for everybody',
    severity: 1,
    state: 'mitigating',
    opened: ago(40 * minute),
    workloads: ['ledger'],
    team: 'team:payments',
    ...over,
  })
const ended = (over: Partial<Incident> = {}): Incident =>
  burning({
    state: 'closed',
    opened: ago(10 * day),
    clocks: { detected: ago(10 * day), resolved: ago(10 * day - 60 * minute) },
    ...over,
  })
const event = (id: string, over: Partial<OpsEvent> = {}): OpsEvent => ({
  id,
  title: `event ${id}`,
  kind: 'alarm',
  at: ago(41 * minute),
  planned: false,
  workloads: ['ledger'],
  version: '1',
  ...over,
})
const page = { url: 'https://run.example/cards.md' }

function open(holdings: Partial<Holdings>, address = '/incidents/?id=I-1', options: MemoryOptions = {}) {
  const source = memorySource(
    {
      parties: [
        {
          type: 'team',
          id: 'team:payments',
          name: 'Payments',
          contacts: [{ kind: 'chat', text: '#payments', url: 'https://chat.example/payments' }],
          tags: [],
        },
        { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:payments'], contacts: [], tags: [] },
      ],
      workloads: [aWorkload('ledger', { name: 'Payments ledger' })],
      ...holdings,
    },
    { asOf: now, ...options },
  )
  openApp(address, [configured(source)])
  return { source, user: userEvent.setup() }
}
const side = () => screen.findByRole('complementary', { name: 'About the incident' })
const section = async (name: RegExp) => {
  const found = within(await side())
    .getByRole('heading', { name })
    .closest('section')
  if (!found) throw new Error(`No section ${name}`)
  return within(found)
}
const around = () => screen.findByRole('region', { name: 'Around the incident' })
const review = () => screen.findByRole('region', { name: 'Post-incident review' })

describe('who answers', () => {
  const activities = [
    anActivity({
      id: 'A',
      name: 'Answer card alarms',
      events: ['declines > 5'],
      runbook: page,
      risk: 'high',
      preApproved: true,
    }),
  ]
  const assignments = (['A', 'R', 'V'] as const).map((role) => ({
    id: role,
    activity: 'A',
    role,
    party: role === 'V' ? 'person:lee' : 'team:payments',
    claim: 'declared' as const,
  }))
  it('finds the activity by the event, says why, and reaches its people with a click', async () => {
    open({
      incidents: [burning()],
      activities,
      assignments,
      events: [event('E', { rule: 'declines > 5', incident: 'I-1' })],
    })
    const who = await section(/Who answers/)
    expect(await who.findByText('Not recorded. Found: it names the event declines > 5.')).toBeVisible()
    expect(who.getByRole('link', { name: 'Answer card alarms' })).toHaveAttribute('href', '/ownership/?activity=A')
    // The person has no contact: the team is the way.
    await waitFor(() => expect(who.getAllByRole('link', { name: /#payments/ })).toHaveLength(3))
    expect(who.getByRole('link', { name: 'T. Lee' })).toHaveAttribute('href', '/parties/?id=person%3Alee')
    expect(who.getByText('high, pre-approved')).toBeVisible()
    expect(who.getByText('not recorded')).toBeVisible()
  })
  it('offers what is only possible as such, and the ways to close the gap', async () => {
    open({
      incidents: [burning()],
      activities: [anActivity({ id: 'B', name: 'Answer anything', kind: 'response' })],
      assignments: assignments.map((each) => ({ ...each, activity: 'B' })),
      events: [event('E', { rule: 'declines > 5', incident: 'I-1' })],
    })
    const who = await section(/Who answers/)
    expect(await who.findByText('only possible: it is a response on Payments ledger')).toBeVisible()
    expect(who.getByText('matched to none')).toBeVisible()
    expect(who.getByRole('link', { name: 'Alerts that no activity answers' })).toHaveAttribute(
      'href',
      '/reviews/?tab=alerts&workload=ledger',
    )
  })
  it('leads from a gap to the form that closes it', async () => {
    open({
      incidents: [burning({ activity: 'A' })],
      activities: [anActivity({ id: 'A', name: 'Answer card alarms' })],
      assignments: [{ id: 'x', activity: 'B', role: 'A', party: 'team:payments', claim: 'declared' }],
    })
    const who = await section(/Who answers/)
    expect(await who.findByText('nobody answers for it')).toBeVisible()
    const [ask] = who.getAllByRole('link', { name: 'Ask for an owner' })
    expect(ask).toHaveAttribute('href', '/ownership/?activity=A&ask=change')
    // No source records who performs anything: that is no gap.
    expect(await who.findByText('not recorded by any source')).toBeVisible()
    expect(who.getByRole('link', { name: 'Ask for one' })).toHaveAttribute(
      'href',
      '/ownership/?activity=A&ask=improvement',
    )
  })
})

describe('around the incident', () => {
  const events = [
    event('alarm', { rule: 'declines > 5', incident: 'I-1', escalatedBy: 'customers hit', outcome: 'escalated' }),
    event('early', { kind: 'deploy', at: ago(100 * minute) }),
  ]
  const other = burning({ id: 'I-2', title: 'Ledger slow', severity: 3, opened: ago(20 * minute) })
  it('says by which rule an event became the incident, and looks as far back as is asked', async () => {
    const { user } = open({ incidents: [burning(), other], events })
    expect(
      await within(await around()).findByText(/declines > 5 became the incident at .* by the rule “customers hit”/),
    ).toBeVisible()
    expect(await screen.findByText('1 event, 1 other incident on the same workloads')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: '2 h' }))
    expect(await screen.findByText('2 events, 1 other incident on the same workloads')).toBeVisible()
    expect(new URLSearchParams(location.search).get('before')).toBe('2h')
  })
  it('tells the same as a table', async () => {
    const { user } = open({ incidents: [burning(), other], events }, '/incidents/?id=I-1&before=24h&lanes=kind')
    await user.click(within(await around()).getByRole('button', { name: 'Show as a table' }))
    const table = await within(await around()).findByRole('table')
    expect(within(table).getByRole('row', { name: /event early Deploys, changes/ })).toBeVisible()
    expect(within(table).getByRole('row', { name: /Ledger slow Other incidents/ })).toBeVisible()
  })
  it('links an event that it was opened from, and takes it out again', async () => {
    const { user, source } = open({ incidents: [burning()], events: [event('E')] }, '/incidents/?id=I-1&event=I-1~E')
    const card = await screen.findByRole('region', { name: 'Event event E' })
    await user.click(await within(card).findByRole('button', { name: 'Link to this incident' }))
    await waitFor(() =>
      expect(source.sent.map(({ command }) => command)).toEqual([{ kind: 'link-event', event: 'E', incident: 'I-1' }]),
    )
    await user.click(await within(card).findByRole('button', { name: 'Unlink from this incident' }))
    await waitFor(() => expect(source.sent.at(-1)?.command).toEqual({ kind: 'link-event', event: 'E' }))
  })
  it('says why an event cannot be linked, and what an address means that names none', async () => {
    open({ incidents: [burning()], events: [event('E')] }, '/incidents/?id=I-1&event=I-1~E', { readOnly: true })
    expect(await screen.findByRole('button', { name: 'Link to this incident' })).toHaveAccessibleDescription(
      'Read-only: no connected source takes this.',
    )
  })
  it('knows no event that is not there, and shows none that belongs to another incident', async () => {
    open({ incidents: [burning()], events: [event('E')] }, '/incidents/?id=I-1&event=I-1~X')
    expect(await screen.findByText('There is no event X: no connected source has it.')).toBeVisible()
  })
  it('is one line where no source tells of events', async () => {
    open({ incidents: [burning()] }, '/incidents/?id=I-1', { without: ['events'] })
    expect(
      await screen.findByText('No source tells of events. On the same workloads: no other incident.'),
    ).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Around the incident' })).not.toBeInTheDocument()
  })
})

describe('similar and recurring', () => {
  const earlier = (id: string, days: number, over: Partial<Incident> = {}) =>
    ended({
      id,
      title: 'Certificates expired',
      opened: ago(days * day),
      problem: 'P',
      clocks: { detected: ago(days * day), resolved: ago(days * day - 90 * minute) },
      ...over,
    })
  const problem = {
    id: 'P',
    title: 'Certificates are renewed by hand',
    state: 'known-error' as const,
    workloads: [],
    factors: [],
    actions: [],
    workaround: 'Renew it by hand',
    fixes: [{ at: ago(40 * day), what: 'renewal job' }],
  }
  it('says how often the problem came back, whether its fix held, and what mended the others', async () => {
    open({
      incidents: [burning({ problem: 'P' }), earlier('I-7', 60), earlier('I-8', 50)],
      problems: [problem],
      timeline: [
        {
          id: 't',
          incident: 'I-8',
          at: ago(50 * day),
          sequence: 1,
          kind: 'state',
          from: 'mitigating',
          to: 'resolved',
          text: 'Renewed it',
        },
      ],
    })
    const similar = await section(/Similar and recurring/)
    expect(await similar.findByText(/: 3rd time in 60 days\./)).toBeVisible()
    expect(
      similar.getByText(/The last fix \(11 Oct, “renewal job”\) did not hold: 1 incident began after it\./),
    ).toBeVisible()
    expect(similar.getByText('Workaround: Renew it by hand')).toBeVisible()
    expect(await similar.findByText('Resolved: Renewed it')).toBeVisible()
    expect(similar.getAllByText(/took 1 h 30 m/)).toHaveLength(2)
    expect(
      similar.getByText(
        /Looked through 2 incidents on the same workloads in the 12 months before it and 3 incidents of the same problem\./,
      ),
    ).toBeVisible()
  })
  it('finds near titles on the workload, and keeps the list when it opens one', async () => {
    const { user } = open(
      { incidents: [burning(), ended({ id: 'I-7', title: 'Cards fail for some' })] },
      '/incidents/?id=I-1&status=open',
    )
    const similar = await section(/Similar and recurring/)
    expect(await similar.findByText(/title 67% alike/)).toBeVisible()
    expect(await similar.findByText('What mended it is not recorded.')).toBeVisible()
    await user.click(similar.getByRole('link', { name: 'Cards fail for some' }))
    await waitFor(() => expect(new URLSearchParams(location.search).get('id')).toBe('I-7'))
    expect(new URLSearchParams(location.search).get('status')).toBe('open')
  })
  it('is honest where there is nothing to go by', async () => {
    open({ incidents: [burning({ workloads: [] })] })
    const similar = await section(/Similar and recurring/)
    expect(similar.getByText('Nothing to go by: neither a workload nor a problem is recorded.')).toBeVisible()
  })
})

describe('the post-incident review', () => {
  const written = {
    summary: 'It broke.',
    heldAt: ago(8 * day),
    factors: ['Trigger: key rotated', 'No canary'],
    wentWell: [],
    lessons: ['Rotate by day'],
    sharedWith: ['Operations'],
  }
  const another = ended({ id: 'I-9', review: written, opened: ago(90 * day), clocks: {} })
  it('is overdue by the policy that it names, where reviews are kept', async () => {
    open({ incidents: [ended(), another] })
    const panel = within(await review())
    expect(await panel.findByText(/^overdue by 2 d/)).toBeVisible()
    expect(panel.getByText(/Policy: SEV1 and SEV2 are reviewed within 7 days of their end/)).toBeVisible()
  })
  it('is not recorded where none of the others has one', async () => {
    open({ incidents: [ended()] })
    expect(
      await within(await review()).findByText('not recorded, as for none of the newest 1 SEV1 and SEV2'),
    ).toBeVisible()
  })
  it('waits while it burns, with the reason', async () => {
    open({ incidents: [burning()] })
    const panel = within(await review())
    expect(panel.getByText('not before it is over')).toBeVisible()
    expect(panel.getByRole('button', { name: 'Write it' })).toHaveAccessibleDescription(/resolve it, then review it/)
  })
  it('keeps the trigger apart, and says what is not recorded', async () => {
    open({ incidents: [ended({ review: written, detection: 'customer' })] })
    const panel = within(await review())
    expect(panel.getByText('key rotated')).toBeVisible()
    expect(panel.getByText('a customer')).toBeVisible()
    expect(panel.getByRole('heading', { name: 'What went well' }).nextSibling).toHaveTextContent('Not recorded.')
  })
  it('is written by one command, and its draft survives a reload', async () => {
    const { user, source } = open({ incidents: [ended(), another] })
    const panel = within(await review())
    await user.click(panel.getByRole('button', { name: 'Write it' }))
    const form = within(await panel.findByRole('form', { name: 'Write the review' }))
    expect(form.getByRole('button', { name: 'Save the review' })).toHaveAccessibleDescription('There is no summary.')
    await user.type(form.getByRole('textbox', { name: 'Summary' }), 'Keys')
    await user.type(form.getByRole('textbox', { name: /Trigger/ }), 'rotation')
    await user.type(form.getByRole('textbox', { name: /factors/ }), 'no canary{Enter}no alarm')
    await waitFor(() => expect(localStorage.length).toBeGreaterThan(0))
    await user.click(form.getByRole('button', { name: 'Save the review' }))
    await waitFor(() =>
      expect(source.sent[0]?.command).toEqual({
        kind: 'write-review',
        incident: 'I-1',
        review: {
          summary: 'Keys',
          factors: ['Trigger: rotation', 'no canary', 'no alarm'],
          wentWell: [],
          lessons: [],
          sharedWith: [],
        },
      }),
    )
    expect(await panel.findByText('written; when it was held is not recorded')).toBeVisible()
  })
  it('is not written over what somebody else wrote meanwhile, unless that was seen', async () => {
    const { user, source } = open({ incidents: [ended({ review: written })] })
    const panel = within(await review())
    await user.click(panel.getByRole('button', { name: 'Edit' }))
    const form = within(await panel.findByRole('form', { name: 'Write the review' }))
    await user.type(form.getByRole('textbox', { name: 'Summary' }), ' Mine.')
    const theirs = { ...written, summary: 'Theirs.' }
    const { signal } = new AbortController()
    await source.commands?.send(
      { key: 'k', actor: 'B', at: now, command: { kind: 'write-review', incident: 'I-1', review: theirs } },
      { signal },
    )
    expect(await form.findByText(/Somebody changed the review .* Theirs: “Theirs\.”\./)).toBeVisible()
    const save = () => form.getByRole('button', { name: 'Save the review' })
    expect(save()).toHaveAccessibleDescription('The review was changed meanwhile: choose first.')
    await user.click(form.getByRole('button', { name: /^Keep mine/ }))
    await user.click(save())
    await waitFor(() => expect(source.sent.at(-1)?.command).toMatchObject({ review: { summary: 'It broke. Mine.' } }))
  })
  it('tells its actions with owner and due, records one and marks one done', async () => {
    const improvement = {
      id: 'IMP-1',
      title: 'Add a canary',
      from: 'incident' as const,
      state: 'open' as const,
      owner: 'team:payments',
      due: ago(day),
      incident: 'I-1',
      version: '1',
    }
    const { user, source } = open({ incidents: [ended({ review: written })], improvements: [improvement] })
    const panel = within(await review())
    expect(await panel.findByText(/1 overdue/)).toBeVisible()
    await user.click(panel.getByRole('button', { name: 'Mark IMP-1 done' }))
    await waitFor(() =>
      expect(source.sent[0]?.command).toEqual({ kind: 'set-improvement', improvement: 'IMP-1', state: 'done' }),
    )
    await user.click(panel.getByRole('button', { name: 'Record an action…' }))
    const form = within(await panel.findByRole('form', { name: 'Record an action' }))
    await user.type(form.getByRole('textbox', { name: 'What is to be done' }), 'Alarm earlier')
    await user.click(form.getByRole('button', { name: 'Record' }))
    await waitFor(() =>
      expect(source.sent[1]?.command).toEqual({
        kind: 'record-improvement',
        title: 'Alarm earlier',
        from: 'incident',
        incident: 'I-1',
      }),
    )
  })
  it('is handed out as Markdown', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const { user } = open({ incidents: [ended({ review: written })] })
    await user.click(within(await review()).getByRole('button', { name: 'Export the review' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Markdown, to be read' }))
    await waitFor(() => expect(made).toHaveBeenCalledOnce())
    made.mockRestore()
  })
})

describe('a source that does not answer', () => {
  it('keeps all of it from being called quiet', async () => {
    const silent = memorySource({}, { id: 'other', asOf: now })
    silent.fail(new SourceError('unreachable', 'other', 'The line is down.'))
    const held = memorySource(
      { incidents: [ended()], events: [event('E', { at: ago(10 * day) })], workloads: [aWorkload('ledger')] },
      { asOf: now },
    )
    openApp('/incidents/?id=I-1', [configured(held), configured(silent, 'Other log')])
    expect(
      await screen.findByText(
        /At least 1 event, no other incident so far on the same workloads. Other log: The line is down/,
      ),
    ).toBeVisible()
    expect(await screen.findByText('No linked event was told so far.')).toBeVisible()
    const similar = await section(/Similar and recurring/)
    expect(await similar.findByText(/None was found so far\..*Not all: Other log: The line is down/)).toBeVisible()
    const panel = within(await review())
    expect(await panel.findByText(/None was told so far\. Other log: The line is down/)).toBeVisible()
    // Nobody can say whether reviews are kept: then the policy speaks.
    expect(panel.getByText(/^overdue by/)).toBeVisible()
    const who = await section(/Who answers/)
    expect(await who.findByText('None found so far: not every source has told.')).toBeVisible()
  })
})
