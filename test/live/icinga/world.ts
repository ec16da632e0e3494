import type { icingaWorld } from '../../../mocks/icinga/tell'
import type { Holdings } from '../../../src/domain/query/facets'
import { isService } from '../../../src/sources/icinga/map'
import type { Checkable, Comment } from '../../../src/sources/icinga/wire'

type Told = ReturnType<typeof icingaWorld>

/** What Icinga can be given: it demands an author and a text of every comment. */
export const writable = (holdings: Holdings): Holdings => ({
  ...holdings,
  timeline: holdings.timeline.filter(({ actor, text }) => Boolean(actor) && Boolean(text)),
})

/** What Icinga holds of a part of the world. */
export function partOf({ problems, comments }: Told, { incidents, timeline }: Holdings) {
  const among = <T>(all: ReadonlyMap<string, T>, ids: readonly string[]) => ids.flatMap((id) => all.get(id) ?? [])
  return {
    problems: among(
      problems,
      incidents.map(({ id }) => id),
    ),
    comments: among(
      comments,
      timeline.map(({ id }) => id),
    ),
  }
}

type Part = ReturnType<typeof partOf>

/** A text, list or number in the words of the configuration, whose escapes are those of JSON. */
const value = (told: unknown): string => JSON.stringify(told)

/** The last part of a name: of a service without its host, of a comment without what it stands on. */
const ownName = (name: string): string => name.slice(name.lastIndexOf('!') + 1)

const object = (type: string, name: string, lines: readonly string[]) =>
  `object ${type} ${value(name)} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`

function checked(each: Checkable): string {
  const { attrs, joins } = each
  const service = isService(each)
  // Who inherits a team from its host in the mock has it itself here: hosts are shared.
  const { workload, team } = { ...joins?.host?.vars, ...attrs.vars }
  return object(service ? 'Service' : 'Host', ownName(attrs.__name), [
    'import "told"',
    ...(service ? [`host_name = ${value(attrs.host_name)}`] : []),
    `groups = ${value(attrs.groups ?? [])}`,
    `vars.workload = ${value(workload)}`,
    ...(team === undefined ? [] : [`vars.team = ${value(team)}`]),
  ])
}

const written = ({ attrs }: Comment) =>
  object('Comment', ownName(attrs.__name), [
    `host_name = ${value(attrs.host_name)}`,
    ...(attrs.service_name === '' ? [] : [`service_name = ${value(attrs.service_name)}`]),
    `author = ${value(attrs.author)}`,
    `text = ${value(attrs.text)}`,
    `entry_type = ${attrs.entry_type}`,
    `entry_time = ${attrs.entry_time.toFixed(6)}`,
  ])

/** Hosts, services, their groups and comments as a configuration. */
export function configOf({ problems, comments }: Part): string {
  const groups = (type: 'Host' | 'Service') => {
    const of = problems.filter((each) => isService(each) === (type === 'Service'))
    return [...new Set(of.flatMap(({ attrs }) => attrs.groups ?? []))].map((name) => object(`${type}Group`, name, []))
  }
  const hosts = [...new Set(problems.flatMap(({ attrs }) => attrs.host_name ?? []))]
  return [
    ...groups('Host'),
    ...groups('Service'),
    ...hosts.map((name) => object('Host', name, ['import "told"'])),
    ...problems.map(checked),
    ...comments.map(written),
  ].join('')
}

/** The state of a host or service in the words of `icinga2.state`, which Icinga reads when it starts. */
function stateOf(each: Checkable): string {
  const { __name: name, last_check_result: result, ...attrs } = each.attrs
  const type = isService(each) ? 'Service' : 'Host'
  // A host is down by a result that is critical.
  const raw = type === 'Host' ? 2 : attrs.state
  const at = attrs.last_hard_state_change
  const words = JSON.stringify({
    name,
    type,
    update: {
      type,
      state_raw: raw,
      state_type: 1,
      last_hard_state_raw: raw,
      last_state_change: at,
      last_hard_state_change: at,
      last_state_ok: attrs.last_state_ok,
      last_state_up: attrs.last_state_up,
      acknowledgement: attrs.acknowledgement,
      acknowledgement_last_change: attrs.acknowledgement_last_change,
      last_check_result: { type: 'CheckResult', state: raw, output: result?.output, execution_end: at },
    },
  })
  return `${Buffer.byteLength(words)}:${words},`
}

/** States of the past, as Icinga would have written them down when it ended. */
export const stateFile = ({ problems }: Part): string => problems.map(stateOf).join('')
