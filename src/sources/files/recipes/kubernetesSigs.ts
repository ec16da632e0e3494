import type { Contact, Team, Workload } from '../../../domain/ownership'
import { FileFault, placeOf, type Reading } from '../sink'
import { isPlainObject, type Shape, ShapeFault } from '../table/shape'
import { wholeText } from '../text'
import { type Located, type Path, readDocuments } from '../yaml'
import { dutiesOf, workloadId } from './kubernetesActivities'
import { peopleOf, teamId } from './kubernetesPeople'
import { type Group, group as groupShape, type Kind, kindNames, kinds, type Named, named } from './kubernetesWire'
import type { Recipe } from './recipe'

/** The document holds no dates. */
const how = { dates: () => undefined, dateWords: 'nothing' }

const contactsOf = ({ contact }: Group): readonly Contact[] => [
  ...(contact?.slack === undefined ? [] : [{ kind: 'chat' as const, text: `#${contact.slack}` }]),
  ...(contact?.mailing_list === undefined
    ? []
    : [{ kind: 'mail' as const, text: 'Mailing list', url: contact.mailing_list }]),
]

const teamOf = (group: Group, kind: Kind): Team => ({
  type: 'team',
  id: teamId(group.dir),
  name: kinds[kind].title(group.name),
  aliases: [...new Set([group.dir, group.name, ...(group.label === undefined ? [] : [group.label])])],
  ...(group.mission_statement !== undefined && { mandate: group.mission_statement.trim() }),
  contacts: contactsOf(group),
  tags: [kinds[kind].tag, ...(group.charter_link === undefined ? ['no-charter'] : [])],
})

const workloadsOf = (group: Group): readonly Workload[] =>
  group.subprojects.map((subproject) => ({
    id: workloadId(group, subproject),
    name: subproject.name,
    ...(subproject.description !== undefined && { description: subproject.description }),
    team: teamId(group.dir),
    tags: [],
    ...(subproject.owners[0] !== undefined && { url: subproject.owners[0] }),
  }))

/** Reads a part of the document, or sets it aside with its line. */
function part<T>(
  shape: Shape<T>,
  value: unknown,
  located: Located,
  path: Path,
  file: string,
  reading: Reading,
): readonly T[] {
  try {
    return [shape.read(value, how, [])]
  } catch (cause) {
    if (!(cause instanceof ShapeFault)) throw cause
    const record = isPlainObject(value) && typeof value['dir'] === 'string' ? value['dir'] : path.join('.')
    const place = placeOf(file, located.lineOf(0, [...path, ...cause.path]))
    reading.sink.aside({ facet: 'parties', record, place, reason: cause.message })
    return []
  }
}

/** The list of community groups that Kubernetes keeps: who leads what, which subprojects each owns. */
export const kubernetesSigs: Recipe = {
  name: 'kubernetes-sigs',
  title: 'Kubernetes community groups (sigs.yaml)',
  facets: ['workloads', 'activities', 'assignments', 'parties'],
  recognises: (path, head) =>
    (/\.ya?ml$/i.test(path) && /^sigs:/m.test(head) && /^\s+leadership:/m.test(head)) ||
    (/\.json$/i.test(path) && /^\s*\{\s*"sigs"\s*:/.test(head) && head.includes('"leadership"')),
  read: async (file, reading) => {
    const { sink } = reading
    const located = readDocuments(file.path, await wholeText(file, reading), reading.limits.depth)
    const [root] = located.documents
    if (!isPlainObject(root)) throw new FileFault('There are no groups in it (sigs, workinggroups, committees).')
    const found = kindNames.flatMap((kind) => {
      const list = root[kind]
      return (Array.isArray(list) ? list : []).flatMap((each: unknown, index) =>
        part(groupShape, each, located, [kind, index], file.path, reading).map((group) => ({ kind, group })),
      )
    })
    const fresh = found.filter(({ group }) => !sink.has('parties', teamId(group.dir)))
    if (fresh.length < found.length)
      sink.aside({
        facet: 'parties',
        record: `${found.length - fresh.length} groups`,
        place: file.path,
        reason: 'Another file tells these groups already: the first one counts.',
      })
    const groups = fresh.map(({ group }) => group)
    const others: readonly Named[] =
      root['gb_rep'] === undefined ? [] : part(named, root['gb_rep'], located, ['gb_rep'], file.path, reading)
    const dirs = new Map(fresh.map(({ group }) => [group.name, group.dir]))
    const duties = groups.map((group) => dutiesOf(group, (name) => dirs.get(name)))
    sink.put('parties', [
      ...fresh.map(({ group, kind }) => teamOf(group, kind)),
      ...(groups.length > 0 ? peopleOf(groups, others) : []),
    ])
    sink.put('workloads', groups.flatMap(workloadsOf))
    sink.put(
      'activities',
      duties.flatMap(({ activities }) => activities),
    )
    sink.put(
      'assignments',
      duties.flatMap(({ assignments }) => assignments),
    )
  },
}
