import type { Found } from '../../data'
import type { FindEntry, FindKind } from '../../domain/find/entries'
import type { Answer, Finder } from '../../domain/find/finder'
import { isTeamId } from '../../domain/ownership'
import type { IconName } from '../../ui'
import { pathTo } from '../paths'

/** One line of the palette. */
export interface Entry {
  readonly key: string
  readonly group: string
  readonly icon: IconName
  readonly title: string
  readonly hint: string
  /** Who owns it, where that can be said. */
  readonly answer?: Answer
  readonly run: () => void
}

/** Lines under one heading. */
export interface Group {
  readonly name: string
  readonly entries: readonly Entry[]
  /** How many there are in all. */
  readonly total: number
}

type Go = (path: string) => void

interface Kind {
  readonly group: string
  readonly icon: IconName
  readonly path: (id: string, answer: Answer | undefined) => string
}

/** Leads to the activity that answers the alert, to all where several do, and to the list of the unanswered. */
function alertPath(rule: string, answer: Answer | undefined): string {
  const by = answer?.kind === 'owners' ? (answer.answeredBy ?? []) : []
  const [activity] = by
  if (activity === undefined) return pathTo('reviews', { tab: 'alerts' })
  return pathTo('ownership', by.length === 1 ? { activity } : { q: rule })
}

const kinds: Readonly<Record<FindKind | 'incident' | 'problem', Kind>> = {
  workload: { group: 'Workloads', icon: 'data', path: (id) => pathTo('ownership', { workload: id }) },
  activity: { group: 'Activities', icon: 'matrix', path: (id) => pathTo('ownership', { activity: id }) },
  team: { group: 'Teams', icon: 'list', path: (id) => pathTo('parties', { id }) },
  person: { group: 'People', icon: 'person', path: (id) => pathTo('parties', { id }) },
  alert: { group: 'Alerts', icon: 'warn', path: alertPath },
  tag: { group: 'Tags', icon: 'filter', path: (id) => pathTo('ownership', { tag: id }) },
  incident: { group: 'Incidents', icon: 'pulse', path: (id) => pathTo('incidents', { id }) },
  problem: { group: 'Problems', icon: 'flag', path: (id) => pathTo('problems', { id }) },
}

/** Hits in ownership as lines that say who owns them. */
export function ownedGroups(finder: Finder, text: string, perKind: number, go: Go): readonly Group[] {
  return finder.find(text, perKind).map(({ kind, items, total }) => ({
    name: kinds[kind as FindKind].group,
    total,
    entries: items.map((item) => ownedEntry(item, finder.answer(item), go)),
  }))
}

function ownedEntry({ kind, id, name }: FindEntry, answer: Answer, go: Go): Entry {
  const { group, icon, path } = kinds[kind]
  const hint = answer.kind === 'owners' ? (answer.context ?? '') : ''
  return { key: `${kind} ${id}`, group, icon, title: name, hint, answer, run: () => go(path(id, answer)) }
}

const facetKinds: Readonly<Partial<Record<Found['facet'], FindKind | 'incident' | 'problem'>>> = {
  incidents: 'incident',
  problems: 'problem',
  activities: 'activity',
  workloads: 'workload',
  events: 'alert',
}

/** A record that a source found, as a line that opens it. Alerts are told only where nobody answers them. */
export function foundEntry({ facet, id, title, hint }: Found, finder: Finder | undefined, go: Go): readonly Entry[] {
  const kind = facet === 'parties' ? (isTeamId(id) ? 'team' : 'person') : facetKinds[facet]
  if (kind === undefined) return []
  const { group, icon, path } = kinds[kind]
  const answer = kind === 'alert' ? finder?.answer({ kind, id, name: title, also: [] }) : undefined
  const answered = answer?.kind === 'owners' && answer.answeredBy?.length !== 0
  if (kind === 'alert' && (!answer || answered)) return []
  const line = { key: `${kind} ${id}`, group, icon, title, hint, run: () => go(path(id, answer)) }
  return [{ ...line, ...(answer && { answer }) }]
}

/** Commands whose title holds every word of the text. */
export function matchingCommands(commands: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter(({ title, hint }) => words.every((word) => `${title} ${hint}`.toLowerCase().includes(word)))
}

/** Puts further lines under the headings they belong to; new headings come last. What is there already is not repeated. */
export function withEntries(groups: readonly Group[], entries: readonly Entry[]): readonly Group[] {
  const known = new Set(groups.flatMap((group) => group.entries.map(({ key }) => key)))
  const more = Map.groupBy(
    entries.filter(({ key }) => !known.has(key)),
    ({ group }) => group,
  )
  const grown = groups.map((group) => {
    const added = more.get(group.name) ?? []
    more.delete(group.name)
    const all = [...group.entries, ...added]
    return { ...group, entries: all, total: Math.max(group.total, all.length) }
  })
  return [...grown, ...[...more].map(([name, added]) => ({ name, entries: added, total: added.length }))]
}
