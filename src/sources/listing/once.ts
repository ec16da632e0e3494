import type { CommandTaker, Receipt } from '../contract'

/**
 * Carries a command out once for each key, for backends that know no keys of their own: what was carried out while the
 * source is open is remembered. One that failed is not, and may be sent again.
 */
export function once(carryOut: CommandTaker['send']): CommandTaker['send'] {
  const carried = new Map<string, Receipt>()
  return async (envelope, call) => {
    const known = carried.get(envelope.key)
    if (known) return known
    const receipt = await carryOut(envelope, call)
    carried.set(envelope.key, receipt)
    return receipt
  }
}
