import '../tools/temporal'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as plain, expect, type Page } from '@playwright/test'
import { http, HttpResponse } from 'msw'
import { type Backend, createBackend } from '../../mocks/backend'
import { restHandlers } from '../../mocks/rest/handlers'
import { world } from '../../mocks/world'
import type { Holdings } from '../../src/domain/query/facets'
import { securityHeaders } from '../tools/csp'
import { startMockServer } from '../tools/mockServer'
import { fileOf, listFiles } from '../tools/plugins/workspace'

const company = world()

export interface Site {
  /** The folder the build is served from, with a trailing slash. */
  readonly url: string
  readonly backend: Backend
}

interface Options {
  /** Path the build is served under. */
  readonly prefix: string
  /** What `watchbill.config.json` says. */
  readonly configuration: unknown
  /** A folder of data that is served under `workspace/`, as `npm start` serves it. */
  readonly workspace: string | undefined
  /** What the mock backend holds; the invented company when absent. */
  readonly holdings: Holdings | undefined
  /** The moment the browser's clock stands at; the invented company's present when absent. `real`: it goes. */
  readonly now: string | undefined
  /** Console errors that a test provokes on purpose. */
  readonly expectedErrors: readonly RegExp[]
}

interface Fixtures extends Options {
  readonly site: Site
  /** Fails the test on any violation of the Content-Security-Policy, page error or console error. */
  readonly guarded: void
}

/** A folder as the development server gives it out: its listing, and each file as it is. */
const serving = (folder: string, prefix: string) => [
  http.get(`*${prefix}workspace/index.json`, () => HttpResponse.json({ files: listFiles(folder) })),
  http.get(`*${prefix}workspace/*`, ({ request }) => {
    const file = fileOf(folder, new URL(request.url).pathname.slice(`${prefix}workspace/`.length))
    return file === undefined
      ? new HttpResponse('no such file', { status: 404 })
      : HttpResponse.arrayBuffer(new Uint8Array(readFileSync(file)).buffer)
  }),
]

/** What the browser itself reports of a request that failed; the app shows such faults, it does not log them. */
const networkNoise = /^Failed to load resource/

/**
 * The production build, served under its Content-Security-Policy beside the mock backend as a real server. The
 * browser's clock stands at the invented company's present.
 */
export const test = plain.extend<Fixtures>({
  prefix: ['/', { option: true }],
  configuration: [
    { actor: 'A. Haddad', sources: [{ id: 'larkmere', title: 'Larkmere', type: 'rest', options: { url: 'api' } }] },
    { option: true },
  ],
  workspace: [undefined, { option: true }],
  holdings: [undefined, { option: true }],
  now: [undefined, { option: true }],
  expectedErrors: [[], { option: true }],
  site: async ({ prefix, configuration, workspace, holdings }, provide) => {
    const backend = createBackend(holdings ?? company.holdings, { now: () => company.now })
    const server = await startMockServer({
      folder: process.env.WATCHBILL_DIST ?? 'dist',
      prefix,
      headers: securityHeaders,
      handlers: [
        http.get(`*${prefix}watchbill.config.json`, () => HttpResponse.json(configuration as object)),
        ...(workspace === undefined ? [] : serving(workspace, prefix)),
        ...restHandlers(backend, `*${prefix}api`),
      ],
    })
    await provide({ url: `${server.url}${prefix}`, backend })
    await server.close()
  },
  guarded: [
    async ({ page, expectedErrors, now }, provide) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
      page.on('console', (message) => {
        const text = message.text()
        if (message.type() !== 'error' || networkNoise.test(text)) return
        if (!expectedErrors.some((expected) => expected.test(text))) faults.push(text)
      })
      if (now !== 'real') await page.clock.setFixedTime(now ?? company.now)
      await provide()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/** Real data nobody here wrote. It lies beside the project on some machines only. */
export const realData = (name: string): string => join(process.cwd(), '../shared/data', name)
export const hasRealData = existsSync(realData('README.md'))

/** The configuration that reads a workspace, as `npm start` makes it. */
export const ofWorkspace = {
  sources: [{ id: 'workspace', type: 'files', title: 'Workspace', options: { url: 'workspace/' } }],
}

const axe = readFileSync(join(process.cwd(), 'node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly target: unknown; readonly html: string }[]
}

declare global {
  interface Window {
    axe: { run: (context: object, options: object) => Promise<{ violations: readonly Violation[] }> }
  }
}

/**
 * What axe finds against WCAG 2.2 AA and best practice; `colours` alone where only the theme has changed since. Evaluated
 * by the tool, not by the page, so that the policy stays on.
 */
export async function accessibilityFaults(page: Page, only?: 'colours'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const violations = await page.evaluate(async (coloursOnly) => {
    const resultTypes = ['violations']
    const html = { include: ['html'] }
    if (coloursOnly)
      return (await window.axe.run(html, { resultTypes, runOnly: ['color-contrast', 'link-in-text-block'] })).violations
    const names = 'label-content-name-mismatch'
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // It takes the letters drawn in a cell of the matrix for its label: there, and only there, it does not apply.
    const drawn = document.querySelector('[role="grid"]') !== null
    const most = await window.axe.run(html, { runOnly, resultTypes, rules: { [names]: { enabled: !drawn } } })
    if (!drawn) return most.violations
    const named = await window.axe.run({ ...html, exclude: ['[role="grid"]'] }, { runOnly: [names], resultTypes })
    return [...most.violations, ...named.violations]
  }, only === 'colours')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${JSON.stringify(target)} ${html.slice(0, 160)}`),
  )
}

/** Waits until nothing on the page is still loading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[class*="skeleton"]')).toHaveCount(0, { timeout: 40_000 })
  await page.evaluate(() => document.fonts.ready)
}

export { expect } from '@playwright/test'
