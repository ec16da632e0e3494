import type { Activity } from '../../../src/domain/ownership'
import { after } from '../../../src/domain/units'
import type { Random } from '../random'
import { days, worldNow } from '../time'
import { altered, declare, type Draft, having, observe, without } from './draft'
import { crews } from './pictured'

type Flaw = (draft: Draft, random: Random) => Draft

const named = (draft: Draft): ReadonlySet<string> => new Set(draft.claims.flatMap(({ party }) => party ?? []))

/** A team that has no part in the activity yet. */
const stranger = (draft: Draft, random: Random): string =>
  random.pick(crews.filter((each) => !named(draft).has(each.id))).id

const leavers = ['person:farrow', 'person:tremblay', 'person:lindgren']

const overdue: Flaw = (draft, random) => {
  const review = draft.activity.review ?? { reviewers: [], approvers: [] }
  const every = review.every ?? days(91)
  return altered(draft, {
    review: { ...review, every, last: after(worldNow, days(0 - every / days(1) - random.int(1, 120))) },
  })
}

const neverReviewed: Flaw = (draft) =>
  altered(draft, { review: { every: days(182), reviewers: draft.activity.review?.reviewers ?? [], approvers: [] } })

const undocumented = (draft: Draft): Draft => {
  const { runbook: _runbook, playbook: _playbook, ...activity } = draft.activity
  return { ...draft, activity }
}

const pages = (draft: Draft): Draft =>
  altered(draft, { pages: true, events: [`${draft.activity.workload}-heartbeat-missing`] })

const unversioned: Flaw = (draft) => {
  const document = draft.activity.runbook ?? draft.activity.playbook ?? {}
  const runbook: NonNullable<Activity['runbook']> = {
    title: document.title ?? 'Notes',
    url: `https://wiki.larkmere.example/pages/${draft.activity.id}`,
    versioned: false,
  }
  return altered(undocumented(draft), { runbook })
}

/** Each class of gap and how many activities have it, besides the pictured ones. */
const flaws: readonly (readonly [count: number, flaw: Flaw])[] = [
  [5, (draft) => without(draft, 'A')],
  [2, (draft) => having(without(draft, 'A'), { role: 'A', placeholder: 'TODO', claim: 'declared' })],
  [3, (draft) => pages(without(draft, 'A', 'R'))],
  [4, (draft, random) => having(draft, declare('A', stranger(draft, random)))],
  [3, (draft, random) => having(without(draft, 'A'), declare('A', random.pick(leavers)))],
  [20, (draft) => without(draft, 'R')],
  [3, (draft) => having(without(draft, 'R'), { role: 'R', placeholder: '{{ $labels.team }}', claim: 'declared' })],
  [14, (draft) => having(without(draft, 'R'), declare('R', 'team:partner-integrations'))],
  [5, (draft) => having(without(draft, 'R'), declare('R', 'person:quill'))],
  [23, overdue],
  [5, neverReviewed],
  [24, undocumented],
  [10, (draft) => altered(undocumented(draft), { runbook: { title: 'Runbook', placeholder: 'TODO: write this' } })],
  [20, unversioned],
  [8, (draft, random) => having(draft, observe('R', stranger(draft, random), 'who really responded, last 90 d'))],
  [
    6,
    (draft) =>
      altered(without(draft, 'A', 'R'), {
        noOwnerBecause: 'The provider performs it; nobody here can.',
        pages: false,
      }),
  ],
]

/** Works every flaw into as many drafts as it is meant for, each draft at most one. */
export function flawed(drafts: readonly Draft[], random: Random): readonly Draft[] {
  const order = random.shuffled(drafts.map((_, index) => index))
  const result = [...drafts]
  let next = 0
  for (const [count, flaw] of flaws)
    for (let done = 0; done < count; done++) {
      const index = order[next++] ?? 0
      const draft = result[index]
      if (draft) result[index] = flaw(draft, random)
    }
  return result
}
