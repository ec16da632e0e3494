import { defineConfig } from '@playwright/test'
import { args, resolveChromium } from '../tools/chromium.mjs'

export default defineConfig({
  testDir: '.',
  workers: 2,
  fullyParallel: true,
  // As in vite.config.ts; the list names what was tried again.
  retries: process.env.CI ? 1 : 0,
  // As there: what hangs is given up, what is slow is not.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  // Pictures that were looked at and kept; the same Chromium and fonts draw them everywhere.
  snapshotPathTemplate: '{testDir}/visual/{arg}{ext}',
  outputDir: '../../test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { ...resolveChromium(), args } as never,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
})
