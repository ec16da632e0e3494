import { useLocation } from 'react-router-dom'
import type { Id } from '../../../domain/units'

/** Where another incident opens beside the same list: what narrows that stays. */
export function useIncidentPath(): (id: Id) => { readonly search: string } {
  const { search } = useLocation()
  return (id) => {
    const query = new URLSearchParams(search)
    query.set('id', id)
    query.delete('event')
    return { search: `?${query}` }
  }
}
