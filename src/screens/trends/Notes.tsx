import { useLocation } from 'react-router-dom'
import { type SummaryView, useSources } from '../../data'
import { dateText } from '../../domain/time/format'
import { instant } from '../../domain/units'
import { PartialNote } from '../../ui'
import { isBinned } from './model/figures'
import { type Extent, silentSince, type Span } from './model/range'
import styles from './trends.module.css'
import { wrongIn } from './wrong'

export interface NotesProps {
  readonly views: readonly SummaryView[]
  readonly extent: Extent
  readonly span: Span
}

/** Which part of the range the data cover, where they do not cover all of it up to now. It holds for every figure. */
function covered(extent: Extent, { from, to, now, zone }: Span): string | undefined {
  const { first, last, live } = extent
  const until = live ? (silentSince(extent, now) ?? now) : last
  if (first <= from && until >= Math.min(to, now)) return undefined
  if (first >= to || until < from) return undefined
  const day = (at: number) => dateText(instant(at), zone)
  return `The data cover ${day(Math.max(first, from))} to ${day(Math.min(until, to - 1))} of this range: every figure is of that stretch.`
}

/** What is missing from the figures, or must be known to read them: sources that failed, caveats, rounded lengths. */
export function Notes({ views, extent, span }: NotesProps) {
  const sources = useSources()
  const titleOf = (id: string) => sources.find((source) => source.id === id)?.title ?? id
  const missing = new Map(views.flatMap((view) => view.missing.map(({ source, error }) => [source, error] as const)))
  const caveats = new Map(views.flatMap((view) => view.caveats.map((caveat) => [caveat.kind + caveat.text, caveat])))
  const known = [...caveats.values()].map(({ text }) => text)
  const stretch = covered(extent, span)
  if (stretch !== undefined) known.unshift(stretch)
  if (views.some(({ summary }) => isBinned(summary)))
    known.push('A source tells lengths in bins: medians, p90 and shares are within 1 % of the exact ones.')
  const wrong = wrongIn(useLocation().search)
  return (
    <div className={styles.notes}>
      {span.told !== undefined && <PartialNote>{span.told}</PartialNote>}
      {wrong.length > 0 && <PartialNote>Left out, as it means nothing here: {wrong.join(', ')}.</PartialNote>}
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
