import { type IncidentState, type Severity, severity } from '../../domain/incident'
import type { ProblemState } from '../../domain/problem'
import type { Id, Open } from '../../domain/units'
import type { FieldName } from './fields'

/** How this Request Tracker is used. */
export interface RtMapping {
  /** Stands before the numbers of tickets in ids; `RT#`. */
  readonly prefix?: string
  /** What each status of incidents means; goes over RT's own words. */
  readonly states?: Readonly<Record<string, string>>
  readonly problemStates?: Readonly<Record<string, string>>
  /** What a priority, or a value of the custom field for severity, means: 1 to 5. A number stands for itself and all above it. */
  readonly severities?: Readonly<Record<string, number>>
  readonly fields?: Readonly<Partial<Record<FieldName, string>>>
}

/** The mapping, ready for use. */
export interface Rules {
  readonly fields: Readonly<Partial<Record<FieldName, string>>>
  readonly idOf: (number: string) => Id
  /** The number of a ticket; undefined for an id that is none of ours. */
  readonly numberOf: (id: Id) => string | undefined
  readonly state: (status: string) => Open<IncidentState>
  readonly problemState: (status: string) => Open<ProblemState>
  /** The status to set for a state; undefined where none stands for it. */
  readonly status: (state: IncidentState) => string | undefined
  readonly problemStatus: (state: ProblemState) => string | undefined
  readonly severity: (told: string) => Severity | undefined
  /** What to write for a severity; undefined where nothing stands for it. */
  readonly told: (rank: Severity) => string | undefined
}

/** The words of the lifecycle that RT begins with, and ours. A status that nobody sets by hand stands last. */
const incidentWords: readonly (readonly [string, IncidentState])[] = [
  ['new', 'triggered'],
  ['open', 'acknowledged'],
  ['triggered', 'triggered'],
  ['acknowledged', 'acknowledged'],
  ['mitigating', 'mitigating'],
  ['resolved', 'resolved'],
  ['closed', 'closed'],
  ['rejected', 'closed'],
]
const problemWords: readonly (readonly [string, ProblemState])[] = [
  ['new', 'identified'],
  ['open', 'analysing'],
  ['identified', 'identified'],
  ['analysing', 'analysing'],
  ['known error', 'known-error'],
  ['known-error', 'known-error'],
  ['fix in progress', 'fix-in-progress'],
  ['fix-in-progress', 'fix-in-progress'],
  ['resolved', 'resolved'],
  ['rejected', 'resolved'],
]
/** What RT's own lifecycle can be told; for others the option has to name the status. */
const written: ReadonlySet<string> = new Set(['new', 'open', 'resolved'])

function words<S extends string>(known: readonly (readonly [string, S])[], given: Readonly<Record<string, string>>) {
  const states = new Set(known.map(([, state]) => state))
  const isState = (word: string): word is S => states.has(word as S)
  const own = Object.entries(given).map(([status, state]) => [status.toLowerCase(), state] as const)
  const meaning = new Map<string, string>([...known, ...own])
  return {
    of: (status: string): Open<S> => {
      const state = meaning.get(status.toLowerCase())
      return state !== undefined && isState(state) ? state : `unknown:${status}`
    },
    status: (state: S): string | undefined =>
      (own.find(([, each]) => each === state) ??
        known.find(([status, each]) => each === state && written.has(status)))?.[0],
  }
}

const isNumber = (text: string): boolean => /^\d+$/.test(text)

function ranks(severities: Readonly<Record<string, number>>) {
  const given = Object.entries(severities).map(([told, rank]) => [told, severity(rank)] as const)
  // The highest first, as RT finds the word for a priority.
  const steps = given.filter(([told]) => isNumber(told)).toSorted(([left], [right]) => Number(right) - Number(left))
  const named = new Map(given.map(([told, rank]) => [told.toLowerCase(), rank]))
  return {
    of: (told: string) =>
      isNumber(told) ? steps.find(([step]) => Number(step) <= Number(told))?.[1] : named.get(told.toLowerCase()),
    told: (rank: Severity, mayBeWord: boolean) =>
      given.find(([told, each]) => each === rank && (mayBeWord || isNumber(told)))?.[0],
  }
}

/** Reads the options once. */
export function rulesOf({
  prefix = 'RT#',
  states = {},
  problemStates = {},
  severities = {},
  fields = {},
}: RtMapping): Rules {
  const [incidents, problems, rank] = [
    words(incidentWords, states),
    words(problemWords, problemStates),
    ranks(severities),
  ]
  return {
    fields,
    idOf: (number) => prefix + number,
    numberOf: (id) =>
      id.startsWith(prefix) && isNumber(id.slice(prefix.length)) ? id.slice(prefix.length) : undefined,
    state: incidents.of,
    problemState: problems.of,
    status: incidents.status,
    problemStatus: problems.status,
    severity: rank.of,
    // RT 5.0 stores 0 for a priority in words.
    told: (each) => rank.told(each, fields.severity !== undefined),
  }
}
