import { type Instant, parseInstant } from '../../domain/units'
import { type Call, SourceError } from '../contract'
import { networkFault, readJson, send } from '../http'
import { check } from './check'
import type { Wire } from './wire.generated'

/** How to reach one backend. */
export interface Address {
  /** Id of the source. */
  readonly source: string
  /** Ends before `/v1`. */
  readonly url: string
  /** Milliseconds until a request is given up. */
  readonly patience: number
  /** The browser's clock. */
  readonly now: () => number
}

interface Sending {
  readonly method?: 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly accept?: readonly number[]
}

/** Talks to one backend and watches its clock meanwhile. */
export interface Client {
  readonly address: Address
  /** Throws SourceError. Statuses in `accept` come back as they are. */
  request(path: string, call: Call, sending?: Sending): Promise<Response>
  /** The body, which must fit the schema. Throws SourceError. */
  read<N extends Parameters<typeof check>[0]>(path: string, schema: N, call: Call): Promise<Wire[N]>
  /** A moment that an answer as a whole is about. Throws SourceError where it is none. */
  moment(text: string): Instant
  /** Backend's clock minus the browser's in milliseconds, from the last `Date` header. */
  clockOffset(): number | undefined
}

export function createClient(address: Address): Client {
  const { source, url, patience, now } = address
  let offset: number | undefined

  function notice(response: Response): void {
    const told = Date.parse(response.headers.get('date') ?? '')
    // The header counts whole seconds: on average it is half a second behind.
    if (Number.isFinite(told)) offset = told + 500 - now()
  }

  const request: Client['request'] = async (path, call, sending = {}) => {
    const { headers, ...rest } = sending
    const asked = {
      source,
      url: `${url}${path}`,
      patience,
      ...rest,
      headers: { accept: 'application/json', ...headers },
    }
    const response = await send(asked, call)
    notice(response)
    return response
  }

  return {
    address,
    request,
    clockOffset: () => offset,
    moment: (text) => {
      const at = parseInstant(text)
      if (at !== undefined) return at
      throw new SourceError('bad-response', source, `${url} says “${text}” where a moment should be`)
    },
    read: async (path, schema, call) => {
      const response = await request(path, call)
      const verdict = check(schema, await readJson(response, source, call))
      if (verdict.fits) return verdict.value
      throw new SourceError('bad-response', source, `${url}${path} answered with something else: ${verdict.reason}`)
    },
  }
}

/** What a backend says of an error it accepts to name: the detail of its problem document, else its status. */
export async function detailOf(response: Response, source: string, call: Call): Promise<string> {
  const body = await response.text().catch((cause: unknown) => {
    throw networkFault(source, response.url, call, cause)
  })
  try {
    const verdict = check('ProblemDetails', JSON.parse(body))
    if (verdict.fits) return verdict.value.detail ?? verdict.value.title
  } catch {
    // Not JSON: the status must do.
  }
  return `The backend answered ${response.status}.`
}
