import { useMemo } from 'react'
import { isWhole, useWhole, useWindow, type View } from '../../../data'
import { byIncident, countsAsOpen, incidentAsOf } from '../../../domain/asOf'
import { endOf, type Incident, isOpenAt } from '../../../domain/incident'
import { type IncidentQuery, incidentRules } from '../../../domain/query/incident'
import { after, day24, duration, type Instant, instant } from '../../../domain/units'
import type { IncidentList } from '../useIncidentList'
import { counted } from '../words'

const none: readonly never[] = []
/** What ended so long before is over in every log: ends are written down sooner than that. */
const slack = duration(-1 * day24)

const idsText = (incidents: readonly Incident[]): string => incidents.map(({ id }) => id).join('\u0000')

/** An incident as it was, beside its record of today. */
export interface Rebuilt {
  readonly was: Incident
  readonly record: Incident
}

/** Incidents as they were at a moment. */
export interface PastBoard {
  readonly records: View<'incidents'>
  /** Without those that were not there yet. */
  readonly items: readonly Rebuilt[]
  /** Entries of this many incidents could not be read: they are told by their clocks alone. */
  readonly untold: number
  readonly loading: boolean
}

/** Rebuilds the incidents of a query as they were at that moment. */
export function usePastBoard(query: IncidentQuery, at: Instant | undefined): PastBoard {
  const records = useWhole('incidents', query, at !== undefined)
  const { items: recorded } = records
  const ids = useMemo(() => {
    if (at === undefined) return ''
    const since = after(at, slack)
    return idsText(recorded.filter((each) => (endOf(each) ?? at) > since))
  }, [recorded, at])
  const asked = useMemo(() => ({ incidents: ids.split('\u0000') }), [ids])
  const entries = useWhole('timeline', asked, at !== undefined && ids !== '')
  const told = ids === '' ? none : entries.items
  const items = useMemo(() => {
    if (at === undefined) return none
    const of = byIncident(told)
    return recorded.flatMap((record): readonly Rebuilt[] => {
      const was = incidentAsOf(record, of.get(record.id) ?? none, at)
      return was ? [{ was, record }] : []
    })
  }, [recorded, told, at])
  const waits = ids !== '' && (entries.state === 'loading' || entries.outdated)
  return {
    records,
    items,
    untold: ids === '' || isWhole(entries) || waits ? 0 : asked.incidents.length,
    loading: waits,
  }
}

/** What the sources are asked for, and what is judged of the rebuilt incidents, for it may have been another then. */
function divided(query: IncidentQuery, at: Instant) {
  const { severities, states, teams, people, problems, openAt, openedTo, ...fixed } = query
  const to = instant(Math.min(openedTo ?? at + 1, at + 1))
  return {
    open: openAt !== undefined,
    asked: { ...fixed, openedTo: to, ...(openAt !== undefined && { burningFrom: after(at, slack) }) },
    judged: {
      ...(severities && { severities }),
      ...(states && { states }),
      ...(teams && { teams }),
      ...(people && { people }),
      ...(problems && { problems }),
      ...(query.order && { order: query.order }),
    } satisfies IncidentQuery,
  }
}

const nothing: IncidentQuery = {}

/** The list of a query as it was at that moment. Without a moment nothing is asked. */
export function usePastList(
  query: IncidentQuery,
  moment: Instant | undefined,
): { list: IncidentList; note: string | undefined } {
  const at = moment ?? instant(0)
  const { asked, judged, open } = useMemo(() => divided(query, at), [query, at])
  const before = useMemo(() => ({ ...nothing, openedTo: instant(at + 1) }), [at])
  const all = useWindow('incidents', before, 1, moment !== undefined)
  const board = usePastBoard(asked, moment)
  const { records, items: rebuilt } = board
  const items = useMemo(() => {
    const matches = incidentRules.matcher(judged)
    return rebuilt
      .flatMap(({ was, record }) => (matches(was) && (!open || countsAsOpen(record, was, at)) ? [was] : []))
      .toSorted(incidentRules.comparer(judged))
  }, [rebuilt, judged, open, at])
  const over = open ? items.filter((incident) => !isOpenAt(incident, at)).length : 0
  const notes = [
    ...(over > 0
      ? [
          `${(items.length - over).toLocaleString('en')} were open by what was written by then. ${counted(over, 'incident')} more had been marked as ended, but by ${over === 1 ? 'its' : 'their'} recorded clocks burned on.`,
        ]
      : []),
    ...(board.untold > 0
      ? [
          `The timelines of ${counted(board.untold, 'incident')} were not heard whole: severity, team and state may be of later.`,
        ]
      : []),
  ]
  const view: View<'incidents'> = {
    ...records,
    items,
    ...(records.complete && { total: items.length }),
    state: records.state === 'ready' && board.loading && rebuilt.length === 0 ? 'loading' : records.state,
    outdated: records.outdated || board.loading,
  }
  return {
    list: { view, all: all.total, more: () => undefined },
    note: notes.length === 0 ? undefined : notes.join(' '),
  }
}
