import type { CodeRecords } from '../../../../data'
import type { Standing } from '../../../../domain/coverage'
import type { Party, Workload } from '../../../../domain/ownership'

/** The standings as records to be written, with their workloads, and everybody who may hold something. */
export function recordsOf(standings: readonly Standing[], parties: readonly Party[]): CodeRecords {
  const workloads = new Map<string, Workload>()
  for (const { workload } of standings) if (workload) workloads.set(workload.id, workload)
  return {
    workloads: [...workloads.values()],
    activities: standings.map(({ activity }) => activity),
    assignments: standings.flatMap(({ assignments }) => assignments),
    parties,
  }
}
