import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { world } from '../../mocks/world'
import { frozenClock } from '../../src/app/clock'
import type { Facet, Holdings } from '../../src/domain/query/facets'
import { parseInstant } from '../../src/domain/units'
import { SourceError } from '../../src/sources/contract'
import { memorySource } from '../tools/memorySource'
import { configured, openApp } from './harness'

const company = world()
const from = parseInstant('2025-11-24T00:00:00Z') ?? 0
const inRange = company.holdings.incidents.filter(({ opened }) => opened >= from)

function open(search = '', held: Partial<Holdings> = company.holdings, without: readonly Facet[] = []) {
  const source = memorySource(held, { asOf: company.now, without })
  openApp(`trends/${search}`, [configured(source)], { clock: frozenClock(company.now) })
  return { source, user: userEvent.setup() }
}

const card = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 3, name }, { timeout: 15_000 })
  if (!heading.parentElement) throw new Error(`${name} stands in no card`)
  return heading.parentElement
}

describe('shares in the head', () => {
  it('tell how many of how many, and lead to the rest', async () => {
    open()
    const fixed = new Map(
      company.holdings.problems.flatMap(({ id, fixes }) =>
        fixes.length > 0 ? [[id, Math.min(...fixes.map(({ at }) => at))] as const] : [],
      ),
    )
    const linked = inRange.filter(({ problem }) => problem !== undefined)
    const again = linked.filter(({ problem = '', opened }) => opened >= (fixed.get(problem) ?? Infinity))
    const back = await card('Came back after a fix')
    expect(await within(back).findByText(`${again.length} of ${linked.length} with a problem`)).toBeVisible()
    expect(within(back).getByRole('link', { name: `${linked.length - again.length} before any fix` })).toBeVisible()
    expect((await card('Owner known at page time')).textContent).toMatch(/by today’s owners/)
    for (const name of ['Reviews done on time', 'Actions done on time'])
      expect((await card(name)).textContent).toMatch(/\d+ of \d+ due/)
  }, 60_000)

  it('say what nobody records, never zero', async () => {
    const bare = inRange.map(({ problem: _p, reopened: _r, activity: _a, review: _v, ...rest }) => rest)
    open('', { incidents: bare }, ['problems', 'improvements'])
    for (const name of ['Came back after a fix', 'Reopened', 'Owner known at page time', 'Actions done on time'])
      expect(await card(name)).toHaveTextContent('not available')
  }, 60_000)
})

describe('filters by problem, factor and label', () => {
  it('narrow the figures to the incidents that have them', async () => {
    const of = inRange.filter(({ problem }) => problem === 'PRB-118')
    open('?problem=PRB-118')
    expect(await card('Incidents')).toHaveTextContent(`n = ${of.length}`)
  }, 60_000)

  it('offers labels with how often they occur, and narrows everything to the chosen one', async () => {
    const [label = ''] = inRange.flatMap(({ labels }) => labels)
    const of = inRange.filter(({ labels }) => labels.includes(label))
    const { user } = open()
    await card('Incidents')
    const bar = within(screen.getByRole('group', { name: 'Range and filters' }))
    await user.click(await bar.findByText('Label'))
    const offered = await screen.findByRole('group', { name: 'Label' })
    const box = await within(offered).findByRole('checkbox', { name: new RegExp(`^${label} ?${of.length}$`) })
    await user.click(box)
    await waitFor(async () => expect(await card('Incidents')).toHaveTextContent(`n = ${of.length}`))
    expect(new URLSearchParams(location.search).get('label')).toBe(label)
    const records = within(await card('Incidents')).getByRole('link', { name: 'Incidents' })
    expect(new URL(records.getAttribute('href') ?? '', location.href).searchParams.get('label')).toBe(label)
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(location.search).not.toContain('label'))
  }, 60_000)

  it('say when no incident of the range has the label, and keep the way out', async () => {
    open('?label=nobody-wrote-this')
    expect(
      await screen.findByRole('heading', { name: 'No incidents in this range' }, { timeout: 15_000 }),
    ).toBeVisible()
    expect(screen.getByRole('button', { name: 'Clear filters' })).toBeVisible()
  }, 60_000)

  it('count an incident with a factor, its own or its review’s', async () => {
    const of = inRange.filter(
      ({ factors, review }) => factors.includes('network') || review?.factors.includes('network'),
    )
    open('?factor=network')
    expect(await card('Incidents')).toHaveTextContent(`n = ${of.length}`)
  }, 60_000)
})

it('a source that fails for some is named where its figures miss', async () => {
  const broken = memorySource(company.holdings, { id: 'PagerDuty', asOf: company.now })
  broken.fail(new SourceError('timeout', 'PagerDuty', 'no answer in 10 s'))
  const whole = memorySource(company.holdings, { asOf: company.now })
  openApp('trends/', [configured(whole), configured(broken)], { clock: frozenClock(company.now) })
  expect(await screen.findByRole('note', {}, { timeout: 15_000 })).toHaveTextContent(
    'PagerDuty is missing from these figures: no answer in 10 s',
  )
  expect((await card('Reopened')).textContent).toMatch(/of [\d,]+ incidents/)
}, 60_000)
