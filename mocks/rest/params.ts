import { changeKinds, changeStates } from '../../src/domain/change'
import type { Within } from '../../src/domain/dimension'
import { eventKinds } from '../../src/domain/event'
import type { EventWithin } from '../../src/domain/eventDimension'
import { clocks, incidentStates, type Severity, severity } from '../../src/domain/incident'
import { activityKinds, automationLevels, risks, roleNames, roles } from '../../src/domain/ownership'
import { problemStates, workStates } from '../../src/domain/problem'
import type { Facet, Queries } from '../../src/domain/query/facets'
import { readEventWithin, readFixes, readWithin } from '../../src/domain/query/within'
import { dimensions, eventDimensions, type EventQuestion, type SummaryQuestion } from '../../src/domain/summary'
import { entryKinds } from '../../src/domain/timeline'
import { type Instant, openValue, parseInstant } from '../../src/domain/units'

/** A request that does not make sense. */
export class BadRequest extends Error {}

/** Dimensions whose values are words of an open vocabulary; where a record may lack one, an empty text stands for that. */
const vocabularies = new Map<string, { readonly words: readonly string[]; readonly optional?: true }>([
  ['state', { words: incidentStates }],
  ['detection', { words: ['alarm', 'person', 'customer'], optional: true }],
  ['kind', { words: eventKinds }],
  ['outcome', { words: ['escalated', 'grouped', 'ignored'], optional: true }],
])

type Reading = (values: readonly string[], name: string) => unknown

const only: (read: (text: string, name: string) => unknown) => Reading = (read) => (values, name) => {
  const [text] = values
  if (text === undefined || values.length > 1) throw new BadRequest(`${name} may be given once.`)
  return read(text, name)
}
const words: Reading = (values) => values
const text = only((each) => each)
const numbers: Reading = (values) => values.map(Number)
const moment = (each: string, name: string): Instant => {
  const at = parseInstant(each)
  if (at === undefined) throw new BadRequest(`${name} must be a moment with an offset.`)
  return at
}
const yes = only((each, name) => {
  if (each !== 'true' && each !== 'false') throw new BadRequest(`${name} must be true or false.`)
  return each === 'true'
})
const open =
  (known: readonly string[]): Reading =>
  (values) =>
    values.map((each) => openValue(known, each))
const choice = (known: readonly string[]): Reading =>
  only((each, name) => {
    if (!known.includes(each)) throw new BadRequest(`${name} must be one of ${known.join(', ')}.`)
    return each
  })
const roleLetters: Reading = (values) =>
  values.map((each) => roles.find((role) => roleNames[role].toLowerCase() === each) ?? each)
const ranks: Reading = (values): readonly (Severity | 0)[] => values.map((each) => severity(Number(each)) ?? 0)

/** JSON in a parameter, or what is wrong with it. */
const json = (parse: (text: string) => unknown, shape: string): Reading =>
  only((each, name) => {
    const read = parse(each)
    if (read === undefined) throw new BadRequest(`${name} must be ${shape}.`)
    return read
  })
/** The words of open vocabularies come as the backend has them. */
const inOurWords = <W extends Within | EventWithin>(limits: readonly W[] | undefined) =>
  limits?.map((limit) => {
    const known = vocabularies.get(limit.by)
    if (!known) return limit
    const { words, optional } = known
    return { ...limit, values: limit.values.map((each) => (optional && each === '' ? each : openValue(words, each))) }
  })
const limits = json((each) => inOurWords(readWithin(each)), 'limits such as [{"by":"team","values":["team:a"]}]')
const eventLimits = json((each) => inOurWords(readEventWithin(each)), 'limits such as [{"by":"rule","values":["a"]}]')

const found = { text, ids: words }
const span = { from: only(moment), to: only(moment) }
const work = open(workStates)

