import type { Ownership, Standing } from '../../../domain/coverage'
import { cellBits, holdingsOf, nameOf, type Pending } from '../../../domain/matrix'
import { type Assignment, isTeamId, roleNames } from '../../../domain/ownership'
import { changedSentence } from '../../../domain/changeWords'
import type { Id, Instant } from '../../../domain/units'

interface Told {
  readonly ownership: Ownership
  readonly pending: Pending
  readonly date: (at: Instant) => string
}

/** What an inherited role comes from. */
const sourceOf = (id: Id, { workload, party }: Ownership): string => workload(id)?.name ?? party(id)?.name ?? id

function roleWords({ role, party = '', claim, inheritedFrom }: Assignment, ownership: Ownership): string {
  const name = roleNames[role].toLowerCase()
  const who = isTeamId(party) ? '' : ` (${nameOf(party, ownership)})`
  if (claim === 'observed') return `observed as ${name}${who}, not declared`
  return inheritedFrom === undefined
    ? `${name}${who}`
    : `${name}${who}, inherited from ${sourceOf(inheritedFrom, ownership)}`
}

/** What a cell of activity × team says in words: roles, persons, where they come from, and what stands in place of them. */
export function cellWords(standing: Standing, column: Id, { ownership, pending, date }: Told): string {
  const told = holdingsOf(standing, ownership, pending)
    .filter((holding) => holding.column === column)
    .map(({ bit, assignment, request }) => {
      if (request)
        return `requested: ${changedSentence(request, (id) => nameOf(id, ownership))}, by ${request.proposer} on ${date(request.proposedAt)}`
      if (assignment) return roleWords(assignment, ownership)
      if (bit === cellBits.byDesign) return `by design no owner: ${standing.activity.noOwnerBecause ?? ''}`
      const excused = standing.excused.find(({ kind }) => kind === 'no-accountable')
      if (bit === cellBits.excused && excused)
        return `nobody is accountable, excused until ${date(excused.until)}: ${excused.because}`
      const [gap] = standing.gaps
      return `nobody is accountable; this team owns the workload${gap?.reason.includes('“') ? `. ${gap.reason}` : ''}`
    })
  return told.join(', ')
}
