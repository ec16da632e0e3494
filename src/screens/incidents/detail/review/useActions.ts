import { useMemo } from 'react'
import { isWhole, useRecord, useWhole } from '../../../../data'
import type { Incident } from '../../../../domain/incident'
import { improvementGroup } from '../../../../domain/improvements'
import type { Improvement } from '../../../../domain/problem'
import { type Instant, unknownText } from '../../../../domain/units'
import type { ToldAction } from '../../../../domain/tables/incidentReview'
import { useAsOf } from '../../asOf/context'
import { useMissing } from '../../useMissing'
import type { Names } from '../../useNames'

/** An action that follows from the incident. */
export interface FollowUp extends ToldAction {
  readonly late: boolean
  /** The improvement it is, where it can be changed here. */
  readonly improvement?: Improvement
}

const word = (value: string): string => unknownText(value) ?? value.replaceAll('-', ' ')
/** The state of an action at that moment: what was done later was not done then. */
const stateAt = (at: Instant | undefined, state: string, doneAt: Instant | undefined) =>
  at !== undefined && doneAt !== undefined && doneAt > at
    ? { state: 'not done yet' }
    : { state: word(state), ...(doneAt !== undefined && { doneAt }) }
const open = (state: string): boolean => state !== 'done' && state !== 'dropped'

/** What is to be done after the incident: its improvements, and the actions of its problem. */
export function useActions(incident: Incident, names: Names, now: Instant) {
  const query = useMemo(() => ({ incidents: [incident.id] }), [incident.id])
  const improvements = useWhole('improvements', query)
  const problem = useRecord('problems', incident.problem)
  const missing = useMissing(improvements)
  const at = useAsOf()
  const known = improvements.items.filter(({ created }) => at === undefined || created === undefined || created <= at)
  const own = known.map((each): FollowUp => ({
    id: each.id,
    title: each.title,
    kind: 'improvement',
    ...stateAt(at, each.state, each.state === 'done' ? each.doneAt : undefined),
    late: improvementGroup(each, now) === 'overdue',
    improvement: each,
    ...(each.owner !== undefined && { owner: names.party(each.owner) }),
    ...(each.due !== undefined && { due: each.due }),
  }))
  const ofProblem = (problem.items[0]?.actions ?? []).map((each): FollowUp => ({
    id: each.id,
    title: each.title,
    kind: `${word(each.kind)}, of ${incident.problem}`,
    ...stateAt(at, each.state, each.doneAt),
    late: open(each.state) && each.due !== undefined && each.due < now,
    ...(each.owner !== undefined && { owner: names.party(each.owner) }),
    ...(each.due !== undefined && { due: each.due }),
  }))
  return {
    actions: [...own, ...ofProblem],
    /** Some source keeps actions at all. */
    kept: improvements.state !== 'absent' || incident.problem !== undefined,
    loading: improvements.state === 'loading',
    whole:
      (improvements.state === 'absent' || isWhole(improvements)) &&
      (incident.problem === undefined || problem.state === 'absent' || isWhole(problem)),
    missing,
  }
}
