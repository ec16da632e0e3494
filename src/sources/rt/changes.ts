import type { Command, CommandKind } from '../../domain/command'
import type { Incident } from '../../domain/incident'
import { isTeamId } from '../../domain/ownership'
import type { Problem } from '../../domain/problem'
import type { Id } from '../../domain/units'
import type { Rules } from './rules'

/** What Request Tracker takes from here. Problems need a queue of theirs. */
export const ofIncidents = [
  'add-entry',
  'set-state',
  'set-severity',
  'assign',
  'link-problem',
] as const satisfies readonly CommandKind[]
export const ofProblems = ['record-problem', 'set-problem'] as const satisfies readonly CommandKind[]

export type IncidentChange = Extract<Command, { readonly kind: (typeof ofIncidents)[number] }>
export type Of<K extends CommandKind> = Extract<Command, { readonly kind: K }>

/** What a command makes of a ticket. */
export interface Change<R> {
  /** Fields of the ticket; none where only words are written. */
  readonly set: Readonly<Record<string, unknown>>
  /** What is written down with it: a comment, or correspondence that also goes out. */
  readonly words?: { readonly text: string; readonly to: 'comment' | 'correspond' }
  /** Whether the ticket has become what it should: RT answers 200 also where it refused. */
  readonly took: (record: R) => boolean
}

const nobody = 'Nobody'
const key = (id: Id): string => id.replace(/^(team|person):/, '')
const comment = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? {} : { words: { text: text.trim(), to: 'comment' as const } }

/** Names of custom fields are the same everywhere. Throws what is lacking, for whoever reads it. */
export class Lacking extends Error {}

function field(rules: Rules, name: keyof Rules['fields'], value: string): Readonly<Record<string, unknown>> {
  const called = rules.fields[name]
  if (called === undefined)
    throw new Lacking(`No custom field of this Request Tracker tells that: name one in the option fields.${name}.`)
  return { [called]: value }
}
const inFields = (values: Readonly<Record<string, unknown>>) =>
  Object.keys(values).length === 0 ? {} : { CustomFields: values }

function stateSet(command: Of<'set-state'>, rules: Rules): Change<Incident> {
  const status = rules.status(command.to)
  if (status === undefined)
    throw new Lacking(`No status of this Request Tracker stands for ${command.to}: name one in the option states.`)
  return { set: { Status: status }, took: ({ state }) => state === command.to, ...comment(command.note) }
}

function severitySet(command: Of<'set-severity'>, rules: Rules): Change<Incident> {
  const told = rules.told(command.to)
  if (told === undefined)
    throw new Lacking(`Nothing here stands for SEV${command.to}: name its priority in the option severities.`)
  const set = rules.fields.severity === undefined ? { Priority: told } : inFields(field(rules, 'severity', told))
  return { set, took: ({ severity }) => severity === command.to, ...comment(command.reason) }
}

function assigned({ team, person }: Of<'assign'>, rules: Rules): Change<Incident> {
  return {
    set: {
      ...(person !== undefined && { Owner: key(person) }),
      ...(team !== undefined && inFields(field(rules, 'team', key(team)))),
    },
    took: (now) => (person === undefined || now.assignee === person) && (team === undefined || now.team === team),
  }
}

/** A problem by its number; throws where it is none of ours. */
function linked({ problem }: Of<'link-problem'>, incident: Incident, rules: Rules): Change<Incident> {
  const [before, number] = [rules.numberOf(incident.problem ?? ''), rules.numberOf(problem ?? '')]
  if (problem !== undefined && number === undefined) throw new Lacking(`There is no problem ${problem} here.`)
  return {
    // Other parents of the ticket are left alone.
    set: {
      ...(number !== undefined && { AddMemberOf: Number(number) }),
      ...(before !== undefined && { DeleteMemberOf: Number(before) }),
    },
    took: (now) => now.problem === problem,
  }
}

/** What a command makes of an incident. Throws Lacking. */
export function changeOf(command: IncidentChange, incident: Incident, rules: Rules): Change<Incident> {
  switch (command.kind) {
    case 'add-entry':
      return {
        set: {},
        words: { text: command.text.trim(), to: command.entry === 'update' ? 'correspond' : 'comment' },
        took: () => true,
      }
    case 'set-state':
      return stateSet(command, rules)
    case 'set-severity':
      return severitySet(command, rules)
    case 'assign':
      return assigned(command, rules)
    case 'link-problem':
      return linked(command, incident, rules)
  }
}

const ownerSet = (owner: Id | undefined, rules: Rules) => {
  if (owner === undefined) return { own: {}, fields: {} }
  if (!isTeamId(owner)) return { own: { Owner: key(owner) }, fields: {} }
  return { own: { Owner: nobody }, fields: field(rules, 'team', key(owner)) }
}

/** What a command makes of a problem. Throws Lacking. */
export function problemChangeOf(command: Of<'set-problem'>, rules: Rules): Change<Problem> {
  const { state, owner, rootCause, workaround, because } = command
  const status = state === undefined ? undefined : rules.problemStatus(state)
  if (state !== undefined && status === undefined)
    throw new Lacking(`No status of this Request Tracker stands for ${state}: name one in the option problemStates.`)
  const { own, fields } = ownerSet(owner, rules)
  const [cause, way] = [rootCause?.trim(), workaround?.trim()]
  return {
    set: {
      ...own,
      ...(status !== undefined && { Status: status }),
      ...inFields({
        ...fields,
        ...(cause !== undefined && field(rules, 'rootCause', cause)),
        ...(way !== undefined && field(rules, 'workaround', way)),
      }),
    },
    took: (now) =>
      (state === undefined || now.state === state) &&
      (owner === undefined || now.owner === owner) &&
      (cause === undefined || (now.rootCause?.text ?? '') === cause) &&
      (way === undefined || (now.workaround ?? '') === way),
    ...comment(because),
  }
}

/** The ticket that a problem becomes. Throws Lacking. */
export function ticketOf(
  command: Of<'record-problem'>,
  queue: string,
  rules: Rules,
): Readonly<Record<string, unknown>> {
  const { own, fields } = ownerSet(command.owner, rules)
  const workloads = [...new Set(command.workloads)]
  const told = rules.fields.workloads
  return {
    Queue: queue,
    Subject: command.title.trim(),
    ...own,
    ...inFields({ ...fields, ...(told !== undefined && workloads.length > 0 && { [told]: workloads }) }),
  }
}
