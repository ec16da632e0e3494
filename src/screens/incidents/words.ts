import type { ClockInstant, Incident, IncidentRole, Severity } from '../../domain/incident'
import { unknownText } from '../../domain/units'
import type { Tone } from '../../ui'

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

/** `1 incident`, `1,512 incidents` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
