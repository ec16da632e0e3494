import { declaredId } from '../applyOwnership'
import type { Standing } from '../coverage'
import type { RaciRow } from './raciRow'

/** The standing as it would be with the row carried out. Who supports without a role stands in its tags. */
function carriedOut(standing: Standing, { steps, letters }: RaciRow): Standing {
  const { activity } = standing
  const is = (op: 'give' | 'take', role: string, party: string | undefined) =>
    steps.some((step) => step.op === op && step.role === role && step.party === party)
  const gives = steps.filter(({ op }) => op === 'give')
  const kept = standing.assignments.filter(
    ({ claim, role, party }) =>
      claim !== 'declared' ||
      (party === undefined ? !gives.some((step) => step.role === role) : !is('take', role, party)),
  )
  const given = gives.map(({ role, party }) => ({
    id: declaredId(activity.id, role, party),
    activity: activity.id,
    role,
    party,
    claim: 'declared' as const,
  }))
  const support = letters.flatMap(({ role, party }) => (role === undefined ? [`support:${party}`] : []))
  const tags = [...new Set([...activity.tags, ...support])]
  return { ...standing, activity: { ...activity, tags }, assignments: [...kept, ...given] }
}

/** All standings as they would be with these rows carried out. */
export function withRows(standings: readonly Standing[], rows: readonly RaciRow[]): readonly Standing[] {
  const byActivity = new Map(rows.flatMap((row) => (row.standing ? [[row.standing.activity.id, row] as const] : [])))
  return standings.map((standing) => {
    const row = byActivity.get(standing.activity.id)
    return row ? carriedOut(standing, row) : standing
  })
}
