import { lazy, Suspense, useEffect, useState } from 'react'
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary'
import { Button, FailedState, PageBar, Skeleton } from '../ui'
import { untilLoaded } from './untilLoaded'
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

/** Milliseconds after which a script that neither comes nor fails will not come any more: browsers remember that one failed. */
const patience = 20_000

/** Waits, and breaks when nothing comes of it: whoever mends what is broken then begins anew. */
export function Impatient({ label }: { readonly label: string }) {
  const [hung, setHung] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setHung(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (hung) throw new Error(`Its script did not come in ${patience / 1000} s.`)
  return <Waiting label={label} />
}

/** A view with nobody there: its script is asked for until it comes, and what breaks is its frame's to mend. */
function Unattended({ place: { label, load } }: { readonly place: Place }) {
  const [View] = useState(() => lazy(untilLoaded(load)))
  return (
    <Suspense fallback={<Impatient label={label} />}>
      <View />
    </Suspense>
  )
}

/** One view, loaded when it is first opened, with an error screen of its own. Trying again asks for its code again. */
export function LazyView({ place }: { readonly place: Place }) {
  return place.bare ? <Unattended place={place} /> : <Attended place={place} />
}

function Attended({ place: { label, load } }: { readonly place: Place }) {
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
