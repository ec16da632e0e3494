import { accessibilityFaults, expect, settled, test } from './base'

test('a role moves by request, asked for by keyboard from its cell', async ({ page, site }) => {
  await page.goto(`${site.url}ownership/?workload=payments-ledger`)
  await settled(page)
  const row = page.getByRole('row', { name: /Rotate bank certificates/ })
  const cell = (name: string | RegExp) => row.getByRole('gridcell', { name })
  await cell('Security: accountable').click()
  await page.getByRole('button', { name: 'Request change' }).waitFor()

  await page.keyboard.press('c')
  const form = page.getByRole('form', { name: 'Request a change' })
  await expect(form.getByRole('combobox', { name: 'Which role' })).toHaveValue('A team:security')
  await form.getByRole('combobox', { name: 'Held by' }).fill('payments')
  await page.keyboard.press('Enter')
  await form.getByRole('textbox', { name: 'Why' }).fill('Payments holds the keys')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Control+Enter')

  const waiting = page.getByRole('region', { name: 'Waiting for a decision (1)' })
  await expect(waiting).toContainText('Accountable moved from Security to Payments')
  await expect(form).toHaveCount(0)
  await expect(cell(/^Security: accountable, .*requested/)).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])

  await waiting.getByRole('button', { name: 'Approve' }).click()
  await expect(waiting).toHaveCount(0)
  await expect(cell(/^Payments: accountable, responsible/)).toBeVisible()
  await expect(cell(/^Security: accountable/)).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    'Accountable moved from Security to Payments',
  )
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the drawer and its forms fit, with targets large enough', async ({ page, site }) => {
    await page.goto(`${site.url}ownership/?activity=payments-ledger%2Frotate-bank-certificates&ask=improvement`)
    await settled(page)
    const form = page.getByRole('form', { name: 'Record an improvement' })
    await form.getByRole('button', { name: /^Record/ }).click()
    await expect(form.getByText('Say what would be better.')).toBeVisible()
    expect(await accessibilityFaults(page)).toEqual([])
    const body = page.getByRole('dialog')
    expect(await body.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0)
    await form.getByRole('button', { name: 'Cancel' }).click()
  })
})
