import { counted } from '../countText'
import type { GapKind } from '../gaps'
import { roleNames, roles } from '../ownership'
import type { Id } from '../units'
import { type Deed, isNamed, type Scope } from './plan'

/** What the kinds of gap are called where they are counted. */
export const gapNames: Readonly<Record<GapKind, string>> = {
  'no-accountable': 'Nobody accountable',
  'many-accountable': 'Several accountable',
  'accountable-left': 'Accountable has left',
  'no-responsible': 'Nobody responsible',
  'responsible-inactive': 'Responsible all left',
  'unowned-page': 'Pages, but nobody owns it',
  'review-overdue': 'Review overdue',
  'no-runbook': 'No runbook',
  'runbook-unversioned': 'Runbook not versioned',
  'declared-observed': 'Declared ≠ observed',
}

/** How names are looked up. */
export interface Names {
  readonly party: (id: Id) => string
  readonly workload: (id: Id) => string
  readonly activity: (id: Id) => string
}

export { counted }

/** The names as far as they are few, else how many there are. */
const listed = (ids: readonly Id[], name: (id: Id) => string, what: string, more?: string): string =>
  ids.length <= 2 ? ids.map(name).join(' and ') : counted(ids.length, what, more)

function scopeText({ workloads, activities }: Scope, names: Names): string {
  const parts = [
    ...(workloads.length > 0 ? [listed(workloads, names.workload, 'workload')] : []),
    ...(activities.length > 0 ? [listed(activities, names.activity, 'activity', 'activities')] : []),
  ]
  return parts.join(' and ')
}

/** What a step does, in one short sentence without a full stop. */
export function moveText(deed: Deed, names: Names): string {
  const { party } = names
  switch (deed.kind) {
    case 'move': {
      const what =
        deed.roles.length === 0 || deed.roles.length === roles.length
          ? 'all roles'
          : `${deed.roles.map((role) => roleNames[role].toLowerCase()).join(', ')} roles`
      const where = isNamed(deed) ? ` in ${scopeText(deed, names)}` : ''
      return `Move ${what} of ${party(deed.from)}${where} to ${party(deed.to)}`
    }
    case 'merge':
      return `Merge ${party(deed.from)} into ${party(deed.into)}`
    case 'split': {
      const people = deed.people.length > 0 ? [listed(deed.people, party, 'person', 'people')] : []
      const parts = [...(isNamed(deed) ? [scopeText(deed, names)] : []), ...people]
      const what = parts.length > 0 ? parts.join(' with ') : 'nothing yet'
      const rest = deed.rest === undefined ? '' : `, the rest to ${party(deed.rest)}`
      return `Split ${party(deed.team)}: ${what} to ${party(deed.into)}${rest}`
    }
    case 'retire':
      return `${party(deed.party)} leaves; ${deed.successor === undefined ? 'nobody takes over' : `${party(deed.successor)} takes over`}`
    case 'appoint': {
      const [first] = deed.gives
      return deed.gives.length === 1 && first
        ? `${party(first.party)} becomes ${roleNames[first.role].toLowerCase()} for ${names.activity(first.activity)}`
        : `Give ${counted(deed.gives.length, 'single role')}`
    }
  }
}
