import { eventQueries } from './events'
import { incidentQueries } from './incidents'
import { choice, given, list, moment, momentKey, numberKey, overlap, text, textKey } from './parts'

/** Every question that can be asked, by name: what the handlers answer and what the client sends, word for word. */
export const queries = {
  about: 'SELECT version FROM about',
  ...incidentQueries,
  ...eventQueries,
  timeline: list(
    'timeline',
    [
      choice('ids', 'id'),
      choice('incidents', 'incident'),
      choice('kinds', 'kind'),
      given('from', 'Int64', (at) => `at >= ${moment(at)}`),
      given('to', 'Int64', (at) => `at < ${moment(at)}`),
      text,
    ],
    [momentKey('at'), textKey('incident'), numberKey('sequence'), textKey('id')],
  ),
  problems: list(
    'problems',
    [choice('ids', 'id'), choice('states', 'state'), choice('owners', 'owner'), overlap('workloads'), text],
    [textKey('id')],
  ),
  improvements: list(
    'improvements',
    [
      choice('ids', 'id'),
      choice('states', 'state'),
      choice('owners', 'owner'),
      choice('activities', 'activity'),
      choice('incidents', 'incident'),
      text,
    ],
    [numberKey('due'), textKey('id')],
  ),
  workloads: list(
    'workloads',
    [choice('ids', 'id'), choice('tiers', 'tier', 'Float64'), choice('teams', 'team'), overlap('tags'), text],
    [textKey('name'), textKey('id')],
  ),
  activities: list(
    'activities',
    [
      choice('ids', 'id'),
      choice('workloads', 'workload'),
      choice('kinds', 'kind'),
      choice('automation'),
      choice('risks', 'risk'),
      overlap('tags'),
      overlap('events'),
      given('pages', 'Bool', (value) => `pages = ${value}`),
      text,
    ],
    [textKey('workload'), textKey('name'), textKey('id')],
  ),
  assignments: list(
    'assignments',
    [
      choice('ids', 'id'),
      choice('activities', 'activity'),
      choice('parties', 'party'),
      choice('roles', 'role'),
      choice('claims', 'claim'),
    ],
    [textKey('activity'), textKey('id')],
  ),
  parties: list(
    'parties',
    [
      choice('ids', 'id'),
      choice('types', 'type'),
      overlap('member_of', "if(type = 'person', teams, [])"),
      given('active', 'Bool', (value) => `type = 'person' AND active = ${value}`),
      text,
    ],
    [textKey('name'), textKey('id')],
  ),
  requests: list(
    'requests',
    [
      choice('ids', 'id'),
      choice('activities', 'activity'),
      choice('states', 'state'),
      choice('kinds', 'kind'),
      overlap('parties'),
      text,
    ],
    [momentKey('proposed', true), textKey('id')],
  ),
} as const satisfies Readonly<Record<string, string>>

export type QueryName = keyof typeof queries

/** The parameters that a question takes: each has to be told. */
export const parametersOf = (name: QueryName): ReadonlySet<string> =>
  new Set([...queries[name].matchAll(/\{(\w+):/g)].flatMap(([, param]) => param ?? []))
