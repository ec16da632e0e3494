import type { Ownership, Standing } from '../coverage'
import { nameOf } from '../matrix'
import type { Assignment, Role } from '../ownership'
import { formatInstant, type Id } from '../units'

/** A word for a role whose sources do not record it. */
export const notRecorded = 'not recorded'

type Names = Pick<Ownership, 'party' | 'workload'>

/** The name of what a role was inherited from: a workload, or a group that has no record. */
const originOf = (id: Id, { workload }: Names): string => workload(id)?.name ?? id

/** In parentheses: the person where it is not the party of the column, and where the role came from. */
function notesOf({ party, inheritedFrom }: Assignment, column: Id | undefined, ownership: Names): string {
  const notes = [
    party === undefined || party === column ? undefined : nameOf(party, ownership),
    inheritedFrom === undefined ? undefined : `from ${originOf(inheritedFrom, ownership)}`,
  ].filter((note) => note !== undefined)
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`
}

/** `R`, `R (Ines Okafor)`, `A (from Ledger)`, and for what was only seen `O R (Ines Okafor)`. */
export const letterText = (assignment: Assignment, column: Id, ownership: Names): string =>
  `${assignment.claim === 'observed' ? 'O ' : ''}${assignment.role}${notesOf(assignment, column, ownership)}`

/** A holder by name, with where the role came from: `Payments`, `Payments (from Ledger)`. */
export const holderText = (assignment: Assignment, ownership: Names): string =>
  assignment.party === undefined
    ? `“${assignment.placeholder ?? ''}” (placeholder)`
    : `${nameOf(assignment.party, ownership)}${notesOf(assignment, assignment.party, ownership)}`

/** Whether it is owned, as the table says it. */
export const ownedText = ({ owned, activity }: Standing): string =>
  owned === undefined ? notRecorded : activity.noOwnerBecause !== undefined ? 'by design none' : owned ? 'yes' : 'no'

/**
 * Who holds a role, for a cell that stands for the whole activity: names, placeholders, and where there is nobody, the
 * reason: by design, not recorded, or nobody.
 */
export function holdersText(standing: Standing, role: Role, ownership: Names): readonly string[] {
  const { activity, assignments, records } = standing
  const held = assignments.filter((each) => each.role === role && each.claim === 'declared')
  if (held.length > 0) return held.map((each) => holderText(each, ownership))
  if (activity.noOwnerBecause !== undefined) return [`none by design: ${activity.noOwnerBecause}`]
  const recorded = role === 'A' ? records.accountable : role === 'R' ? records.responsible : records.owners
  if (!recorded) return [notRecorded]
  if (role !== 'A' && role !== 'R') return ['—']
  const gap = role === 'A' ? 'no-accountable' : 'no-responsible'
  const excuse = standing.excused.find(({ kind }) => kind === gap)
  return [excuse ? `nobody, excused until ${formatInstant(excuse.until)}: ${excuse.because}` : 'nobody']
}
