import { useLocation } from 'react-router-dom'
import { EmptyState, Link, PageBar } from '../ui'
import { pathTo } from './paths'
import { places } from './views'

/** The address leads to no view. */
export default function NotFound() {
  const { pathname } = useLocation()
  return (
    <>
      <PageBar title="Not found" />
      <EmptyState
        title="There is no such view"
        icon="search"
        action={
          <p>
            {places.map(({ view, label }, index) => (
              <span key={view}>
                {index > 0 && ' · '}
                <Link to={pathTo(view)}>{label}</Link>
              </span>
            ))}
          </p>
        }
      >
        <code>{pathname}</code> leads nowhere.
      </EmptyState>
    </>
  )
}
