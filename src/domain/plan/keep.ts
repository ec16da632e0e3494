import { type Role, roles } from '../ownership'
import type { Deed, Give, Move, Plan } from './plan'

/** The plans that a browser keeps, and how many it could not read. */
export interface KeptPlans {
  readonly plans: readonly Plan[]
  readonly unread: number
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string'
const isRole = (value: unknown): value is Role => roles.some((role) => role === value)
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : [])

const giveIn = (value: unknown): readonly Give[] => {
  if (!isFields(value)) return []
  const { activity, role, party } = value
  return isText(activity) && isRole(role) && isText(party) ? [{ activity, role, party }] : []
}

function deedIn(value: Fields): Deed | undefined {
  const { kind, from, to, into, team, rest, party, successor } = value
  const scope = { workloads: texts(value['workloads']), activities: texts(value['activities']) }
  if (kind === 'move' && isText(from) && isText(to))
    return { kind, from, to, roles: texts(value['roles']).filter(isRole), ...scope }
  if (kind === 'merge' && isText(from) && isText(into)) return { kind, from, into }
  if (kind === 'split' && isText(team) && isText(into))
    return { kind, team, into, people: texts(value['people']), ...scope, ...(isText(rest) && { rest }) }
  if (kind === 'retire' && isText(party)) return { kind, party, ...(isText(successor) && { successor }) }
  if (kind === 'appoint' && Array.isArray(value['gives'])) return { kind, gives: value['gives'].flatMap(giveIn) }
  return undefined
}

function moveIn(value: unknown): Move | undefined {
  if (!isFields(value) || !isText(value['id'])) return undefined
  const deed = deedIn(value)
  return deed && { ...deed, id: value['id'] }
}

function planIn(value: unknown): Plan | undefined {
  if (!isFields(value)) return undefined
  const { id, name, reason, key } = value
  if (!isText(id) || !isText(name) || !Array.isArray(value['moves'])) return undefined
  const moves = value['moves'].map(moveIn)
  // A plan of which a step is lost is another plan: better none than one that does something else.
  if (moves.includes(undefined)) return undefined
  const teams = Array.isArray(value['teams']) ? value['teams'].filter(isFields) : []
  return {
    id,
    name,
    reason: isText(reason) ? reason : '',
    moves: moves.filter((move) => move !== undefined),
    teams: teams.flatMap((team) =>
      isText(team['id']) && isText(team['name']) ? [{ id: team['id'], name: team['name'] }] : [],
    ),
    ...(isText(key) && { key }),
  }
}

/** Reads kept plans. What cannot be read is counted, never guessed. */
export function readPlans(text: string): KeptPlans {
  if (text === '') return { plans: [], unread: 0 }
  try {
    const kept: unknown = JSON.parse(text)
    if (!Array.isArray(kept)) return { plans: [], unread: 1 }
    const read = kept.map(planIn)
    return {
      plans: read.filter((plan) => plan !== undefined),
      unread: read.filter((plan) => plan === undefined).length,
    }
  } catch {
    return { plans: [], unread: 1 }
  }
}

/** The text to keep; empty for no plans. */
export const plansText = (plans: readonly Plan[]): string => (plans.length === 0 ? '' : JSON.stringify(plans))
