import type { Incident } from '../../../../domain/incident'
import { causesOf } from '../../../../domain/reviewDue'
import { Definitions, Note } from '../../../../ui'
import styles from './review.module.css'
import { detectionText } from './words'

const missing = <span className="muted">not recorded</span>

const Points = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) => (
  <div>
    <h4>{title}</h4>
    {items.length === 0 ? (
      <p className="muted">Not recorded.</p>
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )}
  </div>
)

/** What was written down afterwards. The trigger stands apart from what let it happen. */
export function Written({ incident }: { readonly incident: Incident }) {
  const { review } = incident
  if (!review) return null
  const { trigger, factors } = causesOf(review.factors)
  return (
    <>
      {review.summary === '' ? <p className="muted">No summary is recorded.</p> : <Note text={review.summary} />}
      <Definitions
        items={[
          { term: 'Noticed by', detail: detectionText(incident) ?? missing },
          { term: 'Trigger', detail: trigger ?? missing },
          { term: 'Shared with', detail: review.sharedWith.length > 0 ? review.sharedWith.join(', ') : missing },
        ]}
      />
      <div className={styles.points}>
        <Points title="Contributing factors" items={factors} />
        <Points title="What went well" items={review.wentWell} />
        <Points title="Lessons" items={review.lessons} />
      </div>
    </>
  )
}
