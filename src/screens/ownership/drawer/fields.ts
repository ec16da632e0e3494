import type { FieldWords } from '../../../domain/clash'
import type { Command, ImprovementCommand, OwnershipCommand } from '../../../domain/command'
import type { Ownership, Standing } from '../../../domain/coverage'
import { declaredIn } from '../../../domain/holders'
import { nameOf } from '../../../domain/matrix'
import { roleNames, roles } from '../../../domain/ownership'
import { dateText } from '../../../domain/time/format'
import type { Instant } from '../../../domain/units'
import { requestText, stateWords, workText } from './words'
import type { ChangeRequest } from '../../../domain/change'
import type { Improvement } from '../../../domain/problem'

type Names = Pick<Ownership, 'party'>

const day = (at: Instant | undefined, zone: string): string => (at === undefined ? 'not recorded' : dateText(at, zone))
const quoted = (text: string | undefined): string => (text === undefined || text === '' ? '' : ` “${text}”`)

/** What others may have changed of an activity meanwhile. */
export const activityFields = ({ activity, assignments }: Standing, names: Names, zone: string): FieldWords =>
  new Map([
    ...roles.map((role): [string, string] => {
      const held = declaredIn(assignments, role).map((id) => nameOf(id, names))
      return [roleNames[role], held.join(', ') || 'nobody']
    }),
    ['Reviewed', day(activity.review?.last, zone)],
    ['Exceptions', String(activity.exceptions?.length ?? 0)],
  ])

/** The same of a request. */
export const requestFields = ({ state, decidedBy, note }: ChangeRequest, names: Names): FieldWords =>
  new Map([
    ['State', stateWords(state)],
    ['Decided by', decidedBy === undefined ? 'nobody' : nameOf(decidedBy, names)],
    ['Note', note ?? 'none'],
  ])

/** The same of an improvement. */
export const improvementFields = ({ state, owner, due }: Improvement, names: Names, zone: string): FieldWords =>
  new Map([
    ['State', workText(state)],
    ['Owner', owner === undefined ? 'nobody' : nameOf(owner, names)],
    ['Due', day(due, zone)],
  ])

/** The commands that the drawer sends. */
type DrawerCommand = OwnershipCommand | ImprovementCommand

const ours: Readonly<Record<DrawerCommand['kind'], true>> = {
  'mark-reviewed': true,
  'request-change': true,
  'decide-change': true,
  'give-feedback': true,
  'record-improvement': true,
  'set-improvement': true,
}
export const isOurs = (command: Command): command is DrawerCommand => command.kind in ours

/** What a command of the drawer was meant to do, in words. */
export function mineText(command: DrawerCommand, names: Names, zone: string): string {
  switch (command.kind) {
    case 'mark-reviewed':
      return `marked as reviewed${quoted(command.evidence)}`
    case 'request-change':
      return `${requestText({ ...command, kind: command.change }, names, zone)}${quoted(command.reason)}`
    case 'decide-change':
      return `${stateWords(command.decision)}${quoted(command.note)}`
    case 'give-feedback':
      return `feedback${quoted(command.text)}`
    case 'record-improvement':
      return `improvement${quoted(command.title)}`
    case 'set-improvement':
      return [
        command.state !== undefined && `state ${workText(command.state)}`,
        command.owner !== undefined && `owner ${nameOf(command.owner, names)}`,
        command.due !== undefined && `due ${dateText(command.due, zone)}`,
      ]
        .filter((text) => text !== false)
        .join(', ')
  }
}
