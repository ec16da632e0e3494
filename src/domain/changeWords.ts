import type { ChangeRequest, RoleStep } from './change'
import { roleNames, roles } from './ownership'
import { formatInstant, type Id, type Instant } from './units'

type Name = (id: Id) => string

const named = (steps: readonly RoleStep[], name: Name): string => steps.map(({ party }) => name(party)).join(', ')

/** What the steps change, one sentence for each role, such as “Accountable moved from Platform to Security”. */
function stepSentences(steps: readonly RoleStep[], name: Name): readonly string[] {
  return roles.flatMap((role) => {
    const taken = steps.filter((step) => step.role === role && step.op === 'take')
    const given = steps.filter((step) => step.role === role && step.op === 'give')
    const word = roleNames[role]
    if (taken.length > 0 && given.length > 0)
      return [`${word} moved from ${named(taken, name)} to ${named(given, name)}`]
    if (given.length > 0) return [`${word} given to ${named(given, name)}`]
    return taken.length > 0 ? [`${word} taken from ${named(taken, name)}`] : []
  })
}

/** The day of UTC: what is kept as a record reads the same for everybody. */
const dayOf = (at: Instant): string => formatInstant(at).slice(0, 10)

/** What a request changes once it is approved, in sentences without a full stop. */
export function changedSentences(
  { kind, steps, gap, expires }: Pick<ChangeRequest, 'kind' | 'steps' | 'gap' | 'expires'>,
  name: Name,
  day: (at: Instant) => string = dayOf,
): readonly string[] {
  if (kind !== 'exception') return stepSentences(steps, name)
  const until = expires === undefined ? '' : ` until ${day(expires)}`
  return [`Exception${until}: ${(gap ?? 'a gap').replaceAll('-', ' ')}`]
}

/** The same as one line. */
export const changedSentence = (
  request: Pick<ChangeRequest, 'kind' | 'steps' | 'gap' | 'expires'>,
  name: Name,
): string => changedSentences(request, name).join('; ')
