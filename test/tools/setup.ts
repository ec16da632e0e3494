import './temporal.ts'
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { closeHelp, setSingleKeys } from '../../src/app/keyboard/help'
import { closePalette } from '../../src/app/palette/open'

configure({ asyncUtilTimeout: 15_000 })

// An unexpected console error is a failure: React, the router and Recharts report real faults there.
let errors: unknown[][] = []
beforeEach(() => {
  errors = []
  // Files share a worker: what one leaves open, switched off or kept is not there for the next.
  localStorage.clear()
  setSingleKeys(true)
  closePalette()
  closeHelp()
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => {
    errors.push(args)
  })
})
afterEach(() => {
  cleanup()
  if (errors.length > 0) throw new Error(`console.error was called: ${JSON.stringify(errors).slice(0, 2000)}`)
})

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
