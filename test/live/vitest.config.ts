import { defineConfig } from 'vitest/config'

/** Tests against real servers: each file starts its own, one after the other, for there may be two cores. */
export default defineConfig({
  test: {
    include: ['test/live/**/*.live.ts'],
    setupFiles: ['test/tools/temporal.ts'],
    fileParallelism: false,
    env: { WATCHBILL_LIVE: '1' },
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
