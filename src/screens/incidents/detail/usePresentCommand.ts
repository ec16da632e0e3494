import { type Commanding, useCommand } from '../../../data'
import { useAsOf } from '../asOf/context'

const asItWas = 'This is the incident as it was. Go back to the present to act.'

/** Commands on what belongs to the incident: none can be given to the past. */
export function usePresentCommand(): Commanding {
  const commanding = useCommand()
  return useAsOf() === undefined ? commanding : { ...commanding, whyNot: () => asItWas }
}
