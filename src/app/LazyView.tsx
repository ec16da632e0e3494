import { lazy, Suspense, useState } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { Button, FailedState, PageBar, Skeleton } from '../ui'
import type { Place } from './views'

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A script that is gone is a deploy, whatever words the browser has for it. */
const isGone = (error: unknown): boolean => /dynamically imported module|module script|preload/i.test(reason(error))

function Broken({ error, resetErrorBoundary, label }: FallbackProps & { readonly label: string }) {
  return (
    <>
      <PageBar title={label} />
      <FailedState
        what={isGone(error) ? `${label} could not be loaded` : `${label} stopped working`}
        where={reason(error)}
        advice={
          isGone(error)
            ? 'Watchbill has probably been updated while this page was open, or the network is away.'
            : 'The other views still work. If it fails again, the words above help whoever mends it.'
        }
        onRetry={resetErrorBoundary}
      />
      <p style={{ textAlign: 'center' }}>
        <Button onClick={() => location.reload()}>Load the page anew</Button>
      </p>
    </>
  )
}

/** One view, loaded when it is first opened, with an error screen of its own. Trying again asks for its code again. */
export function LazyView({ place: { label, load } }: { readonly place: Place }) {
  // A lazy component remembers its failure for good: another try needs another one.
  const [View, setView] = useState(() => lazy(load))
  return (
    <ErrorBoundary
      onReset={() => setView(() => lazy(load))}
      fallbackRender={(props) => <Broken {...props} label={label} />}
    >
      <Suspense fallback={<Waiting label={label} />}>
        <View />
      </Suspense>
    </ErrorBoundary>
  )
}

const Waiting = ({ label }: { readonly label: string }) => (
  <>
    <PageBar title={label} />
    <Skeleton label={`${label} is loading`} rows={10} />
  </>
)
