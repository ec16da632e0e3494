import { render } from '@testing-library/react'
// Keys come a moment after the page: here they are loaded, so that a test may press at once.
import '../../src/app/keyboard/Keyboard'
import { App, type AppProps } from '../../src/app/App'
import { frozenClock } from '../../src/app/clock'
import type { ConfiguredSource } from '../../src/data'
import { instant } from '../../src/domain/units'
import type { Source } from '../../src/sources/contract'

/** 20 November 2026, 09:42:17 UTC. */
export const now = instant(Date.UTC(2026, 10, 20, 9, 42, 17))

export const base = `${location.origin}/`

export const configured = (source: Source, title = source.title): ConfiguredSource => ({
  id: source.id,
  title,
  type: 'memory',
  source,
})

/** Opens the whole app at an address below its base. */
export function openApp(address: string, sources: readonly ConfiguredSource[], more: Partial<AppProps> = {}) {
  history.replaceState(null, '', new URL(address, base))
  return render(<App sources={sources} clock={frozenClock(now)} base={base} {...more} />)
}
