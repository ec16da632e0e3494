import { Navigate, useSearchParams } from 'react-router-dom'
import { pathTo } from './paths'

/** Links to a problem lead to its incidents, as long as problems have no view of their own. */
export function OfProblem() {
  const [params] = useSearchParams()
  const id = params.get('id') ?? undefined
  return <Navigate replace to={pathTo('incidents', { status: 'all', view: 'table', ...(id && { problem: id }) })} />
}
