import { dateText } from '../../../domain/time/format'
import { instant } from '../../../domain/units'
import type { Scope } from '../scope'
import { listed } from './words'

/** What a picture or a table that leaves the screen says it looked at. One line each. */
export function scopeLines({ span, filters }: Pick<Scope, 'span' | 'filters'>): readonly string[] {
  const { severity, team, workload, problem, factor, label } = filters
  const severities = severity.map((key) => (key === '0' ? 'not known' : `SEV${key}`))
  const narrowed = [
    severities.length > 0 && `severity ${listed(severities)}`,
    team.length > 0 && `team ${listed(team.map((id) => id.replace(/^team:/, '')))}`,
    workload.length > 0 && `workload ${listed(workload)}`,
    problem.length > 0 && `problem ${listed(problem)}`,
    factor.length > 0 && `factor ${listed(factor)}`,
    label.length > 0 && `label ${listed(label)}`,
  ].filter((part) => part !== false)
  const last = instant(Math.min(span.to - 1, span.now))
  return [
    `Incidents that began from ${dateText(span.from, span.zone)} to ${dateText(last, span.zone)}, days and weeks of ${span.zone}`,
    narrowed.length === 0 ? 'No filters' : `Filters: ${narrowed.join(', ')}`,
  ]
}
