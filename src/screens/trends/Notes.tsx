import { type SummaryView, useSources } from '../../data'
import { PartialNote } from '../../ui'
import { isBinned } from './model/figures'
import styles from './trends.module.css'

/** What is missing from the figures, or must be known to read them: sources that failed, caveats, rounded lengths. */
export function Notes({ views }: { readonly views: readonly SummaryView[] }) {
  const sources = useSources()
  const titleOf = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  const missing = new Map(views.flatMap((view) => view.missing.map(({ source, error }) => [source, error] as const)))
  const caveats = new Map(views.flatMap((view) => view.caveats.map((caveat) => [caveat.kind + caveat.text, caveat])))
  const known = [...caveats.values()].map(({ text }) => text)
  if (views.some(({ summary }) => isBinned(summary)))
    known.push('A source tells lengths in bins: medians, p90 and shares are within 1 % of the exact ones.')
  return (
    <div className={styles.notes}>
      {[...missing].map(([source, error]) => (
        <PartialNote key={source}>
          <b>{titleOf(source)}</b> is missing from these figures: {error.message}
        </PartialNote>
      ))}
      {known.length === 1 && <PartialNote>{known[0]}</PartialNote>}
      {known.length > 1 && (
        <PartialNote>
          <details>
            <summary>{known.length} things to know about these data</summary>
            <ul>
              {known.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        </PartialNote>
      )}
    </div>
  )
}
