import { readFileSync } from 'node:fs'
import { expect, hasRealData, ofWorkspace, realData, settled, test } from './base'

if (!hasRealData)
  console.log('The real data sets are not beside the project: their figures are not checked on the page.')

const truths = (name: string) => JSON.parse(readFileSync(`${realData(name)}/truths.json`, 'utf8'))
const number = (value: number) => value.toLocaleString('en')

if (hasRealData)
  test.describe('ServiceNow log, 24,918 incidents', () => {
    const told = truths('servicenow-uci')
    test.use({ workspace: realData('servicenow-uci'), configuration: ofWorkspace, now: '2026-11-21T09:00:00Z' })
    test.slow()

    test('incidents: the whole log, and the longest timeline entry by entry', async ({ page, site }) => {
      await page.goto(`${site.url}incidents/?view=table&status=all`)
      await expect(
        page.getByText(new RegExp(`${number(told.incidents)} incidents|of ${number(told.incidents)}`)).first(),
      ).toBeVisible({ timeout: 40_000 })
      for (const [index, priority] of ['1 - Critical', '2 - High', '3 - Moderate', '4 - Low'].entries()) {
        await page.goto(`${site.url}incidents/?view=table&status=all&severity=${index + 1}`)
        await expect(
          page.getByText(new RegExp(`${number(told.incidents_by_priority[priority])} of`)).first(),
        ).toBeVisible({ timeout: 40_000 })
      }
      const { name, count } = told.longest_timelines[0]
      await page.goto(`${site.url}incidents/?status=all&id=${name}`)
      await expect(page.getByText(`${count} entries`)).toBeVisible({ timeout: 40_000 })
    })

    test('trends: figures with their n over the whole log', async ({ page, site }) => {
      await page.goto(`${site.url}trends/?range=all`)
      await settled(page)
      const main = page.getByRole('main')
      await expect(main).toContainText(`n = ${number(told.incidents)}`)
      // 79,560 s and 1,373,574 s.
      for (const text of ['22 h 06 m', '15 d 21 h']) await expect(main).toContainText(text)
      await expect(main).toContainText(`${number(told.incidents_without_resolved_at)} not recorded`)
      for (const { name, count } of told.problems.top10.slice(0, 5)) {
        const row = main
          .getByRole('row')
          .or(main.getByRole('listitem'))
          .filter({ hasText: name.replaceAll(/\s+/g, ' ') })
        await expect(row.filter({ hasText: `${count} ×` }).first()).toBeVisible()
      }
      await main.getByText('Table', { exact: true }).first().click()
      for (const { count } of told.opened_per_week.slice(0, 14))
        await expect(main.getByRole('cell', { name: number(count), exact: true }).first()).toBeVisible()
      // Without the two negative ones, 1,260 s.
      await main.getByRole('radio', { name: 'Acknowledge' }).click()
      for (const text of ['21 min', '2 negative']) await expect(main).toContainText(text)
    })
  })

if (hasRealData)
  test.describe('status page history, 801 incidents', () => {
    const told = truths('github-status')
    test.use({ workspace: realData('github-status'), configuration: ofWorkspace, now: '2026-11-21T09:00:00Z' })
    test.slow()

    test('trends: no problems and no acknowledgements are said, not shown as zero', async ({ page, site }) => {
      await page.goto(`${site.url}trends/?range=all`)
      await settled(page)
      const main = page.getByRole('main')
      await expect(main).toContainText(`n = ${told.incidents}`)
      for (const text of ['1 h 05 m', '4 h 23 m', 'not available']) await expect(main).toContainText(text)
      await expect(main).toContainText(/Nobody here links incidents to problems/)
    })

    test('ownership: says which sources could bring it', async ({ page, site }) => {
      await page.goto(`${site.url}ownership/`)
      await expect(page.getByText(/No connected source tells who owns what/)).toBeVisible({ timeout: 40_000 })
    })
  })

if (hasRealData)
  test.describe('alert rules, 669', () => {
    const told = truths('wikimedia-alerts')
    test.use({ workspace: realData('wikimedia-alerts'), configuration: ofWorkspace, now: '2026-11-21T09:00:00Z' })
    test.slow()

    test('ownership: missing and template owners are gaps, what is not recorded is none', async ({ page, site }) => {
      await page.goto(`${site.url}ownership/`)
      await settled(page)
      const main = page.getByRole('main')
      await expect(main).toContainText(`${told.alerts} of ${told.alerts} activities`)
      await expect(main).toContainText(`${told.missing_owner + told.undetermined_owner} of ${told.alerts} not`)
      await page.getByRole('button', { name: /More/ }).click()
      await page.getByRole('menuitem', { name: /No runbook/ }).click()
      await expect(main).toContainText(`${told.runbook_placeholder.TODO} of ${told.alerts} activities`)
    })
  })

if (hasRealData)
  test.describe('Kubernetes groups', () => {
    const told = truths('kubernetes-sigs')
    test.use({ workspace: realData('kubernetes-sigs'), configuration: ofWorkspace, now: '2026-11-21T09:00:00Z' })
    test.slow()

    test('ownership: every workload has its row, reviews are not recorded and not overdue', async ({ page, site }) => {
      await page.goto(`${site.url}ownership/`)
      await settled(page)
      const main = page.getByRole('main')
      // Maintaining each subproject, leading each group, and each duty of a GitHub team.
      await expect(main).toContainText(`of ${told.workloads + told.teams + told.activities} activities`)
      await expect(main.getByText('Review overdue').locator('..')).toContainText('not recorded')
    })
  })
