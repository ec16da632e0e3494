import type { Activity, Assignment, Document, Team, Workload } from '../../../domain/ownership'
import { documentOf } from '../links'
import { FileFault, placeOf, type Reading } from '../sink'
import { assignmentId } from '../table/shapesOwnership'
import { isPlainObject } from '../table/shape'
import { wholeText } from '../text'
import { type Located, type Path, readDocuments } from '../yaml'
import type { Recipe } from './recipe'

type Texts = Readonly<Record<string, unknown>>

/** A rule with where it stands. */
interface Rule {
  readonly path: Path
  readonly document: number
  /** The file it came from: its own, or the one that a joined set names. */
  readonly file: string
  readonly group: string
  readonly rule: Texts
  readonly tags: readonly string[]
}

const textIn = (record: unknown, name: string): string | undefined => {
  const value = isPlainObject(record) ? record[name] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
const listIn = (record: unknown, name: string): readonly unknown[] => {
  const value = isPlainObject(record) ? record[name] : undefined
  return Array.isArray(value) ? value : []
}

/** A joined set: `[{file, deploy, group, rule}]`. */
const joined = (list: readonly unknown[]): readonly Rule[] =>
  list.flatMap((each, index) => {
    const rule = isPlainObject(each) ? each['rule'] : undefined
    if (!isPlainObject(each) || !isPlainObject(rule)) return []
    const deploy = each['deploy']
    return [
      {
        path: [index],
        document: 0,
        file: textIn(each, 'file') ?? '',
        group: textIn(each, 'group') ?? '',
        rule,
        tags: [
          ...listIn(deploy, 'deploy-tag').map(String),
          ...listIn(deploy, 'deploy-site').map((site) => `site:${String(site)}`),
        ],
      },
    ]
  })

/** A rule file as Prometheus reads it (`groups`), or wrapped as a Kubernetes resource (`spec.groups`). */
const grouped = (root: unknown, document: number, file: string): readonly Rule[] => {
  const spec = isPlainObject(root) && isPlainObject(root['spec']) ? root['spec'] : undefined
  const start: Path = spec ? ['spec', 'groups'] : ['groups']
  return listIn(spec ?? root, 'groups').flatMap((group, at) =>
    listIn(group, 'rules').flatMap((rule, index) =>
      isPlainObject(rule) && 'alert' in rule
        ? [{ path: [...start, at, 'rules', index], document, file, group: textIn(group, 'name') ?? '', rule, tags: [] }]
        : [],
    ),
  )
}

const rulesOf = ({ documents }: Located, file: string): readonly Rule[] =>
  documents.flatMap((root, index) => (Array.isArray(root) ? joined(root) : grouped(root, index, file)))

/** The team whose folder keeps the rule: `team-sre/lag.yaml` → `sre`. */
const keeperOf = (file: string): string | undefined => /(?:^|\/)team-([^/]+)\//.exec(file)?.[1]

const teamOf = (name: string): Team => ({ type: 'team', id: `team:${name}`, name, contacts: [], tags: [] })

function documentIn(annotations: unknown): Document | undefined {
  const text = textIn(annotations, 'runbook') ?? textIn(annotations, 'runbook_url')
  return text === undefined ? undefined : documentOf(text)
}

function activityOf(id: string, name: string, { rule, group, tags }: Rule): Activity {
  const { labels, annotations } = rule
  const severity = textIn(labels, 'severity')
  const description = textIn(annotations, 'summary') ?? textIn(annotations, 'description')
  const runbook = documentIn(annotations)
  return {
    id,
    name,
    workload: textIn(labels, 'service') ?? group,
    kind: 'response',
    ...(description !== undefined && { description }),
    events: [name],
    pages: severity === 'page',
    ...(runbook && { runbook }),
    tags: [...(severity === undefined ? [] : [`severity:${severity}`]), ...tags],
  }
}

/**
 * The label `team` says who responds (R). The set does not record who answers for it (A): that stays unrecorded. The
 * folder a rule is kept in is an observation of who looks after it.
 */
function assignmentsOf(activity: string, rule: Rule, isPlaceholder: Reading['isPlaceholder']): readonly Assignment[] {
  const owner = textIn(rule.rule['labels'], 'team')
  const keeper = keeperOf(rule.file)
  const base = { activity, role: 'R' as const }
  return [
    ...(owner === undefined
      ? []
      : [
          {
            ...base,
            id: assignmentId(activity, 'R', owner),
            ...(isPlaceholder(owner) ? { placeholder: owner } : { party: `team:${owner}` }),
            claim: 'declared' as const,
          },
        ]),
    ...(keeper === undefined
      ? []
      : [
          {
            ...base,
            id: assignmentId(activity, 'R', keeper, true),
            party: `team:${keeper}`,
            claim: 'observed' as const,
            evidence: `the rule is kept in ${rule.file}`,
          },
        ]),
  ]
}

/** Sets of Prometheus alerting rules: each is the duty to respond to it. */
export const alertRules: Recipe = {
  name: 'alert-rules',
  title: 'Prometheus alert rules (YAML, or joined as JSON)',
  facets: ['workloads', 'activities', 'assignments', 'parties'],
  recognises: (path, head) =>
    (/\.json(\.gz)?$/i.test(path) && ['"rule"', '"alert"', '"expr"'].every((key) => head.includes(key))) ||
    (/\.ya?ml(\.gz)?$/i.test(path) && /^\s*-?\s*alert:/m.test(head) && /^\s*(-\s*)?expr:/m.test(head)),
  read: async (file, reading) => {
    const { sink } = reading
    const located = readDocuments(file.path, await wholeText(file, reading), reading.limits.depth)
    const rules = rulesOf(located, file.path)
    if (rules.length === 0) throw new FileFault('There is no alerting rule in it.')
    const used = new Map<string, number>()
    const activities: Activity[] = []
    const assignments: Assignment[] = []
    const workloads = new Map<string, Workload>()
    for (const rule of rules) {
      const name = textIn(rule.rule, 'alert')
      if (name === undefined) {
        const place = placeOf(file.path, located.lineOf(rule.document, rule.path))
        sink.aside({ facet: 'activities', record: rule.group, place, reason: 'The rule has no name (alert).' })
        continue
      }
      // Names are no keys: the same alert stands in several files, and twice in one group for two severities.
      const key = `${rule.file}/${rule.group}/${name}`
      const nth = (used.get(key) ?? 0) + 1
      used.set(key, nth)
      const activity = activityOf(nth === 1 ? key : `${key}#${nth}`, name, rule)
      activities.push(activity)
      workloads.set(activity.workload, { id: activity.workload, name: activity.workload, tags: [] })
      assignments.push(...assignmentsOf(activity.id, rule, reading.isPlaceholder))
    }
    sink.put('activities', activities)
    sink.put('assignments', assignments)
    sink.put('workloads', [...workloads.values()])
    const teams = new Set(assignments.flatMap(({ party }) => party ?? []))
    sink.put(
      'parties',
      [...teams].map((id) => teamOf(id.slice('team:'.length))),
    )
  },
}
