import { useMemo } from 'react'
import { useWhole } from '../../../data'
import type { Filters } from '../query'
import type { IncidentList } from '../useIncidentList'
import { lackText } from '../words'
import { judged, lacking } from './lacking'

const all = {}

/** Whether what incidents lack can be judged: of all that is open, never of what is over. */
export const canLack = ({ lacks, status, openAt }: Filters): boolean =>
  lacks.length > 0 && status === 'open' && openAt === undefined

/** The list without what lacks nothing of what was asked for, and why a part of that is not applied. */
export function useLacking(list: IncidentList, filters: Filters): { list: IncidentList; note: string | undefined } {
  const { view } = list
  const { lacks } = filters
  const applies = canLack(filters)
  const wanted = applies && lacks.some((lack) => lack === 'no-runbook' || lack === 'unmatched')
  const activities = useWhole('activities', all, wanted)
  return useMemo(() => {
    if (lacks.length === 0) return { list, note: undefined }
    if (!applies) return { list, note: 'What an incident lacks is judged of open ones only: choose “status: open”.' }
    const context = {
      plans: view.items.some(({ plan }) => plan !== undefined),
      activities: activities.state === 'ready' ? new Map(activities.items.map((each) => [each.id, each])) : undefined,
    }
    const items = lacking(view.items, lacks, context)
    const unjudged = lacks.filter((lack) => !judged(lack, context))
    const told = unjudged.map((lack) => `“${lackText[lack]}”`).join(' and ')
    const waiting = activities.state === 'loading' && wanted
    return {
      list: { ...list, view: { ...view, items, ...(view.complete && { total: items.length }) } },
      note:
        told === '' || view.state !== 'ready' || waiting
          ? undefined
          : `${told} is not applied: what is listed does not record it.`,
    }
  }, [list, view, lacks, applies, activities, wanted])
}
