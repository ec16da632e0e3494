import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Source } from '../../src/sources/contract'
import { isAbsent, openFolder, truthsOf } from '../acceptance/open'
import { configured, openApp } from './harness'
import { withRoom } from './matrixRoom'

withRoom()

let source: Source
const open = (query: string) => openApp(`ownership/${query}`, [configured(source, 'Workspace')])
const status = () => screen.findByText(/^of [\d,]+ activities$/, { selector: '[role=status]', exact: false })
const lists = async (text: string) => waitFor(async () => expect((await status()).textContent).toBe(text))
const size = async () => (await status()).parentElement?.textContent
const card = async (name: string) =>
  (await screen.findByRole('heading', { level: 3, name, hidden: true })).parentElement
/** The row of a gap in the panel of coverage. */
async function gap(name: string) {
  const panel = await screen.findByRole('dialog', { name: 'Coverage and gaps' })
  const table = within(panel).getByRole('region', { name: 'All gaps' })
  return within(table).getByRole('rowheader', { name }).parentElement
}

interface Groups {
  readonly teams: number
  readonly workloads: number
  readonly activities: number
  readonly teams_without_tech_leads: readonly string[]
  readonly teams_without_liaison: readonly string[]
  readonly teams_with_one_chair: readonly string[]
  readonly workloads_with_exactly_one_named_lead: readonly string[]
  readonly workloads_with_named_leads: number
}

describe.skipIf(isAbsent('kubernetes-sigs'))('the page over kubernetes-sigs', () => {
  const truths = isAbsent('kubernetes-sigs') ? undefined : truthsOf<Groups>('kubernetes-sigs')
  if (!truths) return
  const total = truths.workloads + truths.teams + truths.activities
  beforeAll(async () => {
    source = await openFolder('kubernetes-sigs')
  })
  afterAll(() => source.close())

  it('counts activities, teams and workloads in each reading', async () => {
    open('')
    expect(await screen.findByRole('grid', { name: 'Activities by team' })).toBeInTheDocument()
    expect(await size()).toContain(`${total} of ${total} activities × ${truths.teams} teams`)
    const user = userEvent.setup()
    await user.click(screen.getByRole('radio', { name: 'Activity × Workload' }))
    expect(await screen.findByRole('grid', { name: 'Activities by workload' })).toBeInTheDocument()
    expect(await size()).toContain(`× ${truths.workloads} workloads`)
    await user.click(screen.getByRole('radio', { name: 'Team × Workload' }))
    expect(await screen.findByRole('grid', { name: 'Teams by workload' })).toBeInTheDocument()
    expect(await size()).toContain(`· ${truths.teams} teams`)
    expect(await size()).toContain(`× ${truths.workloads} workloads`)
  })

  it.each([
    ['teams, one leadership each', 'tag=leadership', truths.teams],
    ['teams without a tech lead', 'tag=leadership&gap=no-responsible', truths.teams_without_tech_leads.length],
    [
      'teams with several chairs',
      'tag=leadership&gap=many-accountable',
      truths.teams - truths.teams_with_one_chair.length,
    ],
    ['teams with a liaison', 'tag=leadership&role=I', truths.teams - truths.teams_without_liaison.length],
    ['workloads to maintain', 'tag=maintenance', truths.workloads],
    ['workloads with named leads', 'tag=maintenance&role=R', truths.workloads_with_named_leads],
    ['sole owners', 'tag=maintenance&gap=sole', truths.workloads_with_exactly_one_named_lead.length],
    ['duties of GitHub teams', 'tag=github-team', truths.activities],
  ])('lists %s: ?%s', async (_what, query, count) => {
    open(`?${query}`)
    await lists(`${count} of ${total} activities`)
  })

  it('has the same as figures, and says what nobody records', async () => {
    open('?tag=leadership&coverage=true')
    expect(await gap('Nobody responsible')).toHaveTextContent(String(truths.teams_without_tech_leads.length))
    expect(await gap('Review overdue')).toHaveTextContent('not recorded')
    expect(await gap('No runbook')).toHaveTextContent('not recorded')
    expect(await card('Several accountable')).toHaveTextContent(`${truths.teams}of ${truths.teams} activities`)
  })

  it('names every sole owner in the row of the workload', async () => {
    open('?tag=maintenance&gap=sole')
    const grid = await screen.findByRole('grid', { name: 'Activities by team' })
    for (const name of truths.workloads_with_exactly_one_named_lead)
      expect(await within(grid).findByText(`Maintain ${name}`)).toBeInTheDocument()
  })
})

