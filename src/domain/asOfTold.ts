import { incidentRoles, type IncidentRole, incidentStates, severity } from './incident'
import type { Standing, TimelineEntry } from './timeline'
import { type Id, openValue } from './units'

/** What an entry says of the incident: how it stood after it, and how before. */
export interface Told {
  readonly after: Standing
  readonly before: Standing
}

const level = (word: string): Standing => {
  const digit = /^(?:sev)?\s*([1-5])$/i.exec(word.trim())?.[1]
  if (digit !== undefined) return { severity: severity(Number(digit)) ?? 0 }
  return word === 'unknown' ? { severity: 0 } : {}
}

const holder = (id: Id): Standing =>
  id.startsWith('team:') ? { team: id } : id.startsWith('person:') ? { assignee: id } : {}

/** Nobody, in the place that the other side names. */
const nobodyLike = (id: Id): Standing =>
  id.startsWith('team:') ? { team: '' } : id.startsWith('person:') ? { assignee: '' } : {}

/** The role that an assignment is about; undefined where it is about who has the incident. */
export const roleOf = ({ kind, text }: TimelineEntry): IncidentRole | undefined =>
  kind === 'assignment' ? incidentRoles.find((role) => role === text) : undefined

/** Reads an entry. One that carries the whole standing says nothing of before: the entry before it does. */
export function toldBy(entry: TimelineEntry): Told {
  const { kind, from, to, stands } = entry
  if (stands) return { after: stands, before: {} }
  switch (kind) {
    case 'state':
    case 'resume':
      return {
        after: to ? { state: openValue(incidentStates, to) } : {},
        before: from ? { state: openValue(incidentStates, from) } : {},
      }
    case 'severity':
      return { after: level(to ?? ''), before: level(from ?? '') }
    case 'assignment':
      if (roleOf(entry) !== undefined) break
      return { after: to ? holder(to) : nobodyLike(from ?? ''), before: from ? holder(from) : nobodyLike(to ?? '') }
    case 'escalation':
      // Whoever is paged does not have it yet; from one team to another the work moved on.
      return from?.startsWith('team:') && to?.startsWith('team:')
        ? { after: { team: to }, before: { team: from } }
        : { after: {}, before: {} }
    case 'link':
      if (from === undefined && to === undefined) break
      return { after: { problem: to ?? '' }, before: { problem: from ?? '' } }
    case 'plan':
    case 'event':
    case 'note':
    case 'update':
    case 'deploy':
    default:
  }
  return { after: {}, before: {} }
}