/** What each parameter of a list means: the document's parameters, one by one. */
const readings: { readonly [F in Facet]: { readonly [K in keyof Required<Queries[F]>]: Reading } } = {
  workloads: { ...found, tiers: numbers, teams: words, tags: words },
  activities: {
    ...found,
    workloads: words,
    kinds: open(activityKinds),
    automation: open(automationLevels),
    risks: open(risks),
    tags: words,
    events: words,
    pages: yes,
  },
  assignments: { ids: words, activities: words, parties: words, roles: roleLetters, claims: words },
  parties: { ...found, types: words, memberOf: words, active: yes },
  events: {
    ...found,
    ...span,
    kinds: open(eventKinds),
    workloads: words,
    rules: words,
    incidents: words,
    planned: yes,
    within: eventLimits,
  },
  incidents: {
    ...found,
    severities: ranks,
    states: open(incidentStates),
    workloads: words,
    teams: words,
    people: words,
    problems: words,
    labels: words,
    openedFrom: only(moment),
    openedTo: only(moment),
    burningFrom: only(moment),
    burningTo: only(moment),
    openAt: only(moment),
    within: limits,
    order: choice(['newest', 'oldest', 'severity']),
  },
  timeline: { text, ...span, incidents: words, kinds: open(entryKinds) },
  problems: { ...found, states: open(problemStates), owners: words, workloads: words },
  improvements: { ...found, states: work, owners: words, activities: words, incidents: words },
  requests: { ...found, activities: words, states: open(changeStates), kinds: open(changeKinds), parties: words },
}

function read(parameters: URLSearchParams, table: Readonly<Record<string, Reading>>, besides: readonly string[]) {
  const result: Record<string, unknown> = {}
  for (const name of new Set(parameters.keys())) {
    if (besides.includes(name)) continue
    const reading = Object.hasOwn(table, name) ? table[name] : undefined
    if (!reading) throw new BadRequest(`There is no parameter ${name} here.`)
    result[name] = reading(parameters.getAll(name), name)
  }
  return result
}

/** The query that the parameters ask. The cast holds because `readings` has a reading for every part of each query. */
export const queryOf = <F extends Facet>(facet: F, parameters: URLSearchParams): Queries[F] =>
  read(parameters, readings[facet], ['limit', 'cursor']) as Queries[F]

const own: { readonly [K in keyof Required<Omit<SummaryQuestion, 'query'>>]: Reading } = {
  bucket: choice(['day', 'week', 'month', 'instant']),
  moment: choice(['opened', 'stopped']),
  zone: text,
  by: (values) => values.map((each) => choice(dimensions)([each], 'by')),
  clock: choice(Object.keys(clocks)),
  now: only(moment),
  locked: yes,
  fixes: json((each) => readFixes(JSON.parse(each)), 'a JSON object of moments by problem'),
}

const ownOfEvents: { readonly [K in keyof Required<Omit<EventQuestion, 'query'>>]: Reading } = {
  bucket: choice(['day', 'week', 'month']),
  zone: text,
  by: (values) => values.map((each) => choice(eventDimensions)([each], 'by')),
}

/** The question about events. The cast holds as below. */
export function eventQuestionOf(parameters: URLSearchParams): EventQuestion {
  if (!parameters.has('zone')) throw new BadRequest('zone must be given.')
  const query = read(parameters, readings.events, Object.keys(ownOfEvents))
  const question = read(parameters, ownOfEvents, Object.keys(readings.events))
  return { by: [], ...question, query } as unknown as EventQuestion
}

/** The question that the parameters ask. The cast holds as above, once the required parts are there. */
export function questionOf(parameters: URLSearchParams): SummaryQuestion {
  if (!parameters.has('zone') || !parameters.has('now')) throw new BadRequest('zone and now must be given.')
  const query = read(parameters, readings.incidents, Object.keys(own))
  const question = read(parameters, own, Object.keys(readings.incidents))
  return { by: [], ...question, query } as unknown as SummaryQuestion
}
