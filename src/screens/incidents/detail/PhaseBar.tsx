import { useMemo } from 'react'
import { isWhole, useWhole } from '../../../data'
import type { Incident } from '../../../domain/incident'
import { type Phase, type PhaseMoment, phasesOf, resumptionsOf } from '../../../domain/phases'
import { durationText } from '../../../domain/time/format'
import { Icon } from '../../../ui'
import { useTick } from '../anchor'
import { useKnown } from '../asOf/context'
import { counted, momentWords, stateWord } from '../words'
import styles from './detail.module.css'
import { Standings } from './Standings'

const fills = ['var(--fill1)', 'var(--fill2)', 'var(--fill3)', 'var(--fill4)', 'var(--fill5)']

const names: Readonly<Record<string, string>> = {
  detected: 'undetected',
  acknowledged: 'to ack',
  mitigated: 'to mitigate',
  resolved: 'to resolve',
  closed: 'to close',
  resumed: 'over, it seemed',
}
const momentWord = (moment: PhaseMoment): string => (moment === 'resumed' ? 'the reopening' : momentWords[moment])

/** Moments with which a state begins: from another one on, it has not stood so for the whole phase. */
const begins: Readonly<Record<string, readonly PhaseMoment[]>> = {
  triggered: ['started', 'detected'],
  acknowledged: ['acknowledged'],
}

/** What the phase that goes on is called: how the incident stands, where it stood so all along; else what it waits for. */
function openName({ from }: Phase, { state, clocks }: Incident): string {
  if (from === 'resumed') return `resumed, ${stateWord(state)}`
  if (begins[state]?.includes(from)) return stateWord(state)
  return state === 'mitigating' && clocks.mitigated === undefined ? 'not mitigated' : 'not resolved'
}

/** What a phase is called: what it ended with, or how the incident stands now. */
const nameOf = (phase: Phase, incident: Incident): string =>
  phase.to === undefined
    ? openName(phase, incident)
    : phase.from === 'resumed'
      ? `resumed, ${names[phase.to] ?? phase.to}`
      : (names[phase.to] ?? phase.to)

const lengthOf = (phase: Phase): string => `${durationText(phase.length)}${phase.kind === 'open' ? ' …' : ''}`

/** The incident's time in phases, to scale, each with its length; what is missing or wrong is named. */
export function PhaseBar({ incident }: { readonly incident: Incident }) {
  const now = useTick(15)
  const timeline = useWhole('timeline', { incidents: [incident.id] })
  const entries = useKnown(timeline.items)
  const resumptions = useMemo(() => resumptionsOf(entries), [entries])
  const { phases, missing } = phasesOf(incident, now, resumptions)
  const reopened = incident.reopened ?? 0
  const untold = timeline.state === 'loading' ? 0 : reopened - resumptions.length
  const sound = phases.filter((phase) => phase.kind !== 'fault')
  const faults = phases.filter((phase) => phase.kind === 'fault')
  const whole = sound.reduce((sum, phase) => sum + phase.length, 0)
  const words = sound.map((phase) => `${nameOf(phase, incident)} ${lengthOf(phase)}`).join(', ')
  return (
    <section className={styles.panel} aria-label="Phases">
      {sound.length > 0 ? (
        <>
          <div className={styles.phases} role="img" aria-label={`Phases: ${words}`}>
            {sound.map((phase, index) => (
              <div
                key={`${phase.from} ${phase.start}`}
                style={{
                  flexGrow: Math.max(phase.length / Math.max(whole, 1), 0.004),
                  background: fills[index % fills.length],
                }}
                data-open={phase.kind === 'open' || undefined}
                title={`${nameOf(phase, incident)} ${lengthOf(phase)}`}
              >
                <span>
                  {nameOf(phase, incident)} {lengthOf(phase)}
                </span>
              </div>
            ))}
          </div>
          <ul className={styles.legend}>
            {sound.map((phase, index) => (
              <li key={`${phase.from} ${phase.start}`}>
                <i style={{ background: fills[index % fills.length] }} />
                {nameOf(phase, incident)} <b className="num">{lengthOf(phase)}</b>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="muted">No two moments of it are recorded, so no length can be told.</p>
      )}
      <Standings incident={incident} />
      {missing.length > 0 && (
        <p className={styles.remark}>
          <Icon name="info" size={14} />
          Not recorded: {missing.map((each) => momentWords[each]).join(', ')}. What it bounds is joined, not guessed.
        </p>
      )}
      {untold > 0 && (
        <p className={styles.remark}>
          <Icon name="info" size={14} />
          Reopened {counted(reopened, 'time')}; when is {resumptions.length > 0 && `for ${untold} of them `}
          {isWhole(timeline) || timeline.state === 'absent' ? 'not recorded' : 'not heard from every source'}.
        </p>
      )}
      {faults.map((phase) => (
        <p key={`${phase.from} ${phase.start}`} className={styles.fault}>
          <Icon name="warn" size={14} />
          Data fault: {phase.to && momentWord(phase.to)} is recorded {durationText(Math.abs(phase.length))} before{' '}
          {momentWord(phase.from)}. This length is left out of all figures.
        </p>
      ))}
    </section>
  )
}
