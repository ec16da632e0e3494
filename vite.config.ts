import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { args, resolveChromium } from './test/tools/chromium.mjs'
import LongFirst from './test/tools/longFirst.ts'
import { securityHeaders } from './test/tools/csp.ts'
import { namedBuild } from './test/tools/plugins/build.ts'
import { configuration } from './test/tools/plugins/configuration.ts'
import { drawnSeldom, pure } from './test/tools/plugins/lean.ts'
import { staticRoutes } from './test/tools/plugins/staticRoutes.ts'
import { withoutMocks } from './test/tools/plugins/withoutMocks.ts'
import { workspace } from './test/tools/plugins/workspace.ts'

if (Number(process.versions.node.split('.')[0]) < 22)
  throw new Error(
    `Node ${process.versions.node} cannot run this toolchain. Start it with "npm run" or "npx", so that the Node in node_modules is used, or install Node 22.12 or newer.`,
  )

/** Screens and sources lie in folders of one scheme: their chunks are called by the folder, not all `index`. */
const chunkName = (chunk: { readonly name: string; readonly facadeModuleId: string | null }): string => {
  const folder = /\/([a-z]+)\/(?:index|source)\.tsx?$/.exec(chunk.facadeModuleId ?? '')?.[1]
  return `assets/${folder ?? chunk.name.replace(/~.*/, '')}-[hash:7].js`
}

/** A folder of one's own files to open instead of the demo. */
const own = process.env.WATCHBILL_WORKSPACE
/** A configuration of one's own, with backends that run already, to go by instead of the demo. */
const configured = process.env.WATCHBILL_CONFIG

const setup = { setupFiles: ['test/tools/setup.ts'], isolate: false }

export default defineConfig({
  base: './',
  plugins: [
    react({ compiler: true, exclude: [/\/node_modules\//, drawnSeldom] }),
    pure(),
    namedBuild(),
    staticRoutes(),
    withoutMocks(),
    // First: with both, the configuration decides whether and how the workspace is read.
    ...(configured ? [configuration(configured)] : []),
    ...(own ? [workspace(own)] : []),
  ],
  define: { 'import.meta.env.VITE_OWN': JSON.stringify(Boolean(own || configured)) },
  preview: { headers: { ...securityHeaders } },
  worker: { format: 'es' },
  build: {
    // Every browser that has the rest of what Watchbill needs has it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: chunkName,
        // What the first page needs in two files. What screens share is left to the bundler: put together by hand it came
        // in chunks that ask each other, of which one then runs before what it needs is there.
        codeSplitting: {
          groups: [
            { name: 'app', tags: ['$initial'], priority: 3 },
            { name: 'ownership', test: /\/screens\/ownership\/index\.tsx$/, priority: 2 },
            // Fetched beside the configuration, by one request: the check, and the options of every type of source.
            {
              name: 'check',
              test: /\/(?:app\/config\/check\.ts|sources\/catalogue\.ts|sources\/[a-z]+\/type\.ts)$/,
              priority: 1.5,
            },
          ],
        },
      },
    },
  },
  optimizeDeps: {
    // Not the benchmarks' pages: their peers live in a folder of their own and may not be installed.
    entries: ['index.html'],
    include: [
      'recharts',
      '@tanstack/react-virtual',
      'msw',
      'msw/browser',
      '@base-ui/react/dialog',
      '@base-ui/react/menu',
      'react-markdown',
      'comlink',
      '@leeoniya/ufuzzy',
      'd3-array',
      'temporal-polyfill/global',
      'idb-keyval',
      'js-yaml',
      'papaparse',
      '@cfworker/json-schema',
    ],
  },
  test: {
    // Two cores may be shared: a test is given up only when it hangs, speed is measured in benchmarks.
    testTimeout: 40_000,
    expect: { poll: { timeout: 15_000 } },
    // Half of a screen's test is waiting, so that a worker more than there are cores is not one too many.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
    // A shared machine stalls now and then; what passed only when tried again is named at the end of the run.
    retry: process.env.CI ? 1 : 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'src/**/*.test.ts',
            'mocks/**/*.test.ts',
            'test/*.test.ts',
            'test/tools/**/*.test.ts',
            'test/conformance/**/*.test.ts',
            'test/acceptance/**/*.test.ts',
          ],
          setupFiles: ['test/tools/temporal.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'test/screens/**/*.test.tsx'],
          ...setup,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.tsx'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...resolveChromium(), args } as never }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
})
