import type { Command } from './command'
import { type Improvement, type WorkState, workStates } from './problem'
import type { Instant } from './units'

/** From each state, the states that may follow: what is done or dropped may be taken up again. */
const mayFollow: Readonly<Record<WorkState, readonly WorkState[]>> = {
  open: ['in-progress', 'done', 'dropped'],
  'in-progress': ['open', 'done', 'dropped'],
  done: ['open', 'in-progress'],
  dropped: ['open', 'in-progress'],
}

const nowWords: Readonly<Record<WorkState, string>> = {
  open: 'open',
  'in-progress': 'in progress',
  done: 'done',
  dropped: 'dropped',
}

const known = (state: string): WorkState | undefined => workStates.find((each) => each === state)

/** What a rule about work looks at, of an improvement or an action. */
type Work = Pick<Improvement, 'state' | 'owner' | 'due'>
type SetImprovement = Omit<Extract<Command, { readonly kind: 'set-improvement' }>, 'kind' | 'improvement'>

/** Why an improvement or an action cannot be set so, or undefined when it can. For buttons as for sources. */
export function whyNotImprovement(improvement: Work, wanted: SetImprovement): string | undefined {
  const now = known(improvement.state)
  const moves = wanted.state !== undefined && wanted.state !== improvement.state
  const differs =
    (wanted.owner !== undefined && wanted.owner !== improvement.owner) ||
    (wanted.due !== undefined && wanted.due !== improvement.due)
  if (!moves && !differs)
    return wanted.state === undefined
      ? 'Nothing about it would change.'
      : `It is ${now ? nowWords[now] : 'so'} already.`
  if (!moves && (now === 'done' || now === 'dropped')) return `It is ${nowWords[now]}: reopen it to change it.`
  if (wanted.state !== undefined && moves && now && !mayFollow[now].includes(wanted.state))
    return `It is ${nowWords[now]}: reopen it first.`
  return undefined
}

/** Why an improvement cannot be recorded, or undefined when it can. */
export function whyNotRecord(
  { title, due }: { readonly title: string; readonly due?: Instant },
  now: Instant,
): string | undefined {
  if (title.trim() === '') return 'Say what would be better.'
  return due !== undefined && due < now ? 'It cannot be due in the past.' : undefined
}

/** Why feedback cannot be given, or undefined when it can. */
export const whyNotFeedback = (text: string): string | undefined =>
  text.trim() === '' ? 'There is no text.' : undefined
