import { ChartFrame, type FigureTable } from '../../../charts'
import { severityLooks } from '../../../charts/severity'
import { useSummary } from '../../../data'
import type { SummaryQuestion } from '../../../domain/summary'
import { EmptyState, Link } from '../../../ui'
import { methods } from '../methods'
import { sum } from '../model/counts'
import { bucketFor } from '../model/periods'
import { count, counted } from '../model/words'
import { Panel } from '../Panel'
import type { Scope } from '../scope'
import trends from '../trends.module.css'
import { type Bar, Bars } from './Bars'
import styles from './learning.module.css'
import { type Factor, factorsOf } from './model/factors'
import { pairsOf } from './model/pairs'

const title = 'Contributing factors'
const sub = 'incidents by factor, by severity and over time; one may have several'
const shown = 10
const pairsShown = 5

/** Factors by severity; each number leads to its incidents. */
function tableOf(named: readonly Factor[], scope: Scope, question: SummaryQuestion): FigureTable {
  const looks = severityLooks(named.flatMap(({ severities }) => severities.map(({ key }) => key)))
  return {
    caption: 'Incidents by contributing factor and severity',
    columns: ['Factor', 'Incidents', ...looks.map(({ label }) => label)],
    rows: named.map(({ factor, count: n, severities }) => {
      const found = looks.map(({ key }) => severities.find((each) => each.key === key)?.count ?? 0)
      return {
        key: factor,
        cells: [factor, count(n), ...found.map(count)],
        links: [
          undefined,
          scope.recordsAt(question, { factor: [factor] }),
          ...looks.map(({ key }, index) =>
            found[index] ? scope.recordsAt(question, { factor: [factor], severity: [key] }) : undefined,
          ),
        ],
      }
    }),
  }
}

/** What contributed to incidents, how often together, how severe they were, and when. */
export function Factors({ scope }: { readonly scope: Scope }) {
  const question = scope.question(['factor', 'severity'], { bucket: bucketFor(scope.span.step) })
  const view = useSummary(question)
  const all = useSummary(scope.question([]), view.state === 'ready')
  const together = useSummary(scope.question(['factor', 'factor']), view.state === 'ready')
  return (
    <Panel
      title={title}
      sub={sub}
      view={{ ...view, outdated: [view, all, together].some(({ outdated }) => outdated) }}
      className={trends.wide}
      rows={9}
    >
      {() => {
        const { named, silent } = factorsOf(view.summary, scope.span.periods)
        const total = sum(all.summary.cells.map((cell) => cell.count))
        const told = Math.max(0, total - silent)
        const bars = named.map(({ factor, count: n, severities, counts }): Bar => ({
          key: factor,
          label: factor,
          count: n,
          to: scope.recordsAt(question, { factor: [factor] }),
          parts: severities.map(({ label, fill, count: value }) => ({ name: label, fill, value })),
          shape: counts,
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
            method={methods.factors}
            summary={sentence}
            table={tableOf(named, scope, question)}
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
                  <p className={styles.extra}>
                    {bars.length - shown === 1
                      ? 'A rarer one stands'
                      : `${count(bars.length - shown)} rarer ones stand`}{' '}
                    in the table.
                  </p>
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
              </>
            )}
          </ChartFrame>
        )
      }}
    </Panel>
  )
}
