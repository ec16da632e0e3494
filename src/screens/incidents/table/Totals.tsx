import { useMemo } from 'react'
import { pathTo } from '../../../app/paths'
import { useSummary, useWhole, useZone } from '../../../data'
import type { IncidentQuery } from '../../../domain/query/incident'
import { incidentStates, severity } from '../../../domain/incident'
import { durationText } from '../../../domain/time/format'
import { openValue } from '../../../domain/units'
import { FailedState, Link, PartialNote, SeverityGlyph, Skeleton } from '../../../ui'
import { useAnchor } from '../anchor'
import { counted, severityWord, stateWord } from '../words'
import styles from './totals.module.css'
import { cellsOf, faultsOf, type Measured, measured, rowsOf, type Spread, spreadOf, turnsOf } from './totals'

const heads: Readonly<Record<Measured, string>> = { acknowledge: 'First response', resolve: 'Time to resolve' }
const by = ['severity', 'state'] as const
const number = (value: number) => value.toLocaleString('en')

/** A length, with its exact seconds at hand. */
const Length = ({ value, rough }: { readonly value: number | undefined; readonly rough: boolean }) =>
  value === undefined ? (
    <span className="muted">–</span>
  ) : (
    <span title={`${rough ? 'about ' : ''}${(value / 1000).toLocaleString('en', { maximumFractionDigits: 3 })} s`}>
      {durationText(value)}
    </span>
  )

const leftOut = ({ open, faults, missing }: Spread): string =>
  [
    open > 0 ? `${number(open)} still running` : '',
    faults > 0 ? counted(faults, 'fault') : '',
    missing > 0 ? `${number(missing)} not recorded` : '',
  ]
    .filter((text) => text !== '')
    .join(', ')

/** The figures of the listed incidents by severity: states, first response, time to resolve, how often handed on. */
export default function Totals({ query }: { readonly query: IncidentQuery }) {
  const { at: now } = useAnchor()
  const { name: zone } = useZone()
  const { order: _order, ...asked } = query
  const responses = useSummary({ query: asked, zone, by, clock: 'acknowledge', now })
  const resolutions = useSummary({ query: asked, zone, by, clock: 'resolve', now })
  const rows = useWhole('incidents', query)
  const summaries = { acknowledge: responses, resolve: resolutions }
  const turns = useMemo(
    () => ({ moved: turnsOf(rows.items, 'reassignments'), reopened: turnsOf(rows.items, 'reopened') }),
    [rows.items],
  )
  const faults = useMemo(
    () => measured.map((clock) => ({ clock, of: faultsOf(rows.items, clock, now) })),
    [rows.items, now],
  )
  if (responses.state === 'loading' || resolutions.state === 'loading') return <Skeleton label="Totals are counted" />
  if (responses.state === 'failed' || resolutions.state === 'failed')
    return (
      <FailedState
        what="The totals could not be counted"
        where={responses.missing.map(({ error }) => error.message).join('; ')}
        onRetry={responses.retry}
      />
    )
  const notes = [
    ...responses.missing.map(({ error }) => error.message),
    ...responses.caveats.flatMap(({ kind, text }) => (kind === 'zone-assumed' ? [] : [text])),
  ]
  return (
    <section className={styles.totals} aria-label="Totals">
      {notes.length > 0 && <PartialNote>Not all is counted. {notes.join(' ')}</PartialNote>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Severity</th>
            <th scope="col">Incidents</th>
            <th scope="col">States</th>
            {measured.map((clock) => (
              <th key={clock} scope="col">
                {heads[clock]}: median · p90 · longest
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(responses.summary).map((row) => {
            const level = row.severity === undefined ? undefined : severity(Number(row.severity))
            return (
              <tr key={row.severity ?? 'all'}>
                <th scope="row">
                  {row.severity === undefined ? (
                    'All'
                  ) : (
                    <>
                      <SeverityGlyph level={level} label="" /> {severityWord(level)}
                    </>
                  )}
                </th>
                <td className="num">{number(row.count)}</td>
                <td>
                  {row.states
                    .map(([state, count]) => `${stateWord(openValue(incidentStates, state))} ${number(count)}`)
                    .join(', ')}
                </td>
                {measured.map((clock) => {
                  const spread = spreadOf(cellsOf(summaries[clock].summary, row.severity))
                  const { median, p90, longest, rough, n } = spread
                  return (
                    <td key={clock}>
                      <Length value={median} rough={rough} /> · <Length value={p90} rough={rough} /> ·{' '}
                      <Length value={longest} rough={rough} />
                      <i>
                        n = {number(n)}
                        {leftOut(spread) !== '' && `, without ${leftOut(spread)}`}
                      </i>
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p>
        {turns.moved
          ? `Handed on: ${number(turns.moved.incidents)} of ${counted(turns.moved.told, 'incident')}, ${number(turns.moved.times)} times in all.`
          : rows.state === 'ready' && 'No source counts how often an incident was handed on.'}{' '}
        {turns.reopened
          ? `Reopened: ${number(turns.reopened.incidents)} of ${counted(turns.reopened.told, 'incident')}, ${number(turns.reopened.times)} times in all.`
          : rows.state === 'ready' && 'No source counts how often one was opened again.'}{' '}
        {rows.state === 'ready' && !rows.complete && 'Of what was heard so far.'}
      </p>
      {faults.map(
        ({ clock, of }) =>
          of.length > 0 && (
            <p key={clock} className={styles.fault}>
              {heads[clock]}: {counted(of.length, 'fault')} in the data, the end before the start; left out of all
              figures:{' '}
              {of.slice(0, 20).map(({ id, length }) => (
                <span key={id}>
                  <Link to={pathTo('incidents', { id, status: 'all' })}>{id}</Link> {durationText(length)}{' '}
                </span>
              ))}
              {of.length > 20 && `and ${number(of.length - 20)} more`}
            </p>
          ),
      )}
    </section>
  )
}
