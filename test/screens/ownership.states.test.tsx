import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Assignment, Party } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { SourceError } from '../../src/sources/contract'
import { type MemoryOptions, memorySource } from '../tools/memorySource'
import { anActivity, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'

const party = (id: string, name: string): Party => ({ type: 'team', id, name, contacts: [], tags: [] })
const claim = (
  activity: string,
  role: Assignment['role'],
  holder: string,
  more: Partial<Assignment> = {},
): Assignment => ({
  id: `${activity} ${role} ${holder}`,
  activity,
  role,
  party: holder,
  claim: 'declared',
  ...more,
})

/** One activity that is owned, and nothing else recorded of it. */
const modest: Partial<Holdings> = {
  workloads: [aWorkload('ledger', { name: 'Ledger' })],
  activities: [anActivity({ id: 'rotate', name: 'Rotate keys' })],
  assignments: [claim('rotate', 'A', 'team:security'), claim('rotate', 'R', 'team:payments')],
  parties: [party('team:security', 'Security'), party('team:payments', 'Payments')],
}
const source = (held: Partial<Holdings>, options: MemoryOptions = {}) => memorySource(held, { asOf: now, ...options })
const cardOf = async (title: string) => (await screen.findByRole('heading', { level: 3, name: title })).parentElement
const answer = (term: string) => screen.getByText(term, { selector: 'dt' }).nextElementSibling

describe('what stands in place of the matrix', () => {
  it('while nothing has answered: that it is on its way', async () => {
    const slow = source(modest)
    slow.hang(true)
    openApp('ownership/', [configured(slow)])
    expect(await screen.findByText('Ownership is loading')).toBeInTheDocument()
    slow.hang(false)
    expect(await screen.findByRole('grid', { name: 'Activities by team' })).toBeInTheDocument()
  })

  it('when no source tells of it: which kinds of source could', async () => {
    openApp('ownership/', [configured(source({}, { without: ['activities'] }))])
    expect(await screen.findByText('No connected source tells who owns what')).toBeInTheDocument()
    expect(screen.getByText(/ownership as code in YAML/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /See the sources/ })).toHaveAttribute('href', '/sources/')
  })

  it('when nothing could be read: the source and its words, and another try', async () => {
    const broken = source(modest, { id: 'cmdb' })
    broken.fail(new SourceError('unreachable', 'cmdb', 'no route'))
    openApp('ownership/', [configured(broken, 'Asset register')])
    expect(await screen.findByText('Ownership could not be read')).toBeInTheDocument()
    expect(
      screen.getByText(
        'Asset register does not answer (no route): activities, roles, teams and people, workloads missing here.',
      ),
    ).toBeInTheDocument()
    broken.fail()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('grid')).toBeInTheDocument()
  })

  it('when records could not be read: how many of which, and no good news', async () => {
    const text = '3 of these parties could not be read'
    const cut = source(modest, { caveats: { parties: [{ kind: 'set-aside', text, count: 3 }] } })
    openApp('ownership/?activity=rotate', [configured(cut, 'Asset register')])
    expect(await screen.findByText(`Asset register, teams and people: ${text}.`)).toBeInTheDocument()
    expect(await screen.findByText('Owned end to end by what could be read. Not everything could.')).toBeInTheDocument()
  })

  it('when change requests do not answer: that none of them is marked', async () => {
    const whole = source(modest)
    const list = () => Promise.reject(new SourceError('unreachable', 'memory', 'no route'))
    const requests = whole.readers.requests && { ...whole.readers.requests, list }
    openApp('ownership/', [configured({ ...whole, readers: { ...whole.readers, ...(requests && { requests }) } })])
    expect(await screen.findByRole('grid')).toBeInTheDocument()
    expect(await screen.findByText(/^Change requests could not be read/)).toBeInTheDocument()
  })

  it('when there are none: that this is the truth', async () => {
    openApp('ownership/', [configured(source({}))])
    expect(await screen.findByText('There are no activities yet')).toBeInTheDocument()
  })
})

