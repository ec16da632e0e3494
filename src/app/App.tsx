import { QueryClient } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { BrowserRouter, Navigate, useLocation } from 'react-router-dom'
import { type Clock, type ConfiguredSource, DataProvider, DraftsProvider, type Setup, type Shelf } from '../data'
import { FailedState } from '../ui'
import { basename } from './base'
import { chance } from './chance'
import { placeHere } from './here'
import { Last } from './Last'
import { Impatient, LazyView } from './LazyView'
import { pathTo } from './paths'
import { Shell } from './shell/Shell'
import { ZoneOfUrl } from './shell/zone'
import { keptDrafts } from './storage'
import { untilLoaded } from './untilLoaded'
import { placeAt } from './views'

const BeginPage = lazy(() => import('./BeginPage'))
/** Keys may work a moment after the page shows. */
const Keyboard = lazy(untilLoaded(() => import('./keyboard/Keyboard')))
const NotFound = lazy(() => import('./NotFound'))
/** What only a display has, which nobody attends to. */
const Bare = lazy(untilLoaded(() => import('./shell/Bare')))
const Mend = lazy(untilLoaded(() => import('./kiosk/Mend')))

export interface AppProps {
  readonly sources: readonly ConfiguredSource[]
  readonly clock: Clock
  /** The folder the app is served from. */
  readonly base: string
  readonly actor?: string
  /** Who is signed in, for the bar of the shell. */
  readonly account?: ReactNode
  readonly shelf?: Shelf
  readonly onShelf?: () => void
  readonly setup?: Setup
}

/** What the address names. The folder itself leads to the first view, keeping the query; without sources, it says how to begin. */
function Page({ empty }: { readonly empty: boolean }) {
  const { pathname, search } = useLocation()
  const place = placeAt(pathname)
  if (pathname === '/') {
    return empty || !place ? <BeginPage /> : <Navigate replace to={{ pathname: pathTo(place.view), search }} />
  }
  if (place) return <LazyView key={place.view} place={place} />
  return <NotFound />
}

interface Children {
  readonly children: ReactNode
}

/** A view that wants the whole window gets it; every other stands in the shell. */
function Frame({ clock, base, account, children }: Pick<AppProps, 'clock' | 'base' | 'account'> & Children) {
  const { pathname } = useLocation()
  const place = pathname === '/' ? undefined : placeAt(pathname)
  if (!place?.bare) return <Shell account={account}>{children}</Shell>
  return (
    <Suspense fallback={<Impatient label={place.label} />}>
      <Bare label={place.label} clock={clock} base={base}>
        {children}
      </Bare>
    </Suspense>
  )
}

/** The whole app over opened sources. */
export function App({ sources, clock, base, account, ...rest }: AppProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <ErrorBoundary
      fallbackRender={({ error, resetErrorBoundary }) => {
        const told = {
          what: 'Watchbill stopped working',
          why: error instanceof Error ? error.message : String(error),
        }
        if (placeHere(base)?.bare)
          return (
            <Suspense fallback={<Last what={`${told.what}: ${told.why}`} clock={clock} />}>
              <Mend {...told} clock={clock} retry={resetErrorBoundary} />
            </Suspense>
          )
        return (
          <FailedState
            what={told.what}
            where={told.why}
            advice="Nothing was changed in your sources."
            onRetry={resetErrorBoundary}
          />
        )
      }}
    >
      <DraftsProvider value={keptDrafts}>
        <DataProvider sources={sources} clock={clock} client={client} random={chance} {...rest}>
          <BrowserRouter basename={basename(base)}>
            <NuqsAdapter>
              <ZoneOfUrl>
                <Suspense>
                  <Keyboard />
                </Suspense>
                <Frame clock={clock} base={base} account={account}>
                  <Suspense>
                    <Page empty={sources.length === 0} />
                  </Suspense>
                </Frame>
              </ZoneOfUrl>
            </NuqsAdapter>
          </BrowserRouter>
        </DataProvider>
      </DraftsProvider>
    </ErrorBoundary>
  )
}
