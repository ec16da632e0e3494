import { type Role, roleNames, roles } from '../../../../domain/ownership'
import { letterRoles, type Scheme } from '../../../../domain/tables/raciLetters'
import type { RaciRow, RowState } from '../../../../domain/tables/raciRow'
import type { Layout } from '../../../../domain/tables/raciSheet'
import type { Tone } from '../../../../ui'
import type { Delimiter } from './text'

export const stateNames: Readonly<Record<RowState, string>> = {
  new: 'New',
  changed: 'Changed',
  conflict: 'Conflict',
  same: 'Same',
  empty: 'No letters',
  unreadable: 'Cannot be read',
  'left-out': 'Left out',
}

export const stateTones: Readonly<Record<RowState, Tone>> = {
  new: 'accent',
  changed: 'warn',
  conflict: 'bad',
  same: 'neutral',
  empty: 'neutral',
  unreadable: 'bad',
  'left-out': 'stale',
}

export const layoutNames: Readonly<Record<Layout, string>> = {
  'parties-across': 'Activities down, teams across',
  'activities-across': 'Teams down, activities across',
  'roles-across': 'Activities down, roles across',
}

export const delimiterNames: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Bar |',
}

/** `DACI: D = Responsible, A = Accountable, …` */
export const schemeText = (scheme: Scheme): string =>
  `${scheme.toUpperCase()}: ${Object.entries(letterRoles[scheme])
    .map(([letter, role]) => `${letter} = ${role === 'support' ? 'support, as chosen' : roleNames[role]}`)
    .join(', ')}`

/** Every letter of a row with its holder, in the order of the roles; what is kept as a note last. */
export function lettersText({ letters }: RaciRow, name: (id: string) => string): string {
  const rank = (role: Role | undefined) => (role === undefined ? roles.length : roles.indexOf(role))
  return letters
    .toSorted((left, right) => rank(left.role) - rank(right.role))
    .map(
      ({ letter, role, party }) =>
        `${letter}${role !== undefined && role !== letter ? ` as ${role},` : ''} ${name(party)}`,
    )
    .join(' · ')
}
