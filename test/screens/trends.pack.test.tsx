import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { world } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { day24, type Instant, instant } from '../../src/domain/units'
import '../../src/screens/trends/pack'
import { anIncident } from '../tools/records'
import { renderApp } from '../tools/renderApp'

const company = world()
const month = 31 * day24
const lock = '2026-11-20T09:42:00Z'
const address = `/trends/?pack=${lock}&range=custom&from=2026-08-24&to=2026-11-20&per=week&zone=UTC`
const locked = instant(Date.UTC(2026, 10, 20, 9, 42))

/** The same company a month later: what burned has ended, reviews were held, work was done, new incidents came. */
function aMonthOn({ incidents, problems, improvements, ...rest }: Holdings): Holdings {
  const later = instant(locked + 9 * day24)
  const work = <W extends { readonly state: string; readonly doneAt?: Instant }>(each: W): W =>
    each.state === 'open' || each.state === 'in-progress' ? { ...each, state: 'done', doneAt: later } : each
  const review = {
    summary: 'Held',
    heldAt: later,
    factors: ['new factor'],
    wentWell: [],
    lessons: ['a lesson'],
    sharedWith: [],
  }
  return {
    ...rest,
    incidents: [
      ...incidents.map((each) => ({
        ...each,
        ...(each.clocks.resolved === undefined &&
          each.clocks.closed === undefined &&
          each.state !== 'resolved' &&
          each.state !== 'closed' && { state: 'resolved' as const, clocks: { ...each.clocks, resolved: later } }),
        ...(!each.review && { review }),
      })),
      ...Array.from({ length: 40 }, (_, nth) =>
        anIncident({
          id: `NEW-${nth}`,
          severity: 1,
          state: 'triggered',
          opened: instant(locked + (nth + 1) * 3_600_000),
          problem: 'PRB-118',
        }),
      ),
    ],
    problems: problems.map((each) => ({
      ...each,
      fixes: [...each.fixes, { at: later, what: 'mended again' }],
      actions: each.actions.map(work),
    })),
    improvements: improvements.map(work),
  }
}

const patient = { timeout: 15_000 }
const region = async (name: string) => {
  const found = await screen.findByRole('region', { name }, patient)
  await waitFor(() => expect(within(found).queryByRole('status')).toBeNull(), patient)
  return found
}
const titles = [
  'Figures and verdicts',
  'Signals of the incidents per week',
  'Top problems, and what became of their fixes',
  'Fixes that did not hold',
  'Overdue actions and improvements',
  'Overdue post-incident reviews',
  'Ownership gaps that met incidents',
  'Lessons of post-incident reviews',
  'Contributing factors',
  'Noisy rules',
]

/** Everything the pack says at that moment. */
async function toldBy(holdings: Holdings, at: Instant) {
  const { unmount } = await renderApp(address, { holdings, now: () => at })
  const texts: (string | null)[] = []
  for (const title of titles) texts.push((await region(title)).textContent)
  unmount()
  return texts
}

const saved = () => {
  const blobs: Blob[] = []
  const make = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob)
    return 'blob:saved'
  })
  onTestFinished(() => make.mockRestore())
  return blobs
}

const add = async (user: UserEvent, what: string) => {
  await user.type(await screen.findByLabelText('Decision', {}, patient), what)
  await user.click(screen.getByRole('button', { name: 'Add' }))
}

const button = (name: string) => screen.findByRole('button', { name })
/** Once everything is read, the pack can be handed out. */
const ready = () => waitFor(async () => expect(await button('JSON')).not.toHaveAttribute('aria-disabled'), patient)

describe('the review pack', () => {
  it('shows the same a month later, whatever ended, began, was held, mended or done since', async () => {
    const first = await toldBy(company.holdings, company.now)
    const again = await toldBy(aMonthOn(company.holdings), instant(locked + month))
    expect(again).toEqual(first)
    expect(first[0]).toMatch(/Incidents\d+n = \d+/)
  }, 60_000)

  it('is made by one click on trends, and says what it is locked to and what cannot be', async () => {
    const { user } = await renderApp('/trends/?range=quarter&severity=1,2')
    await user.click(await screen.findByRole('button', { name: 'Review pack' }, patient))
    await user.click(await screen.findByRole('menuitem', { name: 'Open' }, patient))
    expect(await screen.findByRole('heading', { level: 1, name: 'Review pack' }, patient)).toBeInTheDocument()
    expect((await screen.findAllByText(/^As of 20 Nov 2026 09:42 UTC, locked$/, {}, patient)).length).toBeGreaterThan(0)
    expect(screen.getByText('Filters: severity SEV1 and SEV2')).toBeInTheDocument()
    expect(Object.fromEntries(new URLSearchParams(location.search))).toMatchObject({
      pack: lock,
      range: 'custom',
      from: '2026-08-24',
      to: '2026-11-20',
      severity: '1,2',
      zone: 'UTC',
    })
    expect(screen.getByRole('region', { name: 'What cannot be locked' })).toHaveTextContent('Edits of a record')
  }, 60_000)

  it('keeps decisions and notes in this browser, hands them out, and takes them in again', async () => {
    const blobs = saved()
    const { user } = await renderApp(address)
    await ready()
    await add(user, 'Page less at night')
    const card = await region('Figures and verdicts')
    await user.click(within(card).getByText('Notes on: Figures and verdicts', { selector: 'summary' }))
    await user.type(within(card).getByLabelText('Notes on: Figures and verdicts'), 'Better')
    await ready()
    await user.click(await button('Markdown'))
    await user.click(await button('JSON'))
    const [markdown = '', json = ''] = await Promise.all(blobs.map((blob) => blob.text()))
    expect(markdown).toContain('| Page less at night | – | – |  |')
    expect(markdown).toContain('**Notes:** Better')
    await user.click(screen.getByRole('button', { name: 'Remove: Page less at night' }))
    await waitFor(() => expect(screen.queryByText('Page less at night')).toBeNull())
    await user.upload(
      screen.getByLabelText('Saved review pack'),
      new File([json], 'pack.json', { type: 'application/json' }),
    )
    expect(await screen.findByText('Page less at night')).toBeInTheDocument()
    await user.upload(
      screen.getByLabelText('Saved review pack'),
      new File(['{}'], 'no.json', { type: 'application/json' }),
    )
    expect((await screen.findAllByText(/This JSON is no review pack/)).length).toBeGreaterThan(0)
  }, 60_000)

  it('records a decision as an improvement where a source takes it', async () => {
    const { user, backend } = await renderApp(address)
    await add(user, 'Rehearse the fail-over')
    await user.click(await screen.findByRole('button', { name: 'Record as improvement' }))
    expect(await screen.findByRole('link', { name: 'recorded as an improvement' }, patient)).toBeInTheDocument()
    expect(backend.list('improvements', {})).toContainEqual(
      expect.objectContaining({ title: 'Rehearse the fail-over', from: 'review' }),
    )
  }, 60_000)

  it('says why it cannot be recorded where none does', async () => {
    const { user } = await renderApp(address, { commands: [] })
    await add(user, 'Rehearse it')
    await waitFor(async () =>
      expect(await screen.findByRole('button', { name: 'Record as improvement' })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    )
  })

  it('refuses a moment that has not come', async () => {
    await renderApp('/trends/?pack=2027-01-01T00:00:00Z')
    expect(await screen.findByText('This link names no moment to lock at', {}, patient)).toBeInTheDocument()
  })
})
