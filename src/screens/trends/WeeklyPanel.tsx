import { ChartFrame, Legend, WeeklyBars } from '../../charts'
import type { SummaryView } from '../../data'
import { dateText } from '../../domain/time/format'
import { Segmented, Skeleton } from '../../ui'
import { type Address, listOf, type SeverityKey, severityKeys } from './address'
import type { Gap } from './model/edges'
import { inText, type Step } from './model/periods'
import type { Extent, Span } from './model/range'
import type { WeeklyView } from './model/weekly'
import { Panel } from './Panel'
import styles from './trends.module.css'

const stepNames: Readonly<Record<Step, string>> = { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter' }
const sub = 'by severity, with the level and limits found in the data'
const keyOf = (severity: string): SeverityKey => severityKeys.find((key) => key === severity) ?? '0'

export interface WeeklyPanelProps {
  readonly view: SummaryView
  readonly weekly: WeeklyView
  readonly span: Span
  readonly extent: Extent
  readonly address: Address
}

/** What must be known of a stretch without data, so that it is not read as an improvement. */
function told({ kind, from, share }: Gap, { periods, zone, live }: Span, extent: Extent): string {
  const first = periods[from]
  if (!first) return ''
  if (kind === 'before')
    return `The data begin on ${dateText(extent.first, zone)}: nothing is known of the time before.`
  if (kind === 'after')
    return live
      ? `Nothing was recorded from ${dateText(first.start, zone)} on, much longer than usual: this may be a gap in the data, not a calm.`
      : `The data end on ${dateText(extent.last, zone)}: nothing is known of the time after.`
  const percent = Math.max(1, Math.round(100 * (share ?? 0)))
  return `From ${inText(first)} on hardly anything is recorded (${percent} % of the level before). If the data were cut there, this is their edge and not an improvement; it takes no part in level, limits and comparisons.`
}

/** Incidents per period by severity, with level, limits and signals. The first chart to be seen. */
export function WeeklyPanel({ view, weekly, span, extent, address: { filters, set } }: WeeklyPanelProps) {
  const title = `Incidents per ${span.step}`
  return (
    <Panel title={title} sub={sub} view={view} className={styles.wide} rows={9}>
      {() => {
        const { model, table, sentence, gaps } = weekly
        const notes = gaps.map((gap) => told(gap, span, extent))
        return (
          <ChartFrame
            title={title}
            sub={sub}
            summary={sentence}
            table={table}
            className={styles.wide ?? ''}
            note={notes.length > 0 ? notes.join(' ') : undefined}
            tools={
              span.steps.length > 1 && (
                <Segmented
                  label="Length of a bar"
                  options={span.steps.map((step) => ({ value: step, label: stepNames[step] }))}
                  value={span.step}
                  onChange={(per) => void set({ per })}
                />
              )
            }
            legend={
              <Legend
                entries={model.series.toReversed().map(({ key, label, fill }) => ({
                  key,
                  label,
                  fill,
                  shape: 'area' as const,
                  to: listOf({ ...filters, severity: [keyOf(key)] }, span),
                }))}
              />
            }
          >
            <WeeklyBars
              model={model}
              label={`${title}: one bar a ${span.step}`}
              placeholder={<Skeleton label={title} rows={7} />}
            />
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
