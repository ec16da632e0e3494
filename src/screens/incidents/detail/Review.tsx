import type { PostIncidentReview } from '../../../domain/incident'
import { Note } from '../../../ui'
import { Moment } from '../Age'
import styles from './detail.module.css'

const Points = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length > 0 && (
    <div>
      <h4>{title}</h4>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  )

/** What was learned afterwards. */
export function Review({ review }: { readonly review: PostIncidentReview }) {
  return (
    <section className={styles.review} aria-label="Post-incident review">
      <h3>Post-incident review</h3>
      <Note text={review.summary} />
      <div className={styles.points}>
        <Points title="Contributing factors" items={review.factors} />
        <Points title="What went well" items={review.wentWell} />
        <Points title="Lessons" items={review.lessons} />
      </div>
      <p className="muted">
        {review.heldAt === undefined ? (
          'Not held yet'
        ) : (
          <>
            Held <Moment at={review.heldAt} />
          </>
        )}
        {review.sharedWith.length > 0 && ` · shared with ${review.sharedWith.join(', ')}`}
      </p>
    </section>
  )
}
