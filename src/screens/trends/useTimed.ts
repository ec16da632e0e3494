import { useSummary } from '../../data'
import type { Clock } from '../../domain/incident'
import type { Scope } from './scope'

/** What a clock measured in the stretch: by severity, and day by day. */
export function useTimed(scope: Scope, clock: Clock, enabled: boolean) {
  const question = scope.question(['severity'], { clock })
  const bySeverity = useSummary(question, enabled)
  const byDay = useSummary(scope.question([], { clock, bucket: 'day' }), enabled)
  return { question, bySeverity, byDay }
}
