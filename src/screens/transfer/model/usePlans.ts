import { useMemo, useState } from 'react'
import { useDraft } from '../../../data'
import { nextId } from '../../../domain/plan/edit'
import { plansText, readPlans } from '../../../domain/plan/keep'
import { emptyPlan, giverIn, type Plan } from '../../../domain/plan/plan'
import { type Address, newPlan } from './useAddress'

/** What can be taken back: the plans as they were, and which one was open. */
interface Past {
  readonly what: string
  readonly text: string
  readonly plan: string | null
}

export interface Plans {
  readonly plans: readonly Plan[]
  /** Kept plans that could not be read. */
  readonly unread: number
  /** The open one; one without a step where none is begun yet. */
  readonly current: Plan
  readonly isNew: boolean
  /** The address asks for a plan that this browser does not keep. */
  readonly unknown: string | undefined
  readonly open: (id: string) => void
  /** Changes the open plan, and begins it where it is new. `what` says what was done; without it nothing is to be undone. */
  readonly edit: (change: (plan: Plan) => Plan, what?: string) => void
  readonly discard: () => void
  /** What the last change was, and the way back. */
  readonly undo: { readonly what: string; readonly run: () => void } | undefined
}

/** The plans of this browser. They are drafts: kept over a reload, apart from everything that is true. */
export function usePlans({ plan: wanted, from, change }: Address): Plans {
  const draft = useDraft('plans')
  const { plans, unread } = useMemo(() => readPlans(draft.text), [draft.text])
  const [past, setPast] = useState<readonly Past[]>([])
  const named = plans.find(({ id }) => id === wanted)
  const begun =
    from === null ? plans.at(-1) : plans.findLast(({ moves }) => moves.some((move) => giverIn(move) === from))
  const found = wanted === newPlan ? undefined : (named ?? begun)
  const current = found ?? emptyPlan(nextId('p', plans), '')
  const last = past.at(-1)

  const write = (next: readonly Plan[], what: string | undefined) => {
    if (what !== undefined) setPast([...past, { what, text: draft.text, plan: found?.id ?? newPlan }])
    draft.write(plansText(next))
  }
  return {
    plans,
    unread,
    current,
    isNew: found === undefined,
    unknown: wanted !== null && wanted !== newPlan && !named ? wanted : undefined,
    open: (id) => change({ plan: id, ...(id !== newPlan && { from: null }) }),
    edit: (alter, what) => {
      const next = alter(current)
      write(found ? plans.map((plan) => (plan.id === found.id ? next : plan)) : [...plans, next], what)
      if (wanted !== next.id) change({ plan: next.id })
    },
    discard: () => {
      write(
        plans.filter(({ id }) => id !== current.id),
        `“${current.name}” discarded`,
      )
      change({ plan: newPlan, from: null })
    },
    undo: last && {
      what: last.what,
      run: () => {
        draft.write(last.text)
        setPast(past.slice(0, -1))
        change({ plan: last.plan })
      },
    },
  }
}
