import * as v from 'valibot'
import { type Instant, instant, parseInstant } from '../../domain/units'
import { Unreadable } from '../listing/unreadable'

/**
 * A field of the Table API. Every scalar is a text and nothing is `""`; a reference is an object; with
 * `sysparm_display_value=all` every field is one, with the words that people see.
 */
const field = v.union([
  v.string(),
  v.object({ value: v.nullish(v.string()), display_value: v.nullish(v.string()), link: v.nullish(v.string()) }),
])
type Field = v.InferOutput<typeof field>

/** A record of any table, as far as its fields are known to us. Others are dropped. */
export const recordOf = <const N extends string>(needed: readonly N[], optional: readonly string[] = []) =>
  v.object({
    ...Object.fromEntries(optional.map((name) => [name, v.optional(field)])),
    ...Object.fromEntries(needed.map((name) => [name, field])),
  })

export type Row = Readonly<Record<string, Field | undefined>>

/** What the API means by a field; undefined where it is empty. */
export function valueOf(row: Row, name: string): string | undefined {
  const told = row[name]
  const text = typeof told === 'string' ? told : told?.value
  return text === undefined || text === null || text === '' ? undefined : text
}

/** What people see of a field: the number or name of what it refers to, where the API tells it. */
export function shownOf(row: Row, name: string): string | undefined {
  const told = row[name]
  const shown = typeof told === 'string' ? told : told?.display_value
  return shown === undefined || shown === null || shown === '' ? valueOf(row, name) : shown
}

/** `2016-01-19 04:52:04`, which is UTC though it does not say so. Throws Unreadable for anything else. */
export function momentOf(row: Row, name: string): Instant | undefined {
  const text = valueOf(row, name)
  if (text === undefined) return undefined
  const at = parseInstant(`${text.replace(' ', 'T')}Z`)
  if (at === undefined)
    throw new Unreadable(`${name} says “${text}” where a time such as 2016-01-19 04:52:04 should be`)
  return at
}

/** A moment as queries of the API write it. */
export const timeText = (at: Instant): string => new Date(instant(at)).toISOString().slice(0, 19).replace('T', ' ')

export const incident = recordOf(
  ['number', 'sys_id', 'short_description', 'state', 'opened_at'],
  [
    'priority',
    'resolved_at',
    'closed_at',
    'assignment_group',
    'assigned_to',
    'cmdb_ci',
    'business_service',
    'problem_id',
    'category',
    'subcategory',
    'made_sla',
    'reassignment_count',
    'reopen_count',
    'sys_mod_count',
    'description',
  ],
)
export const problem = recordOf(
  ['number', 'sys_id', 'short_description', 'state'],
  [
    'opened_at',
    'resolved_at',
    'assignment_group',
    'assigned_to',
    'cmdb_ci',
    'known_error',
    'cause_notes',
    'workaround',
    'fix_notes',
    'sys_mod_count',
  ],
)
export const group = recordOf(['sys_id', 'name'], ['description', 'parent', 'email'])
export const user = recordOf(['sys_id', 'name'], ['email', 'active'])
export const member = recordOf(['user', 'group'])
export const item = recordOf(['sys_id', 'name'], ['short_description', 'support_group', 'business_criticality'])
export const journal = recordOf(['sys_id', 'element', 'value', 'sys_created_on'], ['sys_created_by'])
export const audit = recordOf(['sys_id', 'fieldname', 'sys_created_on'], ['oldvalue', 'newvalue', 'user'])

export const listOf = v.object({ result: v.array(v.unknown()) })
export const oneOf = v.object({ result: v.unknown() })

/** Somebody with the groups they are in, or a group without. */
export const people = v.object({
  row: v.custom<Row>((row) => v.is(group, row)),
  groups: v.optional(v.array(v.string())),
})
