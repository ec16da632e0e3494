import type { Incident, Severity } from '../../../src/domain/incident'
import { stream } from '../random'

/** How a past incident was noticed and handed about. Some of it was never written down, as in every real set. */
export type Handling = Pick<Incident, 'detection' | 'reassignments' | 'returns' | 'reopened' | 'slaMet'>

interface Drawn {
  readonly detection: NonNullable<Incident['detection']>
  readonly reassignments: number
  readonly reopened: number
  readonly slaMet: boolean
}

/** Of those handed on at least twice, this share came back to a team that had passed it on. */
const pingPong = 0.35

/**
 * What is kept of how it was handled. Its own stream for each incident: what is forgotten here changes nothing else of the
 * world. Nobody promises anything for an incident whose severity is not known.
 */
export function handlingOf(id: string, severity: Severity | undefined, drawn: Drawn): Handling {
  const random = stream(0, `handling ${id}`)
  const counted = !random.chance(0.04)
  const noticed = !random.chance(0.06)
  const watched = !random.chance(0.04)
  const back = drawn.reassignments >= 2 && random.chance(pingPong) ? random.int(1, drawn.reassignments - 1) : 0
  return {
    ...(noticed && { detection: drawn.detection }),
    ...(counted && { reassignments: drawn.reassignments, returns: back }),
    ...(watched && { reopened: drawn.reopened }),
    ...(severity !== undefined && { slaMet: drawn.slaMet }),
  }
}
