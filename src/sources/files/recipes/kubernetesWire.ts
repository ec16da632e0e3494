import { many, object, optional, type Shape, text } from '../table/shape'

/** Somebody named in the document. E-mail addresses are not read: they have no place on a wall display. */
export interface Named {
  readonly github: string
  readonly name?: string
  readonly company?: string
}

/** A GitHub team of a group, with what it is for. */
export interface GithubTeam {
  readonly name: string
  readonly description?: string
}

export interface Subproject {
  readonly name: string
  readonly description?: string
  /** Addresses of OWNERS files. */
  readonly owners: readonly string[]
  readonly leads: readonly Named[]
}

/** A SIG, working group, user group or committee. */
export interface Group {
  readonly dir: string
  readonly name: string
  readonly mission_statement?: string
  readonly charter_link?: string
  readonly label?: string
  readonly leadership?: {
    readonly chairs: readonly Named[]
    readonly tech_leads: readonly Named[]
    readonly emeritus_leads: readonly Named[]
  }
  readonly contact?: {
    readonly slack?: string
    readonly mailing_list?: string
    readonly teams: readonly GithubTeam[]
    readonly liaison?: Named
  }
  readonly subprojects: readonly Subproject[]
  readonly stakeholder_sigs: readonly string[]
}

export const named = object<Named>({ github: text, name: optional(text), company: optional(text) })

export const group: Shape<Group> = object<Group>({
  dir: text,
  name: text,
  mission_statement: optional(text),
  charter_link: optional(text),
  label: optional(text),
  leadership: optional(
    object<NonNullable<Group['leadership']>>({
      chairs: many(named),
      tech_leads: many(named),
      emeritus_leads: many(named),
    }),
  ),
  contact: optional(
    object<NonNullable<Group['contact']>>({
      slack: optional(text),
      mailing_list: optional(text),
      teams: many(object<GithubTeam>({ name: text, description: optional(text) })),
      liaison: optional(named),
    }),
  ),
  subprojects: many(
    object<Subproject>({ name: text, description: optional(text), owners: many(text), leads: many(named) }),
  ),
  stakeholder_sigs: many(text),
})

/** The document's lists of groups, with the tag and the written form of each. */
export const kinds = {
  sigs: { tag: 'sig', title: (name: string) => `SIG ${name}` },
  workinggroups: { tag: 'working-group', title: (name: string) => `WG ${name}` },
  usergroups: { tag: 'user-group', title: (name: string) => `UG ${name}` },
  committees: { tag: 'committee', title: (name: string) => `${name} Committee` },
} as const
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as readonly Kind[]
