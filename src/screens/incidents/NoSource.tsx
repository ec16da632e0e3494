import { pathTo } from '../../app/paths'
import { EmptyState, Link } from '../../ui'

/** No connected source tells incidents: says which kinds of source would. */
export const NoSource = () => (
  <EmptyState title="No source tells incidents" icon="data">
    <p>
      A backend of the kind “rest”, or files with incidents in them (a table, our own YAML, a ServiceNow log, a
      Statuspage history), would fill this view. <Link to={pathTo('sources')}>See the sources</Link>
    </p>
  </EmptyState>
)
