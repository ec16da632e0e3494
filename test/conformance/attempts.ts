import { claimsOf } from '../../src/domain/changeRules'
import type { Command, CommandKind, IncidentCommand } from '../../src/domain/command'
import { type Incident, incidentStates, type PostIncidentReview, severities } from '../../src/domain/incident'
import type { Activity, Assignment } from '../../src/domain/ownership'
import { workStates } from '../../src/domain/problem'
import type { Holdings } from '../../src/domain/query/facets'
import { onProblems } from './attemptsOnProblems'
import { after, day24, type Instant } from '../../src/domain/units'

type IncidentKind = IncidentCommand['kind']
type OtherKind = Exclude<CommandKind, IncidentKind>
type Attempts = (world: Holdings, at: Instant) => readonly Command[]

const personIn = ({ parties }: Holdings) => parties.find((party) => party.type === 'person')?.id ?? 'person:x'

/** Commands on one incident, lawful and unlawful ones. */
function onIncident(kind: IncidentKind, incident: Incident, world: Holdings, at: Instant): readonly Command[] {
  const id = incident.id
  const person = personIn(world)
  const team = world.parties.find((party) => party.type === 'team' && party.id !== incident.team)?.id ?? 'team:x'
  const problem = world.problems.find((each) => each.id !== incident.problem)?.id ?? 'problem'
  const steps = incident.plan?.steps ?? []
  const entries = world.timeline.filter((entry) => entry.incident === id)
  const foreign = world.timeline.find((entry) => entry.incident !== id)
  const review: PostIncidentReview = {
    summary: ' The portal was down, „ganz“. ',
    heldAt: at,
    factors: ['No canary', ' '],
    wentWell: [],
    lessons: ['One portal is one too few'],
    sharedWith: ['team:sre'],
  }
  switch (kind) {
    case 'set-step':
      return [
        { kind, incident: id, step: 'nowhere', to: 'done' },
        ...steps.flatMap(({ id: step }): readonly Command[] => [
          { kind, incident: id, step, to: 'skipped' },
          { kind, incident: id, step, to: 'open' },
          { kind, incident: id, step, to: 'done' },
          { kind, incident: id, step, to: 'skipped', because: ' Nothing to freeze. ' },
        ]),
      ]
    case 'correct-entry':
      return [
        ...(foreign ? [{ kind, incident: id, entry: foreign.id, text: 'Not mine.' }] : []),
        ...entries.map(({ id: entry }) => ({ kind, incident: id, entry, text: ' It was the other region. ' })),
      ]
    case 'write-review':
      return [
        { kind, incident: id, review: { ...review, summary: ' ' } },
        { kind, incident: id, review },
      ]
    case 'set-state':
      return incidentStates.map((to) => ({ kind, incident: id, to }))
    case 'set-severity':
      return severities.map((to) => ({ kind, incident: id, to, reason: 'seen worse' }))
    case 'assign':
      return [
        { kind, incident: id, team },
        { kind, incident: id, person },
        { kind, incident: id },
      ]
    case 'take-role':
      return [
        { kind, incident: id, role: 'commander', person },
        { kind, incident: id, role: 'responder', person },
      ]
    case 'add-entry':
      return [
        { kind, incident: id, entry: 'note', text: 'It began before the deploy.' },
        { kind, incident: id, entry: 'update', text: 'Half of the traffic is well.' },
        { kind, incident: id, entry: 'note', text: ' ' },
      ]
    case 'link-problem':
      return [
        { kind, incident: id, problem },
        { kind, incident: id, ...(incident.problem !== undefined && { problem: incident.problem }) },
      ]
  }
}

type RequestChange = Extract<Command, { readonly kind: 'request-change' }>

