import { isTeamId, type Team } from '../ownership'
import type { Id } from '../units'
import type { Deed, Give, Move, Plan } from './plan'

/** The id after all that are given: `p3` after `p2`. */
export function nextId(letter: string, taken: readonly { readonly id: string }[]): string {
  const numbers = taken.map(({ id }) => Number(id.slice(letter.length))).filter((each) => Number.isInteger(each))
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

/** The plan with one more step at its end. */
export const withMove = (plan: Plan, deed: Deed): Plan => ({
  ...plan,
  moves: [...plan.moves, { ...deed, id: nextId('s', plan.moves) }],
})

/** The plan with another step in the place of one. */
export const withMoveChanged = (plan: Plan, id: string, deed: Deed): Plan => ({
  ...plan,
  moves: plan.moves.map((move) => (move.id === id ? { ...deed, id } : move)),
})

/** The plan without one of its steps. */
export const withoutMove = (plan: Plan, id: string): Plan => ({
  ...plan,
  moves: plan.moves.filter((move) => move.id !== id),
})

/** The plan with a step taken earlier (-1) or later (1). At the ends nothing changes. */
export function withMoveShifted(plan: Plan, id: string, by: -1 | 1): Plan {
  const from = plan.moves.findIndex((move) => move.id === id)
  const to = from + by
  const [moved, other] = [plan.moves[from], plan.moves[to]]
  if (!moved || !other) return plan
  return {
    ...plan,
    moves: plan.moves.map((move, index) => (index === from ? other : index === to ? moved : move)),
  }
}

const place = ({ activity, role, party }: Give): string =>
  role === 'A' ? `${activity} A` : `${activity} ${role} ${party}`

/** The plan with single roles given, in its last step where that gives single roles already. */
export function withGives(plan: Plan, gives: readonly Give[]): Plan {
  const last: Move | undefined = plan.moves.at(-1)
  if (last?.kind !== 'appoint') return withMove(plan, { kind: 'appoint', gives })
  const places = new Map([...last.gives, ...gives].map((give) => [place(give), give]))
  return withMoveChanged(plan, last.id, { kind: 'appoint', gives: [...places.values()] })
}

/** `team:` and the name in lower case; letters and digits of any script stay. */
export function newTeamId(name: string): Id {
  const slug = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  return `team:${slug}`
}

/** The plan with a team that no source knows yet. Naming one twice changes nothing. */
export const withTeam = (plan: Plan, team: Pick<Team, 'id' | 'name'>): Plan =>
  plan.teams.some(({ id }) => id === team.id) || !isTeamId(team.id) ? plan : { ...plan, teams: [...plan.teams, team] }
