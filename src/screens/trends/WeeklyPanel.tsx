import { ChartFrame, Legend, WeeklyBars } from '../../charts'
import type { SummaryView } from '../../data'
import { dateText } from '../../domain/time/format'
import { Skeleton } from '../../ui'
import type { Address } from './address'
import { useDrawing } from './drawing'
import { methods } from './methods'
import type { Gap } from './model/edges'
import { inText } from './model/periods'
import type { Extent, Span } from './model/range'
import type { WeeklyView } from './model/weekly'
import { Panel } from './Panel'
import type { Scope } from './scope'
import styles from './trends.module.css'
import { useDivided } from './useDivided'
import { useHappened } from './useHappened'
import { HappenedSwitches, WeeklyTools } from './WeeklyTools'

export interface WeeklyPanelProps {
  readonly view: SummaryView
  readonly weekly: WeeklyView
  readonly scope: Scope
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

const titleOf = ({ span }: Scope) => `Incidents per ${span.step}`
const subOf = (by: string) => `by ${by}, with the level and limits found in the data`

/** Incidents per period, with level, limits, signals and what was done. The first chart to be seen. */
export function WeeklyPanel(props: WeeklyPanelProps) {
  return (
    <Panel title={titleOf(props.scope)} sub={subOf('severity')} view={props.view} className={styles.wide} rows={9}>
      {() => <Weekly {...props} />}
    </Panel>
  )
}

function Weekly({ view, weekly, scope, extent, address: { set } }: WeeklyPanelProps) {
  const drawing = useDrawing()
  const [{ by, hide }] = drawing
  const { span } = scope
  const title = titleOf(scope)
  const happened = useHappened(scope, hide, view.state === 'ready')
  const annotated = { ...weekly, model: { ...weekly.model, happened } }
  const { by: shown, divided, failed } = useDivided(annotated, by, scope)
  const { model, table, parts } = divided
  const notes = [
    ...weekly.gaps.map((gap) => told(gap, span, extent)),
    ...(divided.note === undefined ? [] : [divided.note]),
    ...(failed ? [`They could not be counted by ${by}: shown by severity.`] : []),
  ]
  return (
    <ChartFrame
      title={title}
      sub={subOf(shown)}
      method={methods.weekly}
      summary={weekly.sentence}
      table={table}
      className={styles.wide ?? ''}
      note={notes.length > 0 ? notes.join(' ') : undefined}
      tools={<WeeklyTools span={span} set={set} drawing={drawing} />}
      legend={
        <div className={styles.under}>
          <Legend
            entries={model.series
              .map((look, index) => ({
                ...look,
                shape: 'area' as const,
                ...(parts[index] !== undefined && { to: parts[index] }),
              }))
              .toReversed()}
          />
          <HappenedSwitches drawing={drawing} />
        </div>
      }
    >
      <WeeklyBars
        model={model}
        label={`${title}: one bar a ${span.step}`}
        placeholder={<Skeleton label={title} rows={7} />}
      />
    </ChartFrame>
  )
}
