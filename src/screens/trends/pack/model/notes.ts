import type { Id } from '../../../../domain/units'
import { type SectionKey, sectionKeys } from './section'

/** Something that the meeting decided. */
export interface Decision {
  readonly what: string
  /** A party, where one was named. */
  readonly owner: Id
  /** `2026-12-04`; empty without a date. */
  readonly due: string
  /** It was recorded as an improvement. */
  readonly recorded: boolean
}

/** What people add to the pack. */
export interface Notes {
  /** By section, and `''` for the meeting as a whole. */
  readonly notes: Readonly<Partial<Record<SectionKey | '', string>>>
  readonly decisions: readonly Decision[]
}

export const noNotes: Notes = { notes: {}, decisions: [] }
const places: readonly (SectionKey | '')[] = ['', ...sectionKeys]

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (record: Readonly<Record<string, unknown>>, key: string): string => {
  const value = Object.hasOwn(record, key) ? record[key] : undefined
  return typeof value === 'string' ? value.slice(0, 20_000) : ''
}

/** Notes out of what was parsed; what is none is left out. */
export function readNotes(value: unknown): Notes {
  if (!isRecord(value)) return noNotes
  const own = isRecord(value['notes']) ? value['notes'] : {}
  const notes = places.flatMap((place) => {
    const text = textIn(own, place)
    return text === '' ? [] : [[place, text] as const]
  })
  const listed: readonly unknown[] = Array.isArray(value['decisions']) ? value['decisions'].slice(0, 500) : []
  const decisions = listed.flatMap((each): readonly Decision[] =>
    isRecord(each) && textIn(each, 'what') !== ''
      ? [
          {
            what: textIn(each, 'what'),
            owner: textIn(each, 'owner'),
            due: textIn(each, 'due'),
            recorded: each['recorded'] === true,
          },
        ]
      : [],
  )
  return { notes: Object.fromEntries(notes), decisions }
}

const sameDecision = (left: Decision, right: Decision) =>
  left.what === right.what && left.owner === right.owner && left.due === right.due

/** Both, so that opening a file loses nothing that was written here: texts that differ stand below each other. */
export function joined(mine: Notes, theirs: Notes): Notes {
  const notes = places.flatMap((place) => {
    const [own = '', other = ''] = [mine.notes[place], theirs.notes[place]]
    const text = own.includes(other) ? own : other.includes(own) ? other : `${own}\n\n${other}`
    return text === '' ? [] : [[place, text] as const]
  })
  const known = mine.decisions.map((own) => {
    const same = theirs.decisions.find((other) => sameDecision(own, other))
    return same?.recorded ? { ...own, recorded: true } : own
  })
  const added = theirs.decisions.filter((other) => !mine.decisions.some((own) => sameDecision(own, other)))
  return { notes: Object.fromEntries(notes), decisions: [...known, ...added] }
}
