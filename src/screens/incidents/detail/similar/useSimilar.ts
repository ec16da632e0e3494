import { useMemo } from 'react'
import { isWhole, useRecord, useWindow, type View } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { lookBack, recurrenceOf, similarTo } from '../../../../domain/similar'
import { instant } from '../../../../domain/units'
import { useAnchor } from '../../anchor'
import { useWere } from '../../asOf/context'
import { counted } from '../../words'

/** Most incidents on the same workloads that are looked through. */
const most = 500

type Incidents = Pick<View<'incidents'>, 'items' | 'total' | 'complete'>

/** How far the search went, and over what. */
export const searchedText = ({ items, total, complete }: Incidents): string =>
  complete || items.length < most
    ? counted(items.length, 'incident')
    : total === undefined
      ? `the newest ${counted(items.length, 'incident')}`
      : `the newest ${items.length.toLocaleString('en')} of ${counted(total, 'incident')}`

/**
 * What is like an incident: those of its problem at any time, and those on its workloads in the 12 months before it.
 * Without a problem or a workload that part is not asked for.
 */
export function useSimilar(incident: Incident) {
  const { at: now } = useAnchor()
  const { problem, workloads, opened } = incident
  const onWorkloads = useMemo(
    () => ({ workloads, openedFrom: instant(opened - lookBack), openedTo: opened }),
    [workloads, opened],
  )
  const ofProblem = useMemo(() => ({ problems: [problem ?? ''] }), [problem])
  const near = useWindow('incidents', onWorkloads, most, workloads.length > 0)
  const kin = useWindow('incidents', ofProblem, most, problem !== undefined)
  const record = useRecord('problems', problem)
  const views = [...(workloads.length > 0 ? [near] : []), ...(problem === undefined ? [] : [kin])]
  const nearThen = useWere(near.items)
  const kinThen = useWere(kin.items)
  const found = useMemo(() => {
    const all = new Map([...nearThen, ...kinThen].map((each) => [each.id, each]))
    return similarTo(incident, [...all.values()])
  }, [incident, nearThen, kinThen])
  const recurrence = useMemo(
    () => (problem === undefined ? undefined : recurrenceOf(incident, record.items[0], kin.items, now)),
    [incident, problem, record.items, kin.items, now],
  )
  return {
    found,
    near,
    kin,
    record,
    recurrence,
    /** Something to go by is recorded. */
    asked: views.length > 0,
    loading: views.some(({ state, outdated }) => state === 'loading' || outdated),
    whole: views.every((view) => isWhole(view)),
    /** The fix can be judged: every incident of the problem is known. */
    judged: isWhole(kin) && (record.state === 'absent' || isWhole(record)),
  }
}
