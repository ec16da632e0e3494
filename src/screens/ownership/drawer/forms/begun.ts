import type { Standing } from '../../../../domain/coverage'
import type { Assignment } from '../../../../domain/ownership'
import { dateText } from '../../../../domain/time/format'
import type { Id } from '../../../../domain/units'
import type { Ask } from '../ask'
import { type ChangeDraft, emptyDraft, heldIn, pairOf } from './wish'

/** Where the fields of a form are kept. */
export const draftOf = (form: Ask, activity: Id): string => `ownership ${form} ${activity}`

/** How the form begins: for the party of a cell, with the role it holds there or with the one that is missing. */
export function begun({ assignments }: Pick<Standing, 'assignments'>, party: Id | undefined): ChangeDraft {
  const held = heldIn(assignments)
  const open = held.some(({ role }) => role === 'A') ? 'R' : 'A'
  if (party === undefined) return { ...emptyDraft, role: open }
  const own = held.find((each) => each.party === party)
  return own
    ? { ...emptyDraft, role: open, change: 'change', held: pairOf(own), from: party }
    : { ...emptyDraft, role: open, change: 'add', party }
}

/** The fields that propose what was claimed: in place of who is declared, or where nobody is. */
export function proposed(
  { assignments }: Pick<Standing, 'assignments'>,
  { role, party = '', evidence, at }: Assignment,
  zone: string,
): ChangeDraft {
  const declared = heldIn(assignments).find((each) => each.role === role)
  const when = at === undefined ? '' : ` on ${dateText(at, zone)}`
  const reason = `Claimed by ${evidence ?? 'another source'}${when}.`
  return declared
    ? { ...emptyDraft, change: 'change', held: pairOf(declared), party, reason }
    : { ...emptyDraft, change: 'add', role, party, reason }
}
