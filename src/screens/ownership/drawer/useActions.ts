import { type Commanding, useNow, type View } from '../../../data'
import { whyNotChange } from '../../../domain/changeRules'
import type { Command, CommandKind } from '../../../domain/command'
import type { Ownership, Standing } from '../../../domain/coverage'
import { whyNotFeedback, whyNotRecord } from '../../../domain/improvementRules'
import type { Ask } from './ask'

/** What each form sends. */
export const formKinds: Readonly<Record<Ask, CommandKind>> = {
  change: 'request-change',
  review: 'mark-reviewed',
  feedback: 'give-feedback',
  improvement: 'record-improvement',
}

interface Given {
  readonly standing: Standing
  readonly ownership: Ownership
  readonly requests: View<'requests'>
  readonly whyNot: Commanding['whyNot']
}

/** Why a command of the drawer would be refused, by what is known here; undefined when it may be sent. */
export function useRefusal({ standing, ownership, requests, whyNot }: Given): (command: Command) => string | undefined {
  const now = useNow(60)
  const byRule = (command: Command): string | undefined => {
    if (command.kind === 'give-feedback') return whyNotFeedback(command.text)
    if (command.kind === 'record-improvement') return whyNotRecord(command, now)
    if (command.kind !== 'request-change') return undefined
    const open = requests.items.filter(({ state }) => state === 'proposed')
    return whyNotChange(command, { assignments: standing.assignments, open, party: ownership.party, now })
  }
  return (command) => whyNot(command.kind) ?? byRule(command)
}
