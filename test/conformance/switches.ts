import type { Chaos, ChaosKind } from '../../mocks/chaos'
import { eachFault, type Harness, type ShownFault } from './harness'

/** The switch of a mock backend that provokes each fault. */
export const switches: Readonly<Record<ShownFault, ChaosKind>> = {
  unreachable: 'offline',
  timeout: 'gateway-timeout',
  'rate-limited': 'rate-limited',
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  conflict: 'conflict',
  'bad-response': 'html',
  unsupported: 'unsupported',
}

/** Every fault, provoked by the switch of a mock backend. */
export const shownBy = (chaos: Chaos): Harness['faults'] =>
  eachFault((fault) => () => {
    chaos.set(switches[fault], true)
    return Promise.resolve(() => Promise.resolve(chaos.clear()))
  })
