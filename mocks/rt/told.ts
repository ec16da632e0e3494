import { type Instant, instant } from '../../src/domain/units'

/** One transaction as it is kept: users and custom fields by name. */
export interface Moment {
  readonly id: number
  readonly at: Instant
  readonly actor: string
  readonly type: string
  readonly field?: string
  readonly from?: string
  readonly to?: string
  readonly text?: string
}

/** A ticket with what happened to it: what the mock answers from and what a real server is loaded with. */
export interface Told {
  readonly number: number
  readonly queue: string
  readonly subject: string
  readonly status: string
  readonly priority: string
  readonly owner: string
  readonly created: Instant
  readonly started?: Instant
  readonly resolved?: Instant
  readonly updated: Instant
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Number of the ticket that it is a member of. */
  readonly parent?: number
  readonly history: readonly Moment[]
}

export const incidentQueue = 'Incidents'
export const problemQueue = "Problems of '26"
/** What stands before the addresses of tickets, in the words of the server. */
export const web = 'https://rt.larkmere.example'

/** The custom fields of Larkmere, in the order of their numbers, and what sort each is to RT. */
export const customFields = {
  Workload: 'FreeformMultiple',
  Team: 'FreeformSingle',
  Impact: 'FreeformSingle',
  Factor: 'FreeformMultiple',
  Label: 'FreeformMultiple',
  'Detected by': 'FreeformSingle',
  Began: 'DateTimeSingle',
  Mitigated: 'DateTimeSingle',
  Closed: 'DateTimeSingle',
  'Root cause': 'TextSingle',
  Workaround: 'TextSingle',
  Fix: 'TextSingle',
} as const
export const fieldNumber = (name: string): string => String(Object.keys(customFields).indexOf(name) + 1)

/** Statuses of the lifecycles of Larkmere beside those that RT begins with. */
export const mapping = {
  states: { mitigating: 'mitigating', closed: 'closed' },
  problemStates: { 'known error': 'known-error', 'fix in progress': 'fix-in-progress' },
  severities: { '100': 1, '80': 2, '60': 3, '40': 4, '20': 5 },
  fields: {
    workloads: 'Workload',
    team: 'Team',
    impact: 'Impact',
    factors: 'Factor',
    labels: 'Label',
    detection: 'Detected by',
    started: 'Began',
    mitigated: 'Mitigated',
    closed: 'Closed',
    rootCause: 'Root cause',
    workaround: 'Workaround',
    fix: 'Fix',
  },
} as const

/** RT knows whole seconds. */
export const whole = (at: Instant): Instant => instant(Math.floor(at / 1000) * 1000)
