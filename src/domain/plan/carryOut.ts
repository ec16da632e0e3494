import type { Ownership } from '../coverage'
import { isTeamId } from '../ownership'
import type { Id } from '../units'
import type { RoleHeld } from './held'
import { type Count, noCount, Picture, together } from './picture'
import { type Deed, giverIn, inScope, isNamed, type Move, namedIn, type Plan } from './plan'

/**
 * What became of a step. `applies`: it changed something. `nothing`: there was nothing for it to change. `blocked`: it
 * cannot be taken as things stand, and is left out.
 */
export interface MoveResult extends Count {
  readonly move: Move
  readonly state: 'applies' | 'nothing' | 'blocked'
}

/** The picture after all steps, as far as they could be taken. */
export interface Carried {
  readonly results: readonly MoveResult[]
  /** Of every activity. */
  readonly held: ReadonlyMap<Id, readonly RoleHeld[]>
  /** Parties that are no more, with the number of the step that ended them. */
  readonly retired: ReadonlyMap<Id, number>
  /** People whose teams are others now. */
  readonly teamsOf: ReadonlyMap<Id, readonly Id[]>
}

/** Why the step cannot be taken on the picture as it is, or undefined when it can. */
function whyNot(deed: Deed, picture: Picture): string | undefined {
  if (deed.kind === 'appoint') return undefined
  const parties = namedIn(deed)
  const unfit = parties.map((id) => picture.whyNot(id)).find((reason) => reason !== undefined)
  if (unfit !== undefined) return unfit
  if ((deed.kind === 'merge' || deed.kind === 'split') && !parties.every(isTeamId))
    return 'Only teams can be merged or split.'
  return new Set(parties).size < parties.length ? 'It hands over to itself.' : undefined
}

function take(deed: Deed, step: number, picture: Picture): Count {
  switch (deed.kind) {
    case 'move': {
      const inside = inScope(deed)
      const roles = new Set(deed.roles)
      return picture.hand(
        deed.from,
        deed.to,
        ({ role }, activity, workload) => (roles.size === 0 || roles.has(role)) && inside(activity, workload),
      )
    }
    case 'merge':
      return picture.end(deed.from, deed.into, step)
    case 'split': {
      const inside = inScope(deed)
      // To move everything is a merge: a split that names nothing moves nothing.
      const count = isNamed(deed) ? picture.hand(deed.team, deed.into, (_role, ...where) => inside(...where)) : noCount
      const people = new Set(picture.people(deed.team))
      for (const person of deed.people) if (people.has(person)) picture.join(person, deed.team, deed.into)
      return deed.rest === undefined ? count : together(count, picture.end(deed.team, deed.rest, step))
    }
    case 'retire':
      return picture.end(deed.party, deed.successor, step)
    case 'appoint':
      return picture.give(deed.gives)
  }
}

/** Named parts of a scope that no source knows by now. */
function lost(deed: Deed, { byId }: Ownership): string | undefined {
  if (deed.kind !== 'move' && deed.kind !== 'split') return undefined
  const gone = deed.activities.filter((id) => !byId.has(id))
  if (gone.length === 0) return undefined
  return `${gone.length} of ${deed.activities.length} named activities are no longer there: ${gone.join(', ')}.`
}

function emptyReason(deed: Deed, picture: Picture): string {
  if (deed.kind === 'appoint') return 'All of it stands so already.'
  if (deed.kind === 'split' && !isNamed(deed)) return 'Nothing is named yet that goes to the other team.'
  const giver = giverIn(deed)
  return giver === undefined ? 'It changes nothing.' : `${picture.name(giver)} holds nothing of what it names.`
}

/** Changes more than roles: people, or who there is. */
const goesBeyond = (deed: Deed): boolean =>
  deed.kind === 'merge' ||
  deed.kind === 'retire' ||
  (deed.kind === 'split' && (deed.rest !== undefined || deed.people.length > 0))

/** Takes the steps one after the other. A step that cannot be taken is left out and says why; those after it go on. */
export function carryOut(ownership: Ownership, plan: Plan): Carried {
  const picture = new Picture(ownership, plan)
  const results = plan.moves.map((move, index): MoveResult => {
    const blocked = whyNot(move, picture)
    if (blocked !== undefined) return { move, state: 'blocked', reason: blocked, ...noCount }
    const { activities, roles, reason = lost(move, ownership) } = take(move, index + 1, picture)
    const applies = roles > 0 || goesBeyond(move)
    const why = applies ? reason : (reason ?? emptyReason(move, picture))
    return {
      move,
      state: applies ? 'applies' : 'nothing',
      activities,
      roles,
      ...(why !== undefined && { reason: why }),
    }
  })
  const { held, retired, teamsOf } = picture
  return { results, held, retired, teamsOf }
}
