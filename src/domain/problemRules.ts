import type { Command } from './command'
import { whyNotImprovement } from './improvementRules'
import type { Incident } from './incident'
import { type Action, type Problem, type ProblemState, problemStates } from './problem'
import type { Instant } from './units'

type Of<K extends Command['kind']> = Extract<Command, { readonly kind: K }>

/** What a rule may ask for beside the order of states: what the problem has, with what the command brings. */
interface Grounds {
  readonly workaround: boolean
  readonly fix: boolean
  readonly because: boolean
}

interface Rule {
  /** The states it may come from. Nothing comes back to `identified`: what is known stays known. */
  readonly from: readonly ProblemState[]
  /** Why not yet, or undefined. */
  readonly lacks: (grounds: Grounds) => string | undefined
}

/** Every lawful step, by the state that it leads to. A resolved problem may come back into any state but the first. */
const rules: Readonly<Record<ProblemState, Rule>> = {
  identified: { from: [], lacks: () => undefined },
  analysing: { from: ['identified', 'known-error', 'fix-in-progress', 'resolved'], lacks: () => undefined },
  'known-error': {
    from: ['identified', 'analysing', 'fix-in-progress', 'resolved'],
    lacks: ({ workaround }) => (workaround ? undefined : 'A known error needs a workaround.'),
  },
  'fix-in-progress': { from: ['identified', 'analysing', 'known-error', 'resolved'], lacks: () => undefined },
  resolved: {
    from: ['identified', 'analysing', 'known-error', 'fix-in-progress'],
    lacks: ({ fix, because }) => (fix || because ? undefined : 'Declare the fix first, or say why it is over without.'),
  },
}

const stateWords: Readonly<Record<ProblemState, string>> = {
  identified: 'identified',
  analysing: 'being analysed',
  'known-error': 'a known error',
  'fix-in-progress': 'being fixed',
  resolved: 'resolved',
}

const known = (state: string): ProblemState | undefined => problemStates.find((each) => each === state)
const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

/**
 * Why the problem cannot go to that state, or undefined when it can. `brings`: what comes with the command. A state that
 * nobody here knows may be left for any.
 */
export function whyNotProblemState(
  problem: Problem,
  to: ProblemState,
  brings: Pick<Of<'set-problem'>, 'workaround' | 'because'> = {},
): string | undefined {
  const now = known(problem.state)
  const { from, lacks } = rules[to]
  if (now === to) return `It is ${stateWords[to]} already.`
  if (now && !from.includes(now)) return `It is ${stateWords[now]}: that is not taken back.`
  return lacks({
    workaround: filled(brings.workaround ?? problem.workaround),
    fix: problem.fixes.length > 0,
    because: filled(brings.because),
  })
}

/** Why a problem cannot be set so, or undefined when it can. */
export function whyNotProblem(
  problem: Problem,
  wanted: Omit<Of<'set-problem'>, 'kind' | 'problem'>,
): string | undefined {
  const { state, owner, rootCause, workaround } = wanted
  const moves = state !== undefined && state !== problem.state
  const differs =
    (owner !== undefined && owner !== problem.owner) ||
    (rootCause !== undefined && rootCause.trim() !== (problem.rootCause?.text ?? '')) ||
    (workaround !== undefined && workaround.trim() !== (problem.workaround ?? ''))
  if (state !== undefined && (moves || !differs)) return whyNotProblemState(problem, state, wanted)
  if (!differs) return 'Nothing about it would change.'
  const stays = state ?? problem.state
  const bare = workaround !== undefined && !filled(workaround) && stays === 'known-error'
  return bare ? 'A known error needs a workaround.' : undefined
}

/** Why a fix cannot be declared, or undefined when it can. */
export function whyNotFix({ what, at }: Omit<Of<'declare-fix'>, 'kind' | 'problem'>, now: Instant): string | undefined {
  if (!filled(what)) return 'Say what was done.'
  return at !== undefined && at > now ? 'It cannot have been put in place in the future.' : undefined
}

/** Why an action cannot be added, or undefined when it can. */
export function whyNotNewAction(
  { title, due }: Pick<Of<'add-action'>, 'title' | 'due'>,
  now: Instant,
): string | undefined {
  if (!filled(title)) return 'Say what is to be done.'
  return due !== undefined && due < now ? 'It cannot be due in the past.' : undefined
}

/** Why an action cannot be set so, or undefined when it can: the states of work are those of improvements. */
export const whyNotAction = (
  action: Action,
  wanted: Omit<Of<'set-action'>, 'kind' | 'problem' | 'action'>,
): string | undefined => whyNotImprovement(action, wanted)

/** Why a problem cannot be made of these incidents, or undefined when it can. Nothing is taken out of another problem. */
export function whyNotNewProblem(
  title: string,
  incidents: readonly Pick<Incident, 'id' | 'problem'>[],
): string | undefined {
  if (!filled(title)) return 'Say what the problem is.'
  const taken = incidents.find(({ problem }) => problem !== undefined)
  return taken && `${taken.id} belongs to ${taken.problem ?? ''} already.`
}
