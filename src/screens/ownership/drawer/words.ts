import type { ChangeRequest } from '../../../domain/change'
import { changedSentences } from '../../../domain/changeWords'
import type { Ownership } from '../../../domain/coverage'
import { type GapKind, gapKinds } from '../../../domain/gaps'
import { nameOf } from '../../../domain/matrix'
import { dateText } from '../../../domain/time/format'
import type { Id } from '../../../domain/units'
import { findingNames, valueText } from '../model/words'

const isGap = (text: string): text is GapKind => gapKinds.some((each) => each === text)

/** A kind of gap as it is called over the figures. */
export const gapText = (gap: string): string => (isGap(gap) ? findingNames[gap] : valueText(gap))

type Wish = Pick<ChangeRequest, 'kind' | 'steps' | 'gap' | 'expires'>

/** What a request changes once it is approved, in one line without a full stop. */
export function requestText(request: Wish, ownership: Pick<Ownership, 'party'>, zone: string): string {
  const { kind, gap, expires } = request
  if (kind !== 'exception') return changedSentences(request, (id: Id) => nameOf(id, ownership)).join('; ')
  const until = expires === undefined ? '' : ` until ${dateText(expires, zone)}`
  return `“${gap === undefined ? 'a gap' : gapText(gap)}” excused${until}`
}

const states: Readonly<Record<string, string>> = {
  proposed: 'Proposed',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Taken back',
}
/** What became of a request. */
export const stateWords = (state: string): string => states[state] ?? valueText(state)

const works: Readonly<Record<string, string>> = { 'in-progress': 'in progress' }
/** How far an improvement has come. */
export const workText = (state: string): string => works[state] ?? valueText(state)
