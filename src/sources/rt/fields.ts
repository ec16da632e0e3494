/** What custom fields can tell: their names stand in the option `fields`. */
export const fieldNames = [
  'workloads', 'team', 'severity', 'impact', 'factors', 'labels', 'detection',
  'started', 'detected', 'mitigated', 'closed', 'rootCause', 'workaround', 'fix',
] as const // prettier-ignore
export type FieldName = (typeof fieldNames)[number]
