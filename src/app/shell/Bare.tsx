import { type ReactNode, useEffect } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { type Clock, useWindow } from '../../data'
import { Announcer } from '../../ui'
import { ahead } from '../kiosk/ahead'
import Mend from '../kiosk/Mend'
import { Renewal } from '../kiosk/Renewal'
import { useNews } from './news'

const unacknowledged = { states: ['triggered'] } as const
const most = 100

function News(): null {
  useNews(useWindow('incidents', unacknowledged, most).parts)
  return null
}

export interface BareProps {
  /** What the view is called. */
  readonly label: string
  readonly clock: Clock
  /** The folder the app is served from. */
  readonly base: string
  readonly children: ReactNode
  /** For tests: what loading the page anew does. */
  readonly reload?: () => void
}

/**
 * A view that has the whole window, with nobody there: no rail, no bar, and it brings itself back when it breaks. A new
 * SEV1 is still said to screen readers.
 */
export default function Bare({ label, clock, base, children, reload }: BareProps) {
  useEffect(() => {
    // Whatever a key may want later comes now: the server need not be there then, or has another build.
    void ahead()
  }, [])
  return (
    <>
      <main>
        <ErrorBoundary
          fallbackRender={({ error, resetErrorBoundary }) => (
            <Mend
              what={`The ${label.toLowerCase()} stopped working`}
              why={error instanceof Error ? error.message : String(error)}
              clock={clock}
              retry={resetErrorBoundary}
              {...(reload && { reload })}
            />
          )}
        >
          {children}
        </ErrorBoundary>
      </main>
      <ErrorBoundary fallback={null}>
        <News />
        <Announcer />
        <Renewal clock={clock} base={base} />
      </ErrorBoundary>
    </>
  )
}
