import { newTeamId } from '../../../domain/plan/edit'
import type { Deed, DeedKind, Plan } from '../../../domain/plan/plan'
import { isTeamId, type Role } from '../../../domain/ownership'
import type { Id } from '../../../domain/units'

/** A party that is chosen, or the name of a team that is to be founded. */
export interface Choice {
  readonly id: Id
  /** Given: a new team is named. */
  readonly name?: string
}

/** What is entered of a step. */
export interface StepFields {
  readonly kind: Exclude<DeedKind, 'appoint'>
  readonly from: Id
  readonly to: Choice
  readonly rest: Choice
  readonly goesOn: boolean
  readonly roles: readonly Role[]
  readonly workloads: readonly Id[]
  readonly activities: readonly Id[]
  readonly people: readonly Id[]
}

const nobody: Choice = { id: '' }

export const emptyStep = (from: Id): StepFields => ({
  kind: from === '' || isTeamId(from) ? 'merge' : 'retire',
  from,
  to: nobody,
  rest: nobody,
  goesOn: false,
  roles: [],
  workloads: [],
  activities: [],
  people: [],
})

/** The fields that make the step. */
export function fieldsOf(deed: Deed): StepFields {
  const begin = emptyStep('')
  switch (deed.kind) {
    case 'move': {
      const { kind, from, to, roles, workloads, activities } = deed
      return { ...begin, kind, from, to: { id: to }, roles, workloads, activities }
    }
    case 'merge':
      return { ...begin, kind: 'merge', from: deed.from, to: { id: deed.into } }
    case 'split': {
      const { kind, team, into, rest, workloads, activities, people } = deed
      const goes = { rest: { id: rest ?? '' }, goesOn: rest !== undefined }
      return { ...begin, kind, from: team, to: { id: into }, ...goes, workloads, activities, people }
    }
    case 'retire':
      return { ...begin, kind: 'retire', from: deed.party, to: { id: deed.successor ?? '' } }
    case 'appoint':
      return begin
  }
}

/** Empty where nobody is chosen, or the name of the new team has no letter or digit. */
const idOf = ({ id, name }: Choice): Id =>
  name === undefined ? id : newTeamId(name) === newTeamId('') ? '' : newTeamId(name)

/** The step that is entered, or what is still missing. */
export function stepIn(fields: StepFields): Deed | string {
  const { kind, from, goesOn, roles, workloads, activities, people } = fields
  const [to, rest] = [idOf(fields.to), idOf(fields.rest)]
  if (from === '') return kind === 'retire' ? 'Say who leaves.' : 'Say who hands over.'
  if ((kind === 'merge' || kind === 'split') && !isTeamId(from)) return 'Only a team can be merged or split.'
  if (kind !== 'retire' && to === '') return 'Say who takes over.'
  if (to === from || (goesOn && (rest === from || rest === to))) return 'Each part needs a party of its own.'
  switch (kind) {
    case 'move':
      return { kind, from, to, roles, workloads, activities }
    case 'merge':
      return { kind, from, into: to }
    case 'split':
      if (goesOn && rest === '') return 'Say who takes the rest.'
      if (workloads.length + activities.length + people.length === 0) return 'Name what goes to the other team.'
      return { kind, team: from, into: to, workloads, activities, people, ...(goesOn && { rest }) }
    case 'retire':
      return { kind, party: from, ...(to !== '' && { successor: to }) }
  }
}

/** Teams that are named for the first time in the fields. */
export const foundedIn = ({ to, rest, goesOn }: StepFields): Plan['teams'] =>
  [to, ...(goesOn ? [rest] : [])].flatMap(({ name }) =>
    name === undefined || newTeamId(name) === newTeamId('') ? [] : [{ id: newTeamId(name), name: name.trim() }],
  )
