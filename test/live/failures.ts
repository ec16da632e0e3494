import { eachFault, type Harness, type ShownFault } from '../conformance/harness'
import type { Failure, Proxy } from './proxy'

const failures: Readonly<Record<ShownFault, Failure>> = {
  unreachable: 'hang-up',
  timeout: 504,
  'rate-limited': 429,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  'bad-response': 'html',
  unsupported: 501,
}

/** Every fault, provoked by the proxy in front of a real server. */
export const failingBy = ({ fail }: Proxy, path: string): Harness['faults'] =>
  eachFault((fault) => () => {
    fail(path, failures[fault])
    return Promise.resolve(() => Promise.resolve(fail(path, undefined)))
  })
