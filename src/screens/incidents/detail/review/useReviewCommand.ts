import { type Commanding, useCommand } from '../../../../data'
import { useAsOf } from '../../asOf/context'

const asItWas = 'This is the incident as it was. Go back to the present to act.'

/** Commands of the review: none can be given to the past. */
export function useReviewCommand(): Commanding {
  const commanding = useCommand()
  return useAsOf() === undefined ? commanding : { ...commanding, whyNot: () => asItWas }
}
