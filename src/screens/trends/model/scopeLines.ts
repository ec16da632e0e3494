import { dateText } from '../../../domain/time/format'
import { instant } from '../../../domain/units'
import type { Scope } from '../scope'
import { listed } from './words'

/** What a picture or a table that leaves the screen says it looked at. One line each. */
export function scopeLines({ span, filters }: Pick<Scope, 'span' | 'filters'>): readonly string[] {
  const { severity, team, workload } = filters
  const severities = severity.map((key) => (key === '0' ? 'not known' : `SEV${key}`))
  const narrowed = [
    severities.length > 0 && `severity ${listed(severities)}`,
    team !== undefined && `team ${team.replace(/^team:/, '')}`,
    workload !== undefined && `workload ${workload}`,
  ].filter((part) => part !== false)
  const last = instant(Math.min(span.to - 1, span.now))
  return [
    `Incidents that began from ${dateText(span.from, span.zone)} to ${dateText(last, span.zone)}, days and weeks of ${span.zone}`,
    narrowed.length === 0 ? 'No filters' : `Filters: ${narrowed.join(', ')}`,
  ]
}
