import type { Page } from '@playwright/test'
import { expect, settled, test } from './base'

const drawer = (page: Page) =>
  page.getByRole('complementary').or(page.getByRole('dialog')).filter({ hasText: 'Accountable' })

/** The cell that the grid says has the focus: its row and column. */
const place = (page: Page) =>
  page.evaluate(() => {
    const grid = document.activeElement
    const cell = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '')
    const row = cell?.closest('[role="row"]')
    return `${grid?.getAttribute('role') ?? ''} ${row?.getAttribute('aria-rowindex') ?? ''} ${cell?.getAttribute('aria-colindex') ?? ''}`
  })

test('the matrix is one tab stop and goes by the keys of a grid; Escape leads back to the cell', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}ownership/`)
  await settled(page)
  const grid = page.getByRole('grid')
  await grid.focus()
  await page.keyboard.press('Control+Home')
  const first = await place(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const cell = await place(page)
  expect(cell).not.toBe(first)
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toBeVisible()
  await expect(page).toHaveURL(/activity=/)
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  await expect.poll(() => place(page)).toBe(cell)
  await page.keyboard.press('Control+End')
  const end = await place(page)
  await page.keyboard.press('Home')
  await expect.poll(() => place(page)).not.toBe(end)
  await page.keyboard.press('PageUp')
  await page.keyboard.press('Control+Home')
  await expect.poll(() => place(page)).toBe(first)
})

test('a change is asked for by keyboard, stands as pending, and is taken back', async ({ page, site }) => {
  const activity = 'payments-ledger/replay-failed-transfers'
  const pending = () => site.backend.list('requests', { activities: [activity], states: ['proposed'] })
  await page.goto(`${site.url}ownership/?activity=${encodeURIComponent(activity)}`)
  await settled(page)
  const open = drawer(page).getByRole('button', { name: /^Request change/ })
  await open.focus()
  await page.keyboard.press('Enter')
  const form = drawer(page).getByRole('form')
  await form.getByLabel('Why').fill('They run it at night.')
  await page.keyboard.press('Escape')
  await expect(form).toHaveCount(0)
  await open.focus()
  await page.keyboard.press('Enter')
  // What was typed is still there.
  await expect(form.getByLabel('Why')).toHaveValue('They run it at night.')
  await form.getByLabel('Role', { exact: true }).selectOption('I')
  await form.getByRole('combobox', { name: 'Who gets it' }).fill('Mobile')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await form.getByLabel('Why').focus()
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => pending().length).toBe(1)
  await expect(drawer(page)).toContainText('They run it at night.')
  await drawer(page)
    .getByRole('button', { name: /take back/i })
    .click()
  await expect.poll(() => pending().length).toBe(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('an owner is found, and how to reach them, in three steps', async ({ page, site }) => {
    await page.goto(`${site.url}incidents/`)
    await settled(page)
    await page.getByRole('button', { name: /^Find/ }).tap()
    await page.getByRole('combobox', { name: /^Find/ }).fill('rotate bank')
    const found = page.getByRole('option', { name: /Rotate bank certificates/ }).first()
    await expect(found).toContainText('Security')
    await found.tap()
    await expect(
      drawer(page)
        .getByRole('link', { name: /#security/ })
        .first(),
    ).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  test('the page of a team reads without scrolling sideways, and leads to what it answers for', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}parties/?id=team%3Apayments`)
    await settled(page)
    await expect(page.getByRole('heading', { name: 'Payments', exact: true }).first()).toBeVisible()
    await page.getByRole('link', { name: 'Deploy to production' }).first().tap()
    await expect(page).toHaveURL(/ownership\/\?.*activity=/)
    await expect(drawer(page)).toContainText('Payments')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  test('each reading of the matrix is a list that opens its activity', async ({ page, site }) => {
    for (const view of ['teams', 'workloads']) {
      await page.goto(`${site.url}ownership/?view=${view}`)
      await settled(page)
      await page.getByRole('listbox').getByRole('option').first().tap()
      await expect(drawer(page)).toBeVisible()
    }
  })
})
