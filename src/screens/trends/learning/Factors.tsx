import { ChartFrame, Sparkline } from '../../../charts'
import { useSummary } from '../../../data'
import { collapse } from '../../../domain/summarise'
import { EmptyState, Link } from '../../../ui'
import { seriesOf, sum } from '../model/counts'
import { bucketFor } from '../model/periods'
import { count, counted } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { Bars, tableOfBars } from './Bars'
import styles from './learning.module.css'
import { pairsOf } from './model/pairs'

const title = 'Contributing factors'
const sub = 'incidents by factor; one may have several'
const shown = 10
const pairsShown = 5

/** What contributed to incidents, how often together, how severe they were, and when. */
export function Factors({ scope }: { readonly scope: Scope }) {
  const question = scope.question(['factor', 'severity'], { bucket: bucketFor(scope.span.step) })
  const view = useSummary(question)
  const all = useSummary(scope.question([]), view.state === 'ready')
  const together = useSummary(scope.question(['factor', 'factor']), view.state === 'ready')
  return (
    <Panel title={title} sub={sub} view={view} className={trends.wide} rows={9}>
      {() => {
        const byFactor = collapse(view.summary, [0], true).cells.toSorted((left, right) => right.count - left.count)
        const named = byFactor.filter(({ key }) => key[0] !== '')
        const silent = sum(byFactor.filter(({ key }) => key[0] === '').map((cell) => cell.count))
        const total = sum(all.summary.cells.map((cell) => cell.count))
        const told = Math.max(0, total - silent)
        const overTime = new Map(seriesOf(view.summary, scope.span.periods).map(({ key, counts }) => [key, counts]))
        const severe = (factor: string) =>
          sum(
            view.summary.cells
              .filter(({ key }) => key[0] === factor && (key[1] === '1' || key[1] === '2'))
              .map((cell) => cell.count),
          )
        const bars = named.map(({ key: [factor = ''], count: n }) => ({
          key: factor,
          label: factor,
          count: n,
          to: scope.recordsAt(question, { factor: [factor] }),
          extra: `${count(severe(factor))} of SEV1 or SEV2`,
        }))
        const pairs = pairsOf(together.summary, told).slice(0, pairsShown)
        const overlap = sum(bars.map((bar) => bar.count))
        const sentence =
          all.state !== 'ready'
            ? `${counted(bars.length, 'factor')} named.`
            : `n = ${count(total)}: ${counted(told, 'incident')} with a factor, named ${count(overlap)} times in all, as one may have several; left out: ${count(silent)} where none is recorded.`
        return (
          <ChartFrame
            title={title}
            sub={sub}
            summary={sentence}
            table={tableOfBars('Incidents by contributing factor', 'Factor', bars, 'Severe')}
            className={trends.wide ?? ''}
          >
            {bars.length === 0 ? (
              <EmptyState title="No factor is recorded">
                Factors come from incidents and their reviews. None of the incidents in this range names one.
              </EmptyState>
            ) : (
              <>
                <Bars label="Incidents by factor" bars={bars.slice(0, shown)} />
                {bars.length > shown && (
                  <p className={styles.extra}>{count(bars.length - shown)} rarer ones stand in the table.</p>
                )}
                <ul className={styles.lines} aria-label="Factors that meet">
                  {pairs.map(({ values: [a, b], count: n, expected }) => {
                    const first = scope.question(['factor'])
                    const limited = { by: 'factor' as const, values: [a], zone: first.zone, now: first.now }
                    const query = { ...first.query, within: [...(first.query.within ?? []), limited] }
                    return (
                      <li key={`${a}\n${b}`}>
                        {a} with {b}:{' '}
                        <Link
                          to={scope.recordsAt({ ...first, query }, { factor: [b] })}
                          aria-label={`${a} with ${b}: ${counted(n, 'incident')}`}
                        >
                          {count(n)}
                        </Link>{' '}
                        together, {expected.toFixed(1)} by chance alone
                      </li>
                    )
                  })}
                </ul>
                {overTime.size > 0 && bars[0] && (
                  <p className={styles.extra}>
                    {bars[0].label} over time <Sparkline values={overTime.get(bars[0].key) ?? []} />
                  </p>
                )}
              </>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
