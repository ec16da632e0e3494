import type { Incident } from '../../src/domain/incident'
import type { Activity, Workload } from '../../src/domain/ownership'
import { instant } from '../../src/domain/units'

/** A plain incident, for tests that care for a field or two. */
export const anIncident = (over: Partial<Incident> & { readonly id: string }): Incident => ({
  title: `Incident ${over.id}`,
  severity: 3,
  state: 'triggered',
  opened: instant(0),
  clocks: { detected: over.opened ?? instant(0) },
  workloads: [],
  roles: [],
  factors: [],
  labels: [],
  links: [],
  version: '1',
  ...over,
})

export const aWorkload = (id: string, over: Partial<Workload> = {}): Workload => ({ id, name: id, tags: [], ...over })

export const anActivity = (over: Partial<Activity> & { readonly id: string }): Activity => ({
  name: `Activity ${over.id}`,
  workload: 'ledger',
  kind: 'procedure',
  events: [],
  tags: [],
  ...over,
})
