import type { Role } from '../../domain/ownership'

/** The wire spells roles out. */
export const roleWords = {
  accountable: 'A',
  responsible: 'R',
  validator: 'V',
  consulted: 'C',
  informed: 'I',
} as const satisfies Record<string, Role>

type RoleWord = keyof typeof roleWords

/** The other way round. */
export const spelledOut: Readonly<Record<Role, RoleWord>> = {
  A: 'accountable',
  R: 'responsible',
  V: 'validator',
  C: 'consulted',
  I: 'informed',
}
