import { type ChangeKind, changeKinds, type RoleStep } from '../../../../domain/change'
import type { Command } from '../../../../domain/command'
import { type GapKind, gapKinds } from '../../../../domain/gaps'
import { type Assignment, type Role, roles } from '../../../../domain/ownership'
import type { Id, Instant } from '../../../../domain/units'
import { dayFault, endOfDay } from './dates'

/** The fields of the form, as they are typed and kept. */
export type ChangeDraft = {
  readonly change: string
  /** Of what is added. */
  readonly role: string
  /** Of what is changed: the role and its holder, as `pairOf` writes them. */
  readonly held: string
  /** What that becomes: a role, or `none`. */
  readonly becomes: string
  /** Who hands over. */
  readonly from: string
  /** Who gets it. */
  readonly party: string
  readonly gap: string
  readonly until: string
  readonly reason: string
}

export const emptyDraft: ChangeDraft = {
  change: 'add',
  role: 'R',
  held: '',
  becomes: '',
  from: '',
  party: '',
  gap: '',
  until: '',
  reason: '',
}

export type Faults = { readonly [K in keyof ChangeDraft]?: string }

/** One declared role of one party. */
export interface Held {
  readonly role: Role
  readonly party: Id
}

export const pairOf = ({ role, party }: Held): string => `${role} ${party}`

/** The declared roles that somebody holds, each once. */
export function heldIn(assignments: readonly Assignment[]): readonly Held[] {
  const declared = assignments.flatMap(({ claim, role, party }) =>
    claim === 'declared' && party !== undefined ? [{ role, party }] : [],
  )
  const once = [...new Map(declared.map((each) => [pairOf(each), each])).values()]
  return once.toSorted((left, right) => roles.indexOf(left.role) - roles.indexOf(right.role))
}

const known = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((each) => each === text)

export const changeOf = (draft: ChangeDraft): ChangeKind => known(changeKinds, draft.change) ?? 'add'

const step = (op: RoleStep['op'], role: Role, party: Id): RoleStep => ({ op, role, party })

interface Wish {
  readonly steps: readonly RoleStep[]
  readonly gap?: GapKind
  readonly expires?: Instant
  readonly faults: Faults
}

const nothing: Wish = { steps: [], faults: {} }

function added({ role, party }: ChangeDraft): Wish {
  const letter = known(roles, role)
  if (party === '') return { ...nothing, faults: { party: 'Choose who gets the role.' } }
  return letter === undefined
    ? { ...nothing, faults: { role: 'Choose a role.' } }
    : { steps: [step('give', letter, party)], faults: {} }
}

function changed({ held, becomes, party }: ChangeDraft, all: readonly Held[]): Wish {
  const pair = all.find((each) => pairOf(each) === held)
  if (!pair) return { ...nothing, faults: { held: 'Choose the role that is to change.' } }
  const taken = step('take', pair.role, pair.party)
  if (becomes === 'none') return { steps: [taken], faults: {} }
  const role = known(roles, becomes) ?? pair.role
  const next = party === '' ? pair.party : party
  return role === pair.role && next === pair.party
    ? { ...nothing, faults: { party: 'Choose another holder, or another role.' } }
    : { steps: [taken, step('give', role, next)], faults: {} }
}

function transferred({ from, party }: ChangeDraft, all: readonly Held[]): Wish {
  const theirs = all.filter((each) => each.party === from)
  if (theirs.length === 0) return { ...nothing, faults: { from: 'Choose who hands over.' } }
  if (party === '') return { ...nothing, faults: { party: 'Choose who takes over.' } }
  if (party === from) return { ...nothing, faults: { party: 'Choose somebody else.' } }
  const has = new Set(all.map(pairOf))
  const steps = theirs.flatMap(({ role }) => [
    step('take', role, from),
    ...(has.has(pairOf({ role, party })) ? [] : [step('give', role, party)]),
  ])
  return { steps, faults: {} }
}

function excepted({ gap, until }: ChangeDraft, zone: string, now: Instant): Wish {
  const kind = known(gapKinds, gap)
  const wrong = dayFault(until, zone, now, true)
  const expires = endOfDay(until, zone)
  return {
    steps: [],
    ...(kind && { gap: kind }),
    ...(expires !== undefined && { expires }),
    faults: {
      ...(kind === undefined && { gap: 'Choose which gap is to be borne with.' }),
      ...(wrong !== undefined && { until: wrong }),
    },
  }
}

/** What the fields ask for, and what is wrong with each that cannot be asked for yet. */
export function wishOf(draft: ChangeDraft, all: readonly Held[], zone: string, now: Instant): Wish {
  const kinds: Readonly<Record<ChangeKind, () => Wish>> = {
    add: () => added(draft),
    change: () => changed(draft, all),
    transfer: () => transferred(draft, all),
    exception: () => excepted(draft, zone, now),
  }
  const wish = kinds[changeOf(draft)]()
  if (draft.reason.trim() !== '') return wish
  return { ...wish, faults: { ...wish.faults, reason: 'Say why: those who decide go by it.' } }
}

/** The command for a wish without faults. */
export const commandOf = (activity: Id, draft: ChangeDraft, { steps, gap, expires }: Wish): Command => ({
  kind: 'request-change',
  activity,
  change: changeOf(draft),
  steps,
  ...(gap && { gap }),
  ...(expires !== undefined && { expires }),
  reason: draft.reason.trim(),
})
