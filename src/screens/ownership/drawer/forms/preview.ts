import type { RoleStep } from '../../../../domain/change'
import type { Ownership, Standing } from '../../../../domain/coverage'
import { type Gap, gapsOf } from '../../../../domain/gaps'
import { checksItself, nameOf } from '../../../../domain/matrix'
import type { Assignment } from '../../../../domain/ownership'
import type { Instant } from '../../../../domain/units'

/** The claims as they would be once the steps are carried out. A placeholder goes when somebody stands where it stood. */
export function claimsAfter(standing: Standing, steps: readonly RoleStep[]): readonly Assignment[] {
  const { activity, assignments } = standing
  const given = steps.filter(({ op }) => op === 'give')
  const kept = assignments.filter(({ claim, role, party }) => {
    if (claim !== 'declared') return true
    if (party === undefined) return !given.some((each) => each.role === role)
    return !steps.some((each) => each.op === 'take' && each.role === role && each.party === party)
  })
  return [
    ...kept,
    ...given.map(({ role, party }): Assignment => {
      const id = `${activity.id} ${role} ${party}`
      return { id, activity: activity.id, role, party, claim: 'declared' }
    }),
  ]
}

/** What carrying out a request would mend and break. */
export interface Preview {
  readonly mended: readonly Gap[]
  readonly broken: readonly Gap[]
  /** What is no gap but ought to be known: a validator who checks their own work. */
  readonly remarks: readonly string[]
}

export function previewOf(steps: readonly RoleStep[], standing: Standing, ownership: Ownership, now: Instant): Preview {
  const { party, members } = ownership
  const { activity, records, gaps } = standing
  const assignments = claimsAfter(standing, steps)
  const after = gapsOf(activity, { assignments, party, members, now, records })
  const checked = new Set(checksItself(standing))
  return {
    mended: gaps.filter(({ kind }) => !after.some((gap) => gap.kind === kind)),
    // The same kind with other words is news as well: two accountable become three.
    broken: after.filter(({ kind, reason }) => !gaps.some((gap) => gap.kind === kind && gap.reason === reason)),
    remarks: checksItself({ assignments })
      .filter((id) => !checked.has(id))
      .map((id) => `${nameOf(id, ownership)} then performs it and checks the result.`),
  }
}
