import { ClickHouseError, createClient } from '@clickhouse/client-web'
import { SourceError } from '../contract'
import { networkFault, send } from '../http'
import { exceptionOf } from './faults'
import { parametersOf, queries } from './queries'
import { type Asking, isException, reading, type Transport } from './transport'

/** Asks in SQL through ClickHouse's own client, with bound parameters; for networks where people may ask what they like. */
export function overSql(asking: Asking & { readonly user?: string }): Transport {
  const { source, url, database, patience, now, user } = asking
  const answers = reading(asking)
  return {
    clockOffset: () => answers.clockOffset(),
    async ask(name, parameters, call) {
      const client = createClient({
        url,
        request_timeout: patience,
        use_multipart_params_auto: true,
        ...(database !== undefined && { database }),
        ...(user !== undefined && { username: user }),
        // Through the house's one door to the network, which gives every fault its name.
        fetch: (address, init) =>
          send(
            {
              source,
              url: address instanceof Request ? address.url : String(address),
              method: init?.method ?? 'POST',
              headers: Object.fromEntries(new Headers(init?.headers)),
              patience,
              accept: isException,
              ...(init?.body && { body: init.body }),
            },
            call,
          ),
      })
      const bound = Object.fromEntries([...parametersOf(name)].map((param) => [param, parameters[param] ?? null]))
      try {
        const result = await client.query({ query: queries[name], format: 'JSONCompact', query_params: bound })
        const date = result.response_headers['date']
        return answers.answer(await result.json(), Array.isArray(date) ? date[0] : date)
      } catch (cause) {
        if (cause instanceof ClickHouseError) throw exceptionOf(source, Number(cause.code), cause.message, now())
        if (cause instanceof SyntaxError)
          throw new SourceError('bad-response', source, `${url} answered with something else than JSON.`, { cause })
        throw networkFault(source, url, call, cause)
      }
    },
  }
}
