import type { Incident } from '../../../src/domain/incident'
import { claimed, type ProblemPlan } from '../problems/claims'
import { stream } from '../random'
import type { Context } from './context'
import { openIncidents } from './open'
import { pastIncident } from './past'
import { recentIncidents } from './recent'
import { schedule } from './schedule'

/** One shard of two years of incidents. Shard 0 holds the problems' incidents, the recent and the open ones. */
export function incidentsOf(
  seed: number,
  shard: number,
  context: Context,
  plans: readonly ProblemPlan[],
): readonly Incident[] {
  const drafts = schedule(stream(seed, `schedule ${shard}`), shard)
  const random = stream(seed, `incidents ${shard}`)
  if (shard > 0) return drafts.map((draft) => pastIncident(draft, random, context))
  return [
    ...claimed(drafts, plans).map((draft) => pastIncident(draft, random, context)),
    ...recentIncidents(random, context),
    ...openIncidents,
  ]
}
