import * as v from 'valibot'
import { instant, type Instant } from '../../domain/units'
import { type Call, SourceError } from '../contract'
import { readJson, send } from '../http'

/** Where a backend is and how it is spoken to. */
export interface BackendAddress {
  /** Id of the source. */
  readonly source: string
  /** What stands before every path, without a slash at its end. */
  readonly url: string
  /** Milliseconds until a request is given up; those of `http.ts` when absent. */
  readonly patience?: number
  /** The browser's clock, milliseconds since 1970. */
  readonly now: () => number
  /** Go with every request. Never a secret: the proxy in front of the backend adds those. */
  readonly headers?: Readonly<Record<string, string>>
}

/** One request to a backend. */
export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
  /** Statuses outside 2xx that are answers, not faults. */
  readonly accept?: readonly number[]
  /** Instead of that of the backend; a stream passes Infinity. */
  readonly patience?: number
}

/** Talks JSON with one backend, and watches its clock meanwhile. */
export interface Backend extends BackendAddress {
  /** Throws SourceError. Statuses in `accept` come back as they are. */
  request(path: string, call: Call, asking?: Asking): Promise<Response>
  /** The body, which must fit the schema. Throws SourceError, `bad-response` with the place that does not fit. */
  json<S extends v.GenericSchema>(path: string, schema: S, call: Call, asking?: Asking): Promise<v.InferOutput<S>>
  /** The same where 404 means that there is none: undefined. */
  find<S extends v.GenericSchema>(path: string, schema: S, call: Call): Promise<v.InferOutput<S> | undefined>
  /** Backend's clock minus the browser's in milliseconds, from the last `Date` header. */
  clockOffset(): number | undefined
  /** The present by the backend's clock, as far as it has been seen. */
  present(): Instant
}

/** Where in a value something does not fit, in words: `incidents.3.urgency: Expected "high" but received null`. */
export function misfit(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues
  if (!first) return 'it does not fit'
  const place = v.getDotPath(first)
  return place === null ? first.message : `${place}: ${first.message}`
}

/** A value that fits the schema, in its shape, or a SourceError `bad-response` in the name of the source. */
export function fitting<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  source: string,
  place: string,
): v.InferOutput<S> {
  const verdict = v.safeParse(schema, value)
  if (verdict.success) return verdict.output
  throw new SourceError('bad-response', source, `${place} answered with something else: ${misfit(verdict.issues)}`)
}

/** Makes the connection; nothing is sent yet. */
export function connect(address: BackendAddress): Backend {
  const { source, url, patience, now, headers: always } = address
  let offset: number | undefined

  async function request(path: string, call: Call, asking: Asking = {}): Promise<Response> {
    const { headers, ...rest } = asking
    const response = await send(
      {
        source,
        url: `${url}${path}`,
        ...(patience !== undefined && { patience }),
        ...rest,
        headers: { accept: 'application/json', ...always, ...headers },
      },
      call,
    )
    const told = Date.parse(response.headers.get('date') ?? '')
    // The header counts whole seconds: on average it is half a second behind.
    if (Number.isFinite(told)) offset = told + 500 - now()
    return response
  }

  return {
    ...address,
    request,
    clockOffset: () => offset,
    present: () => instant(now() + (offset ?? 0)),
    json: async (path, schema, call, asking) => {
      const response = await request(path, call, asking)
      return fitting(schema, await readJson(response, source, call), source, `${url}${path.replace(/\?.*$/, '')}`)
    },
    find: async (path, schema, call) => {
      const response = await request(path, call, { accept: [404] })
      if (response.status !== 404)
        return fitting(schema, await readJson(response, source, call), source, `${url}${path}`)
      await response.body?.cancel()
      return undefined
    },
  }
}
