import type { View } from '../../../data'
import { PartialNote } from '../../../ui'
import { useMissing } from '../useMissing'
import { counted } from '../words'

interface RangeNotesProps {
  readonly incidents: View<'incidents'>
  /** Absent where none are shown. */
  readonly events?: View<'events'>
  /** What else is to be known. */
  readonly note: string | undefined
}

const noParts = { parts: [] }

/** What keeps the picture from being all there is. */
export function RangeNotes({ incidents, events, note }: RangeNotesProps) {
  const missing = useMissing(incidents)
  const missingEvents = useMissing(events ?? noParts)
  const total = incidents.total ?? incidents.items.length
  return (
    <>
      {note !== undefined && <PartialNote>{note}</PartialNote>}
      {missing !== '' && <PartialNote>Not all incidents are shown. {missing}</PartialNote>}
      {missingEvents !== '' && missingEvents !== missing && (
        <PartialNote>Not all events are shown. {missingEvents}</PartialNote>
      )}
      {missing === '' && !incidents.complete && (
        <PartialNote>
          The first {counted(incidents.items.length, 'incident')} of {total.toLocaleString('en')} in this range: zoom in
          to see all.
        </PartialNote>
      )}
      {events && missingEvents === '' && !events.complete && events.state === 'ready' && (
        <PartialNote>The first {counted(events.items.length, 'event')} of this range: zoom in to see all.</PartialNote>
      )}
    </>
  )
}
