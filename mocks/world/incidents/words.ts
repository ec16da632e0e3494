import type { Severity } from '../../../src/domain/incident'

/** What goes wrong, told with the workload's name in place of `@`. */
const symptoms: Readonly<Record<'grave' | 'middling' | 'slight', readonly string[]>> = {
  grave: [
    '@ unavailable in one region',
    'Errors above 5% on @',
    '@ refuses new connections',
    'Writes to @ time out',
    'Customers see stale data from @',
    '@ fails over and back',
    'Release of @ breaks sign-in',
    'Half of requests to @ declined',
  ],
  middling: [
    '@ latency above target',
    'Queue of @ grows',
    'Retries double the load on @',
    '@ restarts every few minutes',
    'Connection pool of @ exhausted',
    'Scheduled job of @ did not run',
    'Upstream of @ answers slowly',
    'Cache in front of @ cold',
    'Memory of @ climbs after release',
  ],
  slight: [
    'Disk above 80% on @',
    'Certificate of @ expires soon',
    'Logs of @ incomplete',
    'One replica of @ lags',
    'Dashboard of @ shows no data',
    'Quota of @ nearly used',
    'Nightly task of @ retried',
    'Health check of @ flaps',
    'Alarm of @ fires without impact',
  ],
}

export const symptomsOf = (severity: Severity | 0): readonly string[] =>
  severity === 1 || severity === 2 ? symptoms.grave : severity === 3 ? symptoms.middling : symptoms.slight

export const impacts = [
  'Some customers could not finish what they began.',
  'Orders were delayed; none were lost.',
  'Pages were slow for customers in Europe.',
  'Internal users only.',
  'A partner received files late.',
]

export const factors = [
  'certificate', 'configuration change', 'release', 'capacity', 'dependency', 'data growth', 'missing alarm', 'unclear ownership',
  'time-out setting', 'network', 'human step',
] as const // prettier-ignore

export const labels = ['eu', 'us', 'apac', 'customer-facing', 'internal', 'regulatory', 'third-party', 'drill'] as const

/** Words of a backend for a severity that maps to none. */
export const strangeSeverities = ['Unclassified', 'P-none', 'Minor?'] as const

export const lessons = [
  'Alarm on the cause, not only on the symptom.',
  'Name the commander in the first five minutes.',
  'Rehearse the way back, not only the way out.',
  'The runbook assumed access that nobody on call had.',
]
export const wentWell = ['Found by our own alarm.', 'The handover was written down.', 'Status page was up to date.']
