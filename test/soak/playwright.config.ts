import { defineConfig } from '@playwright/test'
import usual from '../e2e/playwright.config'

/** The long soak, for itself: minutes at full load. */
export default defineConfig(usual, { testDir: '.', workers: 1, retries: 0 })
