import { useNow, useZone } from '../../../data'
import { ageText, dateTimeText } from '../../../domain/time/format'
import { formatInstant, type Instant } from '../../../domain/units'
import { Time } from '../../../ui'

/** How long ago something was. It ticks by itself, so that the list around it need not. */
export function Ago({ at }: { readonly at: Instant }) {
  const now = useNow()
  const zone = useZone().name
  return (
    <Time iso={formatInstant(at)} absolute={dateTimeText(at, zone)}>
      {ageText(at, now)}
    </Time>
  )
}
