import { incidentRoles } from '../../../domain/incident'
import { type EntryKind, stepMoment, type TimelineEntry } from '../../../domain/timeline'
import { type Id, unknownText } from '../../../domain/units'
import type { IconName } from '../../../ui'
import { stateWord } from '../words'

/** A piece of a headline; `strong` pieces are names and values, `record` pieces lead to a record. */
export interface Piece {
  readonly text: string
  readonly strong?: boolean
  /** Drawn as an arrow. */
  readonly arrow?: true
  readonly problem?: Id
}

/** An entry told: a drawing in a colour, a headline, and what was said in full. */
export interface EntryWords {
  readonly icon: IconName
  /** A CSS colour, from the tokens. */
  readonly colour: string
  readonly pieces: readonly Piece[]
  readonly body?: string
}

/** Names for the ids that entries carry. */
export interface Say {
  readonly party: (id: Id) => string
}

export const kindWords: Readonly<Record<EntryKind, string>> = {
  state: 'State',
  severity: 'Severity',
  assignment: 'Assignment',
  escalation: 'Escalation',
  event: 'Event',
  note: 'Note',
  update: 'Update',
  plan: 'Plan',
  deploy: 'Deploy',
  link: 'Link',
  resume: 'Reopened',
}

export const kindWord = (kind: TimelineEntry['kind']): string =>
  unknownText(kind) ?? kindWords[kind as EntryKind] ?? kind

const manyWords: Readonly<Record<EntryKind, string>> = {
  state: 'changes of state',
  severity: 'changes of severity',
  assignment: 'assignments',
  escalation: 'escalations',
  event: 'events',
  note: 'notes',
  update: 'updates',
  plan: 'steps of the plan',
  deploy: 'deploys',
  link: 'links',
  resume: 'reopenings',
}

/** Several entries of a kind, in a sentence. */
export const kindsWord = (kind: TimelineEntry['kind']): string =>
  unknownText(kind) ?? manyWords[kind as EntryKind] ?? kind

const strong = (text: string): Piece => ({ text, strong: true })
const plain = (text: string): Piece => ({ text })

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `M. Okafor moved to Mitigating`, or `Moved to Mitigating` where nobody is named. */
const sentence = (actor: string | undefined, verb: string, ...rest: readonly Piece[]): readonly Piece[] =>
  actor === undefined ? [plain(capital(verb)), ...rest] : [strong(actor), plain(` ${verb}`), ...rest]

const severityName = (value: string | undefined): string =>
  value !== undefined && /^\d$/.test(value) ? `SEV${value}` : (value ?? 'unknown')

/** From and to, as far as they are told. */
const change = (from: string | undefined, to: string | undefined): readonly Piece[] =>
  from ? [strong(from), { text: ' to ', arrow: true }, strong(to ?? 'unknown')] : [strong(to ?? 'unknown')]

/** The first sentence, and the rest. */
function halves(text: string): readonly [first: string, rest: string] {
  const end = text.indexOf('. ')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)]
}

const stepVerbs = { done: 'finished ', skipped: 'skipped ', open: 'took up again ' } as const

function told(entry: TimelineEntry, say: Say): Omit<EntryWords, 'body'> & { readonly body?: string | undefined } {
  const { actor, text, from, to } = entry
  const known = unknownText(entry.kind) === undefined ? (entry.kind as EntryKind) : undefined
  switch (known) {
    case 'state': {
      // Logs also tell the source's own word for the state.
      const over = /^(resolved|closed)$/i.test(to ?? '')
      return to === 'acknowledged'
        ? { icon: 'check', colour: 'var(--ok)', pieces: sentence(actor, 'acknowledged'), body: text }
        : {
            icon: over ? 'check' : 'arrow',
            colour: over ? 'var(--ok)' : 'var(--accent)',
            pieces: sentence(actor, 'moved to ', strong(capital(stateWord((to ?? 'unknown:') as 'triggered')))),
            body: text,
          }
    }
    case 'severity': {
      const worse = Number(to) < Number(from)
      const verb = worse ? 'raised severity ' : Number(to) > Number(from) ? 'lowered severity ' : 'set severity '
      return {
        icon: worse ? 'up' : 'down',
        colour: worse ? 'var(--sev1)' : 'var(--muted)',
        pieces: sentence(actor, verb, ...change(from && severityName(from), severityName(to))),
        body: text,
      }
    }
    case 'assignment': {
      const role = incidentRoles.find((each) => each === text)
      return {
        icon: 'person',
        colour: 'var(--accent)',
        pieces: role
          ? to === '' && from
            ? [strong(say.party(from)), plain(` no longer has the role of ${role}`)]
            : [strong(to ? say.party(to) : 'Somebody'), plain(` took the role of ${role}`)]
          : sentence(
              actor,
              'assigned it to ',
              strong(to ? say.party(to) : 'nobody'),
              plain(from ? ` from ${say.party(from)}` : ''),
            ),
        body: role ? undefined : text,
      }
    }
    case 'escalation':
      return {
        icon: 'up',
        colour: 'var(--sev2)',
        pieces: sentence(actor, 'escalated', ...(to ? [plain(' to '), strong(say.party(to))] : [])),
        body: text,
      }
    case 'event': {
      const [first, rest] = halves(text ?? '')
      return {
        icon: 'warn',
        colour: 'var(--sev2)',
        // One that is no longer counted in tells so itself.
        pieces:
          first === '' ? sentence(actor, 'saw an event') : [...(from && !to ? [] : [plain('Event ')]), strong(first)],
        body: rest,
      }
    }
    case 'deploy':
      return { icon: 'download', colour: 'var(--c)', pieces: [plain('Deploy: '), strong(text ?? to ?? 'unnamed')] }
    case 'note':
      return { icon: 'note', colour: 'var(--muted)', pieces: sentence(actor, 'noted'), body: text }
    case 'update':
      return { icon: 'note', colour: 'var(--accent)', pieces: sentence(actor, 'posted an update'), body: text }
    case 'plan':
      return {
        icon: 'list',
        colour: 'var(--muted)',
        pieces: sentence(actor, stepVerbs[stepMoment(entry)?.to ?? 'done'], strong(text ?? to ?? 'a step of the plan')),
      }
    case 'link':
      return {
        icon: 'flag',
        colour: 'var(--c)',
        pieces: to
          ? sentence(actor, 'linked problem ', { text: to, problem: to })
          : sentence(actor, 'removed the link to problem ', strong(from ?? '')),
        body: text,
      }
    case 'resume':
      return { icon: 'retry', colour: 'var(--sev1)', pieces: sentence(actor, 'reopened it'), body: text }
    case undefined:
      return { icon: 'info', colour: 'var(--muted)', pieces: sentence(actor, kindWord(entry.kind)), body: text }
  }
}

/** How one entry of the timeline is told. */
export function entryWords(entry: TimelineEntry, say: Say): EntryWords {
  const { body, ...words } = told(entry, say)
  return { ...words, ...(body !== undefined && body !== '' && { body }) }
}
