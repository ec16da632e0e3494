import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { Holdings } from '../../src/domain/query/facets'
import { SourceError } from '../../src/sources/contract'
import { memorySource, type MemoryOptions } from '../tools/memorySource'
import { configured, now, openApp } from './harness'
import { records } from './ownershipRecords'

afterEach(() => localStorage.clear())

const make = (holdings: Partial<Holdings>, options: MemoryOptions = {}) =>
  memorySource(holdings, { id: 'larkmere', asOf: now, ...options })

async function openDrawer(id = 'rotate', sources = [make(records)]) {
  openApp(
    `ownership/?activity=${id}`,
    sources.map((source) => configured(source)),
  )
  const drawer = await screen.findByRole('dialog')
  await within(drawer).findByRole('button', { name: 'Request change' })
  return { drawer, user: userEvent.setup(), sources }
}
const answer = (drawer: HTMLElement, term: string): HTMLElement => {
  const found = within(drawer).getByText(term, { selector: 'dt' }).nextElementSibling
  if (!(found instanceof HTMLElement)) throw new Error(`${term} has no answer.`)
  return found
}
const region = (drawer: HTMLElement, name: string | RegExp) => within(drawer).findByRole('region', { name })

describe('the facts of an activity', () => {
  it('are answered, with every name a way to its page', async () => {
    const { drawer } = await openDrawer()
    expect(within(answer(drawer, 'Accountable')).getByRole('link', { name: 'Security' })).toHaveAttribute(
      'href',
      '/parties/?id=team%3Asecurity',
    )
    expect(within(answer(drawer, 'Informed')).getByRole('link', { name: /#support/ })).toHaveAttribute(
      'href',
      'https://chat.example/support',
    )
    expect(answer(drawer, 'Validator')).toHaveTextContent('Also performs it: nobody else checks the result.')
    expect(answer(drawer, 'Value')).toHaveTextContent('Payments stop without it.')
    expect(answer(drawer, 'What')).toHaveTextContent('New certificates at the bank')
    expect(answer(drawer, 'Runbook')).toHaveTextContent('under version control · link leads nowhere')
    expect(answer(drawer, 'Playbook')).toHaveTextContent('version control not recorded · link not checked')
    expect(answer(drawer, 'Automation')).toHaveTextContent(
      'started 12 times, worked 11 (92%), reached its outcome 9 (75%)',
    )
    expect(answer(drawer, 'Reviewers')).toHaveTextContent('Security')
    expect(within(answer(drawer, 'Approvers')).getByRole('link', { name: 'M. Okafor' })).toHaveAttribute(
      'href',
      '/parties/?id=person%3Aokafor',
    )
    expect(answer(drawer, 'Excused')).toHaveTextContent(
      'Runbook not versioned until 31 Jan 2027: Moves with the wiki · by M. Okafor',
    )
    expect(answer(drawer, 'Excused')).toHaveTextContent('No runbook until 31 Jan 2026, ended: Was being written')
  })

  it('say of each thing that no source records it', async () => {
    const { drawer } = await openDrawer('bare')
    for (const term of ['Why', 'Value', 'What', 'Automation', 'Risk', 'Pre-approved', 'Reviewed'])
      expect(answer(drawer, term)).toHaveTextContent('not recorded')
    expect(await region(drawer, 'History')).toHaveTextContent('not recorded')
    expect(await region(drawer, 'Improvements')).toHaveTextContent('None open.')
    expect(within(drawer).queryByRole('region', { name: /Waiting/ })).not.toBeInTheDocument()
  })

  it('tell its history, the newest first, and the requests that came to nothing', async () => {
    const { drawer } = await openDrawer()
    const history = await region(drawer, 'History')
    await waitFor(() =>
      expect(
        within(history)
          .getAllByRole('listitem')
          .map((each) => each.textContent),
      ).toEqual([
        'Rejected: Responsible moved from Payments to SRE3 Sep 2026 · by M. Okafor · Payments keeps it',
        'Accountable moved from Platform to Security30 Jul 2026 · by J. Lindqvist',
        expect.stringContaining('Runbook put under version control14 Mar 2026 · https://git.example/pull/7'),
      ]),
    )
    expect(within(history).getByRole('link')).toHaveAttribute('href', 'https://git.example/pull/7')
  })

  it('say what is not there where sources keep no requests and no improvements', async () => {
    const { drawer } = await openDrawer('rotate', [
      make(records, { without: ['requests', 'improvements', 'incidents'] }),
    ])
    expect(await region(drawer, 'Waiting for a decision')).toHaveTextContent('not recorded')
    expect(await region(drawer, 'Improvements')).toHaveTextContent('not recorded')
    expect(await region(drawer, /incidents/i)).toHaveTextContent('not recorded')
  })
})

describe('where a source does not answer', () => {
  it('says that there may be more, and never that there is nothing', async () => {
    const dead = make({}, { id: 'dead' })
    dead.fail(new SourceError('unreachable', 'dead', 'The line is down.'))
    const { drawer } = await openDrawer('bare', [make(records), dead])
    expect(await region(drawer, 'Improvements')).toHaveTextContent('Not every source told its improvements')
    expect(within(drawer).queryByText('None open.')).not.toBeInTheDocument()
    expect(await region(drawer, 'Waiting for a decision')).toHaveTextContent(
      'Not every source told its change requests',
    )
    expect(await region(drawer, /incidents/i)).toHaveTextContent('None heard of: not everything was heard.')
  })
})

describe('who says so', () => {
  it('tells each claim with its source and date, which is believed, and why', async () => {
    const { drawer } = await openDrawer()
    const claims = within(drawer).getByText('Who says so').closest('details')
    expect(claims).toHaveTextContent('5 claims · differ on accountable')
    expect(claims).toHaveTextContent('Security · believedlarkmere, declared, 30 Jul 2026: declared, and first')
    expect(claims).toHaveTextContent(
      'Payments · not declaredlarkmere, observed from resource tags, 10 Nov 2026: declared comes before observed.',
    )
  })

  it('proposes what was observed, and overwrites nothing', async () => {
    const { drawer, user, sources } = await openDrawer()
    await user.click(within(drawer).getByRole('button', { name: 'Propose as accountable: Payments' }))
    const form = await within(drawer).findByRole('form', { name: 'Request a change' })
    expect(within(form).getByRole('combobox', { name: 'Which role' })).toHaveDisplayValue('Accountable: Security')
    expect(within(form).getByRole('combobox', { name: 'Held by' })).toHaveValue('Payments')
    expect(within(form).getByRole('textbox', { name: 'Why' })).toHaveValue('Claimed by resource tags on 10 Nov 2026.')
    expect(within(form).getByRole('group', { name: 'What it would change' })).toHaveTextContent(
      'If approved: Accountable moved from Security to Payments.',
    )
    expect(sources[0]?.sent).toEqual([])
    expect(answer(drawer, 'Accountable')).toHaveTextContent('Security')
  })

  it('names the source that comes first where two tell the same entry otherwise', async () => {
    const other = make(
      {
        activities: records.activities,
        assignments: records.assignments.slice(0, 1).map((each) => ({ ...each, party: 'team:sre' })),
      },
      { id: 'files' },
    )
    const { drawer } = await openDrawer('rotate', [make(records), other])
    await waitFor(() =>
      expect(within(drawer).getByText('Who says so').closest('details')).toHaveTextContent(
        'SRE · not believedfiles, declared, 30 Jul 2026: larkmere has the same entry and comes first',
      ),
    )
    expect(answer(drawer, 'Accountable')).not.toHaveTextContent('SRE')
  })
})

describe('improvements', () => {
  it('are told with owner and due date, the overdue as such, the done apart', async () => {
    const { drawer } = await openDrawer()
    const tracked = await region(drawer, 'Improvements')
    await waitFor(() =>
      expect(tracked).toHaveTextContent('Rehearse it once a quarterSecurity · due 1 Oct 2026, overdue'),
    )
    expect(within(tracked).getByText('1 done or dropped')).toBeInTheDocument()
    expect(tracked).toHaveTextContent('Script the uploadPayments · done 1 Jun 2026')
  })

  it('move on to done', async () => {
    const { drawer, user, sources } = await openDrawer()
    const state = await within(drawer).findByRole('combobox', { name: 'State of “Rehearse it once a quarter”' })
    await user.selectOptions(state, 'done')
    await waitFor(() =>
      expect(sources[0]?.sent.map(({ command }) => command)).toEqual([
        { kind: 'set-improvement', improvement: 'IMP-2', state: 'done' },
      ]),
    )
    expect(await within(drawer).findByText('2 done or dropped')).toBeInTheDocument()
  })

  it('come out of feedback with an owner and a due date, or are dropped', async () => {
    const { drawer, user, sources } = await openDrawer()
    const queue = await region(drawer, 'Feedback (1)')
    await user.click(within(queue).getByRole('button', { name: 'Accept' }))
    const form = within(queue).getByRole('form')
    await user.click(within(form).getByRole('button', { name: 'Accept it' }))
    expect(within(form).getByRole('combobox', { name: 'Owner' })).toHaveAccessibleDescription('Choose who sees to it.')
    expect(within(form).getByLabelText('Due by the end of')).toHaveAccessibleDescription('Give a whole date.')
    await user.type(within(form).getByRole('combobox', { name: 'Owner' }), 'okaf')
    await user.click(await within(form).findByRole('option', { name: /M. Okafor/ }))
    await user.type(within(form).getByLabelText('Due by the end of'), '2026-12-15')
    await user.click(within(form).getByRole('button', { name: 'Accept it' }))
    await waitFor(() =>
      expect(sources[0]?.sent.map(({ command }) => command)).toEqual([
        {
          kind: 'set-improvement',
          improvement: 'IMP-1',
          owner: 'person:okafor',
          due: Date.UTC(2026, 11, 15, 23, 59, 59),
        },
      ]),
    )
    await waitFor(() => expect(within(drawer).queryByRole('region', { name: /Feedback/ })).not.toBeInTheDocument())
    expect(await region(drawer, 'Improvements')).toHaveTextContent('M. Okafor · due 15 Dec 2026')
  })

  it('that were dropped as feedback are among the done', async () => {
    const { drawer, user } = await openDrawer()
    await user.click(within(await region(drawer, 'Feedback (1)')).getByRole('button', { name: 'Drop' }))
    expect(await within(drawer).findByText('2 done or dropped')).toBeInTheDocument()
  })
})
