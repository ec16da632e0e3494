import * as v from 'valibot'
import type { Severity } from '../../domain/incident'
import type { Opening } from '../catalogue'
import type { Caveat, Source } from '../contract'
import type { RemoteEngine } from '../engine/remote'
import { connect } from '../listing/backend'
import { listing, openListed } from '../listing/listed'
import { createCommands } from './commands'
import { entryOf, incidentOf } from './map'
import { createRoom } from './room'
import { createStream } from './stream'
import { checkable, comment } from './wire'

export interface IcingaOptions {
  /** What stands before `/v1`. */
  readonly url: string
  readonly workloadVar?: string
  readonly teamVar?: string
  /** Severities by DOWN, CRITICAL, WARNING, UNKNOWN. */
  readonly severities?: Readonly<Record<string, Severity>>
  readonly timeoutSeconds?: number
  readonly renewSeconds?: number
}

const usual: Readonly<Record<string, Severity>> = { DOWN: 1, CRITICAL: 2, WARNING: 3 }

const onlyNow: Caveat = {
  kind: 'truncated',
  text: 'Icinga tells the problems of now. What is over is not among them, so nothing can be told of how long problems last.',
}

const named = v.object({ attrs: v.object({ __name: v.string() }) })
const nameOf = (item: unknown): string | undefined => {
  const read = v.safeParse(named, item)
  return read.success ? read.output.attrs.__name : undefined
}

/** Opens Icinga 2: hosts and services in a hard state that is not well are incidents, their comments the timeline. */
export function openIcinga(options: IcingaOptions, opening: Opening, engine: RemoteEngine): Source {
  const { workloadVar = 'workload', teamVar = 'team', severities = usual, timeoutSeconds, renewSeconds } = options
  const url = new URL(options.url, opening.base).href.replace(/\/$/, '')
  const patience = timeoutSeconds === undefined ? {} : { patience: timeoutSeconds * 1000 }
  const backend = connect({ source: opening.id, url, now: opening.now, ...patience })
  const room = createRoom(backend)
  const reading = { workloadVar, teamVar, severities }
  const watch = createStream(backend, `watchbill-${opening.id}-${opening.now().toString(36)}`)
  return openListed(
    {
      opening,
      title: 'Icinga',
      backend,
      listings: {
        incidents: listing('incidents', {
          schema: checkable,
          place: `${url}/v1/objects`,
          page: async (cursor, call) =>
            cursor === undefined
              ? { items: await room.problems('Host', call), cursor: 'services', caveats: [onlyNow] }
              : { items: await room.problems('Service', call) },
          one: room.problem,
          map: (item) => [incidentOf(item, reading)],
          watch,
          nameOf,
        }),
        timeline: listing('timeline', {
          schema: v.object({ comment, incident: v.string() }),
          place: `${url}/v1/objects/comments`,
          page: async (_cursor, call) => ({ items: await room.comments(call) }),
          map: (item) => [entryOf(item.comment, item.incident)],
          watch,
          nameOf: (item) =>
            nameOf(typeof item === 'object' && item !== null && 'comment' in item ? item.comment : undefined),
        }),
      },
      commands: createCommands(opening.id, room, reading),
      ...(renewSeconds !== undefined && { renewAfter: renewSeconds * 1000 }),
    },
    engine,
  )
}
