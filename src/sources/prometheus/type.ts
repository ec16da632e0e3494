import type { SourceType } from '../catalogue'

const text = (description: string) => ({ type: 'string', minLength: 1, description })
const texts = (description: string) => ({ type: 'array', items: { type: 'string', minLength: 1 }, description })
const pairs = (description: string) => ({ type: 'object', additionalProperties: { type: 'string' }, description })
const severity = { type: 'integer', minimum: 1, maximum: 5 }

const rule = {
  type: 'object',
  additionalProperties: false,
  properties: {
    match: pairs('Labels and the texts that they must be.'),
    matchRe: pairs('Labels and the regular expressions that must fit the whole of them.'),
    workload: text('The workload that such alerts are about.'),
    rule: text('The name by which activities list the event that they answer.'),
    severity: { ...severity, description: 'Severity of such alerts, 1 to 5.' },
    pages: { type: 'boolean', description: 'Whether such alerts page somebody.' },
  },
}

/** Alerts and silences of Alertmanager, and the alerts that Prometheus remembers. */
export const prometheus: SourceType = {
  type: 'prometheus',
  title: 'Prometheus and Alertmanager',
  summary: 'Alerts that fire and silences from Alertmanager, alerts that ended from Prometheus, as events.',
  tells: ['events'],
  options: {
    type: 'object',
    anyOf: [{ required: ['alertmanagerUrl'] }, { required: ['prometheusUrl'] }],
    additionalProperties: false,
    properties: {
      alertmanagerUrl: text('What stands before /api/v2 of Alertmanager: a path of your proxy.'),
      prometheusUrl: text('What stands before /api/v1 of Prometheus: a path of your proxy.'),
      workloadLabel: text('The label that names the workload (service).'),
      severityLabel: text('The label that holds the severity (severity).'),
      ruleLabel: text('The label by which activities list the event that they answer (alertname).'),
      titleAnnotation: text('The annotation that says in a sentence what is wrong (summary).'),
      severities: {
        type: 'object',
        additionalProperties: severity,
        description: 'Severities by the words of that label (critical: 1, error: 2, warning: 3, info: 5).',
      },
      pagingReceivers: texts('Receivers that page somebody.'),
      pagingSeverities: texts('Words of the severity label at which somebody is paged.'),
      rules: {
        type: 'array',
        items: rule,
        description: 'What alerts with certain labels are about; the first one counts.',
      },
      ignoredLabels: texts('Labels that tell no alert from another, such as external labels and replica.'),
      historyDays: { type: 'number', exclusiveMinimum: 0, description: 'How far back Prometheus is asked (7).' },
      stepSeconds: {
        type: 'integer',
        minimum: 1,
        description: 'How closely it is asked: a grid of so many seconds (60).',
      },
      timeoutSeconds: { type: 'number', exclusiveMinimum: 0, description: 'Give up a request after so long (15).' },
      renewSeconds: { type: 'number', minimum: 5, description: 'Ask for changes this often (30).' },
    },
  },
  open: async (options, opening) => {
    const [{ openPrometheus }, { spawnEngine }] = await Promise.all([import('./source'), import('../engine/spawn')])
    return openPrometheus(options, opening, spawnEngine(opening.id))
  },
}
