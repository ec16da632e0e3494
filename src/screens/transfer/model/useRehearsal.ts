import { useDeferredValue, useMemo } from 'react'
import { isWhole, type OwnershipView, useNow, useWhole, type View } from '../../../data'
import type { ChangeRequest } from '../../../domain/change'
import type { Rehearsal } from '../../../domain/plan/list'
import { noticesOf } from '../../../domain/plan/notices'
import { plansText, readPlans } from '../../../domain/plan/keep'
import { emptyPlan, type Plan } from '../../../domain/plan/plan'
import { type Broken, brokenBy, collisions } from '../../../domain/plan/problems'
import { rehearse } from '../../../domain/plan/rehearse'

export interface Rehearsed extends Rehearsal {
  /** Broken before the plan already, in activities that it touches. */
  readonly old: readonly Broken[]
  readonly requests: View<'requests'>
  /** All that could tell of ownership and of requests has told: only then may nothing be called good news. */
  readonly whole: boolean
  /** The plan has moved on: its consequences are on their way. */
  readonly outdated: boolean
}

const open = { states: ['proposed'] } as const
const none: readonly ChangeRequest[] = []

/** What the plan would come to, worked out anew whenever the plan or the truth changes. */
export function useRehearsal({ ownership, parties, whole }: OwnershipView, plan: Plan): Rehearsed {
  const requests = useWhole('requests', open)
  const now = useNow(600)
  // Compared as text: a plan is read anew at each letter that is typed for its reason, which changes no consequence.
  const { key: _key, ...shape } = { ...plan, reason: '' }
  const text = plansText([shape])
  const wanted = useDeferredValue(text)
  const steady = useMemo(() => readPlans(wanted).plans[0] ?? emptyPlan('', ''), [wanted])
  const outcome = useMemo(() => rehearse({ ownership, now }, steady), [ownership, now, steady])
  const broken = useMemo(() => brokenBy(outcome), [outcome])
  const known = requests.state === 'ready' ? requests.items : none
  const colliding = useMemo(() => collisions(outcome, known), [outcome, known])
  const notices = useMemo(() => noticesOf(outcome, parties), [outcome, parties])
  return {
    outcome,
    problems: useMemo(() => [...broken.filter(({ fresh }) => fresh), ...colliding], [broken, colliding]),
    old: useMemo(() => broken.filter(({ fresh }) => !fresh), [broken]),
    notices,
    requests,
    whole: whole && (requests.state === 'absent' || isWhole(requests)),
    outdated: wanted !== text,
  }
}