/** One wish of each kind about an activity, and some that cannot be. */
function wishes(activity: Activity, claims: readonly Assignment[], world: Holdings, at: Instant): readonly Command[] {
  const base = { kind: 'request-change', activity: activity.id, reason: 'The team moved.' } as const
  const person = personIn(world)
  const asked = (
    change: RequestChange['change'],
    steps: RequestChange['steps'],
    more: Partial<RequestChange> = {},
  ) => ({
    ...base,
    change,
    steps,
    ...more,
  })
  const held = claims.find((each) => each.claim === 'declared' && each.party !== undefined && each.party !== person)
  const free = claimsOf(claims, 'V', person).length === 0
  return [
    asked('add', []),
    asked('add', [{ op: 'give', role: 'V', party: person }], { reason: ' ' }),
    asked('change', [{ op: 'take', role: 'V', party: 'team:nobody' }]),
    asked('exception', [], { gap: 'no-runbook', expires: at }),
    ...(free ? [asked('add', [{ op: 'give', role: 'V', party: person }])] : []),
    asked('exception', [], { gap: 'no-runbook', expires: after(at, day24) }),
    ...(held?.party === undefined || claimsOf(claims, held.role, person).length > 0
      ? []
      : [
          asked(
            'transfer',
            [
              { op: 'take', role: held.role, party: held.party },
              { op: 'give', role: held.role, party: person },
            ],
            { plan: 'Larger teams' },
          ),
        ]),
  ]
}

const others: Readonly<Record<OtherKind, Attempts>> = {
  ...onProblems,
  'mark-reviewed': ({ activities }) => [
    ...activities.slice(0, 2).map(({ id }): Command => ({ kind: 'mark-reviewed', activity: id })),
    ...activities
      .slice(2, 3)
      .map(({ id }): Command => ({ kind: 'mark-reviewed', activity: id, evidence: 'Minutes, 12 May' })),
  ],
  'request-change': (world, at) =>
    world.activities.slice(0, 6).flatMap((activity, index) =>
      wishes(
        activity,
        world.assignments.filter((each) => each.activity === activity.id),
        world,
        at,
      ).slice(0, 4 + (index % 4)),
    ),
  'decide-change': ({ requests }) => [
    ...requests.map(({ id }): Command => ({ kind: 'decide-change', request: id, decision: 'withdrawn' })),
    ...requests.flatMap(({ id, kind }, index): readonly Command[] => [
      {
        kind: 'decide-change',
        request: id,
        decision: kind === 'exception' || index % 2 === 0 ? 'approved' : 'rejected',
        note: 'Agreed with both.',
      },
    ]),
  ],
  'give-feedback': ({ activities }) => [
    ...activities
      .slice(0, 3)
      .map(({ id }): Command => ({ kind: 'give-feedback', activity: id, text: 'The runbook names an old portal.' })),
    ...activities.slice(0, 1).map(({ id }): Command => ({ kind: 'give-feedback', activity: id, text: ' ' })),
  ],
  'record-improvement': ({ activities, incidents, ...world }, at) => [
    ...activities.slice(0, 1).flatMap(({ id }): readonly Command[] => [
      {
        kind: 'record-improvement',
        title: 'Name a deputy',
        from: 'review',
        activity: id,
        owner: personIn({ activities, incidents, ...world }),
        due: after(at, day24),
      },
      { kind: 'record-improvement', title: '', from: 'review', activity: id },
    ]),
    ...incidents
      .slice(0, 1)
      .map(({ id }): Command => ({ kind: 'record-improvement', title: 'Page less', from: 'incident', incident: id })),
  ],
  'link-event': ({ events, incidents }) =>
    events
      .slice(-40)
      .flatMap(({ id, incident }, index): readonly Command[] => [
        { kind: 'link-event', event: id, ...(incident !== undefined && { incident }) },
        index % 2 === 0
          ? { kind: 'link-event', event: id }
          : { kind: 'link-event', event: id, incident: incidents[index % incidents.length]?.id ?? '' },
      ]),
  /** What may be undone is known once it was done: `cases/undoing.ts`. */
  undo: () => [],
  'set-improvement': (world, at) =>
    world.improvements.flatMap(({ id }): readonly Command[] => [
      ...workStates.map((state): Command => ({ kind: 'set-improvement', improvement: id, state })),
      { kind: 'set-improvement', improvement: id },
      { kind: 'set-improvement', improvement: id, state: 'in-progress', owner: personIn(world), due: after(at, day24) },
    ]),
}

const isOther = (kind: CommandKind): kind is OtherKind => kind in others

/** Commands of one kind, lawful and unlawful ones. `at` is when they are given. */
export const attempts = (kind: CommandKind, world: Holdings, at: Instant): readonly Command[] =>
  isOther(kind) ? others[kind](world, at) : world.incidents.flatMap((incident) => onIncident(kind, incident, world, at))
