import type { Command, CommandEnvelope } from '../src/domain/command'
import type { OpsEvent } from '../src/domain/event'
import type { Incident } from '../src/domain/incident'
import type { Holdings } from '../src/domain/query/facets'
import type { TimelineEntry } from '../src/domain/timeline'
import { after, type Duration, duration, type Id, type Instant } from '../src/domain/units'
import type { Backend } from './backend'

/** What one step does to the backend. */
export type Act = { readonly put: Partial<Holdings> } | { readonly send: CommandEnvelope }

export interface Step {
  /** After the step before. */
  readonly after: Duration
  /** Pure: what happens to the incident with this id at this moment. */
  readonly apply: (incident: Id, at: Instant) => Act
}

const seconds = (count: number): Duration => duration(count * 1000)
const workloads = ['session-store', 'checkout-api']

const alarm = (incident: Id, at: Instant, number: number, title: string): OpsEvent => ({
  id: `EVT-${incident}-${number}`,
  title,
  kind: 'alarm',
  rule: 'session-store-error-ratio',
  at,
  planned: false,
  origin: 'internal',
  workloads,
  severity: 3,
  pages: number > 1,
  ...(number > 1 && { incident, escalatedBy: 'errors above 5% for 2 min', outcome: 'escalated' as const }),
})

const entry = (incident: Id, at: Instant, sequence: number, words: Pick<TimelineEntry, 'kind' | 'text' | 'to'>) => ({
  id: `${incident}/${sequence}`,
  incident,
  at,
  recordedAt: at,
  sequence,
  actor: 'paging',
  ...words,
})

const opened = (id: Id, at: Instant): Incident => ({
  id,
  title: 'Checkout sessions dropped for some customers',
  severity: 3,
  severityText: 'SEV3',
  state: 'triggered',
  opened: at,
  clocks: { started: after(at, seconds(-40)), detected: at },
  workloads,
  team: 'team:identity',
  assignee: 'person:rahimi',
  roles: [],
  activity: 'session-store/respond-to-error-rate',
  impact: 'Some customers have to sign in again before they can pay',
  factors: [],
  labels: ['customer-facing'],
  detection: 'alarm',
  reassignments: 0,
  links: [],
  version: '1',
})

/** A step that a person takes, as the command that any person could give. */
const person = (later: number, actor: string, command: (incident: Id) => Command): Step => ({
  after: seconds(later),
  apply: (incident, at) => ({ send: { key: `story ${incident} ${at}`, actor, at, command: command(incident) } }),
})

const update = (later: number, actor: string, text: string): Step =>
  person(later, actor, (incident) => ({ kind: 'add-entry', incident, entry: 'update', text }))

const move = (
  later: number,
  actor: string,
  to: Incident['state'] & ('acknowledged' | 'mitigating' | 'resolved' | 'closed'),
  note: string,
): Step => person(later, actor, (incident) => ({ kind: 'set-state', incident, to, note }))

/** One incident from the first alarm to its closing: event, page, escalation, acknowledgement, mitigation, relapse. */
export const story: readonly Step[] = [
  {
    after: seconds(5),
    apply: (id, at) => ({ put: { events: [alarm(id, at, 1, 'Errors of Session store above 2%')] } }),
  },
  {
    after: seconds(20),
    apply: (id, at) => ({
      put: {
        events: [alarm(id, at, 2, 'Errors of Session store above 5%')],
        incidents: [opened(id, at)],
        timeline: [
          entry(id, at, 1, { kind: 'event', text: 'session-store-error-ratio became an incident' }),
          entry(id, at, 2, { kind: 'escalation', to: 'person:rahimi', text: 'Paged N. Rahimi.' }),
        ],
      },
    }),
  },
  {
    after: seconds(75),
    apply: (id, at) => ({
      put: {
        timeline: [entry(id, at, 3, { kind: 'escalation', to: 'person:duarte', text: 'No answer: paged E. Duarte.' })],
      },
    }),
  },
  move(35, 'E. Duarte', 'acknowledged', 'I have it.'),
  person(10, 'E. Duarte', (incident) => ({ kind: 'assign', incident, person: 'person:duarte' })),
  update(40, 'E. Duarte', 'Sessions in one zone are lost. Customers can sign in again.'),
  person(45, 'A. Haddad', (incident) => ({
    kind: 'set-severity',
    incident,
    to: 2,
    reason: 'Payments are affected as well.',
  })),
  person(10, 'A. Haddad', (incident) => ({ kind: 'take-role', incident, role: 'commander', person: 'person:haddad' })),
  move(50, 'E. Duarte', 'mitigating', 'Traffic leaves the broken zone.'),
  update(55, 'L. Brandt', 'Fewer customers are affected. Next update in 15 minutes.'),
  move(70, 'E. Duarte', 'resolved', 'Errors are back to normal.'),
  move(60, 'E. Duarte', 'mitigating', 'Errors rise again.'),
  update(40, 'E. Duarte', 'The old leader came back with old sessions. It is shut down for good.'),
  move(80, 'E. Duarte', 'resolved', 'Stable for five minutes.'),
  move(60, 'A. Haddad', 'closed', 'Review is booked.'),
]

/** The pause before the story is told again. */
export const interval = seconds(90)

function perform(backend: Backend, act: Act): void {
  if ('put' in act) return backend.put(act.put)
  backend.send(act.send)
}

export interface Playing {
  /** Resolves after so many milliseconds, or at once when aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** Ends the play. */
  readonly signal: AbortSignal
  /** 2 plays twice as fast. */
  readonly speed?: number
  /** How often; for ever when absent. */
  readonly times?: number
}

/** Plays the story on a backend, again and again, each time as a new incident. Resolves when it ends. */
export async function playStory(
  backend: Backend,
  { wait, signal, speed = 1, times = Infinity }: Playing,
): Promise<void> {
  for (let round = 0; round < times; round++) {
    const id = `INC-${2295 + round}`
    for (const step of story) {
      await wait(step.after / speed, signal)
      if (signal.aborted) return
      perform(backend, step.apply(id, backend.now()))
    }
    await wait(interval / speed, signal)
    if (signal.aborted) return
  }
}
