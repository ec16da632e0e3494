import {
  type Activity,
  activityKinds,
  type Assignment,
  automationLevels,
  type Document,
  risks,
  type Role,
  roles,
} from '../../domain/ownership'
import { day24, type Duration, duration, type Id, type Instant, openValue, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'
import { type Reading, refOf, related } from './map'
import { parseRef, partyId, type Ref, refText, workloadId } from './refs'
import type { Entity, WrittenActivity } from './wire'
import { maintain } from './written'

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  (typeof value === 'string' ? value.split(',') : (value ?? []))
    .map((each) => each.trim())
    .filter((each) => each !== '')

const isTrue = (value: boolean | 'true' | 'false'): boolean => value === true || value === 'true'

/** `90 days`, `13 weeks`, `P90D`. Months have no fixed length. */
function lengthOf(text: string): Duration {
  const [, count, unit] = /^P?(\d+) ?(d|days?|w|weeks?)$/i.exec(text.trim()) ?? []
  if (count === undefined) throw new Unreadable(`review.every says “${text}”: write it like 90 days or 13 weeks`)
  return duration(Number(count) * (unit?.toLowerCase().startsWith('w') ? 7 : 1) * day24)
}

/** A moment, or a day that begins at midnight in UTC. */
function momentOf(text: string): Instant {
  const at = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text)
  if (at === undefined)
    throw new Unreadable(`review.last says “${text}”: write it like 2026-05-01 or 2026-05-01T08:00:00Z`)
  return at
}

function documentOf(written: Exclude<WrittenActivity['runbook'], undefined>): Document {
  if (typeof written === 'string') return /^https?:/.test(written) ? { url: written } : { placeholder: written }
  const { title, url, versioned } = written
  return {
    ...(title !== undefined && { title }),
    url,
    ...(versioned !== undefined && { versioned: isTrue(versioned) }),
  }
}

const named = (text: string, { namespace }: Ref): Ref | undefined => parseRef(text, { kind: 'group', namespace })

function partiesOf(written: string | readonly string[] | undefined, field: string, own: Ref): readonly Id[] {
  return listOf(written).map((text) => {
    const ref = named(text, own)
    const id = ref && partyId(ref)
    if (id === undefined) throw new Unreadable(`${field} says “${text}”: write group:name or user:name`)
    return id
  })
}

/** Documentation that the entity itself names: a link for runbooks, else what TechDocs builds from its repository. */
function ownDocument(entity: Entity, { app }: Reading): Document | undefined {
  const { links, annotations } = entity.metadata
  const link = links.find(
    ({ type, title }) => /^(run|play)book$/i.test(type ?? '') || /\b(run|play)book/i.test(title ?? ''),
  )
  if (link) return { ...(link.title ? { title: link.title } : {}), url: link.url }
  const docs = annotations['backstage.io/techdocs-ref']
  if (!docs) return undefined
  const { kind, namespace, name } = refOf(entity)
  const url = app ? `${app}/docs/${namespace}/${kind}/${name}` : /^url:(https?:.+)$/.exec(docs)?.[1]
  return url === undefined ? undefined : { title: 'TechDocs', url, versioned: true }
}

/** The record of an activity that the annotations of an entity write down. Throws Unreadable. */
export function activityOf(entity: Entity, id: string, written: WrittenActivity, reading: Reading): Activity {
  const own = refOf(entity)
  const { kind, description, why, value, pages, runbook, playbook, automation, risk, preApproved, review } = written
  const level = typeof automation === 'string' ? { level: automation } : automation
  const isOwn = id === maintain
  const document = runbook === undefined ? (isOwn ? ownDocument(entity, reading) : undefined) : documentOf(runbook)
  const counts = level && {
    ...('started' in level && level.started !== undefined && { started: level.started }),
    ...('worked' in level && level.worked !== undefined && { worked: level.worked }),
    ...('reachedOutcome' in level && level.reachedOutcome !== undefined && { reachedOutcome: level.reachedOutcome }),
  }
  return {
    id: `${workloadId(own)}/${id}`,
    name: written.name ?? (isOwn ? 'Develop and maintain' : id),
    workload: workloadId(own),
    kind: openValue(activityKinds, kind ?? 'process'),
    events: listOf(written.events),
    tags: listOf(written.tags),
    ...(description !== undefined && { description }),
    ...(why !== undefined && { why }),
    ...(value !== undefined && { value }),
    ...(pages !== undefined && { pages: isTrue(pages) }),
    ...(document && { runbook: document }),
    ...(playbook !== undefined && { playbook: documentOf(playbook) }),
    ...(level && { automation: { level: openValue(automationLevels, level.level), ...counts } }),
    ...(risk !== undefined && { risk: openValue(risks, risk) }),
    ...(preApproved !== undefined && { preApproved: isTrue(preApproved) }),
    ...(review && {
      review: {
        ...(review.every !== undefined && { every: lengthOf(review.every) }),
        ...(review.last !== undefined && { last: momentOf(review.last) }),
        reviewers: partiesOf(review.reviewers, 'review.reviewers', own),
        approvers: partiesOf(review.approvers, 'review.approvers', own),
      },
    }),
    ...(written.noOwnerBecause !== undefined && { noOwnerBecause: written.noOwnerBecause }),
  }
}

/** Somebody in a role. Without a ref the text can be no name of anybody. */
interface Holder {
  readonly role: Role
  readonly text: string
  readonly ref: Ref | undefined
  readonly inherited: boolean
}

/**
 * Who holds which role. Where no accountable is written the owner of the entity answers for it, and also performs what
 * every entity has by itself; an empty list means nobody.
 */
export function holdersOf(entity: Entity, id: string, written: WrittenActivity): readonly Holder[] {
  const own = refOf(entity)
  return roles.flatMap((role): readonly Holder[] => {
    const told = written[role]
    if (told !== undefined)
      return [...new Set(listOf(told))].map((text) => ({ role, text, ref: named(text, own), inherited: false }))
    const meant = role === 'A' || (role === 'R' && id === maintain)
    if (!meant || written.noOwnerBecause !== undefined) return []
    return related(entity, 'ownedBy').map((ref) => ({ role, text: refText(ref), ref, inherited: id !== maintain }))
  })
}

/** The roles as records. A holder who is not in the catalogue is a placeholder: the text that stands where an owner should. */
export function assignmentsOf(
  entity: Entity,
  id: string,
  written: WrittenActivity,
  unresolved: ReadonlySet<string>,
): readonly Assignment[] {
  const workload = workloadId(refOf(entity))
  const activity = `${workload}/${id}`
  const found = holdersOf(entity, id, written).map(({ role, text, ref, inherited }): Assignment => {
    const party = ref && !unresolved.has(refText(ref)) ? partyId(ref) : undefined
    return {
      id: `${activity}/${role}/${party ?? text}`,
      activity,
      role,
      ...(party === undefined ? { placeholder: text } : { party }),
      claim: 'declared',
      ...(inherited && { inheritedFrom: workload }),
    }
  })
  return [...new Map(found.map((each) => [each.id, each])).values()]
}
