import { useLocation } from 'react-router-dom'
import { formatInstant } from '../../../domain/units'
import { Link } from '../../../ui'
import type { IncidentsUrl, LaneChoice } from '../useFilters'
import type { LaneKey, Look } from './look'

interface LaneListProps {
  readonly url: IncidentsUrl
  readonly look: Look
  /** Undefined: not a lane that there is. */
  readonly lane: LaneKey | undefined
  readonly label: string
}

/** The address of the table with the same filters and window, of one lane only where that can be asked for. */
export function listSearch(search: string, by: LaneChoice, lane: LaneKey, look: Look): string {
  const query = new URLSearchParams(search)
  query.set('view', 'table')
  query.set('from', formatInstant(look.from))
  query.set('to', formatInstant(look.to))
  query.set('about', 'burning')
  query.delete('range')
  query.delete('id')
  // Nothing asks for incidents without a team, a workload or a problem: the whole window is listed then.
  if (lane !== '' || by === 'severity') query.set(by, (lane === '' ? '0' : lane).replaceAll(',', '%2C'))
  return `?${query.toString()}`
}

/** Leads to the table of what burned in the lane in this window: those that the lane counts. */
export function LaneList({ url, look, lane, label }: LaneListProps) {
  const { search } = useLocation()
  if (lane === undefined) return null
  const all = lane === '' && url.by !== 'severity'
  return (
    <Link to={{ search: listSearch(search, url.by, lane, look) }}>
      Table of {all ? 'all that burned' : `what burned in ${label}`} here
    </Link>
  )
}
