import { ChartFrame, Legend, ShareWithin } from '../../charts'
import { type SummaryView, useSummary } from '../../data'
import { ChipButton, EmptyState, Segmented, Skeleton } from '../../ui'
import { clockNames, endWords, useDrawing } from './drawing'
import { readingsAt } from './readings'
import { methods } from './methods'
import { shareView } from './model/share'
import { count, listed } from './model/words'
import { Panel } from './Panel'
import type { Scope } from './scope'
import styles from './trends.module.css'
import { useSettled } from './useSettled'

const clockOptions = clockNames.map((value) => {
  const name = `${value[0]?.toUpperCase()}${value.slice(1)}`
  // Five words stand side by side on a phone too.
  return value === 'acknowledge' ? { value, label: 'Ack', name } : { value, label: name }
})

export interface SharePanelProps {
  /** By severity, measuring the time to resolve: asked for the head figures already. */
  readonly view: SummaryView
  readonly scope: Scope
}

/** Kaplan–Meier curves per severity: how long until they are detected, acknowledged, … closed. */
export function SharePanel({ view: resolve, scope }: SharePanelProps) {
  const [{ clock, closed: closedOnly }, draw] = useDrawing()
  const question = scope.question(['severity'], { clock })
  const other = useSummary(question, clock !== 'resolve')
  const there = clock === 'resolve' || (other.state !== 'loading' && !other.outdated)
  const shown = useSettled(clock, there)
  const view = shown === 'resolve' ? resolve : other
  const [title, done] = [`Time to ${shown}`, endWords[shown]]
  const sub = `share ${done} within t, still-open ones counted`
  const tools = (
    <>
      <Segmented
        label="Until"
        options={clockOptions}
        value={clock}
        onChange={(chosen) => void draw({ clock: chosen })}
      />
      <ChipButton pressed={closedOnly} onClick={() => void draw({ closed: !closedOnly })}>
        Closed only
      </ChipButton>
    </>
  )
  return (
    <Panel title={title} sub={sub} view={view} className={styles.narrow} rows={8}>
      {() => {
        const { model, table, sentence, few, bias } = shareView(view.summary, {
          done,
          to: readingsAt(scope, question),
          closedOnly,
        })
        const notes = [
          ...(bias === undefined ? [] : [bias]),
          ...(few.length > 0 && model ? [`Too few to draw: ${listed(few)}.`] : []),
        ]
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.share}
            summary={sentence}
            table={table}
            className={styles.narrow ?? ''}
            tools={tools}
            note={notes.length > 0 ? notes.join(' ') : undefined}
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
                label={`Read the share ${done} within`}
                placeholder={<Skeleton label={title} rows={7} />}
              />
            ) : (
              <EmptyState title="Too few to tell">
                No severity has five incidents whose time to {shown} is known. What is known stands in the table.
              </EmptyState>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
