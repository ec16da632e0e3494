import type { Found } from '../../data'
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
  readonly run: () => void
}

interface Kind {
  readonly group: string
  readonly icon: IconName
  readonly path: (found: Found) => string
}

const kinds: Readonly<Partial<Record<Found['facet'], Kind>>> = {
  incidents: { group: 'Incidents', icon: 'pulse', path: ({ id }) => pathTo('incidents', { id }) },
  problems: { group: 'Problems', icon: 'flag', path: ({ id }) => pathTo('problems', { id }) },
  activities: { group: 'Activities', icon: 'matrix', path: ({ id }) => pathTo('ownership', { activity: id }) },
  workloads: { group: 'Workloads', icon: 'data', path: ({ id }) => pathTo('ownership', { workload: id }) },
  parties: {
    group: 'Teams and people',
    icon: 'person',
    path: ({ id, title }) => pathTo('ownership', isTeamId(id) ? { team: id } : { q: title }),
  },
}

/** A found record as a line that opens it. */
export function entryOf(found: Found, go: (path: string) => void): readonly Entry[] {
  const kind = kinds[found.facet]
  if (!kind) return []
  const { group, icon, path } = kind
  const { facet, id, title, hint } = found
  return [{ key: `${facet} ${id}`, group, icon, title, hint, run: () => go(path(found)) }]
}

/** Commands whose title holds every word of the text. */
export function matchingCommands(commands: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return commands.filter(({ title, hint }) => words.every((word) => `${title} ${hint}`.toLowerCase().includes(word)))
}
