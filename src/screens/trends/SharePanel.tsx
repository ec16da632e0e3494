import { ChartFrame, Legend, ShareWithin } from '../../charts'
import type { SummaryView } from '../../data'
import { EmptyState, Skeleton } from '../../ui'
import { type Filters, listOf, type SeverityKey, severityKeys } from './address'
import { shareView } from './model/share'
import type { Span } from './model/range'
import { count, listed } from './model/words'
import { Panel } from './Panel'
import styles from './trends.module.css'

const title = 'Time to resolve'
const sub = 'share resolved within t, still-open ones counted'
const keyOf = (severity: string): SeverityKey => severityKeys.find((key) => key === severity) ?? '0'

export interface SharePanelProps {
  readonly view: SummaryView
  readonly span: Span
  readonly filters: Filters
}

/** Kaplan–Meier curves per severity: how long until they are resolved. */
export function SharePanel({ view, span, filters }: SharePanelProps) {
  return (
    <Panel title={title} sub={sub} view={view} className={styles.narrow} rows={8}>
      {() => {
        const { model, table, sentence, few } = shareView(view.summary, 'resolved', (severity) =>
          listOf({ ...filters, severity: [keyOf(severity)] }, span),
        )
        const note = few.length > 0 && model ? `Too few to draw: ${listed(few)}.` : undefined
        return (
          <ChartFrame
            title={title}
            sub={sub}
            summary={sentence}
            table={table}
            className={styles.narrow ?? ''}
            note={note}
            legend={
              model && (
                <Legend
                  entries={model.curves.map(({ key, label, fill, hint, closed, open, to }) => ({
                    key,
                    fill,
                    label: hint
                      ? label
                      : `${label}, n = ${count(closed + open)}${open > 0 ? ` (${count(open)} open)` : ''}`,
                    shape: hint ? ('dashed' as const) : ('line' as const),
                    ...(to !== undefined && { to }),
                  }))}
                />
              )
            }
          >
            {model ? (
              <ShareWithin
                model={model}
                label="Read the share resolved within"
                placeholder={<Skeleton label={title} rows={7} />}
              />
            ) : (
              <EmptyState title="Too few to tell">
                No severity has five incidents whose time to resolve is known. What is known stands in the table.
              </EmptyState>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
