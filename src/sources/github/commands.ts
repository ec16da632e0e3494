import * as v from 'valibot'
import type { Command, CommandEnvelope, CommandKind } from '../../domain/command'
import type { Incident } from '../../domain/incident'
import { isTeamId } from '../../domain/ownership'
import { whyNot } from '../../domain/transitions'
import { after, duration, formatInstant, type Id } from '../../domain/units'
import { type Call, type CommandTaker, type Receipt, SourceError } from '../contract'
import { once } from '../listing/once'
import type { Backend } from '../listing/backend'
import { markOf } from './history'
import { withLabel } from './labels'
import { numberOf } from './map'
import { type Issue, issue } from './wire'

const takes = [
  'add-entry',
  'set-state',
  'set-severity',
  'assign',
  'link-problem',
] as const satisfies readonly CommandKind[]
type Taken = Extract<Command, { readonly kind: (typeof takes)[number] }>

const isTaken = (command: Command): command is Taken => takes.some((kind) => kind === command.kind)

export interface CommandRoom {
  readonly backend: Backend
  /** `/repos/owner/name`. */
  readonly root: string
  readonly repository: string
  readonly readIncident: (id: Id, call: Call) => Promise<Incident | undefined>
}

/** What is set on the issue; nothing for a comment alone. */
function changeOf(command: Taken, now: Issue, repository: string): Readonly<Record<string, unknown>> | undefined {
  switch (command.kind) {
    case 'add-entry':
      return undefined
    case 'set-state': {
      const closes = command.to === 'closed'
      // GitHub has two states of its own; the others are labels.
      return {
        state: closes ? 'closed' : 'open',
        ...(closes && { state_reason: 'completed' }),
        labels: withLabel(now, 'state', closes || command.to === 'triggered' ? undefined : command.to),
      }
    }
    case 'set-severity':
      return { labels: withLabel(now, 'severity', String(command.to)) }
    case 'link-problem': {
      const own = command.problem === undefined ? undefined : numberOf(repository, command.problem)
      return { labels: withLabel(now, 'problem', own === undefined ? command.problem : `#${own}`) }
    }
    case 'assign': {
      const { team, person } = command
      return {
        ...(team !== undefined && { labels: withLabel(now, 'team', isTeamId(team) ? team.slice(5) : team) }),
        ...(person !== undefined && { assignees: [person.replace(/^person:/, '')] }),
      }
    }
  }
}

/** What is written down with it. */
function wordsOf(command: Taken): string | undefined {
  if (command.kind === 'add-entry') return command.text
  if (command.kind === 'set-state') return command.note
  return command.kind === 'set-severity' ? command.reason : undefined
}

/** How far back a comment of the same key is looked for: a person's retry is sooner. */
const recent = duration(-24 * 3_600_000)

/**
 * Carries commands out on the issue. The API has no keys and no versions of its own: a comment bears its key and is looked
 * for first, what was carried out here is remembered, and the issue is read and compared right before it is written.
 */
export function createCommands({ backend, root, repository, readIncident }: CommandRoom): CommandTaker {
  const { source } = backend
  const refuse = (message: string) => new SourceError('unsupported', source, message)

  async function comment(place: string, { key, at }: CommandEnvelope, text: string, call: Call): Promise<void> {
    const since = encodeURIComponent(formatInstant(after(at, recent)))
    const known = await backend.json(
      `${place}/comments?per_page=100&since=${since}`,
      v.array(v.object({ body: v.nullish(v.string()) })),
      call,
    )
    if (known.some(({ body }) => body?.includes(markOf(key)))) return
    await backend.request(`${place}/comments`, call, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ body: `${text}\n\n${markOf(key)}` }),
    })
  }

  async function carryOut(envelope: CommandEnvelope, call: Call): Promise<Receipt> {
    const { command, version } = envelope
    if (!isTaken(command)) throw refuse(`GitHub issues do not take ${command.kind}.`)
    const incident = await readIncident(command.incident, call)
    if (!incident) throw refuse(`There is no incident ${command.incident} in ${repository}.`)
    if (version !== undefined && version !== incident.version)
      throw new SourceError('conflict', source, `${incident.id} was changed at ${incident.version}: look at it again.`)
    const reason = whyNot(incident, command)
    if (reason !== undefined) throw refuse(reason)
    const place = `${root}/issues/${numberOf(repository, incident.id)}`
    const words = wordsOf(command)
    const change = changeOf(command, await backend.json(place, issue, call), repository)
    if (change)
      await backend.request(place, call, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      })
    if (words !== undefined && words !== '') await comment(place, envelope, words, call)
    return { changed: { incidents: [incident.id] } }
  }

  return {
    takes,
    send: once(carryOut),
  }
}
