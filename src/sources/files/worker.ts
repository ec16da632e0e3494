import { expose } from 'comlink'
import { createHost, type Host } from './host'

// Calls may come before the polyfill is there, so each waits for it: waiting here, at the top, would lose them.
const ready: Promise<unknown> = 'Temporal' in globalThis ? Promise.resolve() : import('temporal-polyfill/global')

const host = createHost()

expose({
  survey: async (...given) => {
    await ready
    return host.survey(...given)
  },
  read: (...given) => host.read(...given),
  ask: (task) => host.ask(task),
  apply: (envelope) => host.apply(envelope),
  changed: () => host.changed(),
  stop: () => host.stop(),
} satisfies Host)
