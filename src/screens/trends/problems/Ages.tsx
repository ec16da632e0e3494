import { ChartFrame, Legend, ShareWithin } from '../../../charts'
import { useWhole } from '../../../data'
import { EmptyState, Skeleton } from '../../../ui'
import { methods } from '../methods'
import { agesView } from '../model/problemAges'
import { count } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'

const title = 'How long problems stay open'
const everyProblem = {}

const sub = 'share that has a fix within t, still-open ones counted'

/** Nothing where nobody records problems: the ranking beside it says so. */
export function ProblemAges({ scope }: { readonly scope: Scope }) {
  const problems = useWhole('problems', everyProblem)
  const { state, parts, retry } = problems
  const missing = parts.flatMap(({ source, error }) => (error ? [{ source, error }] : []))
  if (state === 'absent' || (state === 'ready' && problems.items.length === 0)) return null
  return (
    <Panel title={title} sub={sub} view={{ state, missing, retry }} className={trends.wide} rows={7}>
      {() => {
        const { model, table, sentence } = agesView(problems.items, scope.span)
        return (
          <ChartFrame
            title={title}
            sub={sub}
            method={methods.ages}
            summary={sentence}
            table={table}
            className={trends.wide ?? ''}
            note={
              missing.length > 0
                ? `Not counted: problems of ${missing.map(({ source }) => source).join(', ')}.`
                : undefined
            }
            legend={
              model && (
                <Legend
                  entries={model.curves.map(({ key, label, fill, closed, open, to }) => ({
                    key,
                    fill,
                    label: `${label}, n = ${count(closed + open)} (${count(open)} open)`,
                    shape: 'line' as const,
                    ...(to !== undefined && { to }),
                  }))}
                />
              )
            }
          >
            {model ? (
              <ShareWithin
                model={model}
                label="Read the share that has a fix within"
                placeholder={<Skeleton label={title} rows={7} />}
              />
            ) : (
              <EmptyState title="Too few to tell">
                Fewer than five problems. What is known stands in the table.
              </EmptyState>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
