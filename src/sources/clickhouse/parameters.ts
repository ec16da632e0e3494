import type { Within } from '../../domain/dimension'
import type { EventWithin } from '../../domain/eventDimension'
import type { Facet, Queries } from '../../domain/query/facets'
import { dimensions, eventDimensions } from '../../domain/summary'
import { unknownText } from '../../domain/units'
import { SourceError } from '../contract'
import { spelledOut, told } from '../rest/record'

/** What a question may be told: texts, numbers, flags, choices of them, choices of choices, numbers by name. NULL limits nothing. */
export type Parameter =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly number[]
  | readonly (readonly string[])[]
  | Readonly<Record<string, number>>

export type Parameters = Readonly<Record<string, Parameter>>

const backendWords = (words: readonly string[] | undefined): readonly string[] =>
  (words ?? []).map((word) => unknownText(word) ?? word)

const wordsOf = (text: string | undefined): readonly string[] => (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)

const orNull = <T>(value: T | undefined): T | null => value ?? null

/** Every record has one of these: “nothing recorded” is no word of the backend's, which may be empty. */
const always = new Set(['state', 'kind'])

/** The values of all limits by one dimension, in the backend's words. */
const valuesBy = (limits: readonly (Within | EventWithin)[], by: string): readonly (readonly string[])[] =>
  limits
    .filter((limit) => limit.by === by)
    .map(({ values }) => values.filter((value) => value !== '' || !always.has(by)).map((value) => told(by, value)))

const limitsBy = (by: readonly string[], limits: readonly (Within | EventWithin)[] = []): Parameters =>
  Object.fromEntries(by.map((each) => [`in_${each}`, valuesBy(limits, each)]))

type Reckoned = Omit<Within, 'by' | 'values'>

/** What dimensions are reckoned with. `of` begins the names: what is counted by, or `in`, what is limited by. */
export const reckoning = (of: 'of' | 'in', { zone, now, clock, locked, fixes }: Partial<Reckoned>): Parameters => ({
  [`${of}_zone`]: zone ?? 'UTC',
  [`${of}_now`]: now ?? 0,
  [`${of}_clock`]: clock ?? '',
  [`${of}_locked`]: locked ?? false,
  [`${of}_fixes`]: { ...fixes },
})

/** Which parts of the reckoning a limit heeds. What is locked is so at a moment. */
function heeded({ by, locked }: Within): readonly (keyof Reckoned)[] {
  if (by === 'hourOfWeek') return ['zone']
  if (by === 'fixed') return ['fixes']
  if (by === 'factor') return locked ? ['locked', 'now'] : ['locked']
  if (by === 'review') return ['now', 'locked']
  return by === 'reading' ? ['now', 'clock', 'locked'] : []
}

/** The one reckoning of all limits. Throws `unsupported` where two of them differ in what they heed: one question has room for one. */
function shared(limits: readonly Within[], source: string): Partial<Reckoned> {
  const found = new Map<keyof Reckoned, unknown>()
  for (const limit of limits)
    for (const part of heeded(limit)) {
      if (found.has(part) && JSON.stringify(found.get(part)) !== JSON.stringify(limit[part]))
        throw new SourceError(
          'unsupported',
          source,
          `ClickHouse cannot limit by ${limit.by} reckoned in two ways at once: leave one of the limits out.`,
        )
      found.set(part, limit[part])
    }
  return Object.fromEntries(found)
}

type ParametersOf = { readonly [F in Facet]: (query: Queries[F], source: string) => Parameters }

/** The parameters of a query of each facet, without its page. */
export const parametersOfQuery: ParametersOf = {
  workloads: ({ text, ids = [], tiers = [], teams = [], tags = [] }) => ({
    text: wordsOf(text), ids, tiers, teams, tags,
  }), // prettier-ignore
  activities: ({ text, ids = [], workloads = [], kinds, automation, risks, tags = [], events = [], pages }) => ({
    text: wordsOf(text), ids, workloads, kinds: backendWords(kinds), automation: backendWords(automation),
    risks: backendWords(risks), tags, events, pages: orNull(pages),
  }), // prettier-ignore
  assignments: ({ ids = [], activities = [], parties = [], roles = [], claims = [] }) => ({
    ids, activities, parties, roles: roles.map((role) => spelledOut[role]), claims,
  }), // prettier-ignore
  parties: ({ text, ids = [], types = [], memberOf = [], active }) => ({
    text: wordsOf(text), ids, types, member_of: memberOf, active: orNull(active),
  }), // prettier-ignore
  events: ({ text, ids = [], kinds, workloads = [], rules = [], incidents = [], planned, within, from, to }) => ({
    text: wordsOf(text), ids, kinds: backendWords(kinds), workloads, rules, incidents, planned: orNull(planned),
    from: orNull(from), to: orNull(to), ...limitsBy(eventDimensions, within),
  }), // prettier-ignore
  incidents: (query, source) => ({
    text: wordsOf(query.text),
    ids: query.ids ?? [],
    severities: query.severities ?? [],
    states: backendWords(query.states),
    workloads: query.workloads ?? [],
    teams: query.teams ?? [],
    people: query.people ?? [],
    problems: query.problems ?? [],
    labels: query.labels ?? [],
    opened_from: orNull(query.openedFrom),
    opened_to: orNull(query.openedTo),
    burning_from: orNull(query.burningFrom),
    burning_to: orNull(query.burningTo),
    open_at: orNull(query.openAt),
    ...limitsBy(dimensions, query.within),
    ...reckoning('in', shared(query.within ?? [], source)),
  }),
  timeline: ({ incidents = [], kinds, from, to, text }) => ({
    text: wordsOf(text), ids: [], incidents, kinds: backendWords(kinds), from: orNull(from), to: orNull(to),
  }), // prettier-ignore
  problems: ({ text, ids = [], states, owners = [], workloads = [] }) => ({
    text: wordsOf(text), ids, states: backendWords(states), owners, workloads,
  }), // prettier-ignore
  improvements: ({ text, ids = [], states, owners = [], activities = [], incidents = [] }) => ({
    text: wordsOf(text), ids, states: backendWords(states), owners, activities, incidents,
  }), // prettier-ignore
  requests: ({ text, ids = [], activities = [], states, kinds, parties = [] }) => ({
    text: wordsOf(text), ids, activities, states: backendWords(states), kinds: backendWords(kinds), parties,
  }), // prettier-ignore
}
