import * as v from 'valibot'
import type { Id } from '../../domain/units'
import type { Call } from '../contract'
import { type Backend, fitting } from '../listing/backend'
import { concerns, idOf, objectOf } from './map'
import { acted, type Checkable, checkable, comment, type Comment, results } from './wire'

/** What is asked of Icinga, and told it. */
export interface Room {
  /** Hosts (first) and services whose hard state is not well. */
  readonly problems: (type: 'Host' | 'Service', call: Call) => Promise<readonly unknown[]>
  /** The problem that an id names, while it lasts. */
  readonly problem: (id: Id, call: Call) => Promise<unknown>
  /** Comments on anything that has a problem now, each with the incident it belongs to. */
  readonly comments: (call: Call) => Promise<readonly Commented[]>
  /** Those of one problem. */
  readonly commentsOn: (problem: Checkable, call: Call) => Promise<readonly Comment[]>
  readonly act: (action: string, object: string, words: object, call: Call) => Promise<void>
}

/** A comment as it came, and whose it is. */
export interface Commented {
  readonly comment: unknown
  readonly incident: Id
}

const attributes = [
  '__name', 'display_name', 'vars', 'groups', 'state', 'last_hard_state_change', 'acknowledgement',
  'acknowledgement_last_change', 'downtime_depth', 'flapping', 'last_check_result',
] as const // prettier-ignore
const own = { Host: ['last_state_up'], Service: ['host_name', 'last_state_ok'] } as const
const paths = { Host: 'hosts', Service: 'services' } as const
const typeOf = (object: string) => (object.includes('!') ? 'Service' : 'Host')

/** Icinga's API through one connection. Values go as variables of a filter, never into its text. */
export function createRoom(backend: Backend): Room {
  const post = (path: string, body: object, headers: Readonly<Record<string, string>>) =>
    [
      path,
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
    ] as const

  async function ask(path: string, body: object, call: Call): Promise<readonly unknown[]> {
    const [to, asking] = post(`/v1/objects/${path}`, body, { 'x-http-method-override': 'GET' })
    return (await backend.json(to, results, call, asking)).results
  }
  const problems = (type: 'Host' | 'Service', call: Call, more?: { filter: string; filter_vars: object }) => {
    const it = type.toLowerCase()
    const isProblem = `${it}.problem && ${it}.state_type == 1`
    return ask(
      paths[type],
      {
        attrs: [...attributes, ...own[type]],
        ...(type === 'Service' && { joins: ['host.display_name', 'host.vars'] }),
        ...more,
        filter: more ? `${isProblem} && ${more.filter}` : isProblem,
      },
      call,
    )
  }
  const fit = <S extends v.GenericSchema>(schema: S, items: readonly unknown[], what: string) =>
    items.map((item) => fitting(schema, item, backend.source, what))

  return {
    problems: (type, call) => problems(type, call),
    problem: async (id, call) => {
      const object = objectOf(id)
      const type = typeOf(object)
      const [found] = await problems(type, call, {
        filter: `${type.toLowerCase()}.__name == wanted`,
        filter_vars: { wanted: object },
      })
      const read = v.safeParse(checkable, found)
      return read.success && idOf(read.output) !== id ? undefined : found
    },
    comments: async (call) => {
      const [hosts, services, comments] = await Promise.all([
        problems('Host', call),
        problems('Service', call),
        ask('comments', {}, call),
      ])
      const known = [...hosts, ...services].flatMap((item) => {
        const read = v.safeParse(checkable, item)
        return read.success ? [read.output] : []
      })
      const byName = new Map(known.map((each) => [each.attrs.__name, each]))
      return comments.flatMap((item) => {
        const read = v.safeParse(comment, item)
        // What cannot be read may concern somebody: it is set aside, not left out.
        if (!read.success) return [{ comment: item, incident: '' }]
        const { host_name, service_name } = read.output.attrs
        const problem = byName.get(service_name === '' ? host_name : `${host_name}!${service_name}`)
        return problem && concerns(read.output, problem) ? [{ comment: item, incident: idOf(problem) }] : []
      })
    },
    commentsOn: async (problem, call) => {
      const [host, service = ''] = problem.attrs.__name.split('!')
      const found = await ask(
        'comments',
        {
          filter: 'comment.host_name == on_host && comment.service_name == on_service',
          filter_vars: { on_host: host, on_service: service },
        },
        call,
      )
      return fit(comment, found, 'the comments').filter((each) => concerns(each, problem))
    },
    act: async (action, object, words, call) => {
      const type = typeOf(object)
      const filter = { type, filter: `${type.toLowerCase()}.__name == wanted`, filter_vars: { wanted: object } }
      const [to, asking] = post(`/v1/actions/${action}`, { ...words, ...filter }, {})
      await backend.json(to, acted, call, asking)
    },
  }
}
