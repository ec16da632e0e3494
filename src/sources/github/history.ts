import type { TimelineEntry } from '../../domain/timeline'
import { type Id, parseInstant } from '../../domain/units'
import { readLabel } from './labels'
import { problemOf } from './map'
import type { Event } from './wire'

type Told = Pick<TimelineEntry, 'kind'> & Partial<Pick<TimelineEntry, 'text' | 'from' | 'to'>>

/** The mark by which a comment of ours is found again: it is sent once. Markdown does not show it. */
export const markOf = (key: string): string => `<!-- watchbill:${key} -->`

const unmarked = (body: string): string => body.replace(/\s*<!-- watchbill:[^>]* -->\s*$/, '')

function labelled(name: string, given: boolean, repository: string): Told {
  const read = readLabel(name)
  const change = given ? { to: read?.value ?? '' } : { from: read?.value ?? '' }
  switch (read?.key) {
    case 'state':
      return { kind: 'state', ...change }
    case 'severity':
      return { kind: 'severity', ...change }
    case 'team':
      return { kind: 'assignment', ...(given ? { to: `team:${read.value}` } : { from: `team:${read.value}` }) }
    case 'problem':
      return {
        kind: 'link',
        ...(given ? { to: problemOf(repository, read.value) } : { from: problemOf(repository, read.value) }),
      }
    case 'workload':
    case 'factor':
    case 'detection':
    case undefined:
      return { kind: given ? 'unknown:labeled' : 'unknown:unlabeled', text: name }
  }
}

function told({ event, body, label, assignee, rename, source }: Event, repository: string): Told {
  switch (event) {
    case 'commented':
      return { kind: 'note', text: unmarked(body ?? '') }
    case 'closed':
      return { kind: 'state', to: 'closed' }
    case 'reopened':
      return { kind: 'state', from: 'closed', to: 'triggered' }
    case 'labeled':
    case 'unlabeled':
      return labelled(label?.name ?? '', event === 'labeled', repository)
    case 'assigned':
      return { kind: 'assignment', to: `person:${assignee?.login ?? ''}` }
    case 'unassigned':
      return { kind: 'assignment', from: `person:${assignee?.login ?? ''}` }
    case 'cross-referenced':
      return { kind: 'link', text: `#${source?.issue?.number ?? '?'} ${source?.issue?.title ?? ''}`.trim() }
    case 'renamed':
      return { kind: 'unknown:renamed', ...(rename && { from: rename.from, to: rename.to }) }
    default:
      return { kind: `unknown:${event}`, ...(body != null && { text: body }) }
  }
}

/** The timeline of an issue. Events that say no moment (commits that were pushed) are left out. */
export function entriesOf(events: readonly Event[], incident: Id, repository: string): readonly TimelineEntry[] {
  return events.flatMap((event, sequence): readonly TimelineEntry[] => {
    const at = parseInstant(event.created_at ?? '')
    if (at === undefined) return []
    const actor = (event.actor ?? event.user)?.login
    return [
      {
        id: `${incident}/${event.id ?? event.node_id ?? sequence}`,
        incident,
        at,
        sequence: event.id ?? sequence,
        ...told(event, repository),
        ...(actor !== undefined && { actor }),
      },
    ]
  })
}
