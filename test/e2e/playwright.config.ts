import { defineConfig } from '@playwright/test'
import { args, resolveChromium } from '../tools/chromium.mjs'

export default defineConfig({
  testDir: '.',
  workers: 2,
  fullyParallel: true,
  // As in vite.config.ts; the list names what was tried again.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  outputDir: '../../test-results',
  use: {
    viewport: { width: 1440, height: 900 },
    launchOptions: { ...resolveChromium(), args } as never,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
})
