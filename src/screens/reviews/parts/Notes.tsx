import { PartialNote } from '../../../ui'
import type { Ignored } from '../model/book'

/** What of the address means nothing here. */
export const Notes = ({ ignored }: { readonly ignored: readonly Ignored[] }) => (
  <>
    {ignored.map(({ filter, value }) => (
      <PartialNote key={`${filter} ${value}`}>
        The address asks for {filter} “{value}”, which is not known here. It is left out of account.
      </PartialNote>
    ))}
  </>
)
