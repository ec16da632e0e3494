import { QueryClient } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { BrowserRouter } from 'react-router-dom'
import { beforeEach, describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import { DataProvider, DraftsProvider } from '../../src/data'
import { instant } from '../../src/domain/units'
import { rangeOf } from './trendsScope'
import { Recurrence } from '../../src/screens/trends/recurrence'
import { SourceError } from '../../src/sources/contract'
import { type MemoryOptions, type MemorySource, memorySource } from '../tools/memorySource'

const company = world()
/** The incidents of one problem, which nobody has linked. */
const incidents = company.holdings.incidents.map(({ problem: _hidden, ...incident }) => incident)
const rotation = incidents.filter(({ title }) => title === 'Card payments declined after certificate rotation')
const few = [...rotation, ...incidents.filter(({ title }) => title.startsWith('Disk above')).slice(0, 40)]

const source = (options: MemoryOptions = {}, held: Parameters<typeof memorySource>[0] = {}) =>
  memorySource({ ...company.holdings, problems: [], incidents: few, ...held }, { asOf: company.now, ...options })

const kept = new Map<string, string>()
const drafts = {
  get: (of: string) => kept.get(of),
  set: (of: string, text: string) => void (text === '' ? kept.delete(of) : kept.set(of, text)),
}
beforeEach(() => kept.clear())

function open(given: MemorySource) {
  const view = render(
    <BrowserRouter>
      <DraftsProvider value={drafts}>
        <DataProvider
          clock={frozenClock(company.now)}
          client={new QueryClient()}
          sources={[{ id: given.id, title: given.title, type: 'memory', source: given }]}
        >
          <Recurrence scope={rangeOf(instant(0), company.now)} />
        </DataProvider>
      </DraftsProvider>
    </BrowserRouter>,
  )
  return { user: userEvent.setup(), view }
}

async function look(given = source()) {
  const { user, view } = open(given)
  await user.click(await screen.findByRole('button', { name: 'Look for incidents that are alike' }))
  return { user, view }
}
const proposal = async () =>
  (await screen.findByRole('heading', { name: /^Card payments declined/ })).closest('li') ?? document.body

describe('recurrence finder', () => {
  it('says how many it would look through, and leads to exactly these', async () => {
    open(source())
    const link = await screen.findByRole('link', { name: String(few.length) })
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('problem')
  })

  it('proposes what is alike with the evidence, and says what was compared', async () => {
    await look()
    const found = await proposal()
    expect(found).toHaveTextContent(`${rotation.length} incidents`)
    expect(within(found).getByRole('list', { name: 'Evidence' }).textContent).toMatch(
      /Every title has .*“rotation”.*hardly any other workload/,
    )
    expect(found.textContent).toMatch(/median .* apart; median time to resolve .* \(n = \d+ of \d+\)/)
    expect(
      screen.getByText(new RegExp(`^${few.length} of ${few.length} incidents without a problem were compared`)),
    ).toBeVisible()
    // Forty alarms of one sort on many workloads are no problem.
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1)
  })

  it('records a problem with the incidents chosen, under the title given, and only when told to', async () => {
    const given = source()
    const { user } = await look(given)
    const found = await proposal()
    await user.click(within(found).getByRole('button', { name: /record a problem/ }))
    const boxes = await within(found).findAllByRole('checkbox')
    expect(boxes).toHaveLength(rotation.length)
    await user.click(boxes[0] ?? found)
    const title = within(found).getByRole('textbox', { name: 'Title of the problem' })
    await user.clear(title)
    await user.type(title, 'Rotation breaks cards')
    expect(found).toHaveTextContent(`Records the problem “Rotation breaks cards”`)
    expect(found).toHaveTextContent(`links ${rotation.length - 1} incidents to it`)
    expect(given.sent).toEqual([])
    await user.click(within(found).getByRole('button', { name: 'Record the problem' }))
    await waitFor(() => expect(given.sent).toHaveLength(1))
    const oldest = rotation.toSorted((left, right) => left.opened - right.opened).map(({ id }) => id)
    expect(given.sent[0]?.command).toEqual({
      kind: 'record-problem',
      title: 'Rotation breaks cards',
      workloads: [rotation[0]?.workloads[0]],
      incidents: oldest.slice(1),
    })
    expect(await screen.findByRole('heading', { name: 'No incidents that are alike' })).toBeVisible()
    expect([...kept.keys()]).toEqual([])
  })

  it('keeps what was begun, and refuses an empty title', async () => {
    const { user, view } = await look()
    await user.click(within(await proposal()).getByRole('button', { name: /record a problem/ }))
    await user.clear(await screen.findByRole('textbox', { name: 'Title of the problem' }))
    expect(await screen.findByRole('button', { name: 'Record the problem' })).toHaveAccessibleDescription(
      'The problem needs a title.',
    )
    await user.type(screen.getByRole('textbox', { name: 'Title of the problem' }), 'Half')
    view.unmount()
    await look()
    expect(await screen.findByRole('textbox', { name: 'Title of the problem' })).toHaveValue('Half')
  })

  it('says why it cannot be recorded where no source takes it, and offers it as a file', async () => {
    const { user } = await look(source({ readOnly: true }))
    await user.click(within(await proposal()).getByRole('button', { name: /record a problem/ }))
    const record = await screen.findByRole('button', { name: 'Record the problem' })
    expect(record).toHaveAttribute('aria-disabled', 'true')
    expect(record).toHaveAccessibleDescription(/Read-only/)
    expect(screen.getByText(/can be carried to where problems are kept/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save as Markdown' })).toBeEnabled()
  })

  it('dismisses for this browser, undoes it, and lists what was dismissed', async () => {
    const { user, view } = await look()
    await user.click(within(await proposal()).getByRole('button', { name: 'Dismiss' }))
    expect(await screen.findByRole('heading', { name: 'All proposals were dismissed' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await user.click(within(await proposal()).getByRole('button', { name: 'Dismiss' }))
    await screen.findByRole('button', { name: 'Undo' })
    view.unmount()
    const again = await look()
    expect(await screen.findByRole('heading', { name: 'All proposals were dismissed' })).toBeVisible()
    await again.user.click(screen.getByText('1 dismissed proposal'))
    await again.user.click(await screen.findByRole('button', { name: 'Bring back' }))
    expect(await proposal()).toBeVisible()
  })

  it('says that there is nothing to find where all are linked', async () => {
    const linked = few.map((incident) => ({ ...incident, problem: 'PRB-1' }))
    open(source({}, { incidents: linked }))
    expect(
      await screen.findByRole('heading', { name: 'Every incident of this range points to a problem' }),
    ).toBeVisible()
  })

  it('says what failed and tries again', async () => {
    const given = source()
    const { user } = open(given)
    const button = await screen.findByRole('button', { name: 'Look for incidents that are alike' })
    given.fail(new SourceError('forbidden', 'memory', 'not for you'))
    await user.click(button)
    expect(await screen.findByRole('alert')).toHaveTextContent('memory: not for you')
    given.fail()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await proposal()).toBeVisible()
  })
})
