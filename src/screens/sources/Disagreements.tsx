import { useSources, useWhole, type View } from '../../data'
import type { Facet } from '../../domain/query/facets'
import { Card } from '../../ui'
import styles from './Sources.module.css'
import { count, facetWords } from './words'

type Disagreement = View<Facet>['disagreements'][number]

const everything = {}
/** Most disagreements written out; the count is of all. */
const written = 200

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function One({ facet, id, field, claims }: Disagreement) {
  return (
    <li>
      <span className="muted">{facetWords[facet]}</span> <code>{id}</code>, {field}:{' '}
      {claims.map(({ source, value }, index) => (
        <span key={source}>
          {index > 0 && '; '}
          {source} says <b>{short(value)}</b>
          {index === 0 && ' (believed)'}
        </span>
      ))}
    </li>
  )
}

/** Where sources tell ownership or problems differently. Nothing where only one source tells each. */
export function Disagreements() {
  const sources = useSources()
  const shared = (facet: Facet) => sources.filter(({ source }) => source?.readers[facet]).length > 1
  const views = [
    useWhole('workloads', everything, shared('workloads')),
    useWhole('activities', everything, shared('activities')),
    useWhole('assignments', everything, shared('assignments')),
    useWhole('parties', everything, shared('parties')),
    useWhole('problems', everything, shared('problems')),
  ]
  const all = views.flatMap((view) => view.disagreements)
  if (!(['workloads', 'activities', 'assignments', 'parties', 'problems'] as const).some(shared)) return null
  return (
    <Card
      title="Where sources disagree"
      sub="about ownership and problems; the first source in the configuration is believed"
    >
      {all.length === 0 ? (
        <p>{views.some(({ state }) => state === 'loading') ? 'Comparing…' : 'Nowhere.'}</p>
      ) : (
        <details>
          <summary className={styles.summary}>{count(all.length, 'disagreement', 'disagreements')}</summary>
          <ul className={styles.claims}>
            {all.slice(0, written).map((each) => (
              <One key={`${each.facet} ${each.id} ${each.field}`} {...each} />
            ))}
          </ul>
          {all.length > written && <p className="muted">The first {written} are written out.</p>}
        </details>
      )}
    </Card>
  )
}
