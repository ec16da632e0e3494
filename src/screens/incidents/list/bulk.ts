import type { BatchIntent } from '../../../data'
import type { Command, CommandKind } from '../../../domain/command'
import type { Incident } from '../../../domain/incident'
import { whyNot } from '../../../domain/transitions'
import { counted } from '../words'

/** What one act would do to the marked incidents. */
export interface BulkPlan {
  readonly intents: readonly BatchIntent[]
  /** Those it cannot be done to, with the reason of each. */
  readonly left: readonly { readonly id: string; readonly reason: string }[]
}

/** Splits the marked into those that a command is lawful for and the others. */
export function bulkOf(marked: readonly Incident[], command: (incident: Incident) => Command): BulkPlan {
  const judged = marked.map((incident) => {
    const wish = command(incident)
    return { incident, wish, reason: whyNot(incident, wish) }
  })
  return {
    intents: judged.flatMap(({ incident: { id, version }, wish, reason }) =>
      reason === undefined ? [{ id, command: wish, ...(version !== undefined && { version }) }] : [],
    ),
    left: judged.flatMap(({ incident: { id }, reason }) => (reason === undefined ? [] : [{ id, reason }])),
  }
}

/** `Acknowledge 3`, or `Acknowledge 2 of 3` where the others cannot be. */
export const bulkText = (verb: string, { intents, left }: BulkPlan): string =>
  left.length === 0 ? `${verb} ${intents.length}` : `${verb} ${intents.length} of ${intents.length + left.length}`

/** Why nothing can be done, or undefined. */
export const bulkWhyNot = (
  plan: BulkPlan,
  kind: CommandKind,
  taken: (kind: CommandKind) => string | undefined,
): string | undefined => taken(kind) ?? (plan.intents.length === 0 ? plan.left[0]?.reason : undefined)

/** What is left out, in a sentence; undefined where nothing is. */
export const leftText = ({ left }: BulkPlan): string | undefined =>
  left.length === 0
    ? undefined
    : `${counted(left.length, 'incident')} left out: ${left.map(({ id, reason }) => `${id} – ${reason}`).join(' ')}`
