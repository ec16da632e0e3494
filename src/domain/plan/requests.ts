import type { ChangeKind, ChangeRequest, RoleStep } from '../change'
import type { Command } from '../command'
import type { Id } from '../units'
import { requestedAs } from './problems'
import type { ActivityChange, Outcome } from './rehearse'

/** One request to send: for one activity, with all its steps. */
export interface PlannedRequest {
  readonly activity: Id
  readonly command: Extract<Command, { readonly kind: 'request-change' }>
  readonly version?: string
  /** Tells this very wish from any other: same activity, same steps, same reason, same mark. */
  readonly mark: string
}

/** What a request with these steps is called: a transfer takes from one and gives to another. */
const kindOf = (steps: readonly RoleStep[]): ChangeKind => {
  const gives = steps.some(({ op }) => op === 'give')
  const takes = steps.some(({ op }) => op === 'take')
  return gives && takes ? 'transfer' : gives ? 'add' : 'change'
}

/** 64 bits of FNV-1a as two halves: the same text, the same mark. Not for secrets. */
function markOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0xcbf29ce4]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    one = Math.imul(one ^ code, 0x01000193)
    two = Math.imul(two ^ (code + index), 0x01000193)
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The change as a request. */
function requestFor({ id, steps, before }: ActivityChange, plan: string, reason: string): PlannedRequest {
  const command = { kind: 'request-change', activity: id, change: kindOf(steps), steps, reason, plan } as const
  const { version } = before.activity
  return { activity: id, command, mark: markOf(JSON.stringify(command)), ...(version !== undefined && { version }) }
}

/** What is to be sent, and what was asked for before. */
export interface Requests {
  readonly toSend: readonly PlannedRequest[]
  /** They wait to be decided already: sending them again would only double them. */
  readonly waiting: readonly ChangeRequest[]
}

/** One request for every activity that the plan changes, without those that wait already. */
export function requestsOf(outcome: Outcome, known: readonly ChangeRequest[], reason = outcome.plan.reason): Requests {
  const toSend: PlannedRequest[] = []
  const waiting: ChangeRequest[] = []
  const byActivity = Map.groupBy(known, ({ activity }) => activity)
  for (const change of outcome.changes) {
    const same = requestedAs(change, byActivity.get(change.id) ?? [])
    if (same) waiting.push(same)
    else toSend.push(requestFor(change, outcome.plan.name, reason.trim()))
  }
  return { toSend, waiting }
}
