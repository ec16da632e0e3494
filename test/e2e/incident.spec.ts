import type { Page } from '@playwright/test'
import { world } from '../../mocks/world'
import { type Incident, isOpenAt } from '../../src/domain/incident'
import { duration, instant } from '../../src/domain/units'
import { accessibilityFaults, expect, test } from './base'

const company = world()
const minute = 60_000
const alert: Incident = {
  id: 'INC-2300',
  title: 'Refunds are not booked',
  severity: 3,
  state: 'triggered',
  opened: instant(company.now - 2 * minute),
  clocks: { detected: instant(company.now - 2 * minute) },
  workloads: company.holdings.incidents.find(({ id }) => id === 'INC-2291')?.workloads ?? [],
  team: 'team:payments',
  roles: [],
  factors: [],
  labels: [],
  links: [],
  detection: 'alarm',
  plan: {
    id: 'plan-refunds',
    title: 'Refunds',
    steps: [
      { id: 'stop', text: 'Stop the nightly booking', dueAfter: duration(30 * minute) },
      { id: 'tell', text: 'Tell finance' },
    ],
  },
  version: '1',
}
const burning = company.holdings.incidents.filter((incident) => isOpenAt(incident, company.now))

const list = (page: Page) => page.getByRole('listbox', { name: 'Incidents' })
const rows = (page: Page) => list(page).getByRole('option')
const done = (page: Page, name: string) => expect(page.getByRole('form', { name })).toHaveCount(0)

