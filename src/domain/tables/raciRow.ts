import type { RoleStep } from '../change'
import type { Standing } from '../coverage'
import type { Role } from '../ownership'
import type { Id } from '../units'
import type { Letter, Scheme } from './raciLetters'
import type { RaciEntry, RaciFault } from './raciSheet'

/** What becomes of an S: kept as a note beside the change, or as a role with that note. */
export const supports = ['note', 'responsible', 'consulted'] as const
export type Support = (typeof supports)[number]

/** Whether the table tells the whole ownership of its activities, or only of the parties in it. */
export const extents = ['listed', 'whole'] as const
export type Extent = (typeof extents)[number]

/** What the person decided. `undefined` for a name: leave it out, and say so. */
export interface RaciChoices {
  /** Absent: told by the letters. */
  readonly scheme?: Scheme
  readonly support: Support
  readonly extent: Extent
  readonly parties: ReadonlyMap<string, Id | undefined>
  /** By key of the entry. */
  readonly activities: ReadonlyMap<string, Id | undefined>
}

/** One letter of the table, and what it becomes. */
export interface RaciLetter {
  readonly letter: Letter
  readonly party: Id
  /** Absent: kept as a note. */
  readonly role?: Role
  readonly note?: string
}

/**
 * What a row comes to. `new`: nobody is declared yet. `same`: nothing to do. `changed`: roles are given or taken.
 * `conflict`: it contradicts what is recorded, or itself: somebody has to look. `unreadable`: a fault in it must be
 * mended or decided first. `empty`: it holds no letter. `left-out`: the person said so.
 */
export const rowStates = ['new', 'changed', 'conflict', 'same', 'empty', 'unreadable', 'left-out'] as const
export type RowState = (typeof rowStates)[number]

export interface RaciRow {
  readonly entry: RaciEntry
  readonly standing?: Standing
  readonly state: RowState
  readonly letters: readonly RaciLetter[]
  readonly steps: readonly RoleStep[]
  readonly faults: readonly RaciFault[]
  /** What a person should know: contradictions, notes kept, what was left out. */
  readonly notes: readonly string[]
}

export interface RaciPlan {
  readonly scheme: Scheme
  readonly rows: readonly RaciRow[]
  readonly counts: Readonly<Record<RowState, number>>
  /** Names of parties that are not known or not clear, and not decided. */
  readonly unknownParties: readonly string[]
  /** Entries whose activity is not known or not clear, and not decided. */
  readonly unknownActivities: readonly RaciEntry[]
}
