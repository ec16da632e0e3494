import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ChangeRequest } from '../../src/domain/change'
import type { Assignment, Party } from '../../src/domain/ownership'
import type { Holdings } from '../../src/domain/query/facets'
import { after, day24, duration } from '../../src/domain/units'
import { memorySource } from '../tools/memorySource'
import { anActivity, aWorkload } from '../tools/records'
import { configured, now, openApp } from './harness'
import { withRoom } from './matrixRoom'

withRoom()

const team = (key: string, name: string): Party => ({ type: 'team', id: `team:${key}`, name, contacts: [], tags: [] })
const claim = (
  activity: string,
  role: Assignment['role'],
  party: string,
  more: Partial<Assignment> = {},
): Assignment => ({
  id: `${activity} ${role} ${party}`,
  activity,
  role,
  party,
  claim: 'declared',
  ...more,
})
const placeholder = (activity: string, role: Assignment['role'], text: string): Assignment => ({
  id: `${activity} ${role} ?`,
  activity,
  role,
  placeholder: text,
  claim: 'declared',
})
const whole = (activity: string) => [claim(activity, 'A', 'team:pay'), claim(activity, 'R', 'team:pay')]
const wish = (activity: string, more: Partial<ChangeRequest>): ChangeRequest => ({
  id: `wish ${activity}`,
  activity,
  kind: 'add',
  steps: [],
  reason: 'Because.',
  proposer: 'J. Lindqvist',
  proposedAt: after(now, duration(-2 * day24)),
  approvers: [],
  state: 'proposed',
  ...more,
})
const held: Partial<Holdings> = {
  workloads: [aWorkload('ledger', { name: 'Ledger', team: 'team:pay' })],
  activities: [
    anActivity({ id: 'deploy', name: 'Deploy' }),
    anActivity({ id: 'hosted', name: 'Hosted', noOwnerBecause: 'The provider does it.' }),
    anActivity({
      id: 'moving',
      name: 'Moving',
      exceptions: [{ gap: 'no-accountable', until: after(now, duration(20 * day24)), reason: 'New team in December.' }],
    }),
    anActivity({
      id: 'late',
      name: 'Late',
      exceptions: [{ gap: 'no-accountable', until: after(now, duration(-1 * day24)), reason: 'Until yesterday.' }],
    }),
    anActivity({ id: 'todo', name: 'Todo' }),
  ],
  assignments: [
    claim('deploy', 'A', 'team:pay', { inheritedFrom: 'ledger' }),
    claim('deploy', 'R', 'person:lee'),
    claim('moving', 'R', 'team:pay'),
    claim('late', 'R', 'team:pay'),
    placeholder('todo', 'A', 'TODO'),
    claim('todo', 'R', 'team:ops'),
  ],
  parties: [
    team('pay', 'Payments'),
    team('ops', 'Operations'),
    { type: 'person', id: 'person:lee', name: 'T. Lee', teams: ['team:ops'], contacts: [], tags: [] },
  ],
  requests: [
    wish('deploy', { steps: [{ op: 'give', role: 'V', party: 'team:ops' }] }),
    wish('todo', { kind: 'exception', gap: 'no-accountable', expires: after(now, duration(day24)) }),
    wish('hosted', { steps: [{ op: 'give', role: 'A', party: 'team:ops' }], state: 'rejected' }),
  ],
}

async function open(more: Partial<Holdings> = {}, other?: Partial<Holdings>) {
  const sources = [configured(memorySource({ ...held, ...more }, { asOf: now }))]
  if (other) sources.push(configured(memorySource(other, { id: 'other', asOf: now })))
  openApp('ownership/', sources)
  const grid = await screen.findByRole('grid', { name: 'Activities by team' })
  // Requests may arrive after the rest: then the cells are drawn anew.
  await within(grid).findAllByText('…')
  const row = (name: string) => {
    const found = within(grid).getByText(name, { selector: '[role=rowheader] span' }).closest<HTMLElement>('[role=row]')
    if (!found) throw new Error(`${name} has no row.`)
    return found
  }
  return { row, cell: (name: string, label: RegExp) => within(row(name)).findByRole('gridcell', { name: label }) }
}

describe('a cell says', () => {
  it('what a role was inherited from, and who of the team holds it', async () => {
    const { cell } = await open()
    expect(await cell('Deploy', /^Payments: accountable, inherited from Ledger$/)).toHaveTextContent('A')
    expect(await cell('Deploy', /^Operations: responsible \(T\. Lee\)/)).toBeInTheDocument()
  })

  it('which change is requested, by whom; what was decided is no longer shown', async () => {
    const { cell, row } = await open()
    expect(
      await cell('Deploy', /requested: Validator given to Operations, by J\. Lindqvist on 18 Nov$/),
    ).toHaveTextContent('R…')
    expect(await cell('Todo', /requested: Exception until 2026-11-21: no accountable, by/)).toBeInTheDocument()
    expect(within(row('Hosted')).queryByText('…')).not.toBeInTheDocument()
  })

  it('that none is meant, and why; the row says it too', async () => {
    const { cell, row } = await open()
    expect(await cell('Hosted', /^Payments: by design no owner: The provider does it\.$/)).toHaveTextContent('–')
    expect(row('Hosted')).toHaveTextContent('by design no owner: The provider does it.')
  })

  it('that a gap is excused, until when and why; not after that', async () => {
    const { cell, row } = await open()
    expect(
      await cell('Moving', /nobody is accountable, excused until 10 Dec: New team in December\.$/),
    ).toBeInTheDocument()
    expect(row('Moving')).toHaveTextContent('excused until 10 Dec')
    expect(row('Moving')).not.toHaveTextContent('no owner')
    expect(row('Late')).toHaveTextContent('no owner')
  })

  it('what stands where an owner should', async () => {
    const { cell, row } = await open()
    expect(await cell('Todo', /“TODO” stands where the name should/)).toHaveTextContent('?')
    expect(row('Todo')).toHaveTextContent('no owner')
  })

  it('nothing of owners where the sources of the row cannot know', async () => {
    const silent = { activities: [anActivity({ id: 'watch', name: 'Watch' })], workloads: [aWorkload('ledger')] }
    const { row } = await open({}, silent)
    expect(row('Watch')).toHaveTextContent('owners not recorded')
    expect(screen.getByRole('contentinfo', { name: 'Letters' })).toHaveTextContent('Validator (not recorded)')
  })
})

describe('the figures', () => {
  it('count an excused gap apart: not among the gaps, and not as owned', async () => {
    await open({ activities: held.activities ?? [], assignments: [...(held.assignments ?? []), ...whole('late')] })
    expect(
      screen.getByRole('img', { name: /owned end to end 3, owned in part 0, nobody answers 1, excused for now 1$/ }),
    ).toBeInTheDocument()
  })
})
