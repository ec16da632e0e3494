import { lazy, Suspense, useState } from 'react'
import { formatInstant } from '../../../domain/units'
import { announce, Menu, useKeys } from '../../../ui'
import { useAsOf } from '../asOf/context'
import type { IncidentsUrl } from '../useFilters'
import type { Names } from '../useNames'
import { useViews } from './useViews'
import { keyed } from './views'

const ManageViews = lazy(() => import('./ManageViews'))

interface ViewMenuProps {
  readonly url: IncidentsUrl
  readonly names: Names
}

/** Which view of the incidents is shown, the way to the others, and to keep this one. */
export function ViewMenu({ url, names }: ViewMenuProps) {
  const views = useViews(url, names)
  const at = useAsOf()
  const [managing, setManaging] = useState(false)
  const reached = views.all.slice(0, keyed)
  useKeys(
    'Incidents: views',
    reached.map((view, index) => ({
      keys: `v ${index + 1}`,
      label: `View: ${view.name}`,
      run: () => (view.why === undefined ? views.show(view) : announce(view.why)),
    })),
  )
  const copy = async () => {
    // What is kept is a view of any time; what is sent shows what the sender sees.
    const search = new URLSearchParams(views.search)
    if (at !== undefined) search.set('asof', formatInstant(at))
    const asked = search.size === 0 ? '' : `?${search.toString()}`
    try {
      await navigator.clipboard.writeText(`${location.origin}${location.pathname}${asked}`)
      announce('The link of this view is copied.')
    } catch {
      announce('The browser did not let the link be copied: it is the address of this page.', 'assertive')
    }
  }
  return (
    <>
      <Menu
        label={`view: ${views.current?.name ?? 'unnamed'}`}
        items={[
          ...views.all.map((view, index) => ({
            key: `${index}`,
            label: view.name,
            disabledReason: view.why,
            ...(index < keyed && { shortcut: `v ${index + 1}` }),
            onSelect: () => views.show(view),
          })),
          {
            key: 'manage',
            label: views.current === undefined ? 'Keep this view …' : 'Keep, rename, remove …',
            onSelect: () => setManaging(true),
          },
          { key: 'copy', label: 'Copy the link of this view', onSelect: () => void copy() },
        ]}
      />
      {managing && (
        <Suspense>
          <ManageViews views={views} onClose={() => setManaging(false)} />
        </Suspense>
      )}
    </>
  )
}