test('from alert to resolution with the keyboard only', async ({ page, site }) => {
  const streaming = page.waitForResponse(/\/v1\/changes/)
  await page.goto(`${site.url}incidents/`)
  await expect(rows(page)).toHaveCount(burning.length)
  await streaming
  const told = (id = alert.id) => site.backend.get('incidents', id)

  // The alert comes by itself, to the top of the queue.
  site.backend.put({ ...company.holdings, incidents: [...company.holdings.incidents, { ...alert, severity: 2 }] })
  await expect(rows(page)).toHaveCount(burning.length + 1, { timeout: 15_000 })
  await expect(rows(page).first()).toContainText('Refunds are not booked')
  await expect(rows(page).first()).toContainText(/not acknowledged for \d min/)

  await page.keyboard.press('k')
  await expect(page.getByRole('heading', { name: alert.title })).toBeVisible()
  await page.keyboard.press('a')
  await expect.poll(() => told()?.state).toBe('acknowledged')
  await expect(rows(page).filter({ hasText: alert.title })).toContainText('acknowledged')

  await page.keyboard.press('s')
  await expect(page.getByRole('form', { name: 'Change severity' })).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.type('No refund is booked at all')
  await page.keyboard.press('Enter')
  await expect.poll(() => told()?.severity).toBe(1)
  await done(page, 'Change severity')

  await page.keyboard.press('m')
  await expect(page.getByRole('form', { name: 'Assign' })).toBeVisible()
  await page.keyboard.type('SRE')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => told()?.team).toBe('team:sre')
  await done(page, 'Assign')

  await page.keyboard.press('n')
  await expect(page.getByRole('form', { name: 'Post update' })).toBeVisible()
  await page.keyboard.type('Refunds wait, none is lost.')
  await page.keyboard.press('Control+Enter')
  await done(page, 'Post update')
  await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Refunds wait, none is lost.')).toBeVisible()

  await page.keyboard.press('t')
  await expect(page.getByRole('form', { name: 'Take a role' })).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect.poll(() => told()?.roles.map(({ role }) => role)).toEqual(['commander'])
  await done(page, 'Take a role')

  await page.keyboard.press('p')
  await expect(page.getByRole('form', { name: 'Plan step' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => told()?.plan?.steps[0]?.doneAt).toBeDefined()
  await done(page, 'Plan step')

  await page.keyboard.press('l')
  await expect(page.getByRole('form', { name: 'Link a problem' })).toBeVisible()
  await page.keyboard.type('PRB-118')
  await expect(page.getByRole('option', { name: /PRB-118/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => told()?.problem).toBe('PRB-118')
  await done(page, 'Link a problem')

  await page.keyboard.press('r')
  await expect(page.getByRole('form', { name: 'Resolve' })).toBeVisible()
  await page.keyboard.type('The queue was restarted.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => told()?.state).toBe('resolved')
  await done(page, 'Resolve')

  // Taken back, and done again.
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible()
  // The record comes back under a new version: what is sent before the page has read that is a conflict.
  const reread = page.waitForResponse(
    async (response) =>
      /\/v1\/incidents\/[^/?]+$/.test(response.url()) &&
      response.request().method() === 'GET' &&
      (await response.text()).includes('"state":"acknowledged"'),
  )
  await page.keyboard.press('z')
  await expect.poll(() => told()?.state).toBe('acknowledged')
  await reread
  const resolve = page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: /^Resolve/ })
  await expect(resolve).not.toHaveAttribute('aria-disabled')
  await page.keyboard.press('r')
  await expect(page.getByRole('form', { name: 'Resolve' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => told()?.state).toBe('resolved')

  await page.keyboard.press('u')
  await expect(page).not.toHaveURL(/id=/)
  await expect(rows(page).filter({ hasText: alert.title })).toHaveCount(0)
})

test('queue, tokens, views and marked incidents pass axe', async ({ page, site }) => {
  await page.goto(`${site.url}incidents/?severity=2,3&workload=checkout-api&label=eu&is=unowned&from=nonsense`)
  await expect(page.getByText(/Left out, as it means nothing here: from=nonsense/)).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goto(`${site.url}incidents/`)
  await expect(rows(page)).toHaveCount(burning.length)
  await page.getByRole('button', { name: '+ filter' }).click()
  await expect(page.getByRole('option', { name: /^workload:/ })).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: /^view: / }).click()
  await page.getByRole('menuitem', { name: /^Keep/ }).click()
  await expect(page.getByRole('dialog', { name: 'Views of the incidents' })).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await rows(page).first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Link a problem …' }).click()
  await expect(page.getByRole('region', { name: 'Marked incidents' })).toContainText('2 incidents marked')
  expect(await accessibilityFaults(page)).toEqual([])
})

test.describe('faults under the incidents', () => {
  test.slow()
  const closed = company.holdings.incidents.map((incident): Incident =>
    incident.id === 'INC-2294' ? { ...incident, state: 'closed', version: '999' } : incident,
  )

  test('a stream that is cut: what happened meanwhile shows once the line is back', async ({ page, site, context }) => {
    const streaming = page.waitForResponse(/\/v1\/changes/)
    await page.goto(`${site.url}incidents/`)
    await expect(rows(page)).toHaveCount(burning.length)
    await streaming
    await context.setOffline(true)
    site.backend.put({ ...company.holdings, incidents: closed })
    await expect(page.getByRole('banner').getByText(/^Live/)).toHaveCount(0, { timeout: 60_000 })
    await expect(rows(page)).toHaveCount(burning.length)
    await context.setOffline(false)
    await expect(rows(page)).toHaveCount(burning.length - 1, { timeout: 60_000 })
    // The clock stands still here, so a question that failed and is not asked any more is never forgotten: a new page has none.
    await page.reload()
    await expect(page.getByRole('banner').getByText(/^Live/)).toBeVisible({ timeout: 60_000 })
  })

  test('no stream at all: the list follows by asking', async ({ page, site }) => {
    await page.route(/\/v1\/changes/, (route) => route.abort())
    await page.goto(`${site.url}incidents/`)
    await expect(rows(page)).toHaveCount(burning.length)
    site.backend.put({ ...company.holdings, incidents: closed })
    await expect(rows(page)).toHaveCount(burning.length - 1, { timeout: 60_000 })
  })

  test('an answer that comes too late changes nothing', async ({ page, site }) => {
    let late = 0
    const overtaken = Promise.withResolvers<void>()
    await page.route(/\/v1\/incidents\?.*text=fail/, async (route) => {
      const response = await route.fetch()
      await overtaken.promise
      // The page may have let go of the question meanwhile.
      await route.fulfill({ response }).catch(() => undefined)
      late += 1
    })
    await page.goto(`${site.url}incidents/`)
    await expect(rows(page)).toHaveCount(burning.length)
    const box = page.getByRole('combobox', { name: 'Search incidents' })
    await box.fill('failing')
    await box.fill('cache')
    await expect(rows(page)).toHaveText([/Cache hit ratio/])
    overtaken.resolve()
    await expect.poll(() => late).toBe(1)
    await expect(rows(page)).toHaveText([/Cache hit ratio/])
  })

  test('a record that cannot be read costs itself only, and is told', async ({ page, site }) => {
    site.backend.chaos.set('bad-record', true)
    await page.goto(`${site.url}incidents/`)
    await expect(rows(page)).toHaveCount(burning.length - 1)
    await expect(page.getByText(/not all could be read/)).toBeVisible()
    await page.keyboard.press('j')
    await expect(page).toHaveURL(/id=/)
  })

  test('somebody else was faster: both versions are shown, and nothing is lost', async ({ page, site }) => {
    await page.route(/\/v1\/changes/, (route) => route.abort())
    await page.goto(`${site.url}incidents/?id=INC-2293`)
    await expect(page.getByRole('heading', { name: /Order confirmation latency/ })).toBeVisible()
    await expect(rows(page)).toHaveCount(burning.length)
    site.backend.send({
      key: 'other',
      actor: 'T. Lee',
      at: site.backend.now(),
      command: { kind: 'set-severity', incident: 'INC-2293', to: 1, reason: 'worse' },
    })
    await page.keyboard.press('s')
    await expect(page.getByRole('form', { name: 'Change severity' })).toBeVisible()
    await page.keyboard.press('3')
    await page.keyboard.type('better')
    await page.keyboard.press('Enter')
    const clash = page.getByRole('alert').filter({ hasText: /Somebody changed it meanwhile/ })
    await expect(clash).toContainText('Theirs:')
    await expect(clash).toContainText('Mine:')
    expect(site.backend.get('incidents', 'INC-2293')?.severity).toBe(1)
  })
})
