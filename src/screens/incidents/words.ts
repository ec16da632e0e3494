import type { ClockInstant, Incident, IncidentRole, Severity } from '../../domain/incident'
import { unknownText } from '../../domain/units'
import type { Tone } from '../../ui'
import type { Wrong } from './address'
import type { Lack } from './query'

const stateWords: Readonly<Record<string, string>> = {
  triggered: 'unacknowledged',
  acknowledged: 'acknowledged',
  mitigating: 'mitigating',
  resolved: 'resolved',
  closed: 'closed',
}

/** A state as people say it. One that is not known keeps the source's own word. */
export function stateWord(state: Incident['state']): string {
  const raw = unknownText(state)
  return raw === undefined ? (stateWords[state] ?? state) : `unknown (${raw})`
}

/** What nobody has answered yet is the one thing to see first. */
export const stateTone = (state: Incident['state']): Tone =>
  state === 'triggered' ? 'solid' : unknownText(state) === undefined ? 'neutral' : 'warn'

export const roleWords: Readonly<Record<IncidentRole, string>> = {
  commander: 'Commander',
  communications: 'Comms',
  scribe: 'Scribe',
  responder: 'Responder',
}

export const momentWords: Readonly<Record<ClockInstant, string>> = {
  started: 'start',
  detected: 'detection',
  acknowledged: 'acknowledgement',
  mitigated: 'mitigation',
  resolved: 'resolution',
  closed: 'closing',
}

export const severityWord = (severity: Severity | undefined): string =>
  severity === undefined ? 'unknown severity' : `SEV${severity}`

export { counted } from '../../domain/countText'

/** What an incident lacks, as people say it. */
export const lackText: Readonly<Record<Lack, string>> = {
  unowned: 'no owner',
  unplanned: 'no response plan',
  unmatched: 'no activity recorded',
  'no-runbook': 'no runbook recorded',
}

const longest = 40
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** What in the address means nothing here, in sentences; empty where all of it does. */
export function wrongText(wrong: readonly Wrong[]): string {
  const others = wrong.filter(({ key }) => key !== 'within').map(({ key, text }) => `${key}=${short(text)}`)
  const limits = wrong.find(({ key }) => key === 'within')
  return [
    ...(others.length > 0 ? [`Left out, as it means nothing here: ${others.join(', ')}.`] : []),
    ...(limits
      ? [
          `The limits of a count in this address (within=${short(limits.text)}) cannot be read: more is listed than was counted. Open its records again from where they were counted.`,
        ]
      : []),
  ].join(' ')
}
