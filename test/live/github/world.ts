import { eventsOf } from '../../../mocks/github/handlers'
import { loginsOf, repository, tellable, threadsOf, type Thread } from '../../../mocks/github/tell'
import type { Holdings } from '../../../src/domain/query/facets'
import { type Instant, instant } from '../../../src/domain/units'
import { entriesOf } from '../../../src/sources/github/history'
import { namesOf, withLabel } from '../../../src/sources/github/labels'
import { incidentOf, problemFrom } from '../../../src/sources/github/map'
import type { Event, Issue } from '../../../src/sources/github/wire'

/** Who does what nobody is said to have done. */
export const somebody = 'watchbill'

/** A change of an issue, as it is sent. */
interface Change {
  readonly labels?: readonly string[]
  readonly assignees?: readonly string[]
  readonly state?: string
}

/** A change, who makes it, and when. */
export interface Step {
  readonly at: Instant
  readonly actor: string
  readonly change: Change
}

/** How an issue comes to be what it is. */
export interface Script {
  readonly created: Instant
  readonly first: { readonly title: string; readonly body?: string; readonly labels: readonly string[] }
  readonly steps: readonly Step[]
}

/** A script, and what the issue then is. */
export interface Played extends Script {
  readonly issue: Issue
  readonly events: readonly Event[]
}

/** With milliseconds, as the emulator says it; GitHub itself says none. */
const said = (at: Instant): string => new Date(at).toISOString()
const moment = (text: string): Instant => instant(Date.parse(text))

/** What a change makes of an issue. */
function changed(issue: Issue, { at, change }: Step): Issue {
  const { labels, assignees, state } = change
  return {
    ...issue,
    ...(labels && { labels: labels.map((name) => ({ name })) }),
    ...(assignees && { assignees: assignees.map((login) => ({ login })) }),
    ...(state !== undefined && { state, state_reason: 'completed', closed_at: said(at) }),
    updated_at: said(at),
  }
}

/** The change behind an event. Comments are none: the timeline of the emulator does not tell them. */
function changeOf({ event, label, assignee }: Event, now: Issue): Change {
  const [key, ...value] = label?.name.split(':') ?? []
  if (event === 'labeled' && (key === 'state' || key === 'severity' || key === 'team'))
    return { labels: withLabel(now, key, value.join(':')) }
  if (event === 'assigned') return { assignees: [assignee?.login ?? ''] }
  return event === 'closed' && now.state === 'open' ? { state: 'closed' } : {}
}

/** An issue of the world as a script. `nextId` numbers the events, as the emulator does over all issues. */
function scriptOf({ issue, events }: Thread, nextId: () => number): Played {
  const labels = [...new Set(namesOf(issue).filter((name) => !name.startsWith('state:')))]
  const title = issue.title.trim()
  const created = moment(issue.created_at)
  const dated = { created_at: said(created), updated_at: said(created), closed_at: null }
  const begun: Issue = { ...issue, ...dated, title, state: 'open', state_reason: null, assignees: [] }
  let now: Issue = { ...begun, labels: labels.map((name) => ({ name })) }
  const steps: Step[] = []
  const told: Event[] = []
  const tell = (at: Instant, actor: string, what: readonly Omit<Event, 'id' | 'created_at'>[]) =>
    told.push(...what.map((each) => ({ id: nextId(), created_at: said(at), actor: { login: actor }, ...each })))
  const take = (step: Step) => {
    if (Object.keys(step.change).length === 0) return
    steps.push(step)
    tell(step.at, step.actor, eventsOf(now, step.change))
    now = changed(now, step)
  }
  tell(created, somebody, [{ event: 'opened' }])
  for (const event of events)
    take({ at: moment(event.created_at ?? ''), actor: event.actor?.login ?? somebody, change: changeOf(event, now) })
  // What the timeline does not tell came about at the end.
  const at = steps.at(-1)?.at ?? created
  const [assignee] = issue.assignees ?? []
  if (assignee && now.assignees?.[0]?.login !== assignee.login)
    take({ at, actor: somebody, change: { assignees: [assignee.login] } })
  if (issue.state === 'closed' && now.state === 'open')
    take({ at: moment(issue.closed_at ?? ''), actor: somebody, change: { state: 'closed' } })
  return {
    created,
    first: { title, labels, ...(issue.body != null && { body: issue.body }) },
    steps,
    issue: now,
    events: told,
  }
}

/** Every issue in the order of its number. */
export function scriptsOf(world: Holdings): readonly Played[] {
  let made = 0
  return threadsOf(world).map((thread) => scriptOf(thread, () => (made += 1)))
}

/** The issues as the domain says them. How it says what GitHub words is compared with the world over the mock. */
export function holdingsOf(world: Holdings, scripts: readonly Played[]): Holdings {
  const labelled = (label: string) => scripts.filter(({ issue }) => namesOf(issue).includes(label))
  return {
    ...tellable(world),
    incidents: labelled('incident').map(({ issue }) => incidentOf(issue, repository)),
    problems: labelled('problem').map(({ issue }) => problemFrom(issue, repository)),
    timeline: labelled('incident').flatMap(({ issue, events }) =>
      entriesOf(events, incidentOf(issue, repository).id, repository),
    ),
  }
}

/** Everybody who does something or can be assigned. */
export const everybody = (world: Holdings, scripts: readonly Script[]): readonly string[] => {
  const acting = scripts.flatMap(({ steps }) => steps.map(({ actor }) => actor))
  const assigned = scripts.flatMap(({ steps }) => steps.flatMap(({ change }) => change.assignees ?? []))
  return [...new Set([somebody, ...loginsOf(world), ...acting, ...assigned])]
}