describe('a picture with parts missing', () => {
  it('names the dead source and shows the rest', async () => {
    const dead = source({}, { id: 'cmdb' })
    dead.fail(new SourceError('timeout', 'cmdb', 'no answer in 10 s'))
    openApp('ownership/', [configured(source(modest)), configured(dead, 'Asset register')])
    expect(
      await screen.findByText(/^Asset register does not answer \(no answer in 10 s\): activities/),
    ).toBeInTheDocument()
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '3')
  })

  it('does not take lost roles for missing owners', async () => {
    openApp('ownership/', [configured(source(modest, { without: ['assignments'] }))])
    expect(await screen.findByText('No connected source tells roles.')).toBeInTheDocument()
    expect(await cardOf('Owned end to end')).toHaveTextContent('owners are not recorded')
    expect(await cardOf('No accountable')).toHaveTextContent('not recorded')
    expect(screen.queryByText('no owner')).not.toBeInTheDocument()
  })
})

describe('what no source records', () => {
  it('is neither a gap nor a zero', async () => {
    openApp('ownership/', [configured(source(modest))])
    expect(await cardOf('No accountable')).toHaveTextContent('0of 1 activities')
    for (const title of ['Owner has left', 'Review overdue', 'Declared ≠ observed'])
      expect(await cardOf(title)).toHaveTextContent('not recorded')
    expect(screen.queryByRole('button', { name: 'Review overdue' })).not.toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'More: other gaps' }))
    const item = await screen.findByRole('menuitem', { name: /^No runbook/ })
    expect(item).toHaveTextContent('No source records what this takes.')
  })

  it('is said so in the answers, one by one', async () => {
    openApp('ownership/?activity=rotate', [configured(source(modest, { without: ['incidents'] }))])
    const drawer = await screen.findByRole('dialog', { name: 'Rotate keys' })
    for (const term of [
      'Validator',
      'Consulted',
      'Why',
      'Runbook',
      'Automation',
      'Risk',
      'Pre-approved',
      'Reviewed',
      'Observed',
    ])
      expect(answer(term)).toHaveTextContent('not recorded')
    expect(within(drawer).getByRole('heading', { name: /Incidents/ }).parentElement).toHaveTextContent('not recorded')
  })
})

describe('one activity', () => {
  const openOne = (held: Partial<Holdings>, options: MemoryOptions = {}) =>
    openApp('ownership/?activity=rotate', [configured(source({ ...modest, ...held }, options))])

  it('warns when the performer checks their own work', async () => {
    openOne({ assignments: [...(modest.assignments ?? []), claim('rotate', 'V', 'team:payments')] })
    await screen.findByRole('dialog')
    expect(answer('Validator')).toHaveTextContent('Also performs it: nobody else checks the result.')
  })

  it('shows what stands where a name or a link should', async () => {
    const { party: _party, ...nobody } = claim('rotate', 'R', '')
    openOne({
      assignments: [claim('rotate', 'A', 'person:gone'), { ...nobody, placeholder: '{{ $labels.team }}' }],
      activities: [anActivity({ id: 'rotate', runbook: { placeholder: 'TODO' } })],
      parties: [
        { type: 'person', id: 'person:gone', name: 'B. Farrow', teams: [], active: false, contacts: [], tags: [] },
      ],
    })
    const drawer = await screen.findByRole('dialog')
    expect(answer('Accountable')).toHaveTextContent('B. Farrow · has left')
    expect(answer('Responsible')).toHaveTextContent('“{{ $labels.team }}” stands where a name should')
    expect(answer('Runbook')).toHaveTextContent('“TODO” stands where a link should')
    expect(drawer).toHaveTextContent('B. Farrow is accountable and has left.')
  })

  it('makes no link of an address that could run code', async () => {
    openOne({ activities: [anActivity({ id: 'rotate', runbook: { title: 'Runbook', url: 'javascript:alert(1)' } })] })
    const drawer = await screen.findByRole('dialog')
    expect(within(drawer).queryByRole('link', { name: /Runbook/ })).not.toBeInTheDocument()
    expect(answer('Runbook')).toHaveTextContent('Runbookversion control not recorded')
  })

  it('cannot be marked as reviewed where no source takes that, and says why', async () => {
    openOne({}, { readOnly: true })
    const button = await screen.findByRole('button', { name: 'Mark reviewed' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await waitFor(() => expect(button).toHaveAccessibleDescription('Read-only: no connected source takes this.'))
  })
})
