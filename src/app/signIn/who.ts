import type { Claims } from './provider'
import type { SignIn } from './settings'

/** Who is signed in. */
export interface Who {
  /** The provider’s own key of the person. */
  readonly sub: string
  /** Who acts: goes into commands. */
  readonly actor: string
  /** Has one of the roles that may write; all have where the configuration names none. */
  readonly writes: boolean
}

const names = ['preferred_username', 'email', 'name', 'sub']

const textIn = (claims: Claims, name: string): string | undefined => {
  const value = claims[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The claim of that name; else what lies at the path that its dots make, such as `realm_access.roles`. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name.split('.').reduce<unknown>((within, part) => {
    if (typeof within !== 'object' || within === null) return undefined
    return Object.entries(within).find(([key]) => key === part)?.[1]
  }, claims)
}

/** A list of roles, or one text with spaces or commas between them. */
const rolesIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,]+/) : []

const wanted = ({ actorClaim }: SignIn): readonly string[] => (actorClaim === undefined ? names : [actorClaim])

/** Whether the claims leave something open that the provider may tell elsewhere. */
export function leavesOpen(claims: Claims, settings: SignIn): boolean {
  const [name] = wanted(settings)
  const { roles, rolesClaim = 'roles' } = settings
  return (
    (name !== undefined && textIn(claims, name) === undefined) ||
    (roles !== undefined && claimAt(claims, rolesClaim) === undefined)
  )
}

/** Who the claims are of. Roles only hide what writes: the backend has to refuse it. */
export function whoOf(claims: Claims, settings: SignIn): Who {
  const { roles, rolesClaim = 'roles' } = settings
  const sub = textIn(claims, 'sub') ?? ''
  const actor = wanted(settings)
    .map((name) => textIn(claims, name))
    .find((text) => text !== undefined)
  const has = rolesIn(claimAt(claims, rolesClaim))
  return { sub, actor: actor ?? sub, writes: !roles || roles.some((role) => has.includes(role)) }
}