interface Alerts {
  readonly alerts: number
  readonly alerts_by_owner: Readonly<Record<string, number>>
  readonly owners_distinct_and_known: number
  readonly missing_owner: number
  readonly undetermined_owner: number
  readonly by_severity: Readonly<Record<string, number>>
  readonly paging_alerts_by_owner: Readonly<Record<string, number>>
  readonly runbook_placeholder: Readonly<Record<string, number>>
  readonly placeholder_runbooks_by_owner: Readonly<Record<string, number>>
  readonly owner_differs_from_folder: Readonly<Record<string, number>>
}

describe.skipIf(isAbsent('wikimedia-alerts'))('the page over wikimedia-alerts', () => {
  const truths = isAbsent('wikimedia-alerts') ? undefined : truthsOf<Alerts>('wikimedia-alerts')
  if (!truths) return
  beforeAll(async () => {
    source = await openFolder('wikimedia-alerts')
  })
  afterAll(() => source.close())

  const todo = truths.runbook_placeholder['TODO'] ?? 0
  const nobody = truths.missing_owner + truths.undetermined_owner
  const differing = Object.values(truths.owner_differs_from_folder).reduce((sum, each) => sum + each, 0)
  const known = Object.entries(truths.alerts_by_owner).filter(([name]) => /^[\w-]+$/.test(name))

  it('has each figure where people look for it', async () => {
    open('?coverage=true')
    expect(await gap('No owner named at all')).toHaveTextContent(String(truths.missing_owner))
    expect(await gap('Owner is a placeholder')).toHaveTextContent(String(truths.undetermined_owner))
    expect(await gap('Runbook is a placeholder')).toHaveTextContent(String(todo))
    expect(await gap('No runbook')).toHaveTextContent(String(todo))
    expect(await gap('Pages, but nobody owns it')).toHaveTextContent(String(truths.paging_alerts_by_owner['(missing)']))
    expect(await gap('No accountable')).toHaveTextContent('not recorded')
    // The rules say who performs, never who answers for it: that is not called the whole.
    expect(await card('Owned as far as recorded')).toHaveTextContent(`${nobody} of ${truths.alerts} not`)
    expect(screen.getByText(new RegExp(`of ${truths.alerts} only one of the two is recorded`))).toBeInTheDocument()
    expect(await card('Declared ≠ observed')).toHaveTextContent(`${differing}of ${truths.alerts} activities`)
  })

  it.each<readonly [string, number | undefined]>([
    ['', truths.alerts],
    ['gap=blank-owner', truths.missing_owner],
    ['gap=placeholder-owner', truths.undetermined_owner],
    ['gap=placeholder-runbook', todo],
    ['team=none', nobody],
    ['tag=severity:page', truths.by_severity['page']],
    ['tag=severity:critical', truths.by_severity['critical']],
    ['tag=severity:page&team=team:sre', truths.paging_alerts_by_owner['sre']],
    ['gap=placeholder-runbook&team=team:data-platform', truths.placeholder_runbooks_by_owner['data-platform']],
    ['gap=placeholder-runbook&gaps=true&team=team:o11y', truths.placeholder_runbooks_by_owner['o11y']],
    ...known.slice(0, 6).map(([name, count]) => [`team=team:${name}`, count] as const),
  ])('lists ?%s', async (query, count) => {
    open(`?${query}`)
    await lists(`${count} of ${truths.alerts} activities`)
  })

  it('carries every owner in the table of load', async () => {
    open('?view=load')
    const grid = await screen.findByRole('grid', { name: 'Teams by workload' })
    expect(await size()).toContain(`· ${truths.owners_distinct_and_known} teams ×`)
    for (const [name, count] of known) {
      const row = within(grid).getByText(name, { selector: '[role=rowheader] span' }).closest('[role=row]')
      expect([...(row?.querySelectorAll('[role=gridcell]') ?? [])].map((cell) => cell.textContent)).toContain(
        String(count),
      )
    }
    expect(within(grid).getByText('Nobody answers')).toBeInTheDocument()
  })
})
