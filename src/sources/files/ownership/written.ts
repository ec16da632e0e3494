import type { Exception, OwnershipMoment } from '../../../domain/change'
import type { Automation, Contact, Document, Role } from '../../../domain/ownership'
import type { Duration, Instant } from '../../../domain/units'
import { documentOf } from '../links'
import {
  anyText,
  boolean,
  id,
  isPlainObject,
  length,
  many,
  moment,
  number,
  object,
  oneOf,
  optional,
  type Shape,
  text,
} from '../table/shape'
import { automation, contact, document, exception, ownershipMoment } from '../table/shapesOwnership'

/** A role's holder as written: a name to be looked up, or a placeholder, with what is known of the claim. */
export interface WrittenHolder {
  readonly id?: string
  readonly party?: string
  readonly placeholder?: string
  readonly evidence?: string
  readonly at?: Instant
  readonly inheritedFrom?: string
}
export interface WrittenObservation extends WrittenHolder {
  readonly role: Role
}

export interface WrittenActivity {
  readonly id?: string
  readonly name: string
  readonly kind?: string
  readonly description?: string
  readonly why?: string
  readonly value?: string
  readonly events: readonly string[]
  readonly pages?: boolean
  readonly runbook?: Document
  readonly playbook?: Document
  readonly automation?: Automation
  readonly risk?: string
  readonly preApproved?: boolean
  readonly review?: {
    readonly every?: Duration
    readonly last?: Instant
    readonly reviewers: readonly string[]
    readonly approvers: readonly string[]
  }
  readonly noOwnerBecause?: string
  readonly exceptions?: readonly Exception[]
  readonly history?: readonly OwnershipMoment[]
  readonly tags: readonly string[]
  readonly version?: string
  readonly A: readonly WrittenHolder[]
  readonly R: readonly WrittenHolder[]
  readonly V: readonly WrittenHolder[]
  readonly C: readonly WrittenHolder[]
  readonly I: readonly WrittenHolder[]
  readonly observed: readonly WrittenObservation[]
}

export interface WrittenWorkload {
  readonly id: string
  readonly name?: string
  readonly aliases?: readonly string[]
  readonly description?: string
  readonly tier?: number
  readonly group?: string
  readonly team?: string
  readonly tags: readonly string[]
  readonly url?: string
  readonly owners?: Readonly<Record<Role, readonly WrittenHolder[]>>
}

export interface WrittenParty {
  readonly id: string
  readonly name?: string
  readonly aliases?: readonly string[]
  readonly parent?: string
  readonly mandate?: string
  readonly teams: readonly string[]
  readonly active?: boolean
  readonly contacts: readonly Contact[]
  readonly tags: readonly string[]
  readonly url?: string
}

/** A short form as one text, or the long form as a record. */
const short = <T>(fromText: (written: string) => T, shape: Shape<T>): Shape<T> => ({
  read: (value, how, path) => (typeof value === 'string' ? fromText(value) : shape.read(value, how, path)),
})

const holderFields = {
  id: optional(id),
  party: optional(text),
  placeholder: optional(text),
  evidence: optional(anyText),
  at: optional(moment),
  inheritedFrom: optional(id),
}
const holders = many(short((party): WrittenHolder => ({ party }), object<WrittenHolder>(holderFields)))
const roleFields = { A: holders, R: holders, V: holders, C: holders, I: holders }

/** `{chat: '#payments', pager: …}` or a list of full contacts. */
const contacts: Shape<readonly Contact[]> = {
  read: (value, how, path) =>
    isPlainObject(value)
      ? Object.entries(value).map(([kind, said]) => contact.read({ kind, text: said }, how, [...path, kind]))
      : many(contact).read(value, how, path),
}

export const writtenDocument: Shape<Document> = short(documentOf, document)

export const writtenActivity = object<WrittenActivity>({
  id: optional(id),
  name: text,
  kind: optional(text),
  description: optional(anyText),
  why: optional(anyText),
  value: optional(anyText),
  events: many(text),
  pages: optional(boolean),
  runbook: optional(writtenDocument),
  playbook: optional(writtenDocument),
  automation: optional(
    short((level) => automation.read({ level }, { dates: () => undefined, dateWords: '' }, []), automation),
  ),
  risk: optional(text),
  preApproved: optional(boolean),
  review: optional(
    object<NonNullable<WrittenActivity['review']>>({
      every: optional(length),
      last: optional(moment),
      reviewers: many(text),
      approvers: many(text),
    }),
  ),
  noOwnerBecause: optional(text),
  exceptions: optional(many(exception)),
  history: optional(many(ownershipMoment)),
  tags: many(text),
  version: optional(text),
  ...roleFields,
  observed: many(object<WrittenObservation>({ ...holderFields, role: oneOf(['A', 'R', 'V', 'C', 'I'] as const) })),
})

export const writtenWorkload = object<WrittenWorkload>({
  id,
  name: optional(text),
  aliases: optional(many(text)),
  description: optional(anyText),
  tier: optional(number),
  group: optional(text),
  team: optional(text),
  tags: many(text),
  url: optional(text),
  owners: optional(object<NonNullable<WrittenWorkload['owners']>>(roleFields)),
})

export const writtenParty = object<WrittenParty>({
  id,
  name: optional(text),
  aliases: optional(many(text)),
  parent: optional(text),
  mandate: optional(anyText),
  teams: many(text),
  active: optional(boolean),
  contacts,
  tags: many(text),
  url: optional(text),
})
