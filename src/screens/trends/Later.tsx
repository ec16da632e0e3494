import { lazy, Suspense, useEffect, useState } from 'react'
import { Card, PanelBoundary, Skeleton } from '../../ui'
import type { Scope } from './scope'
import styles from './trends.module.css'

const groups = [
  {
    name: 'Alike, and linked to no problem',
    Group: lazy(() => import('./recurrence').then(({ Recurrence }) => ({ default: Recurrence }))),
  },
  {
    name: 'What incidents teach',
    Group: lazy(() => import('./learning').then(({ Learning }) => ({ default: Learning }))),
  },
]

/** Browsers without idle callbacks wait this many milliseconds: long enough for one frame of the first chart. */
const frames = 60

/** Calls back when the browser has nothing better to do. Returns the way to stop. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(run, { timeout: 1000 })
    return () => cancelIdleCallback(handle)
  }
  const handle = setTimeout(run, frames)
  return () => clearTimeout(handle)
}

/** The groups that are drawn after the first figures, one by one, each when there is time for it. */
export function Later({ scope, ready }: { readonly scope: Scope; readonly ready: boolean }) {
  const [shown, setShown] = useState(0)
  useEffect(() => {
    if (!ready || shown >= groups.length) return
    return whenIdle(() => setShown(shown + 1))
  }, [ready, shown])
  const framed = (title: string, rows: number) => (
    <Card className={styles.full ?? ''}>
      <Skeleton label={`Loading: ${title}`} rows={rows} />
    </Card>
  )
  return groups.slice(0, shown).map(({ name, Group }) => (
    <PanelBoundary
      key={name}
      name={name}
      frame={(content) => (
        <Card title={name} className={styles.full ?? ''}>
          {content}
        </Card>
      )}
    >
      <Suspense fallback={framed(name, 3)}>
        <Group scope={scope} />
      </Suspense>
    </PanelBoundary>
  ))
}
