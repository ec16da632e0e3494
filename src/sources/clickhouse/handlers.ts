import { readJson, send } from '../http'
import { encode } from './encode'
import { exceptionOf } from './faults'
import { parametersOf } from './queries'
import { type Asking, isException, reading, type Transport } from './transport'

/** Asks handlers by name (deploy/config.d/handlers.xml): what goes out are parameters, neither SQL nor a password. */
export function overHandlers(asking: Asking): Transport {
  const { source, url, database, patience, now } = asking
  const answers = reading(asking)
  return {
    clockOffset: () => answers.clockOffset(),
    async ask(name, parameters, call) {
      const address = new URLSearchParams(database === undefined ? {} : { database })
      for (const param of parametersOf(name)) address.set(`param_${param}`, encode(parameters[param] ?? null))
      const query = address.size > 0 ? `?${address.toString()}` : ''
      const response = await send(
        { source, url: `${url}/watchbill/v1/${name}${query}`, patience, accept: isException },
        call,
      )
      if (isException(response)) {
        const code = Number(response.headers.get('x-clickhouse-exception-code'))
        throw exceptionOf(source, code, await response.text().catch(() => ''), now())
      }
      return answers.answer(await readJson(response, source, call), response.headers.get('date'))
    },
  }
}
