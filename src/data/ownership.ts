import { useMemo } from 'react'
import { type Ownership, ownershipOf } from '../domain/coverage'
import type { Party, Workload } from '../domain/ownership'
import type { Told } from '../domain/recorded'
import { useNow, useSources } from './provider'
import { isCut, isWhole, useWhole, type View } from './records'

/** Something that is not in the picture, in words. */
export interface Missing {
  readonly key: string
  readonly text: string
}

export interface OwnershipView {
  /** Of the activities: without them there is nothing to show. */
  readonly state: View<'activities'>['state']
  readonly ownership: Ownership
  readonly parties: readonly Party[]
  readonly workloads: readonly Workload[]
  readonly missing: readonly Missing[]
  /** Nothing is missing: only then may nothing be called good news. */
  readonly whole: boolean
  readonly retry: () => void
}

const everything = {}
const parts = { activities: 'activities', assignments: 'roles', parties: 'teams and people', workloads: 'workloads' }
type Part = keyof typeof parts

type Judged = Pick<OwnershipView, 'ownership' | 'parties' | 'workloads'>
let latest: { readonly basis: readonly unknown[]; readonly judged: Judged } | undefined

/** Judging takes a while: a screen, its drawer and the palette share one answer while what it rests on is the same. */
function shared(basis: readonly unknown[], judge: () => Judged): Judged {
  const known = latest
  const same = known?.basis.length === basis.length && basis.every((each, index) => each === known.basis[index])
  latest = known && same ? known : { basis, judged: judge() }
  return latest.judged
}

/** Everything that is known of ownership, judged at the present, and what is missing from it. */
export function useOwnership(): OwnershipView {
  const activities = useWhole('activities', everything)
  const assignments = useWhole('assignments', everything)
  const parties = useWhole('parties', everything)
  const workloads = useWhole('workloads', everything)
  const sources = useSources()
  // Only overdue reviews depend on it: they need no finer clock.
  const now = useNow(600)

  const judged = useMemo(() => {
    const parts = [activities.parts, assignments.parts, parties.parts, workloads.parts].flat()
    const basis = [now, ...parts.flatMap(({ source, items, complete }) => [source, items, complete])]
    return shared(basis, () => {
      const names = new Set([...activities.parts, ...assignments.parts].map(({ source }) => source))
      const told = [...names].map((source): Told => ({
        source,
        activities: activities.parts.find((part) => part.source === source)?.items ?? [],
        assignments: assignments.parts.find((part) => part.source === source)?.items ?? [],
      }))
      const lists = { parties: parties.items, workloads: workloads.items }
      const given = { activities: activities.items, assignments: assignments.items, ...lists, told }
      return { ownership: ownershipOf(given, now), ...lists }
    })
  }, [
    activities.items,
    activities.parts,
    assignments.items,
    assignments.parts,
    parties.items,
    parties.parts,
    workloads.items,
    workloads.parts,
    now,
  ])

  const views: Readonly<Record<Part, Pick<View<Part>, 'state' | 'parts' | 'complete'>>> = {
    activities,
    assignments,
    parties,
    workloads,
  }
  const title = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  const missing = missingOf(
    Object.entries(views).map(([part, view]) => ({ what: parts[part as Part], ...view })),
    title,
  )
  const waiting = [assignments, parties, workloads].some(({ state }) => state === 'loading')
  return {
    state: activities.state === 'ready' && waiting ? 'loading' : activities.state,
    ...judged,
    missing,
    whole: [isWhole(activities), isWhole(assignments), isWhole(parties), isWhole(workloads)].every(Boolean),
    retry: () => [activities, assignments, parties, workloads].forEach((view) => view.retry()),
  }
}

interface Asked extends Pick<View<Part>, 'state' | 'parts' | 'complete'> {
  readonly what: string
}

/** One sentence for each thing that went wrong, naming all that it takes away. */
function missingOf(asked: readonly Asked[], title: (id: string) => string): readonly Missing[] {
  const absent = asked.flatMap(({ what, state }) =>
    state === 'absent' ? [{ why: 'No connected source tells', what, rest: '' }] : [],
  )
  const failed = asked.flatMap(({ what, parts: told }) =>
    told.flatMap(({ source, error, asOf }) =>
      error
        ? [
            {
              why: `${title(source)} does not answer (${error.message}):`,
              what,
              rest: asOf === undefined ? ' missing here' : ' as it told before',
            },
          ]
        : [],
    ),
  )
  const cut = asked.flatMap(({ what, state, complete, parts: told }) =>
    state === 'ready' && !complete && told.every(({ error, caveats }) => !error && !caveats.some(isCut))
      ? [{ why: 'There are more than one page can hold:', what, rest: ' not complete' }]
      : [],
  )
  const reasons = Map.groupBy([...absent, ...failed, ...cut], ({ why, rest }) => `${why}\u0000${rest}`)
  const leftOut = asked.flatMap(({ what, parts: told }) =>
    told.flatMap(({ source, caveats }) =>
      caveats.filter(isCut).map(({ text }) => `${title(source)}, ${what}: ${text.replace(/\.$/, '')}.`),
    ),
  )
  return [
    ...[...reasons].map(([key, all]) => ({
      key,
      text: `${all[0]?.why} ${all.map(({ what }) => what).join(', ')}${all[0]?.rest}.`,
    })),
    ...leftOut.map((text) => ({ key: text, text })),
  ]
}
