import { halfRecorded } from '../../../domain/coverage'
import type { StandingQuery } from '../../../domain/query/standing'
import { Modal } from '../../../ui'
import type { Book, Listing } from '../model/listing'
import type { QueryChange } from '../model/useQuery'
import { countText, sizeText } from '../model/words'
import styles from './coverage.module.css'
import { GapTable } from './GapTable'
import { PartTable } from './PartTable'

export interface CoverageProps {
  readonly book: Book
  readonly listing: Listing
  readonly query: StandingQuery
  readonly change: (change: QueryChange) => void
}

/** How owned end to end is counted, every gap, and the same for each workload, team and tier. Each number opens its list. */
export function CoveragePanel(props: CoverageProps) {
  const { book, listing, change } = props
  const half = halfRecorded(listing.base)
  const { judged, owned, partly, unowned, borne, byDesign, total } = listing.coverage
  return (
    <Modal open title="Coverage and gaps" onClose={() => change({ coverage: null })}>
      <div className={styles.words}>
        <p>
          <b>Owned end to end</b> = exactly one accountable party that is still active, and somebody active responsible;
          or by design without owner ({countText(byDesign)} here). A role that no source of an activity records is not
          asked for{half > 0 && `: of ${countText(half)} only one of the two is recorded`}.
        </p>
        <p>
          {countText(owned)} owned + {countText(partly)} owned in part + {countText(unowned)} that nobody answers for
          {borne > 0 && ` + ${countText(borne)} excused for now`} = {countText(judged)} judged.
        </p>
        {total > judged && <p>{countText(total - judged)} more are not judged: their sources record no owners.</p>}
        <p>
          Counted in {sizeText(total, 'activity')} of {countText(book.standings.length)}, which the other filters leave.
          A gap that is excused until a day is none until then, and makes nothing owned. “TODO”, “unowned”, a template
          and the like are no owners; more such words are listed under <code>placeholders</code> in a workspace’s{' '}
          <code>watchbill.yaml</code>.
        </p>
      </div>
      <div className={styles.gaps}>
        <GapTable {...props} />
      </div>
      <PartTable {...props} />
    </Modal>
  )
}
