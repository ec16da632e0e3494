import { useState } from 'react'
import { useWindow, useZone } from '../../../../data'
import { pathTo } from '../../../../app/paths'
import type { Incident } from '../../../../domain/incident'
import { Button, Link } from '../../../../ui'
import { useAsOf, useKnown } from '../../asOf/context'
import { useMissing } from '../../useMissing'
import type { Names } from '../../useNames'
import styles from './similar.module.css'
import { SimilarRow } from './SimilarRow'
import { searchedText, useSimilar } from './useSimilar'
import { fixVerdict, recurrenceText } from './words'

const few = 3
const many = 12
/** Entries that tell a change of state, of all that are shown. */
const mostEntries = 400

type Told = ReturnType<typeof useSimilar>

/** Whether the problem came back, whether its fix held, and what helps until then. */
function Recurrence({ problem, told }: { readonly problem: string; readonly told: Told }) {
  const { name: zone } = useZone()
  const { recurrence, record, kin, judged } = told
  const [known] = record.items
  if (!recurrence || kin.state === 'loading') return null
  return (
    <div className={styles.recurrence} data-again={recurrence.nth > 1}>
      <p>
        <Link to={pathTo('problems', { id: problem })}>{problem}</Link>: {recurrenceText(recurrence, judged)}.
      </p>
      {judged && known && <p>{fixVerdict(recurrence, zone)}</p>}
      {!judged && <p className="muted">Whether a fix held is not judged: not all of its incidents are known.</p>}
      {known?.workaround !== undefined && <p>Workaround: {known.workaround}</p>}
    </div>
  )
}

/** How far was looked, and what may be missing. */
function Limits({ incident, told }: { readonly incident: Incident; readonly told: Told }) {
  const missing = useMissing(told.near)
  if (!told.asked) return <p className={styles.meta}>Nothing to go by: neither a workload nor a problem is recorded.</p>
  if (told.loading) return <p className={styles.meta}>Looking for similar incidents …</p>
  const parts = [
    ...(incident.workloads.length > 0
      ? [`${searchedText(told.near)} on the same workloads in the 12 months before it`]
      : []),
    ...(incident.problem === undefined ? [] : [`${searchedText(told.kin)} of the same problem`]),
  ]
  return (
    <p className={styles.meta}>
      {told.found.length === 0 && (told.whole ? 'None is alike. ' : 'None was found so far. ')}
      Looked through {parts.join(' and ')}.{missing !== '' && ` Not all: ${missing}`}
    </p>
  )
}

interface SimilarIncidentsProps {
  readonly incident: Incident
  readonly names: Names
}

/** Earlier incidents like this one, why they are alike, and what mended them. */
export function SimilarIncidents({ incident, names }: SimilarIncidentsProps) {
  const told = useSimilar(incident)
  const { found } = told
  const [all, setAll] = useState(false)
  const shown = found.slice(0, all ? many : few)
  const ids = shown.map((each) => each.incident.id).join(' ')
  const timeline = useWindow('timeline', { incidents: ids.split(' '), kinds: ['state'] }, mostEntries, ids !== '')
  const entries = useKnown(timeline.items)
  const at = useAsOf()
  const wanted = [...new Set(shown.flatMap((each) => each.incident.problem ?? []))].toSorted().join(' ')
  const problems = useWindow('problems', { ids: wanted.split(' ') }, many, wanted !== '')
  const problemOf = ({ problem }: Incident) => {
    const found = problems.items.find(({ id }) => id === problem)
    return found && at !== undefined ? { ...found, fixes: found.fixes.filter((fix) => fix.at <= at) } : found
  }
  return (
    <section>
      <h3>Similar and recurring{found.length > 0 && ` · ${shown.length} of ${found.length.toLocaleString('en')}`}</h3>
      {incident.problem !== undefined && <Recurrence problem={incident.problem} told={told} />}
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((similar) => (
            <SimilarRow
              key={similar.incident.id}
              similar={similar}
              entries={entries}
              problem={problemOf(similar.incident)}
              told={timeline.state !== 'loading' && (wanted === '' || problems.state !== 'loading')}
              names={names}
            />
          ))}
        </ul>
      )}
      {found.length > few && (
        <Button tone="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${few}` : `Show ${Math.min(many, found.length) - few} more`}
        </Button>
      )}
      <Limits incident={incident} told={told} />
    </section>
  )
}
